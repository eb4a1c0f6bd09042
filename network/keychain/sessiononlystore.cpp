// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/sessiononlystore.h"

#include "network/delivery.h"

#include <memory>

namespace rox {

void SessionOnlyStore::read(const QString &key, QObject *context, KeychainHandler<Secret> handler)
{
    const auto found = m_secrets.find(key);
    // The answer is settled now: a later write or forget does not change it.
    auto answer = std::make_shared<KeychainResult<Secret>>(
        found == m_secrets.end() ? KeychainResult<Secret>(
            tl::make_unexpected(KeychainFailure{KeychainFailure::State::Absent, {}}))
                                 : KeychainResult<Secret>(found->second.clone()));
    Delivery<KeychainResult<Secret>> deliver(context ? context : this, std::move(handler));
    QMetaObject::invokeMethod(
        this, [deliver, answer]() mutable { deliver(std::move(*answer)); }, Qt::QueuedConnection);
}

void SessionOnlyStore::write(const QString &key, Secret secret, QObject *context,
                             KeychainHandler<void> handler)
{
    m_secrets.insert_or_assign(key, std::move(secret));
    succeedLater(context, std::move(handler));
}

void SessionOnlyStore::forget(const QString &key, QObject *context, KeychainHandler<void> handler)
{
    m_secrets.erase(key);
    succeedLater(context, std::move(handler));
}

bool SessionOnlyStore::has(const QString &key) const
{
    return m_secrets.find(key) != m_secrets.end();
}

void SessionOnlyStore::unlock(QObject *context, KeychainHandler<void> handler)
{
    succeedLater(context, std::move(handler));
}

void SessionOnlyStore::probe(QObject *context, KeychainHandler<void> handler)
{
    succeedLater(context, std::move(handler));
}

void SessionOnlyStore::succeedLater(QObject *context, KeychainHandler<void> handler)
{
    Delivery<KeychainResult<void>> deliver(context ? context : this, std::move(handler));
    QMetaObject::invokeMethod(
        this, [deliver, success = KeychainResult<void>()]() mutable { deliver(success); },
        Qt::QueuedConnection);
}

} // namespace rox
