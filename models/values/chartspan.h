// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>

#include <array>

namespace rox {

/// How far ahead the chart of expirations reaches.
enum class ChartSpan { Weeks13, Months6, Months12, Years2 };

struct ChartSpanInfo
{
    ChartSpan span;
    QLatin1StringView id; ///< kept in settings, names its action; never translated
    int weeks;            ///< a bar for each; 0: the bars are months
    int months;           ///< of the calendar, after the rest of this one
};

/// In the order in which they are offered.
inline constexpr std::array ChartSpans = {
    ChartSpanInfo{ChartSpan::Weeks13, QLatin1StringView("13weeks"), 13, 0},
    ChartSpanInfo{ChartSpan::Months6, QLatin1StringView("6months"), 26, 0},
    ChartSpanInfo{ChartSpan::Months12, QLatin1StringView("12months"), 0, 12},
    ChartSpanInfo{ChartSpan::Years2, QLatin1StringView("2years"), 0, 24},
};

[[nodiscard]] constexpr const ChartSpanInfo &infoOf(ChartSpan span)
{
    return ChartSpans[std::size_t(span)];
}

} // namespace rox
