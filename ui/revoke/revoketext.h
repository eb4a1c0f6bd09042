// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"

#include <QFont>

/// What "Revoke tokens" says while it asks.
namespace rox::revokequestion {

/// From here on a word is typed, and from there the server's name.
inline constexpr int ManyTokens = 20;
inline constexpr int VeryManyTokens = 1000;

enum class Typed { Nothing, Word, ServerName };
[[nodiscard]] Typed typedFor(const RevokeQuestion &asked);
/// The text to type, as it is shown: "revoke", or the server's name.
[[nodiscard]] QString wordFor(const RevokeQuestion &asked, const QString &server);
/// Capitals and blanks at the ends do not matter.
[[nodiscard]] bool isTyped(const QString &typed, const RevokeQuestion &asked,
                           const QString &server);
/// "One token holds Admin. Type revoke to enable Revoke:". Rich text; names are escaped.
[[nodiscard]] QString wordRequest(const RevokeQuestion &asked, const QString &server);
/// Why the button is disabled: "Type the word to enable Revoke."
[[nodiscard]] QString wordHint(const RevokeQuestion &asked);

[[nodiscard]] QString title(const RevokeListModel &model);
/// "Revoke 3 tokens?", "Revoke the other 20 tokens?"; a long name is elided in this font.
[[nodiscard]] QString heading(const RevokeListModel &model, const RevokeQuestion &asked,
                              const QFont &font);
[[nodiscard]] QString consequence(const RevokeQuestion &asked);
/// "4 of the 5 selected; 1 is revoked already. 2 have expired."
[[nodiscard]] QString summary(const RevokeQuestion &asked);
/// "The first would expire in 2 days"; empty for one token.
[[nodiscard]] QString firstExpiry(const RevokeQuestion &asked, UtcMs now);
[[nodiscard]] QString signedInWarning(const RevokeQuestion &asked);
[[nodiscard]] QString revokeButton(const RevokeQuestion &asked);
/// "issued 6 Sep 2025, 10:12", "issued today, 10:12"; empty if that is not known.
[[nodiscard]] QString issuedWords(UtcMs issuedAt, UtcMs now);

} // namespace rox::revokequestion
