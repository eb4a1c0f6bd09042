// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

namespace rox {

/// A duration as shown to the user: a count of one unit.
struct TimeSpan
{
    enum class Unit { Minutes, Hours, Days, Months, Years };

    Unit unit = Unit::Minutes;
    int count = 0;

    bool operator==(const TimeSpan &) const = default;
};

/// Rounds to the nearest count of a unit, half a unit down, so that the text for a token of
/// 90 minutes is the same a few seconds later. A negative length counts as 0. A month has
/// 365/12 days, a year 365.2425 days.
[[nodiscard]] TimeSpan timeSpanIn(TimeSpan::Unit unit, UtcMs length);

/// Chooses the unit: minutes under 1 hour, hours under 48 hours, days up to 120 days, months up to
/// 24 months, then years. 60 rounded minutes become 1 hour, 48 rounded hours 2 days. All durations
/// of tokens that are shown use this function.
[[nodiscard]] TimeSpan timeSpanOf(UtcMs length);

} // namespace rox
