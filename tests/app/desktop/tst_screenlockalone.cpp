// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/screenlock.h"
#include "tests/support/stricttest.h"

#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

/// Where no bus is: nothing is heard, and nothing is complained of. A process of its own, for
/// libdbus looks for its buses once.
class TestScreenLockAlone : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void busWithoutLockersIsSilent();
    void missingSessionBusIsNoError();
};

void TestScreenLockAlone::init()
{
    StrictTest::init();
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qunsetenv("XDG_RUNTIME_DIR");
}

void TestScreenLockAlone::busWithoutLockersIsSilent()
{
    ScreenLock lock;
    QSignalSpy watching(&lock, &ScreenLock::watching);
    lock.watch();
    QTRY_COMPARE(watching.count(), 2);
    QCOMPARE(watching.at(0).constFirst().toInt(), 0);
    QCOMPARE(watching.at(1).constFirst().toInt(), 0);
}

/// Without an address libdbus would start a bus: it is not asked at all.
void TestScreenLockAlone::missingSessionBusIsNoError()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    ScreenLock lock;
    QSignalSpy watching(&lock, &ScreenLock::watching);
    lock.watch();
    QTRY_COMPARE(watching.count(), 1);
    QCOMPARE(watching.at(0).constFirst().toInt(), 0);
    QVERIFY(!watching.wait(200));
}

QTEST_GUILESS_MAIN(TestScreenLockAlone)
#include "tst_screenlockalone.moc"
