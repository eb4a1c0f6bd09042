// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/memorystore.h"

#include "network/delivery.h"

#include <memory>

namespace rox {

using State = KeychainFailure::State;

/// The result is fixed now: a later write or forget does not change it.
template <class T>
void MemoryStore::answerLater(QObject *context, KeychainHandler<T> handler,
                              KeychainResult<T> result)
{
    Delivery<KeychainResult<T>> deliver(context ? context : this, std::move(handler));
    auto held = std::make_shared<KeychainResult<T>>(std::move(result));
    QMetaObject::invokeMethod(
        this, [deliver, held]() mutable { deliver(std::move(*held)); }, Qt::QueuedConnection);
}

void MemoryStore::read(const QString &key, QObject *context, KeychainHandler<Secret> handler)
{
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        answerLater<Secret>(context, std::move(handler),
                            tl::make_unexpected(KeychainFailure{State::Absent, {}}));
    else
        answerLater<Secret>(context, std::move(handler), found->second.clone());
}

void MemoryStore::write(const QString &key, Secret secret, QObject *context,
                        KeychainHandler<void> handler)
{
    m_secrets.insert_or_assign(key, std::move(secret));
    answerLater<void>(context, std::move(handler), {});
}

void MemoryStore::forget(const QString &key, QObject *context, KeychainHandler<void> handler)
{
    m_secrets.erase(key);
    answerLater<void>(context, std::move(handler), {});
}

bool MemoryStore::has(const QString &key) const
{
    return m_secrets.find(key) != m_secrets.end();
}

void MemoryStore::keys(QObject *context, KeychainHandler<QList<KeptKey>> handler)
{
    QList<KeptKey> all;
    for (const auto &[key, secret] : m_secrets)
        all.append({key, NoTime});
    answerLater<QList<KeptKey>>(context, std::move(handler), std::move(all));
}

void MemoryStore::unlock(QObject *caller, KeychainHandler<void> handler)
{
    answerLater<void>(caller, std::move(handler), {});
}

void MemoryStore::probe(QObject *context, KeychainHandler<void> handler)
{
    answerLater<void>(context, std::move(handler), {});
}

} // namespace rox
