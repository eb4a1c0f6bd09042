// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/delivery.h"
#include "network/keychain/secretcalls.h"

#include <QDBusAbstractInterface>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QPointer>

#include <vector>

namespace rox {

class BusConnection;

/// The Completed signal of a Secret Service prompt, declared so that connect() is type-checked.
class PromptSignals : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    PromptSignals(const secretcalls::Prompted &prompted, const QDBusConnection &connection,
                  QObject *parent);

Q_SIGNALS:
    void Completed(bool dismissed, const QDBusVariant &result); // NOLINT: D-Bus's name
};

/// One unlock of the Secret Service, for all callers that wait for it: Unlock or CreateCollection,
/// the prompt that either may want, and a check that it is unlocked now. Deletes itself.
class Unlocking : public QObject
{
    Q_OBJECT

public:
    /// `parent` outlives the handlers: none is called after its death.
    Unlocking(BusConnection &bus, QObject *parent);

    enum class Extent {
        DefaultCollection, ///< and this program's items in other collections
        OursAlone,         ///< success if there is none
    };
    void start(const QString &service, Extent extent);
    /// False: it has ended, or every caller has left.
    [[nodiscard]] bool isWaitedFor() const { return !m_waiting.empty(); }
    void join(QObject *caller, KeychainHandler<void> handler);
    /// The handlers of this caller get Denied, not from inside the call. After the last one has
    /// left this object goes; the prompt stays until the user closes it.
    void leave(const QObject *caller);

private:
    struct Waiter
    {
        QPointer<QObject> caller;
        Delivery<KeychainResult<void>> deliver;
    };
    using Waiters = std::vector<Waiter>;

    void searched(const KeychainResult<QDBusMessage> &reply);
    void unlockDefault(const KeychainResult<QDBusMessage> &reply);
    void ask(const QDBusMessage &request);
    void answered(const KeychainResult<QDBusMessage> &reply);
    void showPrompt(const secretcalls::Prompted &prompted);
    void promptEnded(bool dismissed);
    void lookAgain();
    void checkOurs(const KeychainResult<QDBusMessage> &reply);
    void checkOpen(const KeychainResult<QDBusMessage> &alias);
    void failShut(KeychainFailure failure);
    void fail(KeychainFailure failure);
    void end(const KeychainResult<void> &result);
    static void deliver(Waiters waiting, const QPointer<QObject> &store,
                        const KeychainResult<void> &result);

    BusConnection &m_bus;
    Waiters m_waiting;
    QString m_service;
    Extent m_extent = Extent::DefaultCollection;
    bool m_dismissed = false;
    QList<QDBusObjectPath> m_locked;
};

} // namespace rox
