// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"

#include <QString>

/// What "Revoke tokens" says while it runs and when it has ended.
namespace rox::revokewords {

inline constexpr int AtATime = 4;

/// How many the present part is about: all but those kept.
[[nodiscard]] int wanted(const RevokeListModel &model);
/// For how many of these Central has answered.
[[nodiscard]] int answered(const RevokeListModel &model);
[[nodiscard]] QString running(const RevokeListModel &model, bool stopping);
/// "33 of 56 answered", and when it stops ", 3 on their way, 20 not sent".
[[nodiscard]] QString progress(const RevokeListModel &model, bool stopping);
[[nodiscard]] QString stopHint(const RevokeListModel &model, bool stopping);

[[nodiscard]] QString result(const RevokeListModel &model);
[[nodiscard]] QString resultMeaning(const RevokeListModel &model);
/// By what it is known that tokens are revoked or gone, and as of when; empty if none is.
[[nodiscard]] QString proof(const RevokeListModel &model);
[[nodiscard]] bool canRetry(const RevokeListModel &model);
/// "Revoke the other 20…", "Try the 22 again…": it asks again.
[[nodiscard]] QString retryButton(const RevokeListModel &model);

/// A row's word: "Asking Central…"; longer in the result.
[[nodiscard]] QString stateWords(RevokeListModel::State state, bool inResult);

} // namespace rox::revokewords
