// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <map>

namespace rox {

/// Keeps secrets in memory until the program ends: for a computer without a keychain, and for
/// profiles that are not kept in it.
class MemoryStore : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) override;
    void write(const QString &key, Secret secret, QObject *context,
               KeychainHandler<void> handler) override;
    void forget(const QString &key, QObject *context, KeychainHandler<void> handler) override;
    void keys(QObject *context, KeychainHandler<QList<KeptKey>> handler) override;
    void unlock(QObject *caller, KeychainHandler<void> handler) override;
    void cancelUnlock(const QObject *) override {}
    void probe(QObject *context, KeychainHandler<void> handler) override;
    [[nodiscard]] bool has(const QString &key) const;

private:
    template <class T>
    void answerLater(QObject *context, KeychainHandler<T> handler, KeychainResult<T> result);

    std::map<QString, Secret> m_secrets;
};

} // namespace rox
