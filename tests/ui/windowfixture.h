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

/// Sample tokens of every kind, sorted by expiration.
[[nodiscard]] QList<Token> believableTokens();
/// Every role of those tokens; Token Manager may revoke tokens.
[[nodiscard]] KnownRoles believableRoles();
/// A table of `tokens`, filled up to `count` with plain ones.
[[nodiscard]] TokenTablePtr tableOf(const QList<Token> &tokens, int count = 0);
/// All rows in their order, with sample counts.
[[nodiscard]] TokenSelection everything(const TokenTable &table);
[[nodiscard]] ServerFacts believableServer();
/// Puts the window on believableServer(), the only one in the sidebar.
void openServer(MainWindow *window);

/// Shows a table in the window like the application: select(), model, counts, query.
void showList(MainWindow *window, TokenListModel *model, const TokenTablePtr &table,
              const TokenQuery &query);
/// Shows the window on believableServer() with 100 tokens.
void showFilledWindow(MainWindow *window, TokenListModel *model);

} // namespace rox::testing
