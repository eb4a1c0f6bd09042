// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencolumn.h"

namespace rox {

/// The rows that the list shows. While one list turns into the next, the rows that are about to be
/// removed still belong to the table before, so that each row has its data at every moment.
struct ShownTokens
{
    using Row = TokenTable::Row;
    static constexpr Row OfBefore = Row(1) << 31;

    struct Place
    {
        const TokenTable &table;
        Row row;
    };

    TokenTablePtr table = std::make_shared<TokenTable>();
    TokenTablePtr before; ///< only while one list turns into the next
    std::vector<Row> rows;
    UtcMs now = 0;
    UtcMs window = DefaultExpiringWindow;
    TokenKnowledge known;

    [[nodiscard]] Place at(int row) const
    {
        const Row coded = rows[std::size_t(row)];
        if (coded & OfBefore)
            return {*before, coded & ~OfBefore};
        return {*table, coded};
    }
    [[nodiscard]] TokenCell cellAt(int row) const
    {
        const auto [of, number] = at(row);
        return cellOf(of, number, known, now, window);
    }
};

} // namespace rox
