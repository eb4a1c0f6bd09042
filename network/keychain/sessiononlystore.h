// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <map>

namespace rox {

/// Keeps secrets in memory until the program ends: for where there is no keychain, and for whoever
/// wants none.
class SessionOnlyStore : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) override;
    void write(const QString &key, Secret secret, QObject *context,
               KeychainHandler<void> handler) override;
    void forget(const QString &key, QObject *context, KeychainHandler<void> handler) override;
    void unlock(QObject *context, KeychainHandler<void> handler) override;
    void cancelUnlock() override {}
    void probe(QObject *context, KeychainHandler<void> handler) override;
    [[nodiscard]] bool has(const QString &key) const;
    [[nodiscard]] bool outlivesProgram() const override { return false; }

private:
    void succeedLater(QObject *context, KeychainHandler<void> handler);

    std::map<QString, Secret> m_secrets;
};

} // namespace rox
