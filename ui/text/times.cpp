// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/times.h"

#include "models/values/timespan.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cstdlib>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Unit = TimeSpan::Unit;

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

QString ahead(TimeSpan span)
{
    switch (span.unit) {
    case Unit::Minutes:
        return Times::tr("in %Ln minute(s)", nullptr, span.count);
    case Unit::Hours:
        return Times::tr("in %Ln hour(s)", nullptr, span.count);
    case Unit::Days:
        return Times::tr("in %Ln day(s)", nullptr, span.count);
    case Unit::Months:
        return Times::tr("in %Ln month(s)", nullptr, span.count);
    case Unit::Years:
        return Times::tr("in %Ln year(s)", nullptr, span.count);
    }
    return {};
}

QString ago(TimeSpan span)
{
    switch (span.unit) {
    case Unit::Minutes:
        return Times::tr("%Ln minute(s) ago", nullptr, span.count);
    case Unit::Hours:
        return Times::tr("%Ln hour(s) ago", nullptr, span.count);
    case Unit::Days:
        return Times::tr("%Ln day(s) ago", nullptr, span.count);
    case Unit::Months:
        return Times::tr("%Ln month(s) ago", nullptr, span.count);
    case Unit::Years:
        return Times::tr("%Ln year(s) ago", nullptr, span.count);
    }
    return {};
}

QString words(TimeSpan span)
{
    switch (span.unit) {
    case Unit::Minutes:
        return Times::tr("%Ln minute(s)", nullptr, span.count);
    case Unit::Hours:
        return Times::tr("%Ln hour(s)", nullptr, span.count);
    case Unit::Days:
        return Times::tr("%Ln day(s)", nullptr, span.count);
    case Unit::Months:
        return Times::tr("%Ln month(s)", nullptr, span.count);
    case Unit::Years:
        return Times::tr("%Ln year(s)", nullptr, span.count);
    }
    return {};
}

/// %1 is the whole length, in the same unit.
QString leftOf(TimeSpan span)
{
    switch (span.unit) {
    case Unit::Minutes:
        //: %1 is "60 minutes"; what stands between <b> and </b> stands out
        return Times::tr("<b>%Ln minute(s) left</b> of %1", nullptr, span.count);
    case Unit::Hours:
        //: %1 is "24 hours"; what stands between <b> and </b> stands out
        return Times::tr("<b>%Ln hour(s) left</b> of %1", nullptr, span.count);
    case Unit::Days:
        //: %1 is "90 days"; what stands between <b> and </b> stands out
        return Times::tr("<b>%Ln day(s) left</b> of %1", nullptr, span.count);
    case Unit::Months:
        //: %1 is "12 months"; what stands between <b> and </b> stands out
        return Times::tr("<b>%Ln month(s) left</b> of %1", nullptr, span.count);
    case Unit::Years:
        //: %1 is "10 years"; what stands between <b> and </b> stands out
        return Times::tr("<b>%Ln year(s) left</b> of %1", nullptr, span.count);
    }
    return {};
}

/// Beyond this many minutes, hours or days the whole length is left out.
constexpr int MaxOfAUnit = 366;

QString zoneName(const QDateTime &when)
{
    return when.timeZoneAbbreviation();
}

bool startsWithLetter(QStringView text)
{
    return !text.isEmpty() && text.front().isLetter();
}

bool startsWithYear(QStringView text)
{
    const auto *const end =
        std::find_if_not(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return end - text.begin() == 4 && (end == text.end() || !end->isLetter());
}

} // namespace

QString relativeTime(UtcMs time, UtcMs now)
{
    if (time == NoTime)
        return {};
    if (time >= NeverMs)
        return Times::tr("never");
    const UtcMs length = time - now;
    const TimeSpan span = timeSpanOf(std::llabs(length));
    if (span.count == 0)
        //: in less than half a minute
        return length > 0 ? Times::tr("in seconds") : Times::tr("just now");
    return length > 0 ? ahead(span) : ago(span);
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

QString dateRange(UtcMs from, UtcMs until, UtcMs now)
{
    if (from == NoTime)
        return Times::tr("until %1").arg(shortDate(until - 1, now));
    if (until == NoTime)
        return Times::tr("from %1").arg(shortDate(from, now));
    const QDate first = local(from).date();
    const QDate last = local(until - 1).date();
    if (first == last)
        return shortDate(from, now);
    const bool isDayFirst = Times::tr("d MMM").startsWith(u'd');
    if (isDayFirst && first.year() == last.year() && first.month() == last.month())
        //: Days of one month: "1–7 Dec"
        return Times::tr("%1–%2").arg(QLocale().toString(first.day()), shortDate(until - 1, now));
    //: Days of two months: "17 Nov – 7 Dec"
    return Times::tr("%1 – %2").arg(shortDate(from, now), shortDate(until - 1, now));
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

QString clockSeconds(UtcMs time)
{
    return time == NoTime ? u"–"_s : local(time).toString(u"HH:mm:ss"_s);
}

QString zoneAndUtc(UtcMs time)
{
    if (time == NoTime)
        return {};
    const QDateTime when = local(time);
    return Times::tr("%1, %2 %3").arg(dayMonthYear(when), clockSeconds(time), zoneName(when))
           % u'\n' % when.toUTC().toString(Qt::ISODate);
}

QString dayText(UtcMs time, UtcMs now)
{
    const QDateTime when = local(time);
    const QDate today = local(now).date();
    if (when.date() == today)
        return Times::tr("Today");
    if (when.date() == today.addDays(-1))
        return Times::tr("Yesterday");
    //: %1 is the day of the week, %2 the date: "Mon 24 Aug"
    return Times::tr("%1 %2").arg(QLocale().toString(when, u"ddd"_s), shortDate(time, now));
}

QString momentText(UtcMs time, UtcMs now)
{
    const QDate day = local(time).date();
    const QDate today = local(now).date();
    if (day == today)
        //: a time: "today, 10:31"
        return Times::tr("today, %1").arg(clockTime(time));
    if (day == today.addDays(-1))
        //: a time: "yesterday, 16:20"
        return Times::tr("yesterday, %1").arg(clockTime(time));
    //: date and time: "20 Aug, 11:12"
    return Times::tr("%1, %2").arg(shortDate(time, now), clockTime(time));
}

QString betweenText(UtcMs from, UtcMs until, UtcMs now)
{
    const bool isOneDay = local(from).date() == local(until).date();
    //: two times, between which something happened
    return Times::tr("%1 to %2")
        .arg(momentText(from, now), isOneDay ? clockTime(until) : momentText(until, now));
}

QString betweenTextOfDay(UtcMs from, UtcMs until, UtcMs now)
{
    if (local(from).date() != local(until).date())
        return betweenText(from, until, now);
    //: two times, between which something happened
    return Times::tr("%1 to %2").arg(clockTime(from), clockTime(until));
}

QString beforeText(UtcMs until, UtcMs now)
{
    //: a time, before which something happened
    return Times::tr("before %1").arg(momentText(until, now));
}

QString untilTime(UtcMs time, UtcMs now)
{
    if (time == NoTime || now == NoTime)
        return mediumDate(time);
    if (std::llabs(time - now) >= DayMs)
        return shortDate(time, now);
    if (local(time).date() == local(now).date())
        return clockTime(time);
    //: a day and a time
    return Times::tr("%1, %2").arg(shortDate(time, now), clockTime(time));
}

QString duration(UtcMs length)
{
    const TimeSpan span = timeSpanOf(length);
    return span.count == 0 ? Times::tr("under a minute") : words(span);
}

QString timeLeft(UtcMs expiresAt, UtcMs now)
{
    const TimeSpan span = timeSpanOf(expiresAt > now ? expiresAt - now : 0);
    if (span.count == 0)
        return Times::tr("under a minute left");
    switch (span.unit) {
    case Unit::Minutes:
        return Times::tr("%Ln minute(s) left", nullptr, span.count);
    case Unit::Hours:
        return Times::tr("%Ln hour(s) left", nullptr, span.count);
    case Unit::Days:
        return Times::tr("%Ln day(s) left", nullptr, span.count);
    case Unit::Months:
        return Times::tr("%Ln month(s) left", nullptr, span.count);
    case Unit::Years:
        return Times::tr("%Ln year(s) left", nullptr, span.count);
    }
    return {};
}

// Every label asks before the first paint, where compiling a QRegularExpression takes 1 ms.
QString unbroken(QString text)
{
    for (qsizetype space = text.indexOf(u' '); space > 0; space = text.indexOf(u' ', space + 1)) {
        const QStringView rest = QStringView(text).sliced(space + 1);
        const QChar before = text.at(space - 1);
        const bool isInAmount = before.isDigit() && startsWithLetter(rest);
        if (isInAmount || (before.isLetter() && startsWithYear(rest)))
            text[space] = QChar::Nbsp;
    }
    return text;
}

QString timeLeftOf(UtcMs left, UtcMs whole)
{
    const TimeSpan span = timeSpanOf(left);
    const TimeSpan all = timeSpanIn(span.unit, whole);
    if (span.count == 0 || all.count == 0 || all.count > MaxOfAUnit)
        return u"<b>"_s % timeLeft(left, 0) % u"</b>"_s;
    return leftOf(span).arg(words(all));
}

} // namespace rox
