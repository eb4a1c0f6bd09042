// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QList>
#include <QMap>

namespace rox {

/// a{ss}: what an item of the Secret Service is found by.
using SecretAttributes = QMap<QString, QString>;

} // namespace rox

/// The freedesktop Secret Service's calls and what they answer. A reply of another shape than the
/// specification's is Failed.
namespace rox::secretcalls {

struct Found
{
    QList<QDBusObjectPath> unlocked;
    QList<QDBusObjectPath> locked;
};

struct Prompted
{
    QString prompt; ///< its path
    QString owner;  ///< the unique name of the service that has it
};

[[nodiscard]] QString serviceName();
[[nodiscard]] QDBusMessage hasOwner();
/// The unique name of the service that runs. A reply does not tell it: QDBusMessage::service() of a
/// reply is empty in Qt 6.8.
[[nodiscard]] QDBusMessage owner();
[[nodiscard]] QDBusMessage activatableNames();
[[nodiscard]] QDBusMessage search(const SecretAttributes &attributes);
[[nodiscard]] QDBusMessage defaultCollection();
[[nodiscard]] QDBusMessage isLocked(const QString &collection);
[[nodiscard]] QDBusMessage unlock(const QList<QDBusObjectPath> &objects);
[[nodiscard]] QDBusMessage createDefaultCollection();
[[nodiscard]] QDBusMessage prompt(const Prompted &prompted);

[[nodiscard]] KeychainResult<Found> found(const QDBusMessage &searched);
/// Empty for "/", which stands for none.
[[nodiscard]] KeychainResult<QString> pathOf(const QDBusMessage &reply);
[[nodiscard]] KeychainResult<bool> flagOf(const QDBusMessage &property);
[[nodiscard]] KeychainResult<QString> ownerOf(const QDBusMessage &reply);
/// What Unlock and CreateCollection answer: the path of a prompt, empty if none is needed.
[[nodiscard]] KeychainResult<QString> promptOf(const QDBusMessage &reply);

} // namespace rox::secretcalls
