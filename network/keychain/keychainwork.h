// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/keychainjobs.h"
#include "network/keychain/libsecretsession.h"
#include "network/keychain/secretservice.h"

#include <optional>

namespace rox {

/// What every piece of work is done with.
struct KeychainTools
{
    SecretService &service; ///< tells what is true
    KeychainJobs &jobs;     ///< stores and reads
    LibsecretSession &session;
};

/// One read, write or removal, from the first look to the proof.
class KeychainWork : public QObject
{
    Q_OBJECT

public:
    KeychainWork(KeychainTools tools, QString key);

    /// `ended` is called once and last; it may delete this. A write or removal has an empty secret.
    void start(KeychainHandler<Secret> ended);

protected:
    virtual void begin() = 0;
    void look(KeychainHandler<KeychainSight> seen);
    void end(KeychainResult<Secret> result);
    void fail(const KeychainFailure &failure) { end(tl::make_unexpected(failure)); }

    KeychainTools m_tools;
    QString m_key;

private:
    KeychainHandler<Secret> m_ended;
};

/// Looks before it reads, and again if reading failed: QtKeychain's "not found" is not believed.
class KeychainRead : public KeychainWork
{
    Q_OBJECT

public:
    using KeychainWork::KeychainWork;

protected:
    void begin() override;

private:
    void seen(const KeychainResult<KeychainSight> &sight);
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
    void seen(const KeychainResult<KeychainSight> &sight);
    void written(const KeychainResult<Secret> &result);
    void explain(const KeychainFailure &failure);

    Secret m_secret;
};

/// Success only if a look afterwards finds nothing.
class KeychainRemoval : public KeychainWork
{
    Q_OBJECT

public:
    using KeychainWork::KeychainWork;

protected:
    void begin() override;

private:
    void seen(const KeychainResult<KeychainSight> &sight);
    void removed(const KeychainResult<Secret> &result, bool told);
    void readForProof();
};

/// Makes the keychain ask for its password by reading what is not there.
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
