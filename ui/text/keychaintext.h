// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/keychainfailure.h"

#include <QString>

namespace rox {

/// Texts about the keychain. Empty: no text or no button.
struct KeychainSentence
{
    QString cause;     ///< semibold in a bar, heading of a page
    QString advice;    ///< what it means and what to do
    QString primary;   ///< button: mends it
    QString secondary; ///< button: goes on without it

    [[nodiscard]] QString plain() const { return cause + QLatin1Char(' ') + advice; }
};

/// `server` is the name the user knows it by; untrusted, made visible.
[[nodiscard]] KeychainSentence sentenceFor(KeychainState state, const QString &server);
/// Right of the status bar: "Credential in keychain", "Keychain locked".
[[nodiscard]] QString keychainStatus(KeychainState state);
/// Under the server's name in the sidebar; empty while the keychain works.
[[nodiscard]] QString keychainNotice(KeychainState state);
/// Why "Keep in keychain" cannot be chosen; empty where it can.
[[nodiscard]] QString whyNotKept(KeychainState state);

} // namespace rox
