// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokepolicy.h"
#include "models/servers/serverfacts.h"

#include <QFont>

namespace rox {

/// The texts of "Revoke tokens".
namespace revoketext {

// The question.

[[nodiscard]] QString title(const RevokeListModel &model);
/// "Revoke 3 tokens?", "Revoke the other 20 tokens?"; a long name is elided in this font.
[[nodiscard]] QString question(const RevokeListModel &model, const RevokeQuestion &asked,
                               const QFont &font);
[[nodiscard]] QString consequence(const RevokeQuestion &asked);
/// "4 of the 5 selected; 1 is revoked already. 2 have expired."
[[nodiscard]] QString summary(const RevokeQuestion &asked);
/// "The first would expire in 2 days"; empty for one token.
[[nodiscard]] QString firstExpiry(const RevokeQuestion &asked, UtcMs now);
[[nodiscard]] QString signedInWarning(const RevokeQuestion &asked);
[[nodiscard]] QString revokeButton(const RevokeQuestion &asked);
/// "issued 6 Sep 2025, 10:12", "issued today, 10:12"; empty if the time is not known.
[[nodiscard]] QString issued(UtcMs issuedAt, UtcMs now);
/// Marks of a token: it is in use, and so many unrevoked tokens have its name.
[[nodiscard]] QString tokenInUse();
[[nodiscard]] QString namesakes(int count);
/// "in 2 days", "no expiration".
[[nodiscard]] QString expiry(UtcMs expiresAt, UtcMs now);
/// The text to type, as it is shown: "revoke", or the server's name.
[[nodiscard]] QString confirmation(const RevokeQuestion &asked, const QString &server);
/// Ignores case, and white space at the ends.
[[nodiscard]] bool isConfirmation(const QString &typed, const RevokeQuestion &asked,
                                  const QString &server);
/// "One token holds Admin. Type revoke to enable Revoke:". Rich text; names are escaped.
[[nodiscard]] QString confirmationRequest(const RevokeQuestion &asked, const QString &server);
/// Why the button is disabled: "Type the word to enable Revoke."
[[nodiscard]] QString confirmationHint(const RevokeQuestion &asked);

// The progress.

/// How many tokens the present part is about: all but those kept.
[[nodiscard]] int wanted(const RevokeListModel &model);
/// How many of these Central has answered for.
[[nodiscard]] int answered(const RevokeListModel &model);
[[nodiscard]] QString running(const RevokeListModel &model, bool stopping);
/// "33 of 56 answered", and when it stops ", 3 on their way, 20 not sent".
[[nodiscard]] QString progress(const RevokeListModel &model, bool stopping);
[[nodiscard]] QString stopHint(const RevokeListModel &model, bool stopping);

// The result.

[[nodiscard]] QString result(const RevokeListModel &model);
[[nodiscard]] QString resultMeaning(const RevokeListModel &model);
/// What proves that tokens are revoked or gone, and as of when; empty if none is.
[[nodiscard]] QString proof(const RevokeListModel &model);
[[nodiscard]] bool canRetry(const RevokeListModel &model);
/// "Revoke the other 20…", "Try the 22 again…": it asks again.
[[nodiscard]] QString retryButton(const RevokeListModel &model);
/// The result as text to paste: the server, the heading, and a line for each token with name, the
/// first 8 characters of the id, outcome, and when Central was asked. Columns are separated by
/// tabs; times are local. Texts of the server are made visible; no secret is in it.
[[nodiscard]] QString report(const RevokeListModel &model, const ServerFacts &server, UtcMs now);
[[nodiscard]] QString copyDetails(bool copied = false);
/// The state of a row: "Asking Central…"; longer in the result.
[[nodiscard]] QString state(RevokeListModel::State state, bool inResult);

} // namespace revoketext
} // namespace rox
