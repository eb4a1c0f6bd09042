// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace rox {

/// Why a keychain did not do its work. Sentences for people stand in ui/words.
struct KeychainFailure
{
    Q_GADGET

public:
    enum class State {
        Absent,       ///< proven: the keychain is open and keeps nothing for this profile
        Locked,       ///< what it keeps is still there; unlock() asks for the password
        NoCollection, ///< the service keeps no default keyring yet; unlock() offers to make one
        Denied,       ///< the user, or the keychain's own rules, said no
        NoService,    ///< no session bus, nobody on it who keeps secrets, or no libsecret
        TimedOut,     ///< no answer; whether the work is still done is not known
        TooLarge,     ///< more than this keychain takes: nothing was written
        Failed,       ///< anything else; `detail` has the keychain's words
    };
    Q_ENUM(State)

    State state = State::Failed;
    QString detail; ///< technical, untranslated; never a secret

    bool operator==(const KeychainFailure &) const = default;
};

} // namespace rox
