// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainjobs.h"

#include <qt6keychain/keychain.h>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

namespace {

State stateOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return State::Absent;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return State::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return State::NoService;
    case QKeychain::NoError:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return State::Failed;
}

/// QtKeychain does not wipe its bytes. When the job is destroyed, this copy is the last reference
/// to them, so wiping it wipes the shared data.
void wipeWith(QKeychain::Job *job, const QByteArray &bytes)
{
    QObject::connect(job, &QObject::destroyed, job, [held = bytes]() mutable { wipe(held); });
}

} // namespace

KeychainJobs::KeychainJobs(QString service, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(limit);
    connect(&m_limit, &QTimer::timeout, this, &KeychainJobs::timedOut);
}

void KeychainJobs::read(const QString &key, QObject *context, KeychainHandler<Secret> handler)
{
    start(new QKeychain::ReadPasswordJob(m_service), key, {context, std::move(handler)});
}

void KeychainJobs::readUnhurried(const QString &key, QObject *context,
                                 KeychainHandler<Secret> handler)
{
    read(key, context, std::move(handler));
    if (m_running)
        m_limit.stop();
}

void KeychainJobs::write(const QString &key, const Secret &secret, QObject *context,
                         KeychainHandler<Secret> handler)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    QByteArray bytes = secret.view().toByteArray();
    job->setBinaryData(bytes);
    wipeWith(job, bytes);
    bytes.clear();
    start(job, key, {context, std::move(handler)});
}

void KeychainJobs::remove(const QString &key, QObject *context, KeychainHandler<Secret> handler)
{
    start(new QKeychain::DeletePasswordJob(m_service), key, {context, std::move(handler)});
}

void KeychainJobs::abandon()
{
    if (!m_running)
        return;
    drop({State::Denied, u"cancelled"_s});
}

void KeychainJobs::start(QKeychain::Job *job, const QString &key, Deliver deliver)
{
    Q_ASSERT(!m_running);
    m_deliver = std::move(deliver);
    if (m_stuck) {
        delete job; // never started, so QtKeychain has no pointer to it
        QMetaObject::invokeMethod(
            this,
            [this] {
                end(tl::make_unexpected(KeychainFailure{
                    State::TimedOut, u"an earlier call of the keychain has not come back"_s}));
            },
            Qt::QueuedConnection);
        return;
    }
    m_running = job;
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, this, &KeychainJobs::finished);
    m_limit.start();
    job->start();
}

void KeychainJobs::finished(QKeychain::Job *job)
{
    m_running = nullptr;
    if (job->error() != QKeychain::NoError)
        return end(tl::make_unexpected(KeychainFailure{stateOf(job->error()), job->errorString()}));
    Secret secret;
    if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job)) {
        const QByteArray bytes = reading->binaryData();
        secret = Secret(bytes);
        wipeWith(job, bytes);
    }
    end(std::move(secret));
}

void KeychainJobs::timedOut()
{
    if (m_running)
        drop({State::TimedOut, u"the keychain has not answered in time"_s});
}

void KeychainJobs::drop(KeychainFailure failure)
{
    // The backend holds a raw pointer to the job, so it must not be deleted. It deletes itself if
    // it ever ends.
    m_running->disconnect(this);
    m_stuck = std::exchange(m_running, nullptr);
    end(tl::make_unexpected(std::move(failure)));
}

void KeychainJobs::end(KeychainResult<Secret> result)
{
    m_limit.stop();
    Deliver deliver = std::exchange(m_deliver, {nullptr, nullptr});
    deliver(std::move(result));
}

} // namespace rox
