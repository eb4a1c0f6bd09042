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

/// Where the desktop's session bus is, as the environment says now; empty if it names none. No bus
/// is started for it.
[[nodiscard]] QString sessionBusAddress();

/// Calls over a connection of our own to the session bus, none of which blocks this thread. Qt's
/// shared sessionBus() is read from the environment once in a process, and connects in the thread
/// that asks first.
class SessionBus : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(KeychainResult<QDBusMessage>)>;

    /// `limit` is for the connection and for each call.
    explicit SessionBus(std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~SessionBus() override;

    /// Connects if need be. NoService if there is no bus, or nobody there has that name; TimedOut;
    /// Failed with the other side's words. The handler is called exactly once, not from inside, and
    /// not after `context` died.
    void call(const QDBusMessage &message, QObject *context, Handler handler);
    /// The one that a reply came by.
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
