// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

namespace rox {

/// Where each token of one snapshot is in a later one, and what became different.
struct TokenDiff
{
    static constexpr TokenTable::Row Gone = ~TokenTable::Row(0);

    std::vector<TokenTable::Row> newRow; ///< by old row; no two are the same but Gone
    std::vector<bool> changed; ///< by new row: was there before, and a field or sharesName differs
    bool anyChanged = false;
    bool sameRows = true; ///< every old row is the same row now
};

/// Linear, and quick where most rows keep their order: Central lists in the order of its table.
[[nodiscard]] TokenDiff diff(const TokenTable &before, const TokenTable &after);

} // namespace rox
