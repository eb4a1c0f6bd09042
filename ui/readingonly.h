// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/keychainstate.h"
#include "ui/emptystate.h"
#include "ui/parts/messagebar.h"
#include "ui/serverfacts.h"

namespace rox {

/// What stands over a list that can only be read, and in its place where there is none. Pure;
/// `server` is the name the user knows it by.

/// Ids of the bars, as MessageBar::actionChosen gives them back.
inline constexpr char OfflineBarId[] = "offline";
inline constexpr char KeychainBarId[] = "keychain";

/// Actions: 0 "Try again", 1 "Details". `more` is what else there is to say, a sentence: when it is
/// tried again.
[[nodiscard]] Message offlineBar(const ApiError &error, const QString &server, UtcMs asOf,
                                 UtcMs now, const QString &more = {});
/// Under the server's name in the sidebar: "Offline since 08:42".
[[nodiscard]] QString offlineState(UtcMs since, UtcMs now);
/// What the status bar says then: "Offline", and nothing of a certificate that nobody shows.
[[nodiscard]] ServerFacts offlineFacts(ServerFacts known);
/// "Not signed in": before it is, or while the keychain or the certificate keeps us from it.
[[nodiscard]] ServerFacts notSignedInFacts(ServerFacts known);
/// Primary "Try again", secondary "Copy details".
[[nodiscard]] EmptyStateContent offlinePage(const ApiError &error, const QString &server);
/// Actions: those of the state's sentence, the way on first. No list: `asOf` is NoTime.
[[nodiscard]] Message keychainBar(KeychainState state, const QString &server, UtcMs asOf,
                                  UtcMs now);
[[nodiscard]] EmptyStateContent keychainPage(KeychainState state, const QString &server);

} // namespace rox
