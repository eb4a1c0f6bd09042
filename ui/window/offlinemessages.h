// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/servers/serverlistmodel.h"
#include "models/values/apierror.h"
#include "models/values/keychainstate.h"
#include "models/values/standing.h"
#include "ui/widgets/emptypage.h"
#include "ui/widgets/messagestack.h"

namespace rox {

/// Texts while a server is offline or its keychain is locked: the bar over the list, the page in
/// place of the list, sidebar, status bar and details. Pure; `server` is the user's name for it.

/// Ids of the bars.
inline constexpr char StateBarId[] = "state";
inline constexpr char SettleBarId[] = "settle"; ///< why the certificate could not be looked at
inline constexpr char SignInBarId[] = "signin"; ///< how this sign-in goes on

/// Why the list is old, and its time. The caller adds the buttons.
/// `more` is what else there is to say, a sentence: when it is tried again.
[[nodiscard]] Message staleListBar(const ApiError &error, const QString &server, UtcMs asOf,
                                   UtcMs now, const QString &more = {});
/// After the user has revoked the token in use, at that time.
[[nodiscard]] Message ownTokenRevokedBar(const QString &server, UtcMs revokedAt, UtcMs asOf,
                                         UtcMs now);

/// A line under the server's name in the sidebar; empty while it is connected.
struct StateLine
{
    QString text;
    StateTone tone = StateTone::Plain;
};
/// "Offline since 08:42", "Certificate changed", "Not signed in".
[[nodiscard]] StateLine stateLine(Standing standing, UtcMs since, UtcMs now);
/// The facts for the status bar: without a user name unless signed in, and with the last known
/// state of the certificate.
[[nodiscard]] ServerFacts factsIn(Standing standing, ServerFacts known);
/// The note in the details of the token that signs in; empty: it is in use. `answeredAt`: when
/// Central accepted it last.
[[nodiscard]] QString ownTokenNote(Standing standing, UtcMs since, UtcMs answeredAt, UtcMs now);
/// Why no token can be generated or revoked: a tooltip; empty while connected.
[[nodiscard]] QString offlineReason(Standing standing, const QString &server);
/// "Not signed in": before signing in, or while keychain or certificate prevent it.
[[nodiscard]] ServerFacts notSignedInFacts(ServerFacts known);
[[nodiscard]] EmptyPageContent keychainPage(KeychainState state, const QString &server);

} // namespace rox
