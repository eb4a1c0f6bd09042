// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokenquery.h"

#include <array>
#include <atomic>
#include <vector>

namespace rox {

inline constexpr int ExpiryWeeks = 26;

/// What a query picks from a table: rows in order, and the counts beside the list.
struct TokenSelection
{
    std::vector<TokenTable::Row> rows;
    /// By TokenStatus: rows that fit all of the query but its status and expiry window.
    std::array<quint32, TokenStatusCount> countByStatus{};
    /// Unrevoked tokens that fit text and roles, by week of expiry from `now`: [0] is the next 7
    /// days.
    std::array<quint32, ExpiryWeeks> expiringByWeek{};

    [[nodiscard]] quint32 count(TokenStatus status) const
    {
        return countByStatus[static_cast<std::size_t>(status)];
    }
    [[nodiscard]] quint32 countAll() const;
};

/// Pure: the same table, query and now give the same selection. Rows that sort alike are ordered
/// by name, then by row. Gives up early with an empty selection once `stop` is set.
[[nodiscard]] TokenSelection select(const TokenTable &table, const TokenQuery &query, UtcMs now,
                                    const std::atomic_bool *stop = nullptr);

} // namespace rox
