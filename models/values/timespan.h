// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

namespace rox {

/// A length of time as it is said: a count of one unit.
struct TimeSpan
{
    enum class Unit { Minutes, Hours, Days, Months, Years };

    Unit unit = Unit::Minutes;
    int count = 0;

    bool operator==(const TimeSpan &) const = default;
};

/// The nearest count of this unit; half a unit rounds down, so that a token that was made for
/// 90 minutes says the same a few seconds later. A negative length counts as 0. A month is
/// 365/12 days, a year 365.2425 days.
[[nodiscard]] TimeSpan timeSpanIn(TimeSpan::Unit unit, UtcMs length);

/// In the unit that fits: minutes under 1 hour, hours under 48 hours, days up to 120 days, months
/// up to 24 months, then years. What rounds to 60 minutes is 1 hour, to 48 hours 2 days. Every
/// duration of a token on the screen comes from here.
[[nodiscard]] TimeSpan timeSpanOf(UtcMs length);

} // namespace rox
