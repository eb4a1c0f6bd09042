// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/keychain/busgreeting.h"
#include "tests/support/keyring.h"

#include <QLocalServer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;

/// A session bus that hangs, as after its daemon was stopped, is told from one that is well.
class TestBusGreeting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runningBusGreets();
    void hungBusDoesNotGreet_data();
    void hungBusDoesNotGreet();
    void unreachableAddressIsLeftToQt_data();
    void unreachableAddressIsLeftToQt();
    void firstReachableAddressCounts();

private:
    QTemporaryDir m_folder;
};

void TestBusGreeting::runningBusGreets()
{
    const PrivateBus bus;
    QVERIFY2(bus.isUp(), qPrintable(bus.why()));
    bus.use();
    QVERIFY(busGreets(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), 60s));
}

void TestBusGreeting::hungBusDoesNotGreet_data()
{
    QTest::addColumn<QString>("kind");
    for (const auto &kind : {u"path"_s, u"abstract"_s, u"tcp"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

void TestBusGreeting::hungBusDoesNotGreet()
{
    QFETCH(QString, kind);
    QLocalServer local;
    QTcpServer tcp;
    QString address;
    if (kind == u"tcp") {
        QVERIFY(tcp.listen(QHostAddress::LocalHost));
        address = u"tcp:host=127.0.0.1,port=%1"_s.arg(tcp.serverPort());
    } else {
        const bool isAbstract = kind == u"abstract";
        if (isAbstract)
            local.setSocketOptions(QLocalServer::AbstractNamespaceOption);
        const QString name = m_folder.filePath(u"b us"_s);
        QVERIFY2(local.listen(name), qPrintable(local.errorString()));
        address = u"unix:%1=%2,guid=00"_s.arg(kind, QString(name).replace(u' ', u"%20"_s));
    }
    // The kernel takes the connection; nobody reads from it.
    QVERIFY(!busGreets(address, 100ms));
}

void TestBusGreeting::unreachableAddressIsLeftToQt_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("nothing") << QString();
    QTest::newRow("garbage") << u"garbage"_s;
    QTest::newRow("unknown transport") << u"pigeon:speed=slow"_s;
    QTest::newRow("no such socket") << u"unix:path=/nonexistent/bus"_s;
    QTest::newRow("no path") << u"unix:guid=00"_s;
    QTest::newRow("too long") << u"unix:path="_s + QString(500, u'x');
    QTest::newRow("no port") << u"tcp:host=127.0.0.1"_s;
    QTest::newRow("refused") << u"tcp:host=127.0.0.1,port=1"_s;
}

void TestBusGreeting::unreachableAddressIsLeftToQt()
{
    QFETCH(QString, address);
    QVERIFY(busGreets(address, 60s));
}

void TestBusGreeting::firstReachableAddressCounts()
{
    QTcpServer hung;
    QVERIFY(hung.listen(QHostAddress::LocalHost));
    const QString there = u"tcp:host=127.0.0.1,port=%1"_s.arg(hung.serverPort());
    QVERIFY(!busGreets(u"unix:path=/nonexistent/bus;"_s + there, 100ms));
}

QTEST_GUILESS_MAIN(TestBusGreeting)
#include "tst_busgreeting.moc"
