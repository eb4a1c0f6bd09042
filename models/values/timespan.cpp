// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/timespan.h"

#include <algorithm>

namespace rox {

namespace {

using Unit = TimeSpan::Unit;

constexpr UtcMs MonthMs = 365 * DayMs / 12;
constexpr UtcMs YearMs = 31'556'952 * SecondMs;

constexpr int MinutesBelow = 60;
constexpr int HoursBelow = 48;
constexpr int MaxDays = 120;
constexpr int MaxMonths = 24;

constexpr UtcMs lengthOf(Unit unit)
{
    switch (unit) {
    case Unit::Minutes:
        return MinuteMs;
    case Unit::Hours:
        return HourMs;
    case Unit::Days:
        return DayMs;
    case Unit::Months:
        return MonthMs;
    case Unit::Years:
        return YearMs;
    }
    return DayMs;
}

} // namespace

TimeSpan timeSpanIn(Unit unit, UtcMs length)
{
    const UtcMs one = lengthOf(unit);
    const UtcMs whole = std::max<UtcMs>(length, 0);
    return {unit, int(whole / one + (whole % one > one / 2 ? 1 : 0))};
}

TimeSpan timeSpanOf(UtcMs length)
{
    if (const TimeSpan minutes = timeSpanIn(Unit::Minutes, std::min(length, HourMs));
        minutes.count < MinutesBelow)
        return minutes;
    if (const TimeSpan hours = timeSpanIn(Unit::Hours, std::min(length, HoursBelow * HourMs));
        hours.count < HoursBelow)
        return hours;
    if (const TimeSpan days = timeSpanIn(Unit::Days, length); days.count <= MaxDays)
        return days;
    if (const TimeSpan months = timeSpanIn(Unit::Months, length); months.count <= MaxMonths)
        return months;
    return timeSpanIn(Unit::Years, length);
}

} // namespace rox
