// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/timestamp.h"

#include <array>

namespace rox {

namespace {

constexpr UtcMs FirstMs = -62135596800000; // 0001-01-01T00:00:00Z
constexpr UtcMs LastMs = 253402300799999;  // 9999-12-31T23:59:59.999Z

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The value of two digits at `at`; 1000, which no field allows, if they are not digits.
constexpr int two(const char *at)
{
    return isDigit(at[0]) && isDigit(at[1]) ? (at[0] - '0') * 10 + (at[1] - '0') : 1000;
}

constexpr bool isLeap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int daysOf(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[std::size_t(month - 1)];
}

// Days since 1970-01-01 in the proleptic Gregorian calendar, counting years from March so that the
// leap day comes last.
constexpr qint64 daysFromCivil(int year, int month, int day)
{
    const int y = month <= 2 ? year - 1 : year;
    const int era = (y >= 0 ? y : y - 399) / 400;
    const int yearOfEra = y - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146097 + dayOfEra - 719468;
}

struct Date
{
    int year, month, day;
};

constexpr Date civilFromDays(qint64 days)
{
    const qint64 shifted = days + 719468;
    const qint64 era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const int dayOfEra = int(shifted - era * 146097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int fromMarch = (5 * dayOfYear + 2) / 153;
    const int month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
    const int year = int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * fromMarch + 2) / 5 + 1};
}

static_assert(daysFromCivil(1970, 1, 1) == 0);
static_assert(daysFromCivil(1, 1, 1) * DayMs == FirstMs);

// "Z", "+HH:MM" or "-HH:MM" as ms east of UTC, if it is the whole text.
std::optional<UtcMs> offsetFrom(std::string_view text)
{
    if (text == "Z")
        return 0;
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    const int hours = two(text.data() + 1);
    const int minutes = two(text.data() + 4);
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    const UtcMs offset = hours * HourMs + minutes * MinuteMs;
    return text[0] == '-' ? -offset : offset;
}

} // namespace

std::optional<UtcMs> parseTimestamp(std::string_view text)
{
    constexpr std::size_t DateAndTime = 19; // "2027-08-22T10:15:30"
    if (text.size() <= DateAndTime)
        return std::nullopt;
    const char *p = text.data();
    if (p[4] != '-' || p[7] != '-' || p[10] != 'T' || p[13] != ':' || p[16] != ':')
        return std::nullopt;
    const int century = two(p);
    const int ofCentury = two(p + 2);
    const int year = century * 100 + ofCentury;
    const int month = two(p + 5);
    const int day = two(p + 8);
    const int hour = two(p + 11);
    const int minute = two(p + 14);
    const int second = two(p + 17);
    if (century > 99 || ofCentury > 99 || year < 1 || month < 1 || month > 12 || day < 1
        || day > daysOf(year, month) || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;

    std::size_t at = DateAndTime;
    UtcMs ms = 0;
    if (text[at] == '.') {
        const std::size_t first = ++at;
        UtcMs worth = 100;
        for (; at < text.size() && isDigit(text[at]); ++at, worth /= 10)
            ms += (text[at] - '0') * worth;
        if (at == first || at - first > 9)
            return std::nullopt;
    }
    const auto offset = offsetFrom(text.substr(at));
    if (!offset)
        return std::nullopt;
    return daysFromCivil(year, month, day) * DayMs + hour * HourMs + minute * MinuteMs
           + second * SecondMs + ms - *offset;
}

std::optional<QString> formatTimestamp(UtcMs time)
{
    if (time < FirstMs || time > LastMs)
        return std::nullopt;
    const qint64 days = (time >= 0 ? time : time - (DayMs - 1)) / DayMs;
    const Date date = civilFromDays(days);
    const auto second = int((time - days * DayMs) / SecondMs);
    return QString::asprintf("%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month, date.day,
                             second / 3600, second / 60 % 60, second % 60);
}

} // namespace rox
