// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/delivery.h"
#include "network/keychain/credentialstore.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

namespace QKeychain {
class Job;
}

namespace rox {

/// QtKeychain's jobs, one at a time, each with our own time limit. Results are QtKeychain's: Absent
/// may mean locked, and a removal that succeeded may have removed nothing.
class KeychainJobs : public QObject
{
    Q_OBJECT

public:
    /// `service` is QtKeychain's name of the program.
    KeychainJobs(QString service, std::chrono::milliseconds limit, QObject *parent = nullptr);

    /// A job that timed out cannot be stopped, and QtKeychain runs none beside it. Until it ends by
    /// itself, if ever, every further job is refused.
    [[nodiscard]] bool isStuck() const { return !m_stuck.isNull(); }

    /// One at a time; handlers: once, not from inside the call, not after this object or `context`
    /// died. The secret of a write or removal is empty.
    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler);
    void write(const QString &key, const Secret &secret, QObject *context,
               KeychainHandler<Secret> handler);
    void remove(const QString &key, QObject *context, KeychainHandler<Secret> handler);
    /// As read(), without the limit: the keychain may prompt the user.
    void readUnhurried(const QString &key, QObject *context, KeychainHandler<Secret> handler);
    /// Abandons the running job; its handler is called with Denied.
    void abandon();

private:
    using Deliver = Delivery<KeychainResult<Secret>>;

    void start(QKeychain::Job *job, const QString &key, Deliver deliver);
    void finished(QKeychain::Job *job);
    void timedOut();
    void drop(KeychainFailure failure);
    void end(KeychainResult<Secret> result);

    QString m_service;
    QTimer m_limit;
    QPointer<QKeychain::Job> m_running;
    QPointer<QKeychain::Job> m_stuck;
    Deliver m_deliver{nullptr, nullptr};
};

} // namespace rox
