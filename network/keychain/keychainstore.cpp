// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/keychainstore.h"

#include "network/delivery.h"
#include "network/keychain/keychainwork.h"

#include <QPointer>

#include <deque>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

namespace {

/// For a handler that is not told of a value.
KeychainHandler<Secret> withoutValue(KeychainHandler<void> handler)
{
    return [handler = std::move(handler)](const KeychainResult<Secret> &result) {
        handler(result.map([](const Secret &) {}));
    };
}

/// For where the Secret Service is not needed: that it is not there is no failure.
KeychainHandler<void> withoutService(KeychainHandler<void> handler)
{
    return [handler = std::move(handler)](const KeychainResult<void> &result) {
        if (!result && result.error().state == State::NoService)
            handler(KeychainResult<void>());
        else
            handler(result);
    };
}

struct Queued
{
    std::unique_ptr<KeychainWork> work;
    Delivery<KeychainResult<Secret>> deliver;

    [[nodiscard]] bool isChange() const
    {
        return qobject_cast<KeychainWrite *>(work.get())
               || qobject_cast<KeychainRemoval *>(work.get());
    }
};

} // namespace

class KeychainStore::Private : public QObject
{
public:
    explicit Private(std::chrono::milliseconds limit)
        : service(serviceName(), limit)
        , jobs(serviceName(), limit)
    {}

    void add(std::unique_ptr<KeychainWork> work, QObject *context, KeychainHandler<Secret> handler)
    {
        queue.push_back({std::move(work), {context ? context : this, std::move(handler)}});
        later();
    }

    void later()
    {
        QMetaObject::invokeMethod(
            this, [this] { next(); }, Qt::QueuedConnection);
    }

    void next()
    {
        if (running || queue.empty())
            return;
        running = true;
        queue.front().work->start(
            [this](KeychainResult<Secret> result) { ended(std::move(result)); });
    }

    void ended(KeychainResult<Secret> result)
    {
        running = false;
        Queued done = std::move(queue.front());
        queue.pop_front();
        // The bus and QtKeychain call from inside the work.
        done.work.release()->deleteLater();
        if (!result && result.error().state == State::TimedOut)
            return refuseReads(std::move(done.deliver), result.error());
        later();
        done.deliver(std::move(result));
    }

    /// Each read would take as long as the first to learn the same. Writes and removals stay.
    void refuseReads(Delivery<KeychainResult<Secret>> first, const KeychainFailure &failure)
    {
        const QPointer<Private> alive(this);
        std::deque<Queued> refused;
        for (Queued &queued : std::exchange(queue, {}))
            (queued.isChange() ? queue : refused).push_back(std::move(queued));
        later();
        first(tl::make_unexpected(failure));
        for (Queued &queued : refused) {
            if (alive)
                queued.deliver(tl::make_unexpected(failure));
        }
    }

    KeychainTools tools() { return {service, jobs, session}; }

    SecretService service;
    KeychainJobs jobs;
    LibsecretSession session;
    std::deque<Queued> queue;
    bool running = false;
};

KeychainStore::KeychainStore(std::chrono::milliseconds limit, QObject *parent)
    : CredentialStore(parent)
    , m_d(std::make_unique<Private>(limit))
{}

KeychainStore::~KeychainStore() = default;

QString KeychainStore::serviceName()
{
    return u"Rox Tokens"_s;
}

QString KeychainStore::keyOf(const QString &key)
{
    // Windows looks at this alone, so it names the program too.
    return "io.github.roxtokens.RoxTokens/"_L1 % key;
}

qsizetype KeychainStore::maxSecretBytes()
{
#ifdef Q_OS_WIN
    return 2560; // CRED_MAX_CREDENTIAL_BLOB_SIZE
#else
    return 64 * 1024;
#endif
}

void KeychainStore::read(const QString &key, QObject *context, KeychainHandler<Secret> handler)
{
    m_d->add(std::make_unique<KeychainRead>(m_d->tools(), keyOf(key)), context, std::move(handler));
}

void KeychainStore::write(const QString &key, Secret secret, QObject *context,
                          KeychainHandler<void> handler)
{
    m_d->add(std::make_unique<KeychainWrite>(m_d->tools(), keyOf(key), std::move(secret)), context,
             withoutValue(std::move(handler)));
}

void KeychainStore::forget(const QString &key, QObject *context, KeychainHandler<void> handler)
{
    m_d->add(std::make_unique<KeychainRemoval>(m_d->tools(), keyOf(key)), context,
             withoutValue(std::move(handler)));
}

void KeychainStore::unlock(QObject *context, KeychainHandler<void> handler)
{
    QObject *const receiver = context ? context : this;
    SecretService &service = m_d->service;
    if (service.holds() == SecretService::Holds::All) {
        service.unlock(receiver, std::move(handler));
        return;
    }
    // First whatever QtKeychain keeps secrets in, then what it may have kept in the service.
    auto opened = [alive = QPointer<SecretService>(&service), receiver,
                   handler = std::move(handler)](const KeychainResult<Secret> &result) {
        if (!result)
            handler(tl::make_unexpected(result.error()));
        else if (alive)
            alive->unlock(receiver, withoutService(handler));
    };
    m_d->add(std::make_unique<KeychainOpening>(m_d->tools(), keyOf({})), receiver,
             std::move(opened));
}

void KeychainStore::cancelUnlock()
{
    m_d->service.cancelUnlock();
    for (const Queued &queued : m_d->queue) {
        if (auto *opening = qobject_cast<KeychainOpening *>(queued.work.get()))
            opening->cancel();
    }
}

void KeychainStore::probe(QObject *context, KeychainHandler<void> handler)
{
    m_d->service.probe(context ? context : this,
                       [handler = std::move(handler)](const KeychainResult<KeychainSight> &sight) {
                           handler(sight ? sight->mayWrite() : tl::make_unexpected(sight.error()));
                       });
}

} // namespace rox
