// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <array>

namespace rox {

inline constexpr int ExpiryWeeks = 26;

/// A range of time, [from, until); NoTime: open at that end.
struct TimeRange
{
    UtcMs from = NoTime;
    UtcMs until = NoTime;

    [[nodiscard]] bool isOpen() const { return from == NoTime && until == NoTime; }
    [[nodiscard]] bool contains(UtcMs time) const
    {
        return time != NoTime && time >= from && (until == NoTime || time < until);
    }
    bool operator==(const TimeRange &) const = default;
};

/// The weeks of the chart, in the user's zone. Each begins at the start of a day and the first one
/// today, so that no two of them share a day.
class WeekGrid
{
public:
    explicit WeekGrid(UtcMs now);

    /// Of [first, last]; both must be in range.
    [[nodiscard]] TimeRange range(int first, int last) const;
    [[nodiscard]] int weekOf(UtcMs time) const; ///< -1: before or after them
    /// The weeks that have a part of this range, as [first, last]; [-1, -1]: none.
    [[nodiscard]] std::pair<int, int> weeksIn(const TimeRange &range) const;

private:
    std::array<UtcMs, ExpiryWeeks + 1> m_starts; ///< and the end of the last
};

/// Whole days in the user's zone.
[[nodiscard]] TimeRange weekAround(UtcMs now); ///< begins on the first day of the user's week
[[nodiscard]] TimeRange monthAround(UtcMs now);
[[nodiscard]] TimeRange daysFrom(UtcMs now, int days); ///< today is the first of them

} // namespace rox
