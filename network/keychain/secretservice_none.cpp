// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

// Where there is no D-Bus: nobody tells more than QtKeychain does.
#include "network/delivery.h"
#include "network/keychain/secretservice.h"

namespace rox {

class SecretService::Private
{};

SecretService::SecretService(QString, std::chrono::milliseconds, QObject *parent)
    : QObject(parent)
{}

SecretService::~SecretService() = default;

SecretService::Holds SecretService::holds() const
{
    return Holds::Nothing;
}

void SecretService::look(const QString &, QObject *context, KeychainHandler<KeychainSight> handler)
{
    Delivery<KeychainResult<KeychainSight>> deliver(context, std::move(handler));
    QMetaObject::invokeMethod(
        this, [deliver]() mutable { deliver(KeychainSight{}); }, Qt::QueuedConnection);
}

void SecretService::probe(QObject *context, KeychainHandler<KeychainSight> handler)
{
    look({}, context, std::move(handler));
}

void SecretService::unlock(QObject *context, KeychainHandler<void> handler)
{
    look({}, context, [handler = std::move(handler)](const auto &) { handler({}); });
}

void SecretService::cancelUnlock() {}

} // namespace rox
