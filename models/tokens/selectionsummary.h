// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenflags.h"

#include <array>

namespace rox {

/// What several tokens are together.
struct SelectionSummary
{
    int count = 0;
    std::array<int, TokenStatusCount> byStatus{};
    QStringList roles; ///< of all of them, each once, sorted
    int admins = 0;
    UtcMs firstExpiry = NoTime; ///< of the live ones
    bool hasSignedIn = false;   ///< the token that this program is signed in with, not revoked

    bool operator==(const SelectionSummary &) const = default;
};

/// Of these rows of the table. Walks the columns: some milliseconds for a million rows.
[[nodiscard]] SelectionSummary summaryOf(const TokenTable &table,
                                         std::span<const std::span<const TokenTable::Row>> rows,
                                         UtcMs now, UtcMs expiringWindow,
                                         const TokenKnowledge &known);

} // namespace rox
