// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/overprivilege.h"
#include "models/tokens/tokenflags.h"
#include "models/tokens/tokenviews.h"

#include <QMap>

#include <array>
#include <vector>

namespace rox {

/// Which rows are of a view that asks for flags, whatever the query.
struct ViewRows
{
    TokenFlags flags;         ///< of the view
    std::vector<quint8> isOf; ///< by row, 0 or 1; empty: no row is
};

/// What follows for all rows of one table from what is known of it: made once for each list, not
/// for each view or keystroke. A value; any thread.
struct DerivedRows
{
    quint64 table = 0;                          ///< TokenTable::serial()
    UtcMs at = NoTime;                          ///< the time that it was made for
    UtcMs until = NeverMs;                      ///< when the next token of the table expires
    std::vector<OverPrivilege> privileges = {}; ///< by row
    std::vector<quint8> changed = {};           ///< by row, 0 or 1; empty: no row changed
    /// The rows of the views that ask for flags, in their order.
    std::vector<ViewRows> ofViews = {};
    std::array<int, TokenChange::Kinds> byOthers = {}; ///< by TokenChange::Kind, without our own

    /// Who made the new ones of them, by shown name; empty: it is not known.
    QMap<QString, int> newBy = {};

    [[nodiscard]] bool holds(const TokenTable &of, UtcMs now) const
    {
        return table == of.serial() && at <= now && now < until;
    }
};

[[nodiscard]] DerivedRowsPtr derive(const TokenTable &table, const TokenKnowledge &known,
                                    UtcMs now);
/// Of a view with these flags. `derived` is of this table and time, or null.
[[nodiscard]] ViewRows rowsOfView(TokenFlags flags, bool isLiveOnly, const TokenTable &table,
                                  const TokenKnowledge &known, UtcMs now,
                                  const DerivedRowsPtr &derived);
/// What `known` has already, if it holds; else derive().
[[nodiscard]] DerivedRowsPtr derivedOf(const TokenTable &table, const TokenKnowledge &known,
                                       UtcMs now);

} // namespace rox
