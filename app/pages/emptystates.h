// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"
#include "models/values/apierror.h"
#include "ui/text/errortext.h"
#include "ui/widgets/emptypage.h"

namespace rox {

class Session;

/// The words of the pages that stand in place of the list. Pure: session and query in, words out.
/// `knownToRoxctl`: addresses of Centrals, offered for import.
[[nodiscard]] EmptyPageContent firstRunPage(const QStringList &knownToRoxctl);
/// `step`: what is waited for; empty: the keychain.
[[nodiscard]] EmptyPageContent openingPage(const QString &server, const QString &step = {});
[[nodiscard]] EmptyPageContent unlockingPage();
[[nodiscard]] EmptyPageContent screenLockedPage();
/// `deed`: Connect, or Launch for what the command line asked for.
[[nodiscard]] EmptyPageContent signInFailedPage(const ApiError &error, const QString &server,
                                                Operation deed = Operation::Connect);
[[nodiscard]] EmptyPageContent startingDemoPage();
[[nodiscard]] EmptyPageContent demoFailedPage(const QString &why);
[[nodiscard]] EmptyPageContent readingPage(const QString &server);
[[nodiscard]] EmptyPageContent notPermittedPage(const Session &session);
[[nodiscard]] EmptyPageContent listFailedPage(const Session &session);
[[nodiscard]] EmptyPageContent noTokensPage(const Session &session);
/// `server`: a name, or words for all of them.
[[nodiscard]] EmptyPageContent nothingMatchesPage(const QString &server, const TokenQuery &query,
                                                  int total);

[[nodiscard]] QString wayOnWord(WayOn way);

} // namespace rox
