// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/hardening.h"
#include "tests/app/startedprogram.h"

#include <QFileInfo>

#include <unistd.h>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

#ifdef NDEBUG
constexpr bool IsRelease = true;
#else
constexpr bool IsRelease = false;
#endif

constexpr uint Nobody = 65'534;

/// Stays dumpable, so that whoever runs the tests may look into it.
const StartedProgram::Variables Portals = {{u"GTK_USE_PORTAL"_s, u"1"_s}};

} // namespace

/// What other programs can see of the real one: no core file, no memory, no credential in /proc,
/// and none in a log line.
class TestHardening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hardeningDependsOnSurroundings_data();
    void hardeningDependsOnSurroundings();
    void crashLeavesNoCoreFile();
    void memoryIsClosedToOtherPrograms_data();
    void memoryIsClosedToOtherPrograms();
    void credentialsAreWipedFromTheEnvironment_data();
    void credentialsAreWipedFromTheEnvironment();
    void logLinesAreRedacted();
};

void TestHardening::hardeningDependsOnSurroundings_data()
{
    QTest::addColumn<bool>("release");
    QTest::addColumn<bool>("sandboxed");
    QTest::addColumn<bool>("portals");
    QTest::addColumn<bool>("noCoreFile");
    QTest::addColumn<bool>("notDumpable");
    QTest::newRow("debug") << false << false << false << false << false;
    QTest::newRow("release") << true << false << false << true << true;
    QTest::newRow("sandbox") << true << true << false << true << false;
    QTest::newRow("portals") << true << false << true << true << false;
    QTest::newRow("sandbox of a debug build") << false << true << true << false << false;
}

void TestHardening::hardeningDependsOnSurroundings()
{
    QFETCH(bool, release);
    QFETCH(bool, sandboxed);
    QFETCH(bool, portals);
    const Hardening hardening = hardeningFor({release, sandboxed, portals});
    QTEST(hardening.noCoreFile, "noCoreFile");
    QTEST(hardening.notDumpable, "notDumpable");
}

void TestHardening::crashLeavesNoCoreFile()
{
    const ProgramHome home;
    StartedProgram program(home);
    QVERIFY2(program.isPainted(), program.errors().constData());
    const QByteArray limits = program.proc("limits").simplified();
    QCOMPARE(limits.contains("Max core file size 0 0 bytes"), IsRelease);
}

void TestHardening::memoryIsClosedToOtherPrograms_data()
{
    QTest::addColumn<StartedProgram::Variables>("variables");
    QTest::addColumn<bool>("shut");
    QTest::newRow("plain") << StartedProgram::Variables() << IsRelease;
    QTest::newRow("portals") << Portals << false;
    QTest::newRow("snap") << StartedProgram::Variables{{u"SNAP"_s, u"/snap/x"_s}} << false;
}

/// The kernel gives the files of a process that is not dumpable to root. Root's own always are
/// root's: it starts the program as somebody else.
void TestHardening::memoryIsClosedToOtherPrograms()
{
    QFETCH(StartedProgram::Variables, variables);
    QFETCH(bool, shut);
    const ProgramHome home;
    QStringList command = {QStringLiteral(ROX_BIN_DIR "/rox-tokens")};
    uint user = ::geteuid();
    if (user == 0) {
        user = Nobody;
        // Nobody may not reach where it was built.
        const QString copy = home.filePath(u"rox-tokens"_s);
        QVERIFY(QFile::copy(command.constFirst(), copy));
        QCOMPARE(::chown(QFile::encodeName(copy).constData(), Nobody, Nobody), 0);
        QCOMPARE(::chown(QFile::encodeName(home.path()).constData(), Nobody, Nobody), 0);
        command = QStringList{
            u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, u"--"_s,
            copy};
    }
    StartedProgram program(home, {}, variables, command);
    QVERIFY2(program.isPainted(), program.errors().constData());
    for (const char *file : {"mem", "environ", "maps"}) {
        const QFileInfo info(program.procPath(file));
        QVERIFY(info.exists());
        QCOMPARE(info.ownerId(), shut ? 0U : user);
    }
}

void TestHardening::credentialsAreWipedFromTheEnvironment_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("token") << u"ROX_API_TOKEN"_s;
    QTest::newRow("password") << u"ROX_ADMIN_PASSWORD"_s;
}

void TestHardening::credentialsAreWipedFromTheEnvironment()
{
    QFETCH(QString, name);
    const ProgramHome home;
    StartedProgram::Variables variables = Portals;
    variables.insert(name, u"canary-3141592653"_s);
    variables.insert(u"ROX_ENDPOINT"_s, u"127.0.0.1:1"_s);
    StartedProgram program(home, {}, variables);
    QVERIFY2(program.isPainted(), program.errors().constData());
    const QByteArray environment = program.proc("environ");
    QVERIFY(environment.contains("ROX_ENDPOINT=127.0.0.1:1"));
    QVERIFY(environment.contains(name.toLatin1()));
    QVERIFY(!environment.contains("canary"));
}

/// The first line of a program that finds no platform to draw on; Qt says its name.
void TestHardening::logLinesAreRedacted()
{
    const ProgramHome home;
    StartedProgram program(home, {},
                           {{u"QT_QPA_PLATFORM"_s, u"password=canary"_s},
                            {u"QT_MESSAGE_PATTERN"_s, u"<%{type}> %{message}"_s}});
    QCOMPARE(program.ended(), -1); // Qt aborts
    const QByteArray said = program.errors();
    QVERIFY2(said.contains("<warning> Could not find the Qt platform plugin"), said.constData());
    QVERIFY2(said.contains("password=[redacted]"), said.constData());
    QVERIFY2(!said.contains("canary"), said.constData());
}

QTEST_GUILESS_MAIN(TestHardening)
#include "tst_hardening.moc"
