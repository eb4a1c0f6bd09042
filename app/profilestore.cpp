// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/profilestore.h"

#include "app/profilesettings.h"
#include "models/values/visibletext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
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
constexpr qint64 MaxFileBytes = 8 << 20;

/// What a person finds the profile by, as data.
QString shownName(const QSettings &settings, int number)
{
    const QString name = settings.value(u"name"_s).toString().left(MaxShownName);
    return name.isEmpty() ? Profiles::tr("Server %1").arg(number) : u'"' % visibleText(name) % u'"';
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(MaxFileBytes + 1) : QByteArray();
}

} // namespace

ProfileStore::ProfileStore(QString file)
    : m_file(std::move(file))
{
    load();
}

QString ProfileStore::standardFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope,
                     QCoreApplication::organizationName(), u"servers"_s)
        .fileName();
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

void ProfileStore::load()
{
    const QFileInfo info(m_file);
    if (!info.exists())
        return;
    if (!info.isFile() || !info.isReadable() || info.size() > MaxFileBytes) {
        refuse(
            Profiles::tr("The list of servers in %1 cannot be read. Move that file away, or make "
                         "it readable, and start Rox Tokens again.")
                .arg(m_file));
        m_isForeign = true;
        return;
    }
    QSettings settings(m_file, QSettings::IniFormat);
    // QSettings takes whatever is no INI file for an empty one.
    if (settings.status() != QSettings::NoError
        || (info.size() > 0 && !settings.contains(u"schema"_s)))
        refuse(Profiles::tr("The list of servers in %1 is damaged.").arg(m_file));
    const int schema = settings.value(u"schema"_s, Schema).toInt();
    m_isForeign = schema > Schema;
    if (m_isForeign)
        refuse(Profiles::tr("The list of servers in %1 was written by a later version of Rox "
                            "Tokens. It is left as it is; use that version, or move the file away.")
                   .arg(m_file));
    else
        loadProfiles(settings);
    if (!m_problems.isEmpty() && !m_isForeign)
        keepText();
}

void ProfileStore::loadProfiles(QSettings &settings)
{
    const int size = settings.beginReadArray(u"servers"_s);
    if (size > MaxProfiles)
        refuse(Profiles::tr("Only the first %n server(s) were read.", nullptr, MaxProfiles));
    for (int i = 0; i < std::min(size, MaxProfiles); ++i) {
        settings.setArrayIndex(i);
        const auto profile = readProfile(settings);
        const QString fault = !profile            ? profile.error()
                              : find(profile->id) ? Profiles::tr("its ID is another's too")
                                                  : QString();
        if (fault.isEmpty())
            m_profiles.append(*profile);
        else
            refuse(Profiles::tr("%1 was left out of the list of servers: %2.")
                       .arg(shownName(settings, i + 1), fault));
    }
    settings.endArray();
}

void ProfileStore::refuse(const QString &sentence)
{
    m_problems.append(sentence);
}

void ProfileStore::keepText()
{
    const QByteArray text = contentOf(m_file);
    for (int number = 1; number <= MaxBackups; ++number) {
        const QString backup =
            m_file % ".bak"_L1 % (number == 1 ? QString() : QString::number(number));
        const bool isThere = QFile::exists(backup);
        if ((isThere && contentOf(backup) == text) || (!isThere && QFile::copy(m_file, backup))) {
            m_problems.append(Profiles::tr("The file as it was is kept as %1.").arg(backup));
            return;
        }
    }
    m_problems.append(Profiles::tr("The file as it was could not be kept: copy %1 yourself before "
                                   "you change a server.")
                          .arg(m_file));
}

// --- changing ------------------------------------------------------------------------

ProfileStore::Outcome ProfileStore::add(const ServerProfile &profile)
{
    const qsizetype index = indexOf(profile.id);
    if (index < 0)
        m_profiles.append(profile);
    else
        m_profiles[index] = profile;
    return save();
}

ProfileStore::Outcome ProfileStore::remove(const QUuid &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return {};
    m_profiles.removeAt(index);
    return save();
}

ProfileStore::Outcome ProfileStore::move(const QUuid &id, qsizetype position)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return {};
    m_profiles.move(index, std::clamp<qsizetype>(position, 0, m_profiles.size() - 1));
    return save();
}

ProfileStore::Outcome ProfileStore::save()
{
    if (m_isForeign)
        return tl::make_unexpected(m_problems.constFirst()); // says why, and what to do
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(u"schema"_s, Schema);
    settings.remove(u"servers"_s);
    settings.beginWriteArray(u"servers"_s, static_cast<int>(m_profiles.size()));
    for (int i = 0; i < m_profiles.size(); ++i) {
        settings.setArrayIndex(i);
        writeProfile(settings, m_profiles.at(i));
    }
    settings.endArray();
    settings.sync();
    if (settings.status() == QSettings::NoError)
        return {};
    return tl::make_unexpected(
        Profiles::tr(
            "The list of servers cannot be written to %1. The change holds until Rox "
            "Tokens ends; make room or make the file writable, then change a server again.")
            .arg(m_file));
}

} // namespace rox
