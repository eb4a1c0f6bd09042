// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/keychainjobs.h"
#include "network/keychain/libsecretconnection.h"
#include "network/keychain/secretservice.h"

#include <optional>

namespace rox {

struct KeychainTools
{
    SecretService &service; ///< whether entries exist and are locked
    KeychainJobs &jobs;     ///< reads, writes and removes
    LibsecretConnection &libsecret;
};

/// One read, write or removal, from the first lookup to the check of its result.
class KeychainWork : public QObject
{
    Q_OBJECT

public:
    KeychainWork(KeychainTools tools, QString key);

    /// `ended` is called once, as the last thing, and may delete this. A write or removal gives an
    /// empty secret.
    void start(KeychainHandler<Secret> ended);

protected:
    virtual void begin() = 0;
    void look(KeychainHandler<KeychainStatus> seen);
    void end(KeychainResult<Secret> result);
    void fail(const KeychainFailure &failure) { end(tl::make_unexpected(failure)); }

    KeychainTools m_tools;
    QString m_key;

private:
    KeychainHandler<Secret> m_ended;
};

/// Looks the entry up before the read, and again if the read failed: QtKeychain reports "not found"
/// for a locked entry too.
class KeychainRead : public KeychainWork
{
    Q_OBJECT

public:
    using KeychainWork::KeychainWork;

protected:
    void begin() override;

private:
    void seen(const KeychainResult<KeychainStatus> &sight);
    void readEnded(KeychainResult<Secret> result, bool told);

    std::optional<KeychainFailure> m_firstFailure;
};

/// Success only after reading the secret back.
class KeychainWrite : public KeychainWork
{
    Q_OBJECT

public:
    KeychainWrite(KeychainTools tools, QString key, Secret secret);

protected:
    void begin() override;

private:
    void seen(const KeychainResult<KeychainStatus> &sight);
    void written(const KeychainResult<Secret> &result);
    void explain(const KeychainFailure &failure);

    Secret m_secret;
};

/// Success only if a lookup afterwards finds nothing.
class KeychainRemoval : public KeychainWork
{
    Q_OBJECT

public:
    using KeychainWork::KeychainWork;

protected:
    void begin() override;

private:
    void seen(const KeychainResult<KeychainStatus> &sight);
    void removed(const KeychainResult<Secret> &result, bool told);
    void readForProof();
};

/// Makes the keychain prompt for its password by reading a key that does not exist.
class KeychainOpening : public KeychainWork
{
    Q_OBJECT

public:
    using KeychainWork::KeychainWork;

    void cancel();

protected:
    void begin() override;

private:
    void open();

    bool m_reads = false;
    bool m_cancelled = false;
};

} // namespace rox
