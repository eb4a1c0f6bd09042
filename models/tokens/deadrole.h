// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokencolumn.h"

namespace rox::deadrole {

// What is said of the roles of a token that Central no longer has. Nothing until its roles were
// read.

[[nodiscard]] QStringList deadOf(const TokenCell &cell);
[[nodiscard]] QStringList othersOf(const TokenCell &cell);
/// When Central listed it last, as far as this computer has seen; NoTime: never.
[[nodiscard]] UtcMs lastListed(const TokenHistory *history, const QString &role);

[[nodiscard]] QString text(const TokenCell &cell);       ///< empty: none is dead
[[nodiscard]] QString sinceText(const TokenCell &cell);  ///< "after 2026-08-25 10:42"
[[nodiscard]] QString othersText(const TokenCell &cell); ///< "none"
/// "Writes Image, reads Detection"; without any right Central refuses the token.
[[nodiscard]] QString grantsText(const TokenCell &cell);
[[nodiscard]] bool grantsNothing(const TokenCell &cell);

[[nodiscard]] QString order(const TokenTable &table, TokenTable::Row row,
                            const TokenKnowledge &known);
[[nodiscard]] quint64 orderOfEnd(const TokenTable &table, TokenTable::Row row,
                                 const TokenKnowledge &known);
[[nodiscard]] QString orderOfOthers(const TokenTable &table, TokenTable::Row row,
                                    const TokenKnowledge &known);
[[nodiscard]] QString orderOfGrants(const TokenTable &table, TokenTable::Row row,
                                    const TokenKnowledge &known);

} // namespace rox::deadrole
