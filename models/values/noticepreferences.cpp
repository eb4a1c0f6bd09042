// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/noticepreferences.h"

#include <QDateTime>
#include <QSettings>
#include <QStringList>
#include <QUuid>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto OnKey = "notifications/on"_L1;
constexpr auto NamesKey = "notifications/names"_L1;
constexpr auto QuietKey = "notifications/quietDay"_L1;
constexpr auto ServersGroup = "notifications/servers"_L1;
constexpr auto Muted = "muted"_L1;
constexpr auto None = "none"_L1;

QString textOf(const ServerNotices &notices)
{
    QStringList words;
    if (notices.isMuted)
        words.append(Muted);
    for (std::size_t at = 0; at < NoticeDays.size(); ++at) {
        if (notices.isChosen[at])
            words.append(QString::number(NoticeDays[at]));
    }
    return words.isEmpty() ? QString(None) : words.join(u' ');
}

/// False if the text is of another program.
bool read(const QString &text, ServerNotices *notices)
{
    notices->isChosen.fill(false);
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        bool isNumber = false;
        const auto days = std::find(NoticeDays.begin(), NoticeDays.end(), word.toInt(&isNumber));
        if (word == Muted)
            notices->isMuted = true;
        else if (isNumber && days != NoticeDays.end())
            notices->isChosen[std::size_t(days - NoticeDays.begin())] = true;
        else if (word != None)
            return false;
    }
    return !words.isEmpty();
}

/// Without braces, which QSettings would escape.
QString keyOf(const QString &server)
{
    return ServersGroup + u'/' + QUuid(server).toString(QUuid::WithoutBraces);
}

} // namespace

QDate NoticePreferences::dayOf(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).date();
}

NoticePreferences NoticePreferences::load(const QSettings &settings)
{
    NoticePreferences read;
    read.isOn = settings.value(OnKey, true).toString() != "false"_L1;
    // A value that cannot be read must not show names on a locked screen.
    read.showsNames = settings.value(NamesKey, true).toString() == "true"_L1;
    read.quietDay = QDate::fromString(settings.value(QuietKey).toString(), Qt::ISODate);
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys) {
        const QUuid server(key.section(u'/', -1));
        ServerNotices notices;
        if (key.startsWith(ServersGroup + u'/') && !server.isNull()
            && rox::read(settings.value(key).toString(), &notices))
            read.servers.insert(server.toString(), notices);
    }
    return read;
}

void NoticePreferences::save(QSettings *settings) const
{
    settings->setValue(OnKey, isOn);
    settings->setValue(NamesKey, showsNames);
    if (quietDay.isValid())
        settings->setValue(QuietKey, quietDay.toString(Qt::ISODate));
    else
        settings->remove(QuietKey);
    settings->remove(ServersGroup);
    for (auto each = servers.cbegin(); each != servers.cend(); ++each) {
        if (*each != ServerNotices())
            settings->setValue(keyOf(each.key()), textOf(*each));
    }
}

} // namespace rox
