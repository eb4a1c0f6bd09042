// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/secretcalls.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>

#include <algorithm>

namespace rox::secretcalls {

using namespace Qt::StringLiterals;

namespace {

constexpr auto BusName = "org.freedesktop.DBus"_L1;
constexpr auto ServiceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto PromptInterface = "org.freedesktop.Secret.Prompt"_L1;
constexpr auto CollectionInterface = "org.freedesktop.Secret.Collection"_L1;
constexpr auto ItemInterface = "org.freedesktop.Secret.Item"_L1;
constexpr auto PropertiesInterface = "org.freedesktop.DBus.Properties"_L1;
constexpr auto ServicePath = "/org/freedesktop/secrets"_L1;

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(BusName, u"/org/freedesktop/DBus"_s, BusName, method);
}

QDBusMessage serviceCall(const QString &method)
{
    return QDBusMessage::createMethodCall(serviceName(), ServicePath, ServiceInterface, method);
}

tl::unexpected<KeychainFailure> wrongShape(const QDBusMessage &reply)
{
    return tl::make_unexpected(
        KeychainFailure{KeychainFailure::State::Failed,
                        "the Secret Service answered with ("_L1 % reply.signature() % u')'});
}

QString pathOrNone(const QVariant &path)
{
    const QString text = path.value<QDBusObjectPath>().path();
    return text == "/"_L1 ? QString() : text;
}

} // namespace

QString serviceName()
{
    return u"org.freedesktop.secrets"_s;
}

QDBusMessage hasOwner()
{
    return busCall(u"NameHasOwner"_s) << serviceName();
}

QDBusMessage owner()
{
    return busCall(u"GetNameOwner"_s) << serviceName();
}

QDBusMessage activatableNames()
{
    return busCall(u"ListActivatableNames"_s);
}

QDBusMessage search(const SecretAttributes &attributes)
{
    qDBusRegisterMetaType<SecretAttributes>();
    return serviceCall(u"SearchItems"_s) << QVariant::fromValue(attributes);
}

QDBusMessage defaultCollection()
{
    return serviceCall(u"ReadAlias"_s) << u"default"_s;
}

QString defaultAliasPath()
{
    return u"/org/freedesktop/secrets/aliases/default"_s;
}

QDBusMessage isLocked(const QString &collection)
{
    return QDBusMessage::createMethodCall(serviceName(), collection, PropertiesInterface, u"Get"_s)
           << QString(CollectionInterface) << u"Locked"_s;
}

QDBusMessage properties(const QDBusObjectPath &item)
{
    return QDBusMessage::createMethodCall(serviceName(), item.path(), PropertiesInterface,
                                          u"GetAll"_s)
           << QString(ItemInterface);
}

QDBusMessage unlock(const QList<QDBusObjectPath> &objects)
{
    return serviceCall(u"Unlock"_s) << QVariant::fromValue(objects);
}

QDBusMessage createDefaultCollection()
{
    // The label that libsecret uses too; keyring programs show it.
    const QVariantMap properties{{CollectionInterface % ".Label"_L1, u"Default keyring"_s}};
    return serviceCall(u"CreateCollection"_s) << properties << u"default"_s;
}

QDBusMessage prompt(const Prompted &prompted)
{
    return QDBusMessage::createMethodCall(prompted.owner, prompted.prompt, PromptInterface,
                                          u"Prompt"_s)
           << QString(); // no parent window
}

KeychainResult<Found> found(const QDBusMessage &searched)
{
    if (searched.signature() != "aoao"_L1)
        return wrongShape(searched);
    const QVariantList lists = searched.arguments();
    return Found{qdbus_cast<QList<QDBusObjectPath>>(lists.at(0)),
                 qdbus_cast<QList<QDBusObjectPath>>(lists.at(1))};
}

KeychainResult<QString> pathOf(const QDBusMessage &reply)
{
    if (reply.signature() != "o"_L1)
        return wrongShape(reply);
    return pathOrNone(reply.arguments().at(0));
}

KeychainResult<bool> flagOf(const QDBusMessage &property)
{
    if (property.signature() != "v"_L1)
        return wrongShape(property);
    const QVariant value = property.arguments().at(0).value<QDBusVariant>().variant();
    if (value.typeId() != QMetaType::Bool)
        return wrongShape(property);
    return value.toBool();
}

KeychainResult<Item> itemOf(const QDBusMessage &properties)
{
    if (properties.signature() != "a{sv}"_L1)
        return wrongShape(properties);
    const auto values = qdbus_cast<QVariantMap>(properties.arguments().at(0));
    const auto seconds = [&values](const QString &name) { return values.value(name).toLongLong(); };
    return Item{qdbus_cast<SecretAttributes>(values.value(u"Attributes"_s)),
                std::max(seconds(u"Created"_s), seconds(u"Modified"_s)) * SecondMs};
}

KeychainResult<QString> ownerOf(const QDBusMessage &reply)
{
    if (reply.signature() != "s"_L1)
        return wrongShape(reply);
    return reply.arguments().at(0).toString();
}

KeychainResult<QString> promptOf(const QDBusMessage &reply)
{
    // Unlock: (objects unlocked already, prompt). CreateCollection: (the collection, prompt).
    if (reply.signature() != "aoo"_L1 && reply.signature() != "oo"_L1)
        return wrongShape(reply);
    return pathOrNone(reply.arguments().at(1));
}

} // namespace rox::secretcalls
