// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/secretservice.h"

#include "network/delivery.h"
#include "network/keychain/busconnection.h"
#include "network/keychain/secretcalls.h"
#include "network/keychain/unlocking.h"

#include <QDBusObjectPath>
#include <QFileInfo>
#include <QPointer>

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

namespace {

/// On Plasma QtKeychain prefers KWallet's own interface, and SearchItems does not find its entries.
bool isPlasma()
{
    const QByteArray desktop = qgetenv("XDG_CURRENT_DESKTOP");
    if (desktop == "GNOME" || desktop == "Unity" || desktop == "XFCE")
        return false;
    const bool isKde = desktop == "KDE" || qgetenv("DESKTOP_SESSION").startsWith("kde")
                       || qEnvironmentVariableIsSet("KDE_FULL_SESSION");
    return isKde && qEnvironmentVariableIsSet("KDE_SESSION_VERSION");
}

/// In a Flatpak or Snap libsecret writes a file of its own, encrypted with a key from the portal.
bool keepsOwnFile()
{
    return QFileInfo::exists(u"/.flatpak-info"_s) || qEnvironmentVariableIsSet("SNAP_NAME")
           || qgetenv("SECRET_BACKEND") == "file";
}

/// The handler is not called if `service` is destroyed first.
void deliverNotTold(QObject *service, QObject *context, KeychainHandler<KeychainStatus> handler)
{
    Delivery<KeychainResult<KeychainStatus>> deliver(context, std::move(handler));
    QMetaObject::invokeMethod(
        service, [deliver]() mutable { deliver(KeychainStatus{}); }, Qt::QueuedConnection);
}

/// For Holds::Perhaps: no item here does not mean that there is none elsewhere.
KeychainHandler<KeychainStatus> believingWhatIsSeen(KeychainHandler<KeychainStatus> handler)
{
    return [handler = std::move(handler)](const KeychainResult<KeychainStatus> &sight) {
        if (!sight)
            return handler(KeychainStatus{});
        KeychainStatus seen = *sight;
        seen.collection = KeychainStatus::Collection::NotTold;
        if (seen.entry == KeychainStatus::Entry::None)
            seen.entry = KeychainStatus::Entry::NotTold;
        handler(seen);
    };
}

/// One lookup: the entry, the default collection, and whether that is locked.
class Look : public QObject
{
public:
    Look(BusConnection &bus, QObject *context, KeychainHandler<KeychainStatus> handler,
         QObject *parent)
        : QObject(parent)
        , m_bus(bus)
        , m_deliver(context, std::move(handler))
    {}

    void search(const SecretAttributes &attributes)
    {
        m_bus.call(secretcalls::search(attributes), this, [this](const auto &reply) {
            const auto found = reply.and_then(secretcalls::found);
            if (!found)
                return end(tl::make_unexpected(found.error()));
            m_sight.entry = !found->unlocked.isEmpty() ? KeychainStatus::Entry::Unlocked
                            : !found->locked.isEmpty() ? KeychainStatus::Entry::Locked
                                                       : KeychainStatus::Entry::None;
            findOwner();
        });
    }

    void findCollection()
    {
        m_bus.call(secretcalls::defaultCollection(), this, [this](const auto &reply) {
            const auto path = reply.and_then(secretcalls::pathOf);
            if (!path)
                return end(tl::make_unexpected(path.error()));
            m_sight.collection = KeychainStatus::Collection::Missing;
            if (path->isEmpty())
                return end(m_sight);
            askLocked(*path);
        });
    }

    /// Asks a running service only; NotTold if it would have to be started.
    void findRunning()
    {
        m_bus.call(secretcalls::hasOwner(), this, [this](const auto &reply) {
            if (!reply)
                return end(tl::make_unexpected(reply.error()));
            if (reply->arguments().value(0).toBool())
                return findCollection();
            findActivatable();
        });
    }

private:
    void findOwner()
    {
        m_bus.call(secretcalls::owner(), this, [this](const auto &reply) {
            const auto owner = reply.and_then(secretcalls::ownerOf);
            if (!owner)
                return end(tl::make_unexpected(owner.error()));
            m_sight.owner = *owner;
            findCollection();
        });
    }

    void findActivatable()
    {
        m_bus.call(secretcalls::activatableNames(), this, [this](const auto &reply) {
            if (!reply)
                return end(tl::make_unexpected(reply.error()));
            if (!reply->arguments().value(0).toStringList().contains(secretcalls::serviceName()))
                return end(tl::make_unexpected(
                    KeychainFailure{State::NoService, u"no Secret Service on the session bus"_s}));
            end(m_sight);
        });
    }

    void askLocked(const QString &collection)
    {
        m_bus.call(secretcalls::isLocked(collection), this, [this, collection](const auto &reply) {
            const auto locked = reply.and_then(secretcalls::flagOf);
            if (!locked)
                return end(tl::make_unexpected(locked.error()));
            m_sight.collection =
                *locked ? KeychainStatus::Collection::Locked : KeychainStatus::Collection::Unlocked;
            if (*locked || collection == secretcalls::defaultAliasPath())
                return end(m_sight);
            findAliasObject();
        });
    }

    /// Without it libsecret would ask the user to create another collection at each write.
    void findAliasObject()
    {
        m_bus.call(secretcalls::isLocked(secretcalls::defaultAliasPath()), this,
                   [this](const auto &reply) {
                       if (!reply && reply.error().state != State::Failed)
                           return end(tl::make_unexpected(reply.error()));
                       if (!reply) // the service answered: there is no such object
                           m_sight.collection = KeychainStatus::Collection::NoAlias;
                       end(m_sight);
                   });
    }

    void end(KeychainResult<KeychainStatus> result)
    {
        deleteLater();
        m_deliver(std::move(result));
    }

    BusConnection &m_bus;
    Delivery<KeychainResult<KeychainStatus>> m_deliver;
    KeychainStatus m_sight;
};

/// This program's unlocked items, with the properties of each.
class Listing : public QObject
{
public:
    Listing(BusConnection &bus, QObject *context, KeychainHandler<QList<KeptKey>> handler,
            QObject *parent)
        : QObject(parent)
        , m_bus(bus)
        , m_deliver(context, std::move(handler))
    {}

    void start(const QString &service)
    {
        m_bus.call(secretcalls::search({{u"server"_s, service}}), this, [this](const auto &reply) {
            const auto found = reply.and_then(secretcalls::found);
            if (!found)
                return end(tl::make_unexpected(found.error()));
            m_left = found->unlocked.size();
            if (m_left == 0)
                return end(m_keys);
            for (const QDBusObjectPath &item : found->unlocked)
                m_bus.call(secretcalls::properties(item), this,
                           [this](const auto &properties) { add(properties); });
        });
    }

private:
    void add(const KeychainResult<QDBusMessage> &properties)
    {
        // One that failed was removed meanwhile, or its keyring was locked.
        if (const auto item = properties.and_then(secretcalls::itemOf))
            m_keys.append({item->attributes.value(u"user"_s), item->changedAt});
        if (--m_left == 0)
            end(m_keys);
    }

    void end(KeychainResult<QList<KeptKey>> result)
    {
        deleteLater();
        m_deliver(std::move(result));
    }

    BusConnection &m_bus;
    Delivery<KeychainResult<QList<KeptKey>>> m_deliver;
    QList<KeptKey> m_keys;
    qsizetype m_left = 0;
};

} // namespace

class SecretService::Private
{
public:
    Private(QString serviceName, std::chrono::milliseconds limit)
        : service(std::move(serviceName))
        , holds(keepsOwnFile() ? Holds::Nothing
                : isPlasma()   ? Holds::Perhaps
                               : Holds::All)
        , bus(limit)
    {}

    QString service;
    Holds holds;
    BusConnection bus;
    QPointer<Unlocking> unlocking; ///< the latest
};

SecretService::SecretService(QString service, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(std::move(service), limit))
{}

SecretService::~SecretService()
{
    // The children use the bus, a member, and must go first.
    const auto steps = children();
    qDeleteAll(steps);
}

SecretService::Holds SecretService::holds() const
{
    return m_d->holds;
}

void SecretService::look(const QString &key, QObject *context,
                         KeychainHandler<KeychainStatus> handler)
{
    if (m_d->holds == Holds::Nothing) {
        deliverNotTold(this, context, std::move(handler));
        return;
    }
    if (m_d->holds == Holds::Perhaps)
        handler = believingWhatIsSeen(std::move(handler));
    auto *look = new Look(m_d->bus, context, std::move(handler), this);
    look->search({{u"user"_s, key}, {u"server"_s, m_d->service}});
}

void SecretService::probe(QObject *context, KeychainHandler<KeychainStatus> handler)
{
    if (m_d->holds != Holds::All) {
        deliverNotTold(this, context, std::move(handler));
        return;
    }
    auto *look = new Look(m_d->bus, context, std::move(handler), this);
    look->findRunning();
}

void SecretService::list(QObject *context, KeychainHandler<QList<KeptKey>> handler)
{
    if (m_d->holds == Holds::All) {
        auto *listing = new Listing(m_d->bus, context, std::move(handler), this);
        listing->start(m_d->service);
        return;
    }
    deliverNotTold(this, context, [handler = std::move(handler)](const auto &) {
        handler(tl::make_unexpected(
            KeychainFailure{State::NoService, u"this keychain cannot list its entries"_s}));
    });
}

void SecretService::unlock(QObject *caller, KeychainHandler<void> handler)
{
    if (m_d->holds == Holds::Nothing) {
        deliverNotTold(this, caller, [handler = std::move(handler)](const auto &) { handler({}); });
        return;
    }
    const bool isUnderWay = m_d->unlocking && m_d->unlocking->isWaitedFor();
    if (!isUnderWay)
        m_d->unlocking = new Unlocking(m_d->bus, this);
    m_d->unlocking->join(caller, std::move(handler));
    if (!isUnderWay)
        m_d->unlocking->start(m_d->service, m_d->holds == Holds::All
                                                ? Unlocking::Extent::DefaultCollection
                                                : Unlocking::Extent::OursAlone);
}

void SecretService::cancelUnlock(const QObject *caller)
{
    if (m_d->unlocking)
        m_d->unlocking->leave(caller);
}

} // namespace rox
