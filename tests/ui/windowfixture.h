// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/tokenlistmodel.h"

#include <QList>

namespace rox {
class MainWindow;
}

namespace rox::testing {

/// 25 Aug 2026, 08:42 UTC.
inline constexpr UtcMs Now = 1787647320000;

/// Tokens of every kind that the window draws, ordered by expiration as if by the user.
[[nodiscard]] QList<Token> believableTokens();
/// A table of these, filled up with plain ones to `count`.
[[nodiscard]] TokenTablePtr tableOf(const QList<Token> &tokens, int count = 0);
/// All rows as they stand, with invented counts beside the list.
[[nodiscard]] TokenSelection everything(const TokenTable &table);
[[nodiscard]] ServerFacts believableServer();

/// Shows what the app would: select() by the query, model, counts, query.
void showList(MainWindow *window, TokenListModel *model, const TokenTablePtr &table,
              const TokenQuery &query);

/// The program should be silent; the offscreen platform is not.
void failOnWarning();

} // namespace rox::testing
