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

/// QtKeychain's jobs, one at a time, each with a limit of our own. What they say is QtKeychain's
/// word and no more: NotFound may be locked, and a delete that worked may not have.
class KeychainJobs : public QObject
{
    Q_OBJECT

public:
    /// `service` is QtKeychain's word for the program.
    KeychainJobs(QString service, std::chrono::milliseconds limit, QObject *parent = nullptr);

    /// A job that ran out of time cannot be stopped, and QtKeychain runs nothing beside it. Until
    /// it ends by itself, if ever, every further one is refused.
    [[nodiscard]] bool isStuck() const { return !m_stuck.isNull(); }

    /// One at a time; handlers: once, not from inside the call, not after this object or `context`
    /// died. The secret of a write or removal is empty.
    void read(const QString &key, QObject *context, KeychainHandler<Secret> handler);
    void write(const QString &key, const Secret &secret, QObject *context,
               KeychainHandler<Secret> handler);
    void remove(const QString &key, QObject *context, KeychainHandler<Secret> handler);
    /// As read(), but as long as the user takes to answer what it makes the keychain ask.
    void readUnhurried(const QString &key, QObject *context, KeychainHandler<Secret> handler);
    /// Lets go of the job that runs; its handler is called with Denied.
    void letGo();

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
