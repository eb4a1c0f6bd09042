// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/windowpresenter.h"
#include "models/servers/serverprofile.h"
#include "models/values/keychainfailure.h"

namespace rox {

/// What stands in place of a server's tokens, without what its buttons do. Pure.
[[nodiscard]] ServerFacts factsOf(const ServerProfile &profile);
/// `step`: what is waited for; empty: the keychain.
[[nodiscard]] ServerPage openingServer(const ServerProfile &profile, const QString &step = {});
[[nodiscard]] ServerPage keychainInTheWay(const ServerProfile &profile, KeychainState state);
/// Why "Sign in to …" asks then: a sentence.
[[nodiscard]] QString whySignIn(const ServerProfile &profile, KeychainState state);
[[nodiscard]] ServerPage notSignedIn(const ServerProfile &profile, const ApiError &error);

/// As the sidebar lists it.
[[nodiscard]] ServerRow rowOf(const ServerProfile &profile);
/// Another server like this one. Its credential is not copied: two profiles have two.
[[nodiscard]] ServerProfile copyOf(const ServerProfile &profile, const QString &colorName);
/// A color that is not taken yet, of serverColor(); the first if all are.
[[nodiscard]] QString freeColor(const QStringList &taken);

} // namespace rox
