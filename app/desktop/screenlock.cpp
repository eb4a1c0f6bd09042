// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/screenlock.h"

#include "models/values/worker.h"
#include "network/keychain/busconnection.h"
#include "network/keychain/busgreeting.h"

#include <QCoreApplication>
#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QFile>
#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QThreadPool>
#include <QUuid>

#include <iterator>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnswerMs = 1'000; // the program's exit may wait so long
constexpr auto Logind = "org.freedesktop.login1"_L1;

/// The signal names are those of the D-Bus interface.
class ScreenSaver final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    ScreenSaver(const QString &service, const QString &path, const char *interface,
                const QDBusConnection &bus)
        : QDBusAbstractInterface(service, path, interface, bus, nullptr)
    {}

Q_SIGNALS:
    void ActiveChanged(bool active);
};

class LoginSession final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    LoginSession(const QString &path, const QDBusConnection &bus)
        : QDBusAbstractInterface(Logind, path, "org.freedesktop.login1.Session", bus, nullptr)
    {}

Q_SIGNALS:
    void Lock();
    void Unlock();
};

/// Without an address libdbus would start a bus of its own.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")
           || QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
}

/// The D-Bus path of this login session at logind; empty if it has none. Blocks.
QString sessionPath(const QDBusConnection &bus)
{
    auto call = QDBusMessage::createMethodCall(
        Logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"GetSession"_s);
    call.setAutoStartService(false);
    call << qEnvironmentVariable("XDG_SESSION_ID", u"auto"_s);
    const QDBusMessage reply = bus.call(call, QDBus::Block, AnswerMs);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return {};
    return reply.arguments().constFirst().value<QDBusObjectPath>().path();
}

} // namespace

ScreenLock::ScreenLock(QObject *parent)
    : QObject(parent)
{}

ScreenLock::~ScreenLock()
{
    m_sources.clear();
    for (const QString &connection : std::as_const(m_connections))
        QDBusConnection::disconnectFromBus(connection);
}

void ScreenLock::watch()
{
    if (std::exchange(m_begun, true))
        return;
    if (hasSessionBus())
        reach(Bus::Session);
    reach(Bus::System);
}

void ScreenLock::reach(Bus bus)
{
    auto *greeting = new QFutureWatcher<bool>(this);
    connect(greeting, &QFutureWatcherBase::finished, this, [this, bus, greeting] {
        greeting->deleteLater();
        if (greeting->result())
            listenTo(bus);
        else
            Q_EMIT watching(0);
    });
    QPromise<bool> promise;
    promise.start();
    greeting->setFuture(promise.future());
    runBlocking([address = addressOf(bus), promise = std::move(promise)]() mutable {
        promise.addResult(busGreets(address, std::chrono::milliseconds(AnswerMs)));
        promise.finish();
    });
}

void ScreenLock::listenTo(Bus bus)
{
    const QString connection = QUuid::createUuid().toString();
    runOnWorker([bus, connection, lock = QPointer(this)] {
        // Mostly waits, and the list is decoded in this pool too: let another task run meanwhile.
        QThreadPool *pool = QThreadPool::globalInstance();
        pool->releaseThread();
        auto sources = std::make_shared<Sources>(sourcesOn(bus, connection, lock));
        pool->reserveThread();
        // Closed here, not earlier: a pending call on a closed connection never returns.
        runOnMainThread([connection, lock, sources] {
            if (lock) {
                lock->adopt(connection, std::move(*sources));
                return;
            }
            sources->clear();
            QDBusConnection::disconnectFromBus(connection);
        });
    });
}

QString ScreenLock::addressOf(Bus bus)
{
    if (bus == Bus::Session)
        return sessionBusAddress();
    return qEnvironmentVariable("DBUS_SYSTEM_BUS_ADDRESS",
                                u"unix:path=/run/dbus/system_bus_socket"_s);
}

/// Runs on the worker and moves the objects to the application's thread.
ScreenLock::Sources ScreenLock::sourcesOn(Bus kind, const QString &connection,
                                          const QPointer<ScreenLock> &lock)
{
    Sources sources;
    const auto add = [&](auto source, auto signal, auto slot) {
        connect(source.get(), signal, source.get(), slot);
        return source;
    };
    const auto bus = QDBusConnection::connectToBus(
        kind == Bus::Session ? QDBusConnection::SessionBus : QDBusConnection::SystemBus,
        connection);
    const auto tell = [lock](bool locked) {
        if (lock)
            lock->setLocked(locked);
    };
    if (!bus.isConnected())
        return sources;
    if (kind == Bus::Session) {
        for (const auto &[service, path] :
             {std::pair("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
              std::pair("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
              std::pair("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
              std::pair("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
              std::pair("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver")})
            sources.push_back(add(std::make_unique<ScreenSaver>(QLatin1String(service),
                                                                QLatin1String(path), service, bus),
                                  &ScreenSaver::ActiveChanged, tell));
    } else if (const QString path = sessionPath(bus); !path.isEmpty()) {
        auto session = add(std::make_unique<LoginSession>(path, bus), &LoginSession::Lock,
                           [tell] { tell(true); });
        sources.push_back(add(std::move(session), &LoginSession::Unlock, [tell] { tell(false); }));
    }
    for (const auto &source : sources)
        source->moveToThread(QCoreApplication::instance()->thread());
    return sources;
}

void ScreenLock::adopt(const QString &connection, Sources sources)
{
    m_connections.append(connection);
    const int more = int(sources.size());
    m_sources.insert(m_sources.end(), std::make_move_iterator(sources.begin()),
                     std::make_move_iterator(sources.end()));
    Q_EMIT watching(more);
}

void ScreenLock::setLocked(bool isLocked)
{
    const bool wasLocked = std::exchange(m_locked, isLocked);
    // locked() repeats: some lockers do not report the unlocking in between.
    if (isLocked)
        Q_EMIT locked();
    else if (wasLocked)
        Q_EMIT unlocked();
}

void ScreenLock::userIsBack()
{
    setLocked(false);
}

} // namespace rox

#include "screenlock.moc"
