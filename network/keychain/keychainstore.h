// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <chrono>
#include <memory>

namespace rox {

/// The desktop's keychain. QtKeychain stores and reads; the Secret Service itself is asked, before
/// and after, whether an entry exists and is locked.
///
/// Operations run one at a time. If the keychain hangs, the running operation ends with TimedOut
/// after the limit, and so does each queued read. A queued write or removal is still tried: its
/// secret may exist nowhere else. QtKeychain runs no job beside a hung one, so until that returns
/// later operations end with TimedOut too.
class KeychainStore : public CredentialStore
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds CallLimit{15'000};

    /// `limit` is for each call of the keychain; a read or write makes up to four.
    explicit KeychainStore(std::chrono::milliseconds limit = CallLimit, QObject *parent = nullptr);
    ~KeychainStore() override;

    /// The names given to QtKeychain. Other programs show them: secret-tool finds a secret by
    /// `server` serviceName() and `user` keyOf(key).
    [[nodiscard]] static QString serviceName();
    [[nodiscard]] static QString keyOf(const QString &key);
    /// Bytes. On Windows the system's limit; elsewhere our own, against mistakes.
    [[nodiscard]] static qsizetype maxSecretBytes();

    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler) override;
    void write(const QString &key, Secret secret, QObject *context,
               KeychainHandler<void> handler) override;
    void forget(const QString &key, QObject *context, KeychainHandler<void> handler) override;
    void keys(QObject *context, KeychainHandler<QList<KeptKey>> handler) override;
    void unlock(QObject *caller, KeychainHandler<void> handler) override;
    void cancelUnlock(const QObject *caller) override;
    void probe(QObject *context, KeychainHandler<void> handler) override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
