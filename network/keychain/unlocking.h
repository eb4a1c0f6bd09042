// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/delivery.h"
#include "network/keychain/secretcalls.h"

#include <QDBusAbstractInterface>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace rox {

class SessionBus;

/// The end of a prompt of the Secret Service, as a signal that the compiler checks.
class PromptSignals : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    PromptSignals(const secretcalls::Prompted &prompted, const QDBusConnection &connection,
                  QObject *parent);

Q_SIGNALS:
    void Completed(bool dismissed, const QDBusVariant &result); // NOLINT: D-Bus's name
};

/// One unlock of the Secret Service: Unlock or CreateCollection, the prompt that either may want,
/// and a look at whether it is open now. Ends itself.
class Unlocking : public QObject
{
    Q_OBJECT

public:
    Unlocking(SessionBus &bus, QObject *context, KeychainHandler<void> handler, QObject *parent);

    enum class Extent {
        DefaultCollection, ///< and the items of ours that lie in others
        OursAlone,         ///< success if there is none
    };
    void start(const QString &service, Extent extent);
    /// Waits no longer; ends with Denied, not from inside. The prompt stays until the user closes
    /// it.
    void cancel();

private:
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
    void end(KeychainResult<void> result);

    SessionBus &m_bus;
    Delivery<KeychainResult<void>> m_deliver;
    QString m_service;
    Extent m_extent = Extent::DefaultCollection;
    bool m_dismissed = false;
    QList<QDBusObjectPath> m_locked;
};

} // namespace rox
