// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenviews.h"

#include <array>
#include <atomic>
#include <vector>

namespace rox {

/// What stands beside the list of a query.
struct TokenCounts
{
    /// By TokenStatus: rows that fit all of the query but its status.
    std::array<quint32, TokenStatusCount> countByStatus{};
    /// The same rows, by the flags of each view that asks for flags.
    std::vector<std::pair<TokenFlags, quint32>> countByFlags;
    /// By the bars of ExpiryGrid: tokens that are still to expire, are not revoked and fit the
    /// query's text and roles.
    std::array<quint32, MaxExpiryBars> expiringByBar{};
    ChartSpan chartSpan = ChartSpan::Months6; ///< of these bars
    /// The same tokens, whatever their bar: those that expire within the query's window.
    quint32 expiringSoon = 0;
    /// A word of the search was found in an id, and in no name or role of that token; or an id
    /// begins with it.
    bool hitsIds = false;
    DerivedRowsPtr derived = {}; ///< of the whole table, whatever the query

    /// What the view would show.
    [[nodiscard]] quint32 count(const TokenViewInfo &view) const;
    [[nodiscard]] quint32 countAll() const;
};

/// What a query picks from a table: rows in order, and the counts beside the list.
struct TokenSelection : TokenCounts
{
    std::vector<TokenTable::Row> rows;
};

/// Pure: the same arguments give the same selection, in the same time zone. Tokens whose id begins
/// with a word of the search come first. Rows that sort alike are ordered by name, then by row.
/// Gives up early with an empty selection once `stop` is set.
[[nodiscard]] TokenSelection select(const TokenTable &table, const TokenQuery &query, UtcMs now,
                                    const TokenKnowledge &known = {},
                                    const std::atomic_bool *stop = nullptr);

} // namespace rox
