// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/busconnection.h"
#include "network/keychain/keychainstore.h"
#include "tests/support/caughtfromkeychain.h"
#include "tests/support/keyring.h"
#include "tests/support/stricttest.h"

#include <QDBusPendingCallWatcher>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTest>
#include <QThreadPool>
#include <QUuid>

#include <memory>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestKeychainUnavailable : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingServiceIsSaid_data();
    void missingServiceIsSaid();
    void busThatNeverGreetsTimesOut();
    void hungBusBlocksNoWorker();
    void deadContextLeavesNoWatcher();
    void laterBusIsUsed();
    void serviceIsStartedOnDemand();
    void busIsFoundInTheRuntimeFolder();

private:
    QTemporaryDir m_empty;
};

void TestKeychainUnavailable::init()
{
    StrictTest::init();
    qputenv("XDG_RUNTIME_DIR", m_empty.path().toUtf8());
}

void TestKeychainUnavailable::missingServiceIsSaid_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("realBus");
    QTest::newRow("no bus") << QByteArray() << false;
    QTest::newRow("garbage") << QByteArray("garbage") << false;
    QTest::newRow("unknown transport") << QByteArray("pigeon:speed=slow") << false;
    QTest::newRow("no such socket") << QByteArray("unix:path=/nonexistent/bus") << false;
    QTest::newRow("nobody keeps secrets there") << QByteArray() << true;
}

void TestKeychainUnavailable::missingServiceIsSaid()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, realBus);
    const auto bus = realBus ? std::make_unique<PrivateBus>() : nullptr;
    if (bus)
        bus->use();
    else if (address.isEmpty())
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    else
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    KeychainStore store;
    const QString mine = QUuid::createUuid().toString();
    CaughtFromKeychain<Secret> read;
    CaughtFromKeychain<void> written;
    CaughtFromKeychain<void> forgotten;
    CaughtFromKeychain<void> unlocked;
    CaughtFromKeychain<void> probed;
    store.read(mine, this, read.handler());
    store.write(mine, Secret{QByteArrayView("value")}, this, written.handler());
    store.forget(mine, this, forgotten.handler());
    store.unlock(this, unlocked.handler());
    store.probe(this, probed.handler());
    QCOMPARE(read.calls + written.calls + forgotten.calls + unlocked.calls + probed.calls, 0);
    QTRY_COMPARE(read.outcome(), u"NoService"_s);
    QTRY_COMPARE(written.outcome(), u"NoService"_s);
    QTRY_COMPARE(forgotten.outcome(), u"NoService"_s);
    QTRY_COMPARE(unlocked.outcome(), u"NoService"_s);
    QTRY_COMPARE(probed.outcome(), u"NoService"_s);
    QVERIFY(!read.detail().isEmpty());
}

void TestKeychainUnavailable::busThatNeverGreetsTimesOut()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const QByteArray address = "tcp:host=127.0.0.1,port=" + QByteArray::number(silent.serverPort());
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    KeychainStore store(200ms);
    CaughtFromKeychain<void> probed;
    CaughtFromKeychain<Secret> read;
    store.probe(this, probed.handler());
    QTRY_COMPARE(probed.outcome(), u"TimedOut"_s);
    store.read(QUuid::createUuid().toString(), this, read.handler());
    QTRY_COMPARE(read.outcome(), u"TimedOut"_s);
    silent.close();
    while (auto *caller = silent.nextPendingConnection())
        caller->abort(); // lets the thread that connects go
}

// The list is decoded in the common pool, and the end of the program waits for that one.
void TestKeychainUnavailable::hungBusBlocksNoWorker()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            QByteArray("tcp:host=127.0.0.1,port=" + QByteArray::number(silent.serverPort())));
    const auto atLast = qScopeGuard([&] {
        while (auto *caller = silent.nextPendingConnection())
            caller->abort(); // lets the thread that connects go
    });
    KeychainStore store(200ms);
    CaughtFromKeychain<void> probed;
    store.probe(this, probed.handler());
    QTRY_COMPARE(probed.outcome(), u"TimedOut"_s); // the connecting goes on
    QVERIFY(QThreadPool::globalInstance()->waitForDone(0));
}

void TestKeychainUnavailable::deadContextLeavesNoWatcher()
{
    const PrivateBus real;
    real.use();
    BusConnection bus(10s);
    const auto asked =
        QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                       u"org.freedesktop.DBus"_s, u"ListNames"_s);
    CaughtFromKeychain<QDBusMessage> connected;
    bus.call(asked, this, connected.handler());
    QTRY_COMPARE(connected.outcome(), u"success"_s);
    int calls = 0;
    auto context = std::make_unique<QObject>();
    bus.call(asked, context.get(), [&](const KeychainResult<QDBusMessage> &) { ++calls; });
    context.reset();
    QVERIFY(!bus.findChildren<QDBusPendingCallWatcher *>().isEmpty());
    QTRY_VERIFY(bus.findChildren<QDBusPendingCallWatcher *>().isEmpty());
    QCOMPARE(calls, 0);
}

void TestKeychainUnavailable::laterBusIsUsed()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    KeychainStore store;
    CaughtFromKeychain<void> before;
    store.probe(this, before.handler());
    QTRY_COMPARE(before.outcome(), u"NoService"_s);
    const PrivateBus bus;
    bus.use();
    const Keyring keyring(bus, Keyring::Begin::Unlocked);
    CaughtFromKeychain<void> after;
    store.probe(this, after.handler());
    QTRY_COMPARE(after.outcome(), u"success"_s);
}

void TestKeychainUnavailable::serviceIsStartedOnDemand()
{
    const PrivateBus bus(PrivateBus::Services::Installed);
    QVERIFY2(bus.isUp(), qPrintable(bus.why()));
    bus.use();
    KeychainStore store;
    CaughtFromKeychain<void> probed;
    store.probe(this, probed.handler());
    QTRY_COMPARE(probed.outcome(), u"success"_s);
    QVERIFY(!bus.hasKeyring()); // asking did not start it
    CaughtFromKeychain<Secret> read;
    store.read(QUuid::createUuid().toString(), this, read.handler());
    QTRY_COMPARE(read.outcome(), u"Absent"_s);
    QVERIFY(bus.hasKeyring());
}

void TestKeychainUnavailable::busIsFoundInTheRuntimeFolder()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/first");
    QCOMPARE(sessionBusAddress(), u"unix:path=/first"_s);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QCOMPARE(sessionBusAddress(), QString());
    const QTemporaryDir runtime(QDir::tempPath() % "/a,b=XXXXXX"_L1);
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    QCOMPARE(sessionBusAddress(), QString());
    QFile socket(runtime.filePath(u"bus"_s));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    // Commas and equals signs would end the path.
    const QString address = sessionBusAddress();
    QVERIFY2(address.startsWith("unix:path=/"_L1) && address.contains("a%2Cb%3D"_L1),
             qPrintable(address));
    qunsetenv("XDG_RUNTIME_DIR");
    QCOMPARE(sessionBusAddress(), QString());
}

QTEST_GUILESS_MAIN(TestKeychainUnavailable)
#include "tst_keychainunavailable.moc"
