// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

// For systems without D-Bus: QtKeychain's result is all there is.
#include "network/delivery.h"
#include "network/keychain/secretservice.h"

namespace rox {

using namespace Qt::StringLiterals;

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

void SecretService::look(const QString &, QObject *context, KeychainHandler<KeychainStatus> handler)
{
    Delivery<KeychainResult<KeychainStatus>> deliver(context, std::move(handler));
    QMetaObject::invokeMethod(
        this, [deliver]() mutable { deliver(KeychainStatus{}); }, Qt::QueuedConnection);
}

void SecretService::probe(QObject *context, KeychainHandler<KeychainStatus> handler)
{
    look({}, context, std::move(handler));
}

void SecretService::list(QObject *context, KeychainHandler<QList<KeptKey>> handler)
{
    look({}, context, [handler = std::move(handler)](const auto &) {
        handler(tl::make_unexpected(
            KeychainFailure{KeychainFailure::State::NoService, u"cannot list its entries"_s}));
    });
}

void SecretService::unlock(QObject *caller, KeychainHandler<void> handler)
{
    look({}, caller, [handler = std::move(handler)](const auto &) { handler({}); });
}

void SecretService::cancelUnlock(const QObject *) {}

} // namespace rox
