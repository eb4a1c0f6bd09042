// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"
#include "models/values/apierror.h"
#include "ui/text/errorsentences.h"
#include "ui/widgets/emptystate.h"

namespace rox {

class Session;

/// The words of the pages that stand in place of the list. Pure: session and query in, words out.
/// `knownToRoxctl`: addresses of Centrals, offered for import.
[[nodiscard]] EmptyStateContent firstRunPage(const QStringList &knownToRoxctl);
/// `step`: what is waited for; empty: the keychain.
[[nodiscard]] EmptyStateContent openingPage(const QString &server, const QString &step = {});
[[nodiscard]] EmptyStateContent unlockingPage();
[[nodiscard]] EmptyStateContent screenLockedPage();
/// `deed`: Connect, or Launch for what the command line asked for.
[[nodiscard]] EmptyStateContent signInFailedPage(const ApiError &error, const QString &server,
                                                 Deed deed = Deed::Connect);
[[nodiscard]] EmptyStateContent startingDemoPage();
[[nodiscard]] EmptyStateContent demoFailedPage(const QString &why);
[[nodiscard]] EmptyStateContent readingPage(const QString &server);
[[nodiscard]] EmptyStateContent notPermittedPage(const Session &session);
[[nodiscard]] EmptyStateContent listFailedPage(const Session &session);
[[nodiscard]] EmptyStateContent noTokensPage(const Session &session);
[[nodiscard]] EmptyStateContent nothingMatchesPage(const Session &session, const TokenQuery &query,
                                                   int total);

[[nodiscard]] QString wayOnWord(WayOn way);

} // namespace rox
