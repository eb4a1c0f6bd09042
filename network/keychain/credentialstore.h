// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/keychainfailure.h"
#include "models/values/secret.h"

#include <QObject>
#include <QString>

#include <functional>
#include <tl/expected.hpp>

namespace rox {

template <class T>
using KeychainResult = tl::expected<T, KeychainFailure>;

template <class T>
using KeychainHandler = std::function<void(KeychainResult<T>)>;

/// Where credentials are kept, one secret of arbitrary bytes under each key. Lives on the GUI
/// thread and never blocks it. Every handler is called exactly once, never from inside a call here,
/// and never after `context` died or the store was destroyed. Calls are carried out in their order.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) = 0;
    /// Replaces what was there. Success says that it was read back and is the same.
    virtual void write(const QString &key, Secret secret, QObject *context,
                       KeychainHandler<void> handler) = 0;
    /// Success says that nothing is kept under this key any more, looked up afterwards.
    virtual void forget(const QString &key, QObject *context, KeychainHandler<void> handler) = 0;
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
