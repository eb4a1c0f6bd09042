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
        Stored,       ///< read back
        Absent,       ///< proven: the keychain is open and keeps nothing for this profile
        Locked,       ///< what it keeps is still there; unlocking asks for the password
        NoCollection, ///< the service keeps no default keyring yet; unlocking offers to make one
        Denied,       ///< the user, or the keychain's own rules, said no
        NoService,    ///< no session bus, nobody on it who keeps secrets, or no libsecret
        TimedOut,     ///< no answer; whether the work is still done is not known
        TooLarge,     ///< more than this keychain takes: nothing was written
        Failed,       ///< anything else
    };
    Q_ENUM(State)
};

using KeychainState = Keychain::State;

} // namespace rox
