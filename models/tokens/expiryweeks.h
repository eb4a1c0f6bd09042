// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/chartspan.h"
#include "models/values/utctime.h"

#include <array>

namespace rox {

/// Of the longest ChartSpan.
inline constexpr int MaxExpiryBars = 26;

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

/// The bars of the chart, in the user's zone: weeks that begin today, or the rest of this month and
/// the months after it. Each begins at the start of a day, so that no two of them share a day.
class ExpiryGrid
{
public:
    explicit ExpiryGrid(UtcMs now, ChartSpan span = ChartSpan::Months6);

    [[nodiscard]] int count() const { return m_count; }
    /// Of [first, last]; both must be in range.
    [[nodiscard]] TimeRange range(int first, int last) const;
    [[nodiscard]] int barOf(UtcMs time) const; ///< -1: before or after them
    /// The bars that have a part of this range, as [first, last]; [-1, -1]: none.
    [[nodiscard]] std::pair<int, int> barsIn(const TimeRange &range) const;

private:
    [[nodiscard]] UtcMs end() const { return m_starts[std::size_t(m_count)]; }

    int m_count;
    double m_barsPerMs;                              ///< on average
    std::array<UtcMs, MaxExpiryBars + 1> m_starts{}; ///< and the end of the last
};

/// Whole days in the user's zone.
[[nodiscard]] TimeRange weekAround(UtcMs now); ///< begins on the first day of the user's week
[[nodiscard]] TimeRange monthAround(UtcMs now);
[[nodiscard]] TimeRange daysFrom(UtcMs now, int days); ///< today is the first of them

} // namespace rox
