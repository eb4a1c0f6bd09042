// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/keychainfailure.h"
#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <tl/expected.hpp>

namespace rox {

template <class T>
using KeychainResult = tl::expected<T, KeychainFailure>;

template <class T>
using KeychainHandler = std::function<void(KeychainResult<T>)>;

/// One entry that a store lists.
struct KeptKey
{
    QString key;
    UtcMs changedAt = NoTime; ///< created or last written, as the keychain says
};

/// Keeps credentials: one secret of arbitrary bytes under each key. Lives on the GUI thread and
/// never blocks it. Every handler is called exactly once, never from inside the call, and never
/// after `context` or the store was destroyed. Reads, writes and removals run in call order.
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) = 0;
    /// Replaces the old value. Success: the new one was read back and is the same.
    virtual void write(const QString &key, Secret secret, QObject *context,
                       KeychainHandler<void> handler) = 0;
    /// Success: a lookup afterwards found nothing under this key.
    virtual void forget(const QString &key, QObject *context, KeychainHandler<void> handler) = 0;
    /// The entries of this program that can be listed without a prompt: those in a locked keyring
    /// are missing. NoService if this store cannot list at all.
    virtual void keys(QObject *context, KeychainHandler<QList<KeptKey>> handler) = 0;
    /// Asks the user to unlock the keychain, in the desktop's own dialog and without a time limit.
    /// Callers that wait at the same time share one dialog. `caller` is the handle of the wait: its
    /// death, or cancelUnlock(caller), ends that wait and no other.
    virtual void unlock(QObject *caller, KeychainHandler<void> handler) = 0;
    /// Ends the unlock() calls of this caller with Denied. The dialog may stay open until the user
    /// closes it; a password given there still unlocks.
    virtual void cancelUnlock(const QObject *caller) = 0;
    /// Success: no obstacle to a read or write is known. Never prompts, and starts no service.
    virtual void probe(QObject *context, KeychainHandler<void> handler) = 0;
};

} // namespace rox
