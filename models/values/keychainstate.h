// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>

namespace rox {

/// The known state of a server's credential in this computer's keychain. Locked and TimedOut do not
/// mean that the credential is missing.
struct Keychain
{
    Q_GADGET

public:
    enum class State {
        Stored,       ///< read back
        Absent,       ///< proven: the keychain is unlocked and has no item for this profile
        Locked,       ///< the item may be there; unlocking asks for the password
        NoCollection, ///< the service has no default keyring yet; unlocking offers to create one
        Denied,       ///< refused by the user or by the keychain's rules
        NoService,    ///< no session bus, no Secret Service on it, or no libsecret
        TimedOut,     ///< no answer; the job may still be done later
        TooLarge,     ///< over this keychain's size limit: nothing was written
        Failed,       ///< anything else
    };
    Q_ENUM(State)
};

using KeychainState = Keychain::State;

/// Whether the same call may succeed later without a question to the user.
[[nodiscard]] constexpr bool mayPass(KeychainState state)
{
    return state == KeychainState::Locked || state == KeychainState::NoService
           || state == KeychainState::TimedOut || state == KeychainState::Failed;
}

} // namespace rox
