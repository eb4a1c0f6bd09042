// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QFutureWatcher>
#include <QPointer>

#include <chrono>
#include <deque>

class QTimer;

namespace rox {

/// The address of the desktop's session bus from the environment; empty if it names none. Starts no
/// bus.
[[nodiscard]] QString sessionBusAddress();

/// Our own connection to the session bus, and calls over it; none blocks this thread. Qt's shared
/// QDBusConnection::sessionBus() reads the environment once in a process and connects in the
/// calling thread.
class BusConnection : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(KeychainResult<QDBusMessage>)>;

    /// `limit` is for the connection and for each call.
    explicit BusConnection(std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~BusConnection() override;

    /// Connects if need be. Errors: NoService if there is no bus or no owner of the name; TimedOut;
    /// Failed with the peer's message. The handler is called exactly once, not from inside the
    /// call, and not after `context` died.
    void call(const QDBusMessage &message, QObject *context, Handler handler);
    [[nodiscard]] QDBusConnection connection() const { return m_connection; }

private:
    struct Waiting
    {
        QDBusMessage message;
        QPointer<QObject> context;
        Handler handler;
    };

    void connectToBus();
    void connected();
    void refuseWaiting(const KeychainFailure &failure);
    void send(Waiting waiting);

    std::chrono::milliseconds m_limit;
    QDBusConnection m_connection{QString()};
    QFutureWatcher<QDBusConnection> m_connecting;
    std::deque<Waiting> m_waiting;
    QTimer *m_patience;
};

} // namespace rox
