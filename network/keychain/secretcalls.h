// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QList>
#include <QMap>

namespace rox {

/// a{ss}: the attributes of a Secret Service item.
using SecretAttributes = QMap<QString, QString>;

} // namespace rox

/// The D-Bus calls of the freedesktop Secret Service, and their replies decoded. A reply whose
/// signature is not the specification's gives Failed.
namespace rox::secretcalls {

struct Found
{
    QList<QDBusObjectPath> unlocked;
    QList<QDBusObjectPath> locked;
};

struct Prompted
{
    QString prompt; ///< its path
    QString owner;  ///< the unique bus name of the service that made it
};

struct Item
{
    SecretAttributes attributes;
    UtcMs changedAt = NoTime; ///< the later one of Created and Modified
};

[[nodiscard]] QString serviceName();
[[nodiscard]] QDBusMessage hasOwner();
/// Asks for the unique name of the running service. QDBusMessage::service() of a reply would do,
/// but is empty in Qt 6.8.
[[nodiscard]] QDBusMessage owner();
[[nodiscard]] QDBusMessage activatableNames();
[[nodiscard]] QDBusMessage search(const SecretAttributes &attributes);
[[nodiscard]] QDBusMessage defaultCollection();
/// Where libsecret adds items, whatever ReadAlias says. Not every service has an object there.
[[nodiscard]] QString defaultAliasPath();
[[nodiscard]] QDBusMessage isLocked(const QString &collection);
[[nodiscard]] QDBusMessage properties(const QDBusObjectPath &item);
[[nodiscard]] QDBusMessage unlock(const QList<QDBusObjectPath> &objects);
[[nodiscard]] QDBusMessage createDefaultCollection();
[[nodiscard]] QDBusMessage prompt(const Prompted &prompted);

[[nodiscard]] KeychainResult<Found> found(const QDBusMessage &searched);
/// Empty for "/", which stands for none.
[[nodiscard]] KeychainResult<QString> pathOf(const QDBusMessage &reply);
[[nodiscard]] KeychainResult<bool> flagOf(const QDBusMessage &property);
[[nodiscard]] KeychainResult<Item> itemOf(const QDBusMessage &properties);
[[nodiscard]] KeychainResult<QString> ownerOf(const QDBusMessage &reply);
/// From the reply to Unlock or CreateCollection: the path of a prompt, empty if none is needed.
[[nodiscard]] KeychainResult<QString> promptOf(const QDBusMessage &reply);

} // namespace rox::secretcalls
