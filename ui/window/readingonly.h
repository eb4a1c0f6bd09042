// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/servers/serverlistmodel.h"
#include "models/values/apierror.h"
#include "models/values/keychainstate.h"
#include "models/values/standing.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

namespace rox {

/// What stands over a list that can only be read, and in its place where there is none; and what
/// the window says of the connection in its other places. Pure; `server` is the name the user knows
/// it by.

/// Ids of the bars.
inline constexpr char StateBarId[] = "state";
inline constexpr char SettleBarId[] = "settle"; ///< why the certificate could not be looked at
inline constexpr char SignInBarId[] = "signin"; ///< what is to come of this sign-in
inline constexpr char KeychainBarId[] = "keychain";

/// Why the list is not of now: the cause, and as of when it is. The buttons are the caller's.
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
/// What the status bar says then: who is signed in only while it is so, and of the certificate what
/// was seen last.
[[nodiscard]] ServerFacts factsIn(Standing standing, ServerFacts known);
/// What the details say of the token that signs in; empty: it is in use. `answeredAt`: when Central
/// took it last.
[[nodiscard]] QString ownTokenNote(Standing standing, UtcMs since, UtcMs answeredAt, UtcMs now);
/// Why nothing can be written there: a sentence for a tooltip; empty while it is connected.
[[nodiscard]] QString readingOnlyReason(Standing standing, const QString &server);
/// "Not signed in": before it is, or while the keychain or the certificate keeps us from it.
[[nodiscard]] ServerFacts notSignedInFacts(ServerFacts known);
/// Primary "Try again", secondary "Copy details".
[[nodiscard]] EmptyStateContent offlinePage(const ApiError &error, const QString &server);
/// Actions: those of the state's sentence, the way on first. No list: `asOf` is NoTime.
[[nodiscard]] Message keychainBar(KeychainState state, const QString &server, UtcMs asOf,
                                  UtcMs now);
[[nodiscard]] EmptyStateContent keychainPage(KeychainState state, const QString &server);

} // namespace rox
