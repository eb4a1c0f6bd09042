// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

namespace rox {

/// The rows on show. While a list turns into the next one, rows that are about to go still belong
/// to the table before: every row can be asked at every moment.
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
    TokenTablePtr before; ///< only while the list turns
    std::vector<Row> rows;
    UtcMs now = 0;
    UtcMs window = DefaultExpiringWindow;

    [[nodiscard]] Place at(int row) const
    {
        const Row coded = rows[std::size_t(row)];
        if (coded & OfBefore)
            return {*before, coded & ~OfBefore};
        return {*table, coded};
    }
    [[nodiscard]] TokenStatus statusAt(int row) const
    {
        const auto [of, number] = at(row);
        return of.status(number, now, window);
    }
};

} // namespace rox
