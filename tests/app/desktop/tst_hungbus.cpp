// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/startedprogram.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// The real program on a desktop whose session bus hangs.
class TestHungBus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void programEndsDespiteAHungBus();
};

void TestHungBus::programEndsDespiteAHungBus()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const ProgramHome home;
    StartedProgram program(home, {},
                           {{u"DBUS_SESSION_BUS_ADDRESS"_s,
                             u"tcp:host=127.0.0.1,port=%1"_s.arg(silent.serverPort())}});
    QVERIFY2(program.isPainted(), program.errors());
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 30'000);
    const auto pid = static_cast<pid_t>(program.pid());
    QCOMPARE(::kill(pid, SIGTERM), 0);
    // QtDBus alone waits 25 s for the greeting.
    QTRY_VERIFY_WITH_TIMEOUT(::kill(pid, 0) != 0, 15'000);
    QCOMPARE(program.ended(), 0);
}

QTEST_GUILESS_MAIN(TestHungBus)
#include "tst_hungbus.moc"
