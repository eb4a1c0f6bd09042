// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/words/times.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cstdlib>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Times
{
    Q_DECLARE_TR_FUNCTIONS(Times)
};

QDateTime local(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toLocalTime();
}

// The picture's order, "31 Aug 2026", in the language of the program; other languages keep theirs.
QString dayMonth(const QDateTime &when)
{
    //: Day and month, as QLocale::toString() takes it
    return QLocale().toString(when, Times::tr("d MMM"));
}

QString dayMonthYear(const QDateTime &when)
{
    //: Day, month and year, as QLocale::toString() takes it
    return QLocale().toString(when, Times::tr("d MMM yyyy"));
}

struct Length
{
    enum class Unit { Minutes, Hours, Days, Months, Years } unit;
    int count;
};

// Rounded down: hours under 48, days under 90, months under 24. A month is 365/12 days.
Length lengthOf(UtcMs span)
{
    constexpr UtcMs month = 365 * DayMs / 12;
    if (span < HourMs)
        return {Length::Unit::Minutes, static_cast<int>(span / MinuteMs)};
    if (span < 48 * HourMs)
        return {Length::Unit::Hours, static_cast<int>(span / HourMs)};
    if (span < 90 * DayMs)
        return {Length::Unit::Days, static_cast<int>(span / DayMs)};
    if (span < 24 * month)
        return {Length::Unit::Months, static_cast<int>(span / month)};
    return {Length::Unit::Years, static_cast<int>(span / (365 * DayMs))};
}

QString ahead(Length length)
{
    switch (length.unit) {
    case Length::Unit::Minutes:
        return Times::tr("in %n minute(s)", nullptr, length.count);
    case Length::Unit::Hours:
        return Times::tr("in %n hour(s)", nullptr, length.count);
    case Length::Unit::Days:
        return Times::tr("in %n day(s)", nullptr, length.count);
    case Length::Unit::Months:
        return Times::tr("in %n month(s)", nullptr, length.count);
    case Length::Unit::Years:
        return Times::tr("in %n year(s)", nullptr, length.count);
    }
    return {};
}

QString ago(Length length)
{
    switch (length.unit) {
    case Length::Unit::Minutes:
        return Times::tr("%n minute(s) ago", nullptr, length.count);
    case Length::Unit::Hours:
        return Times::tr("%n hour(s) ago", nullptr, length.count);
    case Length::Unit::Days:
        return Times::tr("%n day(s) ago", nullptr, length.count);
    case Length::Unit::Months:
        return Times::tr("%n month(s) ago", nullptr, length.count);
    case Length::Unit::Years:
        return Times::tr("%n year(s) ago", nullptr, length.count);
    }
    return {};
}

QString zoneName(const QDateTime &when)
{
    return when.timeZoneAbbreviation();
}

} // namespace

QString relativeTime(UtcMs time, UtcMs now)
{
    if (time == NoTime)
        return {};
    if (time >= NeverMs)
        return Times::tr("never");
    const UtcMs span = time - now;
    if (std::llabs(span) < MinuteMs)
        return span > 0 ? Times::tr("in under a minute") : Times::tr("just now");
    return span > 0 ? ahead(lengthOf(span)) : ago(lengthOf(-span));
}

QString shortDate(UtcMs time, UtcMs now)
{
    if (time == NoTime)
        return u"–"_s;
    if (time >= NeverMs)
        return Times::tr("year 9999");
    const QDateTime when = local(time);
    return when.date().year() == local(now).date().year() ? dayMonth(when) : dayMonthYear(when);
}

QString mediumDate(UtcMs time)
{
    return time == NoTime ? u"–"_s : dayMonthYear(local(time));
}

QString longTime(UtcMs time)
{
    if (time == NoTime)
        return u"–"_s;
    const QDateTime when = local(time);
    //: Date, time and zone: "31 Aug 2026, 09:12 CEST"
    return Times::tr("%1, %2 %3").arg(dayMonthYear(when), clockTime(time), zoneName(when));
}

QString clockTime(UtcMs time)
{
    return time == NoTime ? u"–"_s : local(time).toString(u"HH:mm"_s);
}

QString zoneAndUtc(UtcMs time)
{
    if (time == NoTime)
        return {};
    const QDateTime when = local(time);
    return Times::tr("%1, %2 %3")
               .arg(dayMonthYear(when), when.toString(u"HH:mm:ss"_s), zoneName(when))
           % u'\n' % when.toUTC().toString(Qt::ISODate);
}

QString duration(UtcMs span)
{
    const Length length = lengthOf(span < 0 ? 0 : span);
    switch (length.unit) {
    case Length::Unit::Minutes:
        return Times::tr("%n minute(s)", nullptr, length.count);
    case Length::Unit::Hours:
        return Times::tr("%n hour(s)", nullptr, length.count);
    case Length::Unit::Days:
        return Times::tr("%n day(s)", nullptr, length.count);
    case Length::Unit::Months:
        // A token is valid for 180 or 365 days: say it as it was chosen.
        return Times::tr("%n day(s)", nullptr, static_cast<int>(span / DayMs));
    case Length::Unit::Years:
        return Times::tr("%n year(s)", nullptr, length.count);
    }
    return {};
}

QString timeLeft(UtcMs expiresAt, UtcMs now)
{
    const Length length = lengthOf(expiresAt > now ? expiresAt - now : 0);
    switch (length.unit) {
    case Length::Unit::Minutes:
        return Times::tr("%n minute(s) left", nullptr, length.count);
    case Length::Unit::Hours:
        return Times::tr("%n hour(s) left", nullptr, length.count);
    case Length::Unit::Days:
        return Times::tr("%n day(s) left", nullptr, length.count);
    case Length::Unit::Months:
        return Times::tr("%n month(s) left", nullptr, length.count);
    case Length::Unit::Years:
        return Times::tr("%n year(s) left", nullptr, length.count);
    }
    return {};
}

} // namespace rox
