// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <chrono>
#include <memory>

namespace rox {

/// The desktop's keychain. QtKeychain stores and reads; what is there, what is locked and what is
/// gone is asked of the Secret Service itself, before and after.
///
/// Work is done one piece at a time. If the keychain hangs, what runs ends with TimedOut after the
/// limit, and each read that waits with it. A write or removal that waits is still tried: it holds
/// what exists nowhere else. Until the hung call comes back QtKeychain runs nothing beside it, and
/// what comes ends with TimedOut as well. What the user sees then is sign-in without the keychain.
class KeychainStore : public CredentialStore
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds CallLimit{15'000};

    /// `limit` is for each call of the keychain, of which a read or write makes up to four.
    explicit KeychainStore(std::chrono::milliseconds limit = CallLimit, QObject *parent = nullptr);
    ~KeychainStore() override;

    /// What QtKeychain is asked for, and what other programs show: secret-tool finds a secret by
    /// `server` serviceName() and `user` keyOf(key).
    [[nodiscard]] static QString serviceName();
    [[nodiscard]] static QString keyOf(const QString &key);
    /// Bytes. Windows has a limit of its own; elsewhere it is ours, against mistakes.
    [[nodiscard]] static qsizetype maxSecretBytes();

    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) override;
    void write(const QString &key, Secret secret, QObject *context,
               KeychainHandler<void> handler) override;
    void forget(const QString &key, QObject *context, KeychainHandler<void> handler) override;
    void unlock(QObject *context, KeychainHandler<void> handler) override;
    void cancelUnlock() override;
    void probe(QObject *context, KeychainHandler<void> handler) override;
    [[nodiscard]] bool outlivesProgram() const override { return true; }

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
