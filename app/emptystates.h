// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/tokenquery.h"
#include "ui/emptystate.h"

namespace rox {

class Session;

/// The pages that stand in place of the list, in words. Pure: session and query in, content out.
[[nodiscard]] EmptyStateContent firstRunPage();
[[nodiscard]] EmptyStateContent startingDemoPage();
[[nodiscard]] EmptyStateContent demoFailedPage(const QString &why);
[[nodiscard]] EmptyStateContent readingPage(const QString &server);
[[nodiscard]] EmptyStateContent notPermittedPage(const Session &session);
[[nodiscard]] EmptyStateContent listFailedPage(const Session &session);
[[nodiscard]] EmptyStateContent noTokensPage(const Session &session);
[[nodiscard]] EmptyStateContent nothingMatchesPage(const Session &session, const TokenQuery &query,
                                                   int total);

} // namespace rox
