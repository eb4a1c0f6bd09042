// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchcaller.h"
#include "app/launch/singleinstance.h"
#include "tests/app/startedprogram.h"

#include <QDataStream>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>

#include <csignal>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Jwt = "eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl";

LaunchMessage sample()
{
    LaunchMessage message;
    message.request.endpoint = *Endpoint::parse(u"https://central.example.com:8443"_s);
    message.request.credential = {Credential::Kind::Password, u"zoë"_s, Secret("secret")};
    message.request.caFile = u"/somewhere/ca-ü.pem"_s;
    message.activationToken = "activate-me";
    return message;
}

QByteArray withLength(const QByteArray &body)
{
    QByteArray length(4, 0);
    qToBigEndian(quint32(body.size()), length.data());
    return length + body;
}

/// The fields of a message; each test makes one of them wrong.
struct Words
{
    quint32 version = 3;
    quint32 demo = 0;
    QByteArray endpoint = "https://central.example.com:8443";
    quint32 kind = 1;
    QByteArray userName = {};
    QByteArray secret = "secret";
    QByteArray caFile = {};

    [[nodiscard]] QByteArray sent() const
    {
        QByteArray body;
        QDataStream stream(&body, QIODevice::WriteOnly);
        stream << version << demo << endpoint << kind << userName << secret << caFile
               << QByteArray();
        return withLength(body);
    }
};

/// A message that claims to hold more bytes than it does.
QByteArray claiming()
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    stream << quint32(3) << quint32(0) << quint32(0xfffffffe);
    return withLength(body);
}

} // namespace

/// A second start reaches the first window, also after crashes and hangs; anything that is no
/// message of ours changes nothing.
class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneLockForEachDisplay();
    void folderOpenToOthersIsNotUsed();
    void messageIsHandedOver();
    void strangeMessagesAreDropped_data();
    void strangeMessagesAreDropped();
    void incompleteMessageIsDropped();
    void otherUsersAreDropped();
    void abandonedStartIsNotCarriedOut();
    void callerWaitsForTheSocket();
    void secondStartOpensInTheFirstWindow();
    void tokenFromAPipeIsHandedOver();
    void qtOptionsAreAccepted();
    void mistakesAreReportedByTheSecondStart();
    void hungWindowGetsASecondOne();
    void hungWindowDoesNotRepeatTheStart();
    void crashDoesNotBlockTheNextStart();
    void removedSocketIsMadeAgain();
    void removedLockFileIsMadeAgain();
    void placeThatAnotherProcessTookIsLeft();

private:
    [[nodiscard]] SingleInstance::Heard hear()
    {
        return [this](LaunchMessage message) { m_heard.push_back(std::move(message)); };
    }
    static void write(const QString &path, const QByteArray &content);
    /// A second start at a Central that only counts who comes.
    [[nodiscard]] static QStringList toVisit(const QTcpServer &central, const QString &tokenFile);

    std::unique_ptr<QTemporaryDir> m_runtime;
    std::vector<LaunchMessage> m_heard;
};

void TestSingleInstance::init()
{
    m_heard.clear();
    m_runtime = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime->path()));
}

void TestSingleInstance::oneLockForEachDisplay()
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

void TestSingleInstance::folderOpenToOthersIsNotUsed()
{
    QFile::setPermissions(m_runtime->path(), QFile::Permissions(0x7055));
    const InstancePlace open = InstancePlace::of({});
    QVERIFY(!open.isOurs() && !open.isTaken());
    qunsetenv("XDG_RUNTIME_DIR");
    const InstancePlace none = InstancePlace::of({});
    QVERIFY(!none.isOurs() && !none.isTaken());
}

void TestSingleInstance::messageIsHandedOver()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    LaunchCaller caller(place.socket());
    QSignalSpy finished(&caller, &LaunchCaller::finished);
    caller.call(sample());
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst().constFirst().toBool(), true);
    QTRY_COMPARE(int(m_heard.size()), 1);
    QVERIFY(m_heard.front().request.credential.secret.equals(sample().request.credential.secret));
    QCOMPARE(m_heard.front().activationToken, sample().activationToken);
}

void TestSingleInstance::removedSocketIsMadeAgain()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    for (int times = 1; times <= 3; ++times) {
        QVERIFY(QFile::remove(place.socket()));
        QTRY_VERIFY(QFileInfo::exists(place.socket()));
        LaunchCaller caller(place.socket());
        QSignalSpy finished(&caller, &LaunchCaller::finished);
        caller.call(sample());
        QVERIFY(finished.wait());
        QCOMPARE(finished.constFirst().constFirst().toBool(), true);
        QTRY_COMPARE(int(m_heard.size()), times);
    }
    // Another file has taken its name.
    QVERIFY(QFile::remove(place.socket()));
    write(place.socket(), "not a socket");
    QTRY_COMPARE(QFileInfo(place.socket()).size(), qint64(0));
}

void TestSingleInstance::removedLockFileIsMadeAgain()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    const QString lock = place.socket() + u".lock";
    QVERIFY(QFile::remove(lock));
    QTRY_VERIFY(QFileInfo::exists(lock));
    QVERIFY(place.isOurs());
    QVERIFY(InstancePlace::of({}).isTaken());
}

void TestSingleInstance::placeThatAnotherProcessTookIsLeft()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    QVERIFY(QFile::remove(place.socket() + u".lock"));
    InstancePlace other = InstancePlace::of({}); // before this process has noticed
    QVERIFY(other.isOurs());
    SingleInstance next;
    bool isHeard = false;
    QVERIFY(next.listen(&other, [&isHeard](const LaunchMessage &) { isHeard = true; }));
    QTRY_VERIFY(!place.isOurs());
    LaunchCaller caller(other.socket());
    QSignalSpy finished(&caller, &LaunchCaller::finished);
    caller.call(sample());
    QVERIFY(finished.wait());
    QTRY_VERIFY(isHeard);
    QCOMPARE(int(m_heard.size()), 0);
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
    QTest::newRow("a claim of bytes") << claiming();
    QTest::newRow("an older version") << Words{.version = 2}.sent();
    QTest::newRow("a later version") << Words{.version = 4}.sent();
    QTest::newRow("demo of a Central") << Words{.demo = 1}.sent();
    QTest::newRow("half a demo")
        << Words{.demo = 2, .endpoint = {}, .kind = 0, .secret = {}}.sent();
    QTest::newRow("no Central") << Words{.endpoint = {}}.sent();
    QTest::newRow("plaintext") << Words{.endpoint = "http://central.example.com"}.sent();
    QTest::newRow("user in the endpoint") << Words{.endpoint = "https://a:b@central"}.sent();
    QTest::newRow("endless endpoint") << Words{.endpoint = QByteArray(20'000, 'a')}.sent();
    QTest::newRow("a session") << Words{.kind = 3}.sent();
    QTest::newRow("a secret of nobody") << Words{.kind = 0}.sent();
    QTest::newRow("nobody's password") << Words{.kind = 2}.sent();
    QTest::newRow("no secret") << Words{.secret = {}}.sent();
    QTest::newRow("a path from nowhere") << Words{.caFile = "ca.pem"}.sent();
}

void TestSingleInstance::strangeMessagesAreDropped()
{
    QFETCH(QByteArray, bytes);
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    QLocalSocket socket;
    QSignalSpy disconnected(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(place.socket());
    socket.write(bytes);
    QVERIFY(!disconnected.isEmpty() || disconnected.wait());
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(int(m_heard.size()), 0);
    // And it still listens.
    LaunchCaller caller(place.socket());
    caller.call(sample());
    QTRY_COMPARE(int(m_heard.size()), 1);
}

void TestSingleInstance::incompleteMessageIsDropped()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    QLocalSocket socket;
    QSignalSpy disconnected(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(place.socket());
    socket.write(sample().encoded().chopped(1));
    QVERIFY(disconnected.wait(30'000));
    QCOMPARE(int(m_heard.size()), 0);
    // In pieces, but whole.
    socket.connectToServer(place.socket());
    const QByteArray bytes = sample().encoded();
    for (const char byte : bytes) {
        socket.write(&byte, 1);
        QTRY_VERIFY(socket.bytesToWrite() == 0);
    }
    QTRY_COMPARE(socket.bytesAvailable(), 1);
    QCOMPARE(socket.readAll(), QByteArray(1, SingleInstance::Ready));
    socket.write(&SingleInstance::GoAhead, 1);
    QTRY_COMPARE(int(m_heard.size()), 1);
}

/// The caller was not answered in time and carries its request out itself.
void TestSingleInstance::abandonedStartIsNotCarriedOut()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    QLocalSocket gone;
    gone.connectToServer(place.socket());
    gone.write(sample().encoded());
    QVERIFY(gone.flush() || gone.bytesToWrite() == 0);
    gone.abort();
    QLocalSocket undecided;
    QSignalSpy disconnected(&undecided, &QLocalSocket::disconnected);
    undecided.connectToServer(place.socket());
    undecided.write(sample().encoded());
    QVERIFY(disconnected.wait(30'000));
    QCOMPARE(int(m_heard.size()), 0);
}

/// Another user, to whom the folder was opened. Only root can start a process of another user.
void TestSingleInstance::otherUsersAreDropped()
{
    InstancePlace place = InstancePlace::of({});
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    QFile::setPermissions(m_runtime->path(), QFile::Permissions(0x7077));
    QFile::setPermissions(place.socket(), QFile::Permissions(0x6066));
    const QString say = u"import socket,sys\ns=socket.socket(socket.AF_UNIX)\n"
                        "s.connect(sys.argv[1])\ntry:\n s.sendall(bytes.fromhex(sys.argv[2]))\n "
                        "answer=s.recv(1)\n s.sendall(b'\\x06')\nexcept OSError: answer=b''\n"
                        "sys.exit(7 if answer == b'\\x05' else 8)"_s;
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
    QCOMPARE(int(m_heard.size()), root ? 0 : 1);
}

void TestSingleInstance::callerWaitsForTheSocket()
{
    InstancePlace place = InstancePlace::of({});
    LaunchCaller caller(place.socket());
    QSignalSpy finished(&caller, &LaunchCaller::finished);
    caller.call(sample());
    QVERIFY(!finished.wait(100)); // keeps trying
    SingleInstance instance;
    QVERIFY(instance.listen(&place, hear()));
    QVERIFY(finished.wait());
    QCOMPARE(finished.constFirst().constFirst().toBool(), true);
    // A socket that never exists.
    LaunchCaller lonely(place.socket() + u'x');
    QSignalSpy given(&lonely, &LaunchCaller::finished);
    lonely.call(sample());
    QVERIFY(given.wait(30'000));
    QCOMPARE(given.constFirst().constFirst().toBool(), false);
}

void TestSingleInstance::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

QStringList TestSingleInstance::toVisit(const QTcpServer &central, const QString &tokenFile)
{
    return {u"--endpoint"_s, u"127.0.0.1:%1"_s.arg(central.serverPort()), u"--token-file"_s,
            tokenFile};
}

void TestSingleInstance::secondStartOpensInTheFirstWindow()
{
    const ProgramHome home;
    write(home.filePath(u"token"_s), Jwt);
    QTcpServer central;
    QVERIFY(central.listen(QHostAddress::LocalHost));
    QSignalSpy visited(&central, &QTcpServer::newConnection);
    StartedProgram first(home, {}, {{u"DISPLAY"_s, u":7"_s}});
    QVERIFY2(first.isPainted(), first.errors().constData());
    // A relative path starts at the folder of the second start.
    StartedProgram second(home, toVisit(central, u"token"_s), {{u"DISPLAY"_s, u":7"_s}});
    QCOMPARE(second.ended(), 0);
    QVERIFY(QFile::remove(home.filePath(u"token"_s)));
    QCOMPARE(second.errors(), QByteArray());
    QCOMPARE(second.output(), QByteArray());
    QVERIFY(!visited.isEmpty() || visited.wait(30'000));
    // Another display has a window of its own.
    StartedProgram elsewhere(home, {}, {{u"DISPLAY"_s, u":8"_s}});
    QVERIFY2(elsewhere.isPainted(), elsewhere.errors().constData());
}

/// As with --token-file <(pass central): it can be read once only.
void TestSingleInstance::tokenFromAPipeIsHandedOver()
{
    const ProgramHome home;
    const QString pipe = home.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QTcpServer central;
    QVERIFY(central.listen(QHostAddress::LocalHost));
    QSignalSpy visited(&central, &QTcpServer::newConnection);
    StartedProgram first(home);
    QVERIFY2(first.isPainted(), first.errors().constData());
    StartedProgram second(home, toVisit(central, pipe));
    QProcess feeder;
    feeder.start(u"/bin/sh"_s,
                 {u"-c"_s, u"(printf %s \"$2\"; printf %s \"$3\") > \"$1\""_s, u"sh"_s, pipe,
                  QString::fromLatin1(Jwt.left(20)), QString::fromLatin1(Jwt.mid(20))});
    QCOMPARE(second.ended(), 0);
    QCOMPARE(second.errors(), QByteArray());
    QVERIFY(!visited.isEmpty() || visited.wait(30'000));
    QTRY_COMPARE(feeder.state(), QProcess::NotRunning);
    // A CA file is read again later, so it cannot be a pipe.
    StartedProgram third(home, {u"--endpoint"_s, u"127.0.0.1:9"_s, u"--ca"_s, pipe});
    QCOMPARE(third.ended(), 2);
    QVERIFY2(third.errors().contains("only once"), third.errors().constData());
}

void TestSingleInstance::qtOptionsAreAccepted()
{
    const ProgramHome home;
    StartedProgram first(home, {u"-platform"_s, u"offscreen"_s});
    QVERIFY2(first.isPainted(), first.errors().constData());
    StartedProgram second(home, {u"-platform"_s, u"offscreen"_s});
    QCOMPARE(second.ended(), 0);
    QCOMPARE(second.errors(), QByteArray());
}

void TestSingleInstance::mistakesAreReportedByTheSecondStart()
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

void TestSingleInstance::hungWindowGetsASecondOne()
{
    const ProgramHome home;
    StartedProgram first(home);
    QVERIFY2(first.isPainted(), first.errors().constData());
    QCOMPARE(::kill(pid_t(first.pid()), SIGSTOP), 0);
    StartedProgram second(home);
    QVERIFY2(second.isPainted(), second.errors().constData());
    QVERIFY2(second.errors().contains("does not answer"), second.errors().constData());
}

void TestSingleInstance::hungWindowDoesNotRepeatTheStart()
{
    const ProgramHome home;
    write(home.filePath(u"token"_s), Jwt);
    QTcpServer central;
    QTcpServer fence;
    QVERIFY(central.listen(QHostAddress::LocalHost) && fence.listen(QHostAddress::LocalHost));
    StartedProgram first(home);
    QVERIFY2(first.isPainted(), first.errors().constData());
    QCOMPARE(::kill(pid_t(first.pid()), SIGSTOP), 0);
    {
        StartedProgram second(home, toVisit(central, u"token"_s));
        QVERIFY2(second.isPainted(), second.errors().constData());
        QTRY_VERIFY(central.hasPendingConnections());
    }
    while (QTcpSocket *visit = central.nextPendingConnection())
        delete visit;
    QCOMPARE(::kill(pid_t(first.pid()), SIGCONT), 0);
    // It has read what the second one left when it carries the third one out.
    StartedProgram third(home, toVisit(fence, u"token"_s));
    QCOMPARE(third.ended(), 0);
    QTRY_VERIFY(fence.hasPendingConnections());
    QVERIFY(!central.hasPendingConnections());
}

void TestSingleInstance::crashDoesNotBlockTheNextStart()
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
