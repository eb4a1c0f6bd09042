// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenviews.h"

#include <array>
#include <atomic>
#include <vector>

namespace rox {

inline constexpr int ExpiryWeeks = 26;

/// What a query picks from a table: rows in order, and the counts beside the list.
struct TokenSelection
{
    std::vector<TokenTable::Row> rows;
    /// By TokenStatus: rows that fit the query's text.
    std::array<quint32, TokenStatusCount> countByStatus{};
    /// Rows that fit the query's text, by the flags of each view that asks for flags.
    std::vector<std::pair<TokenFlags, quint32>> countByFlags;
    /// Unrevoked tokens that fit the query's text, by week of expiry from `now`: [0] is the next 7
    /// days.
    std::array<quint32, ExpiryWeeks> expiringByWeek{};

    /// What the view would show, without weeks.
    [[nodiscard]] quint32 count(const TokenViewInfo &view) const;
    [[nodiscard]] quint32 countAll() const;
};

/// Pure: the same arguments give the same selection. Rows that sort alike are ordered by name, then
/// by row. Gives up early with an empty selection once `stop` is set.
[[nodiscard]] TokenSelection select(const TokenTable &table, const TokenQuery &query, UtcMs now,
                                    const TokenKnowledge &known = {},
                                    const std::atomic_bool *stop = nullptr);

} // namespace rox
