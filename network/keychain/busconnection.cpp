// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/busconnection.h"

#include "models/values/worker.h"
#include "network/keychain/busgreeting.h"

#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QPromise>
#include <QTimer>
#include <QUuid>

#include <memory>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using State = KeychainFailure::State;

namespace {

/// Of the names of our QDBusConnections.
constexpr auto NamePrefix = "rox-tokens-keychain-"_L1;

KeychainFailure failureOf(const QDBusMessage &error)
{
    const QString detail = error.errorName() % ": "_L1 % error.errorMessage();
    switch (QDBusError(error).type()) {
    case QDBusError::ServiceUnknown:
    case QDBusError::NoServer:
    case QDBusError::Disconnected:
    case QDBusError::NoReply: // the service ended during the call
        return {State::NoService, detail};
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return {State::TimedOut, detail};
    default:
        break;
    }
    // org.freedesktop.DBus.Error.Spawn.…: the service could not be started.
    const bool isNoService = error.errorName().contains(".Spawn."_L1)
                             || error.errorName().endsWith(".NameHasNoOwner"_L1);
    return {isNoService ? State::NoService : State::Failed, detail};
}

} // namespace

QString sessionBusAddress()
{
    QString named = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!named.isEmpty())
        return named;
    // systemd puts the bus there, and GLib looks there next.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (runtime.isEmpty() || !QFileInfo::exists(runtime % "/bus"_L1))
        return {};
    return "unix:path="_L1
           % QString::fromLatin1((runtime % "/bus"_L1).toUtf8().toPercentEncoding("/"));
}

BusConnection::BusConnection(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_limit(limit)
    , m_patience(new QTimer(this))
{
    connect(&m_connecting, &QFutureWatcherBase::finished, this, &BusConnection::connected);
    m_patience->setSingleShot(true);
    m_patience->setInterval(limit);
    connect(m_patience, &QTimer::timeout, this, [this] {
        refuseWaiting({State::TimedOut, u"the session bus does not answer"_s});
    });
}

BusConnection::~BusConnection()
{
    m_connecting.cancel();
    if (m_connection.name().startsWith(NamePrefix))
        QDBusConnection::disconnectFromBus(m_connection.name());
}

void BusConnection::call(const QDBusMessage &message, QObject *context, Handler handler)
{
    Waiting waiting{message, context, std::move(handler)};
    if (m_connection.isConnected()) {
        send(std::move(waiting));
        return;
    }
    m_waiting.push_back(std::move(waiting));
    if (m_connecting.isRunning()) {
        if (!m_patience->isActive())
            m_patience->start();
        return;
    }
    QMetaObject::invokeMethod(this, &BusConnection::connectToBus, Qt::QueuedConnection);
}

void BusConnection::connectToBus()
{
    if (m_connection.isConnected() || m_connecting.isRunning() || m_waiting.empty())
        return;
    const QString address = sessionBusAddress();
    if (address.isEmpty()) {
        refuseWaiting({State::NoService, u"the environment names no session bus"_s});
        return;
    }
    if (m_connection.name().startsWith(NamePrefix))
        QDBusConnection::disconnectFromBus(m_connection.name());
    // On a worker: connectToBus() blocks while the bus hangs, and so would the program's exit.
    QPromise<QDBusConnection> promise;
    m_connecting.setFuture(promise.future());
    m_patience->start();
    runBlocking([address, limit = m_limit, promise = std::move(promise)]() mutable {
        promise.start();
        if (!busGreets(address, limit) || promise.isCanceled()) {
            promise.addResult(QDBusConnection(QString()));
            promise.finish();
            return;
        }
        const QString name = NamePrefix % QUuid::createUuid().toString(QUuid::WithoutBraces);
        promise.addResult(QDBusConnection::connectToBus(address, name));
        if (promise.isCanceled())
            QDBusConnection::disconnectFromBus(name);
        promise.finish();
    });
}

void BusConnection::connected()
{
    m_patience->stop();
    m_connection = m_connecting.result();
    if (m_connection.name().isEmpty()) {
        refuseWaiting({State::TimedOut, u"the session bus does not answer"_s});
        return;
    }
    if (!m_connection.isConnected()) {
        refuseWaiting({State::NoService, m_connection.lastError().message()});
        return;
    }
    for (auto &waiting : std::exchange(m_waiting, {}))
        send(std::move(waiting));
}

void BusConnection::refuseWaiting(const KeychainFailure &failure)
{
    const QPointer<BusConnection> alive(this);
    for (auto &waiting : std::exchange(m_waiting, {})) {
        if (alive && waiting.context)
            waiting.handler(tl::make_unexpected(failure));
    }
}

void BusConnection::send(Waiting waiting)
{
    if (!waiting.context)
        return;
    // Our own timer: Qt's timeout gives NoReply, as does a service that ends during the call.
    auto *watcher = new QDBusPendingCallWatcher(
        m_connection.asyncCall(waiting.message, int(2 * m_limit.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, watcher, &QObject::deleteLater);
    auto *patience = new QTimer(watcher);
    const auto handler = std::make_shared<Handler>(std::move(waiting.handler));
    connect(patience, &QTimer::timeout, waiting.context, [watcher, handler] {
        watcher->disconnect();
        watcher->deleteLater();
        (*handler)(tl::make_unexpected(KeychainFailure{State::TimedOut, u"no answer in time"_s}));
    });
    connect(watcher, &QDBusPendingCallWatcher::finished, waiting.context,
            [watcher, patience, handler] {
                patience->stop();
                const QDBusMessage reply = watcher->reply();
                if (reply.type() == QDBusMessage::ErrorMessage)
                    (*handler)(tl::make_unexpected(failureOf(reply)));
                else
                    (*handler)(reply);
            });
    patience->setSingleShot(true);
    patience->start(m_limit);
}

} // namespace rox
