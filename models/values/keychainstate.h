// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>

namespace rox {

/// What is known of a server's credential in this computer's keychain. Locked is not missing, and
/// an answer that did not come says nothing of what is in there.
struct Keychain
{
    Q_GADGET

public:
    enum class State {
        Stored,    ///< read back
        Absent,    ///< looked, and it is not there
        Locked,    ///< it is there, and cannot be read until somebody unlocks it
        Denied,    ///< the keychain or its user said no
        NoService, ///< this computer offers none
        TimedOut,
        TooLarge, ///< the keychain takes less than this credential
        Failed,
    };
    Q_ENUM(State)
};

using KeychainState = Keychain::State;

} // namespace rox
