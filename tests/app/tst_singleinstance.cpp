// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launchcaller.h"
#include "app/singleinstance.h"
#include "tests/app/startedprogram.h"

#include <QDataStream>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTcpServer>
#include <QtEndian>

#include <csignal>
#include <unistd.h>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

LaunchMessage sample()
{
    return {{u"rox-tokens"_s, u"--endpoint"_s, u"zentrale-ü"_s},
            {{u"ROX_API_TOKEN"_s, u"secret"_s}},
            u"/somewhere"_s,
            "activate-me"};
}

QByteArray withLength(const QByteArray &body)
{
    QByteArray length(4, 0);
    qToBigEndian(quint32(body.size()), length.data());
    return length + body;
}

/// A message that claims to hold as many arguments.
QByteArray claiming(quint32 version, quint32 arguments)
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    stream << version << arguments << quint32(0xfffffffe);
    return withLength(body);
}

} // namespace

/// A second start comes to the first window, whatever became of processes before; what is no
/// message of ours changes nothing.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMessageComesBack();
    void onePlaceForOne();
    void noPlaceInAForeignFolder();
    void handsOver();
    void strangeMessagesAreDropped_data();
    void strangeMessagesAreDropped();
    void dribblersAreDropped();
    void strangersAreDropped();
    void nobodyListensYet();
    void theSecondStartTurnsTheFirst();
    void qtOptionsAreTakenOutFirst();
    void mistakesAreSaidByTheSecond();
    void aHungWindowIsLeft();
    void aCrashIsForgotten();

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
};

void TestSingleInstance::init()
{
    m_runtime = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
}

void TestSingleInstance::aMessageComesBack()
{
    const QByteArray sent = sample().encoded();
    QCOMPARE(qFromBigEndian<quint32>(sent.constData()), quint32(sent.size() - 4));
    const QByteArray body = sent.mid(4);
    const auto message = LaunchMessage::decoded(body);
    QVERIFY(message);
    QCOMPARE(message->arguments, sample().arguments);
    QCOMPARE(message->environment, sample().environment);
    QCOMPARE(message->workingFolder, sample().workingFolder);
    QCOMPARE(message->activationToken, sample().activationToken);
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY(!LaunchMessage::decoded(body.left(size)));
    QVERIFY(!LaunchMessage::decoded(body + 'x'));
}

void TestSingleInstance::onePlaceForOne()
{
    InstancePlace first = InstancePlace::of({});
    QVERIFY(first.isOurs());
    InstancePlace second = InstancePlace::of({});
    QVERIFY(second.isTaken());
    QCOMPARE(second.socket(), first.socket());
    QVERIFY(InstancePlace::of({{u"ROX_TOKENS_INSTANCE"_s, u"other"_s}}).isOurs());
    qputenv("DISPLAY", ":other");
    QVERIFY(InstancePlace::of({}).isOurs());
    qunsetenv("DISPLAY");
    first.leave();
    second.takeIfFree();
    QVERIFY(second.isOurs());
}

void TestSingleInstance::noPlaceInAForeignFolder()
{
    QFile::setPermissions(m_runtime->path(), QFile::Permissions(0x7055));
    const InstancePlace open = InstancePlace::of({});
    QVERIFY(!open.isOurs() && !open.isTaken());
    qunsetenv("XDG_RUNTIME_DIR");
    const InstancePlace none = InstancePlace::of({});
    QVERIFY(!none.isOurs() && !none.isTaken());
}

void TestSingleInstance::handsOver()
{
    const InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(place));
    QSignalSpy asked(&instance, &SingleInstance::asked);
    LaunchCaller caller(place.socket());
    QSignalSpy finished(&caller, &LaunchCaller::finished);
    caller.call(sample());
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst().constFirst().toBool(), true);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.constFirst().at(0).toStringList(), sample().arguments);
    QCOMPARE(asked.constFirst().at(2).toString(), sample().workingFolder);
    QCOMPARE(asked.constFirst().at(3).toByteArray(), sample().activationToken);
}

void TestSingleInstance::strangeMessagesAreDropped_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no length") << QByteArray(4, '\0');
    QTest::newRow("too long") << QByteArray("\x00\x10\x00\x01x", 5);
    QTest::newRow("longer than memory") << QByteArray(100, '\xff');
    QTest::newRow("words") << QByteArray("GET / HTTP/1.1\r\nHost: central\r\n\r\n");
    QTest::newRow("cut inside") << withLength(sample().encoded().mid(4).chopped(1));
    QTest::newRow("more behind") << withLength(sample().encoded().mid(4) + 'x');
    QTest::newRow("another version") << claiming(2, 1);
    QTest::newRow("no argument") << claiming(1, 0);
    QTest::newRow("a claim of lists") << claiming(1, 0xffffffff);
    QTest::newRow("a claim of bytes") << claiming(1, 1);
}

void TestSingleInstance::strangeMessagesAreDropped()
{
    QFETCH(QByteArray, bytes);
    const InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(place));
    QSignalSpy asked(&instance, &SingleInstance::asked);
    QLocalSocket socket;
    QSignalSpy disconnected(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(place.socket());
    socket.write(bytes);
    QVERIFY(!disconnected.isEmpty() || disconnected.wait());
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(asked.count(), 0);
    // And it still listens.
    LaunchCaller caller(place.socket());
    caller.call(sample());
    QTRY_COMPARE(asked.count(), 1);
}

void TestSingleInstance::dribblersAreDropped()
{
    const InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(place));
    QSignalSpy asked(&instance, &SingleInstance::asked);
    QLocalSocket socket;
    QSignalSpy disconnected(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(place.socket());
    socket.write(sample().encoded().chopped(1));
    QVERIFY(disconnected.wait(30'000));
    QCOMPARE(asked.count(), 0);
    // In pieces, but whole.
    socket.connectToServer(place.socket());
    const QByteArray bytes = sample().encoded();
    for (const char byte : bytes) {
        socket.write(&byte, 1);
        QTRY_VERIFY(socket.bytesToWrite() == 0);
    }
    QTRY_COMPARE(asked.count(), 1);
}

/// Somebody else on this computer, to whom the folder was opened. Only root can be two people.
void TestSingleInstance::strangersAreDropped()
{
    const InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(place));
    QSignalSpy asked(&instance, &SingleInstance::asked);
    QFile::setPermissions(m_runtime->path(), QFile::Permissions(0x7077));
    QFile::setPermissions(place.socket(), QFile::Permissions(0x6066));
    const QString say = u"import socket,sys\ns=socket.socket(socket.AF_UNIX)\n"
                        "s.connect(sys.argv[1])\ntry:\n s.sendall(bytes.fromhex(sys.argv[2]))\n "
                        "answer=s.recv(1)\nexcept OSError: answer=b''\n"
                        "sys.exit(7 if answer == b'\\x06' else 8)"_s;
    const QStringList talk = {u"/usr/bin/python3"_s, u"-c"_s, say, place.socket(),
                              QString::fromLatin1(sample().encoded().toHex())};
    const bool root = ::geteuid() == 0;
    const QStringList other = {u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s,
                               u"--clear-groups"_s, u"--"_s};
    QStringList command = root ? other + talk : talk;
    QProcess process;
    process.start(command.takeFirst(), command);
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(process.exitCode(), root ? 8 : 7);
    QCOMPARE(asked.count(), root ? 0 : 1);
}

void TestSingleInstance::nobodyListensYet()
{
    const InstancePlace place = InstancePlace::of({});
    LaunchCaller caller(place.socket());
    QSignalSpy finished(&caller, &LaunchCaller::finished);
    caller.call(sample());
    QVERIFY(!finished.wait(100)); // it tries on
    SingleInstance instance;
    QVERIFY(instance.listen(place));
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst().constFirst().toBool(), true);
    // Nobody ever does.
    LaunchCaller lonely(place.socket() + u'x');
    QSignalSpy given(&lonely, &LaunchCaller::finished);
    lonely.call(sample());
    QVERIFY(given.wait(30'000));
    QCOMPARE(given.constFirst().constFirst().toBool(), false);
}

void TestSingleInstance::theSecondStartTurnsTheFirst()
{
    const ProgramHome home;
    QFile token(home.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly) && token.write("canary") == 6);
    token.close();
    QTcpServer central;
    QVERIFY(central.listen(QHostAddress::LocalHost));
    QSignalSpy visited(&central, &QTcpServer::newConnection);
    StartedProgram first(home, {}, {{u"DISPLAY"_s, u":7"_s}});
    QVERIFY2(first.isPainted(), first.errors().constData());
    // A file's name begins at the folder where it was typed.
    StartedProgram second(home,
                          {u"--endpoint"_s, u"127.0.0.1:%1"_s.arg(central.serverPort()),
                           u"--token-file"_s, u"token"_s},
                          {{u"DISPLAY"_s, u":7"_s}});
    QCOMPARE(second.ended(), 0);
    QCOMPARE(second.errors(), QByteArray());
    QCOMPARE(second.output(), QByteArray());
    QVERIFY(!visited.isEmpty() || visited.wait(30'000));
    // Another display has a window of its own.
    StartedProgram elsewhere(home, {}, {{u"DISPLAY"_s, u":8"_s}});
    QVERIFY2(elsewhere.isPainted(), elsewhere.errors().constData());
}

void TestSingleInstance::qtOptionsAreTakenOutFirst()
{
    const ProgramHome home;
    StartedProgram first(home, {u"-platform"_s, u"offscreen"_s});
    QVERIFY2(first.isPainted(), first.errors().constData());
    StartedProgram second(home, {u"-platform"_s, u"offscreen"_s});
    QCOMPARE(second.ended(), 0);
    QCOMPARE(second.errors(), QByteArray());
}

void TestSingleInstance::mistakesAreSaidByTheSecond()
{
    const ProgramHome home;
    StartedProgram first(home);
    QVERIFY2(first.isPainted(), first.errors().constData());
    const QByteArray before = first.errors();
    StartedProgram second(home, {u"--nonsense"_s});
    QCOMPARE(second.ended(), 2);
    QVERIFY2(second.errors().contains("nonsense"), second.errors().constData());
    StartedProgram help(home, {u"--help"_s});
    QCOMPARE(help.ended(), 0);
    QVERIFY(help.output().contains("--endpoint"));
    QCOMPARE(first.errors(), before);
}

void TestSingleInstance::aHungWindowIsLeft()
{
    const ProgramHome home;
    StartedProgram first(home);
    QVERIFY2(first.isPainted(), first.errors().constData());
    QCOMPARE(::kill(pid_t(first.pid()), SIGSTOP), 0);
    StartedProgram second(home);
    QVERIFY2(second.isPainted(), second.errors().constData());
    QVERIFY2(second.errors().contains("does not answer"), second.errors().constData());
}

void TestSingleInstance::aCrashIsForgotten()
{
    const ProgramHome home;
    StartedProgram first(home);
    QVERIFY2(first.isPainted(), first.errors().constData());
    QCOMPARE(::kill(pid_t(first.pid()), SIGKILL), 0);
    QCOMPARE(first.ended(), -1);
    StartedProgram next(home);
    QVERIFY2(next.isPainted(), next.errors().constData());
    QVERIFY2(!next.errors().contains("does not answer"), next.errors().constData());
    StartedProgram second(home);
    QCOMPARE(second.ended(), 0);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
