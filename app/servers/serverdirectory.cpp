// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/serverdirectory.h"

#include "models/servers/servername.h"
#include "ui/style/servercolors.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

ServerDirectory::ServerDirectory(ProfileStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{}

QList<ServerEntry> ServerDirectory::entries() const
{
    QList<ServerEntry> all;
    for (const ServerProfile &profile : m_store->profiles())
        all.append({ServerEntry::Kind::Profile, profile});
    return all + m_ofThisRun;
}

std::optional<ServerEntry> ServerDirectory::find(const ServerId &id) const
{
    if (const ServerProfile *profile = m_store->find(id.value()))
        return ServerEntry{ServerEntry::Kind::Profile, *profile};
    for (const ServerEntry &entry : m_ofThisRun) {
        if (entry.id() == id)
            return entry;
    }
    return std::nullopt;
}

QStringList ServerDirectory::names(const std::optional<ServerId> &besides) const
{
    QStringList names;
    const auto all = entries();
    for (const ServerEntry &entry : all) {
        if (entry.id() != besides)
            names.append(entry.profile.name);
    }
    return names;
}

ServerProfile ServerDirectory::freshProfile(const QString &name) const
{
    QStringList taken;
    const auto all = entries();
    for (const ServerEntry &entry : all)
        taken.append(entry.profile.colorName);
    const auto colors = serverColors();
    const auto free = std::find_if(colors.begin(), colors.end(), [&](const ServerColor &color) {
        return !taken.contains(color.name);
    });
    ServerProfile profile;
    profile.id = ServerId::fresh().value();
    profile.colorName = (free == colors.end() ? colors.front() : *free).name;
    if (!name.isEmpty())
        profile.name = distinctServerName(name, names());
    return profile;
}

ServerProfile ServerDirectory::copyOf(const ServerProfile &profile) const
{
    //: the name of a server that was duplicated
    const ServerProfile fresh = freshProfile(tr("%1 (copy)").arg(profile.name));
    ServerProfile copy = profile;
    copy.id = fresh.id;
    copy.credentialId = {};
    copy.keptFor.clear();
    copy.name = fresh.name;
    copy.colorName = fresh.colorName;
    return copy;
}

ServerId ServerDirectory::addForThisRun(ServerEntry::Kind kind, ServerProfile profile)
{
    const ServerProfile fresh = freshProfile(profile.name);
    if (profile.id.isNull())
        profile.id = fresh.id;
    profile.name = fresh.name;
    profile.colorName = fresh.colorName;
    m_ofThisRun.append({kind, std::move(profile)});
    const ServerId id = m_ofThisRun.constLast().id();
    Q_EMIT changed();
    return id;
}

void ServerDirectory::setConnection(const ServerId &id, const ServerProfile &profile)
{
    for (ServerEntry &entry : m_ofThisRun) {
        if (entry.id() != id)
            continue;
        entry.profile.endpoint = profile.endpoint;
        entry.profile.trust = profile.trust;
        entry.profile.signIn = profile.signIn;
        entry.profile.userName = profile.userName;
    }
    Q_EMIT changed();
}

ProfileStore::Outcome ServerDirectory::keep(const ServerProfile &profile)
{
    m_ofThisRun.removeIf([&](const ServerEntry &entry) { return entry.profile.id == profile.id; });
    return told(m_store->add(profile));
}

ProfileStore::Outcome ServerDirectory::remove(const ServerId &id)
{
    return told(m_store->remove(id.value()));
}

ProfileStore::Outcome ServerDirectory::move(const ServerId &id, int position)
{
    return told(m_store->move(id.value(), position));
}

QStringList ServerDirectory::lostNames() const
{
    QStringList names;
    for (const ServerProfile &profile : m_store->lost())
        names.append(profile.name);
    return names;
}

ProfileStore::Outcome ServerDirectory::restoreLost()
{
    return told(m_store->restoreLost());
}

ProfileStore::Outcome ServerDirectory::told(const ProfileStore::Outcome &outcome)
{
    tellProblems(); // the store has read the file anew
    Q_EMIT changed();
    return outcome;
}

void ServerDirectory::refresh()
{
    m_store->refresh();
    tellProblems();
    Q_EMIT changed();
}

void ServerDirectory::tellProblems()
{
    const QStringList fresh = m_store->problems().mid(m_told);
    m_told += fresh.size();
    if (!fresh.isEmpty())
        Q_EMIT problemFound(fresh.join(u' '));
}

} // namespace rox
