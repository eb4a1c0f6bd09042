// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profiles/profilestore.h"

#include "app/profiles/profilemerge.h"
#include "app/profiles/profilesettings.h"
#include "models/tokens/tokenshape.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QSet>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Profiles
{
    Q_DECLARE_TR_FUNCTIONS(Profiles)
};

constexpr int Schema = 1;
constexpr int MaxProfiles = 1000;
constexpr int MaxBackups = 9;
constexpr qsizetype MaxShownName = 60;
constexpr int LockPatienceMs = 250; // blocks the GUI thread
constexpr int WorkerPatienceMs = 10'000;
constexpr int StaleAfterMs = 10'000;
constexpr qint64 MaxFileBytes = 8 << 20;

/// Names the profile in a problem.
QString shownName(const QSettings &settings, int number)
{
    const QString whole = settings.value(u"name"_s).toString();
    const QString name = looksLikeToken(whole) ? QString() : whole.left(MaxShownName);
    return name.isEmpty() ? Profiles::tr("Server %1").arg(number) : u'"' % visibleText(name) % u'"';
}

QString lockOf(const QString &file)
{
    return file % ".changing"_L1;
}

QString backupOf(const QString &file, int number = 1)
{
    return file % ".bak"_L1 % (number == 1 ? QString() : QString::number(number));
}

QString lastCopyOf(const QString &file)
{
    return file % ".last"_L1;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(MaxFileBytes + 1) : QByteArray();
}

} // namespace

struct ProfileStore::Content
{
    QList<ServerProfile> profiles;
    QStringList problems;
    QString foreign; ///< a sentence, if the file is of a later version and is not written
    bool isThere = true;
    bool isReadable = true;
    bool isDamaged = false; ///< empty, cut, or no list of servers
};

ProfileStore::ProfileStore(QString file)
    : m_file(std::move(file))
{
    m_stamp = stamp();
    const Content found = content();
    m_profiles = found.profiles;
    m_written = found.profiles;
    note(found);
    if (!found.isDamaged)
        return;
    m_lost = lastCopyIn(m_file);
    m_lost.removeIf([this](const ServerProfile &profile) { return find(profile.id) != nullptr; });
}

QString ProfileStore::standardFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope,
                     QCoreApplication::organizationName(), u"servers"_s)
        .fileName();
}

ProfileStore::Stamp ProfileStore::stamp() const
{
    const QFileInfo info(m_file);
    return {info.lastModified(), info.size()};
}

QSet<QString> ProfileStore::credentialKeys() const
{
    QSet<QString> keys;
    for (const ServerProfile &profile : m_profiles)
        keys << profile.credentialKey() << profile.keptCredentialKey();
    return keys;
}

std::optional<QSet<QString>> ProfileStore::credentialKeysIn(const QString &file)
{
    QLockFile lock(lockOf(file));
    lock.setStaleLockTime(StaleAfterMs);
    if (!lock.tryLock(WorkerPatienceMs))
        return std::nullopt;
    const ProfileStore store(file);
    if (store.profiles().isEmpty() || !store.problems().isEmpty() || QFile::exists(backupOf(file)))
        return std::nullopt;
    QSet<QString> keys = store.credentialKeys();
    for (const ServerProfile &profile : lastCopyIn(file))
        keys << profile.credentialKey() << profile.keptCredentialKey();
    return keys;
}

const ServerProfile *ProfileStore::find(const QUuid &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_profiles.at(index);
}

qsizetype ProfileStore::indexOf(const QUuid &id) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
                                    [&id](const auto &profile) { return profile.id == id; });
    return found == m_profiles.cend() ? -1 : found - m_profiles.cbegin();
}

// --- reading -------------------------------------------------------------------------

ProfileStore::Content ProfileStore::content() const
{
    Content content;
    const QFileInfo info(m_file);
    content.isThere = info.exists();
    if (!content.isThere)
        return content;
    if (!info.isFile() || !info.isReadable() || info.size() > MaxFileBytes) {
        content.isReadable = false;
        content.problems.append(
            Profiles::tr("The list of servers in %1 cannot be read. Move that file away, or make "
                         "it readable, and start Rox Tokens again.")
                .arg(m_file));
        return content;
    }
    QSettings settings(m_file, QSettings::IniFormat);
    // QSettings reads a file that is no INI file as an empty one. It writes the size last, so a
    // file that was cut has none.
    content.isDamaged = settings.status() != QSettings::NoError || !settings.contains(u"schema"_s)
                        || !settings.contains(u"servers/size"_s);
    if (info.size() == 0)
        content.problems.append(Profiles::tr("The list of servers in %1 is empty.").arg(m_file));
    else if (content.isDamaged)
        content.problems.append(Profiles::tr("The list of servers in %1 is damaged.").arg(m_file));
    if (settings.value(u"schema"_s, Schema).toInt() > Schema)
        content.foreign =
            Profiles::tr("The list of servers in %1 was written by a later version of Rox "
                         "Tokens. It is left as it is; use that version, or move the file away.")
                .arg(m_file);
    else
        readProfiles(settings, &content);
    if (!content.problems.isEmpty() && content.foreign.isEmpty())
        content.problems.append(keepText());
    return content;
}

void ProfileStore::readProfiles(QSettings &settings, Content *content)
{
    const int size = settings.beginReadArray(u"servers"_s);
    if (size > MaxProfiles)
        content->problems.append(
            Profiles::tr("Only the first %Ln server(s) were read.", nullptr, MaxProfiles));
    QSet<QUuid> ids;
    for (int i = 0; i < std::min(size, MaxProfiles); ++i) {
        settings.setArrayIndex(i);
        const auto profile = readProfile(settings);
        const QString fault = !profile                    ? profile.error()
                              : ids.contains(profile->id) ? Profiles::tr("its ID is another's too")
                                                          : QString();
        if (fault.isEmpty()) {
            ids.insert(profile->id);
            content->profiles.append(*profile);
        } else {
            content->problems.append(Profiles::tr("%1 was left out of the list of servers: %2.")
                                         .arg(shownName(settings, i + 1), fault));
        }
    }
    settings.endArray();
}

void ProfileStore::note(const Content &content)
{
    for (const QString &problem : content.problems + QStringList{content.foreign}) {
        if (!problem.isEmpty() && !m_problems.contains(problem))
            m_problems.append(problem);
    }
}

QString ProfileStore::keepText() const
{
    const QByteArray text = contentOf(m_file);
    for (int number = 1; number <= MaxBackups; ++number) {
        const QString backup = backupOf(m_file, number);
        const bool isThere = QFile::exists(backup);
        if ((isThere && contentOf(backup) == text) || (!isThere && QFile::copy(m_file, backup)))
            return Profiles::tr("The file as it was is kept as %1.").arg(backup);
    }
    return Profiles::tr("The file as it was could not be kept: copy %1 yourself before you change "
                        "a server.")
        .arg(m_file);
}

// --- changing ------------------------------------------------------------------------

ProfileStore::Outcome ProfileStore::add(const ServerProfile &profile)
{
    const qsizetype index = indexOf(profile.id);
    if (index < 0)
        m_profiles.append(profile);
    else
        m_profiles[index] = profile;
    return save(profile.id);
}

ProfileStore::Outcome ProfileStore::remove(const QUuid &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return {};
    m_profiles.removeAt(index);
    return save(id);
}

ProfileStore::Outcome ProfileStore::move(const QUuid &id, qsizetype position)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return {};
    m_profiles.move(index, std::clamp<qsizetype>(position, 0, m_profiles.size() - 1));
    return save();
}

ProfileStore::Outcome ProfileStore::restoreLost()
{
    const QList<ServerProfile> lost = std::exchange(m_lost, {});
    for (const ServerProfile &profile : lost) {
        if (!find(profile.id))
            m_profiles.append(profile);
    }
    return save();
}

ProfileStore::Outcome ProfileStore::save(const QUuid &atHand)
{
    // QSettings' own lock does not last from reading to writing.
    QDir().mkpath(QFileInfo(m_file).path());
    QLockFile lock(lockOf(m_file));
    lock.setStaleLockTime(StaleAfterMs);
    if (!lock.tryLock(LockPatienceMs) && lock.error() == QLockFile::LockFailedError)
        return tl::make_unexpected(
            Profiles::tr("Another Rox Tokens is changing the list of servers in %1. The change "
                         "holds until this one ends; change a server again to write it.")
                .arg(m_file));
    Content found;
    found.isReadable = lock.isLocked();
    if (lock.isLocked())
        found = content();
    if (!found.foreign.isEmpty())
        return tl::make_unexpected(found.foreign);
    if (found.isReadable) {
        takeIn(found, atHand);
        if (write()) {
            m_written = m_profiles;
            m_stamp = stamp();
            if (m_lost.isEmpty())
                keepLastCopy();
            return {};
        }
    }
    return tl::make_unexpected(
        Profiles::tr(
            "The list of servers cannot be written to %1. The change holds until Rox "
            "Tokens ends; make room or make the file writable, then change a server again.")
            .arg(m_file));
}

void ProfileStore::takeIn(const Content &found, const QUuid &atHand)
{
    note(found);
    QList<ServerProfile> theirs = found.profiles;
    // A profile that is missing from a missing or damaged file was not removed by the user.
    if (!found.isThere || !found.problems.isEmpty()) {
        for (const ServerProfile &known : std::as_const(m_written)) {
            if (std::none_of(theirs.cbegin(), theirs.cend(),
                             [&](const auto &profile) { return profile.id == known.id; }))
                theirs.append(known);
        }
    }
    m_profiles = mergedProfiles(m_written, m_profiles, theirs, atHand);
}

void ProfileStore::refresh()
{
    // QSettings replaces the file in one step: no lock is needed to read it.
    const Stamp now = stamp();
    if (now == m_stamp)
        return;
    const Content found = content();
    if (!found.isThere || !found.isReadable || !found.foreign.isEmpty())
        return;
    takeIn(found, {});
    m_written = found.profiles;
    m_stamp = now;
}

QList<ServerProfile> ProfileStore::lastCopyIn(const QString &file)
{
    const QFileInfo info(lastCopyOf(file));
    if (!info.isFile() || info.size() > MaxFileBytes)
        return {};
    QSettings settings(info.filePath(), QSettings::IniFormat);
    Content content;
    if (settings.value(u"schema"_s).toInt() == Schema)
        readProfiles(settings, &content);
    return content.profiles;
}

void ProfileStore::keepLastCopy() const
{
    // Best effort: the list itself is written.
    QSaveFile copy(lastCopyOf(m_file));
    if (!copy.open(QIODevice::WriteOnly))
        return;
    copy.setPermissions(QFile::permissions(m_file));
    copy.write(contentOf(m_file));
    copy.commit();
}

bool ProfileStore::write() const
{
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(u"schema"_s, Schema);
    settings.remove(u"servers"_s);
    settings.beginWriteArray(u"servers"_s, int(m_profiles.size()));
    for (int i = 0; i < m_profiles.size(); ++i) {
        settings.setArrayIndex(i);
        writeProfile(settings, m_profiles.at(i));
    }
    settings.endArray();
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace rox
