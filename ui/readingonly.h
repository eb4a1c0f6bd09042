// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/keychainstate.h"
#include "ui/emptystate.h"
#include "ui/parts/messagebar.h"

namespace rox {

/// What stands over a list that can only be read, and in its place where there is none. Pure;
/// `server` is the name the user knows it by.

/// Ids of the bars, as MessageBar::actionChosen gives them back.
inline constexpr char OfflineBarId[] = "offline";
inline constexpr char KeychainBarId[] = "keychain";

/// Actions: 0 "Try again", 1 "Details".
[[nodiscard]] Message offlineBar(const ApiError &error, const QString &server, UtcMs asOf,
                                 UtcMs now);
/// Primary "Try again", secondary "Copy details".
[[nodiscard]] EmptyStateContent offlinePage(const ApiError &error, const QString &server);
/// Actions: those of the state's sentence, the way on first. No list: `asOf` is NoTime.
[[nodiscard]] Message keychainBar(KeychainState state, const QString &server, UtcMs asOf,
                                  UtcMs now);
[[nodiscard]] EmptyStateContent keychainPage(KeychainState state, const QString &server);

} // namespace rox
