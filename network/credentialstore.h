// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QUuid>

#include <functional>
#include <tl/expected.hpp>

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

template <class T>
using KeychainResult = tl::expected<T, KeychainFailure>;

template <class T>
using KeychainHandler = std::function<void(KeychainResult<T>)>;

/// Where credentials are kept, one secret of arbitrary bytes for each profile. Lives on the GUI
/// thread and never blocks it. Every handler is called exactly once, never from inside a call here,
/// and never after `context` died or the store was destroyed. Calls are carried out in their order.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void read(const QUuid &profile, QObject *context, KeychainHandler<Secret> handler) = 0;
    /// Replaces what was there. Success says that it was read back and is the same.
    virtual void write(const QUuid &profile, Secret secret, QObject *context,
                       KeychainHandler<void> handler) = 0;
    /// Success says that nothing is kept for this profile any more, looked up afterwards.
    virtual void forget(const QUuid &profile, QObject *context, KeychainHandler<void> handler) = 0;
    /// Asks the user to open the keychain, in the desktop's own dialog, for as long as they take.
    virtual void unlock(QObject *context, KeychainHandler<void> handler) = 0;
    /// Ends every unlock() under way with Denied. Its dialog may stay until the user closes it;
    /// a password given there still unlocks.
    virtual void cancelUnlock() = 0;
    /// Success: nothing is known to stand in the way of a read or write. Never prompts, and starts
    /// no service.
    virtual void probe(QObject *context, KeychainHandler<void> handler) = 0;
    /// False: what is written is gone when the program ends. The user is told so all the time.
    [[nodiscard]] virtual bool outlivesProgram() const = 0;
};

} // namespace rox
