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

/// Drops the empty secret of a write or removal.
KeychainHandler<Secret> withoutValue(KeychainHandler<void> handler)
{
    return [handler = std::move(handler)](const KeychainResult<Secret> &result) {
        handler(result.map([](const Secret &) {}));
    };
}

/// NoService counts as success: for a desktop where the Secret Service need not run.
KeychainHandler<void> withoutService(KeychainHandler<void> handler)
{
    return [handler = std::move(handler)](const KeychainResult<void> &result) {
        if (!result && result.error().state == State::NoService)
            handler(KeychainResult<void>());
        else
            handler(result);
    };
}

/// Windows compares the key alone, so it names the program too.
constexpr auto KeyPrefix = "io.github.roxtokens.RoxTokens/"_L1;

struct Queued
{
    std::unique_ptr<KeychainWork> work;
    QPointer<QObject> context;
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
        QObject *const receiver = context ? context : this;
        queue.push_back({std::move(work), receiver, {receiver, std::move(handler)}});
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
        // Its own code is on the stack: delete it later.
        done.work.release()->deleteLater();
        if (!result && result.error().state == State::TimedOut)
            return refuseReads(std::move(done.deliver), result.error());
        later();
        done.deliver(std::move(result));
    }

    /// Each queued read would time out as the first did. Writes and removals stay in the queue.
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

    KeychainTools tools() { return {service, jobs, libsecret}; }

    SecretService service;
    KeychainJobs jobs;
    LibsecretConnection libsecret;
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
    return KeyPrefix % key;
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

void KeychainStore::keys(QObject *context, KeychainHandler<QList<KeptKey>> handler)
{
    m_d->service.list(context ? context : this, [handler = std::move(handler)](auto listed) {
        if (listed) {
            listed->removeIf([](const KeptKey &kept) { return !kept.key.startsWith(KeyPrefix); });
            for (KeptKey &kept : *listed)
                kept.key.remove(0, KeyPrefix.size());
        }
        handler(std::move(listed));
    });
}

void KeychainStore::unlock(QObject *caller, KeychainHandler<void> handler)
{
    SecretService &service = m_d->service;
    if (service.holds() == SecretService::Holds::All) {
        service.unlock(caller, std::move(handler));
        return;
    }
    // First QtKeychain's own backend, then the items that it may have written to the service.
    auto opened = [alive = QPointer<SecretService>(&service), guard = QPointer(caller),
                   handler = std::move(handler)](const KeychainResult<Secret> &result) {
        if (!result)
            handler(tl::make_unexpected(result.error()));
        else if (alive)
            alive->unlock(guard, withoutService(handler));
    };
    auto opening = std::make_unique<KeychainOpening>(m_d->tools(), keyOf({}));
    connect(caller, &QObject::destroyed, opening.get(), &KeychainOpening::cancel);
    m_d->add(std::move(opening), caller, std::move(opened));
}

void KeychainStore::cancelUnlock(const QObject *caller)
{
    m_d->service.cancelUnlock(caller);
    for (const Queued &queued : m_d->queue) {
        auto *opening = qobject_cast<KeychainOpening *>(queued.work.get());
        if (opening && queued.context == caller)
            opening->cancel();
    }
}

void KeychainStore::probe(QObject *context, KeychainHandler<void> handler)
{
    m_d->service.probe(context ? context : this,
                       [handler = std::move(handler)](const KeychainResult<KeychainStatus> &sight) {
                           handler(sight ? sight->mayWrite() : tl::make_unexpected(sight.error()));
                       });
}

} // namespace rox
