// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revokelistmodel.h"

#include <QFont>

/// What "Revoke tokens" says at each stage.
namespace rox::revokewords {

/// From here on, a typed word is asked for.
inline constexpr int ManyTokens = 20;
inline constexpr int AtATime = 4;

[[nodiscard]] QString title(const RevokeListModel &model);
/// "Revoke 3 tokens on prod-eu?"; a long name is elided in this font.
[[nodiscard]] QString question(const RevokeListModel &model, const QString &server,
                               const QFont &font);
[[nodiscard]] QString consequence(const RevokeListModel &model);
/// "3 tokens, 1 with Admin", or for one token that nobody can tell who uses it.
[[nodiscard]] QString summary(const RevokeListModel &model);
/// "First would expire in 2 days"; empty for one token.
[[nodiscard]] QString firstExpiry(const RevokeListModel &model, UtcMs now);
[[nodiscard]] QString signedInWarning(const RevokeListModel &model);

[[nodiscard]] bool needsWord(const RevokeListModel &model);
[[nodiscard]] QString word();
/// Rich text; nothing in it comes from a server.
[[nodiscard]] QString wordRequest(const RevokeListModel &model);
[[nodiscard]] QString revokeButton(const RevokeListModel &model);

[[nodiscard]] QString running(const RevokeListModel &model, const QString &server);
[[nodiscard]] QString progress(const RevokeListModel &model);
[[nodiscard]] QString stopHint(const RevokeListModel &model, bool stopping);

[[nodiscard]] QString result(const RevokeListModel &model);
[[nodiscard]] QString resultMeaning(const RevokeListModel &model);
/// By what it is known that tokens are revoked or gone, and as of when; empty if none is.
[[nodiscard]] QString proof(const RevokeListModel &model);
[[nodiscard]] bool canRetry(const RevokeListModel &model);
[[nodiscard]] QString retryButton(const RevokeListModel &model);

/// A row's word: "Asking Central…"; longer in the result.
[[nodiscard]] QString stateWords(RevokeListModel::State state, bool inResult);

/// How many are to be revoked: all but those kept.
[[nodiscard]] int wanted(const RevokeListModel &model);
/// How many of these have an end.
[[nodiscard]] int finished(const RevokeListModel &model);

} // namespace rox::revokewords
