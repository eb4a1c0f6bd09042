// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/credentialstore.h"

#include <map>

namespace rox {

/// Keeps secrets in memory until the program ends: for where there is no keychain, and for whoever
/// wants none.
class SessionOnlyStore : public CredentialStore
{
    Q_OBJECT

public:
    using CredentialStore::CredentialStore;

    void read(const QUuid &profile, QObject *context, KeychainHandler<Secret> handler) override;
    void write(const QUuid &profile, Secret secret, QObject *context,
               KeychainHandler<void> handler) override;
    void forget(const QUuid &profile, QObject *context, KeychainHandler<void> handler) override;
    void unlock(QObject *context, KeychainHandler<void> handler) override;
    void cancelUnlock() override {}
    void probe(QObject *context, KeychainHandler<void> handler) override;
    [[nodiscard]] bool has(const QUuid &profile) const;
    [[nodiscard]] bool outlivesProgram() const override { return false; }

private:
    void succeedLater(QObject *context, KeychainHandler<void> handler);

    std::map<QUuid, Secret> m_secrets;
};

} // namespace rox
