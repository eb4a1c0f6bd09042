// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Program = QStringLiteral(ROX_BIN_DIR "/rox-demo-central");

QString idOf(const QByteArray &token)
{
    return jwtPayload(token).value(u"jti"_s).toString();
}

} // namespace

/// The demo program: its command line, its end, and --central-version.
class TestDemoProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badCommandLine_data();
    void badCommandLine();
    void helpAndVersion();
    void takenPort();
    void endRemovesFiles_data();
    void endRemovesFiles();
    void secretsDiffer();
    void sameSeedSameTokens();
    void plaintext();
    void pruning();
    void rateLimit();
    void oldReleases_data();
    void oldReleases();
    void expirationDroppedBefore44();
};

void TestDemoProgram::badCommandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    QTest::newRow("unknown option") << QStringList{u"--no-such"_s} << u"--no-such"_s;
    QTest::newRow("unexpected argument") << QStringList{u"serve"_s} << u"serve"_s;
    QTest::newRow("missing value") << QStringList{u"--tokens"_s} << u"--tokens"_s;
    QTest::newRow("not a number") << QStringList{u"--tokens"_s, u"many"_s} << u"many"_s;
    QTest::newRow("negative") << QStringList{u"--tokens=-1"_s} << u"-1"_s;
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s} << u"65536"_s;
    QTest::newRow("trailing letter") << QStringList{u"--seed"_s, u"1x"_s} << u"1x"_s;
    QTest::newRow("zero lifetime") << QStringList{u"--session-lifetime"_s, u"0"_s} << u"\"0\""_s;
    QTest::newRow("not a release") << QStringList{u"--central-version"_s, u"four"_s} << u"four"_s;
}

void TestDemoProgram::badCommandLine()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    QProcess process;
    process.start(Program, arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    const QByteArray sentence = process.readAllStandardError();
    QVERIFY(sentence.contains(names.toUtf8()));
    QCOMPARE(sentence.count('\n'), 1);
}

void TestDemoProgram::helpAndVersion()
{
    for (const QString &option : {u"--help"_s, u"--version"_s}) {
        QProcess process;
        process.start(Program, {option});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("rox-demo-central"));
    }
}

void TestDemoProgram::takenPort()
{
    CurledCentral first;
    QVERIFY(first.start());
    QProcess second;
    second.start(Program, {u"--port"_s, first.port()});
    QVERIFY(second.waitForFinished());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains(first.port().toUtf8()));
    QVERIFY(second.readAllStandardOutput().isEmpty());
}

void TestDemoProgram::endRemovesFiles_data()
{
    QTest::addColumn<QString>("signal");
    QTest::newRow("SIGTERM") << u"TERM"_s;
    QTest::newRow("SIGINT") << u"INT"_s;
}

void TestDemoProgram::endRemovesFiles()
{
    QFETCH(QString, signal);
    QTemporaryDir temporary;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TMPDIR"_s, temporary.path());
    process.setProcessEnvironment(environment);
    process.start(Program, {});
    QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 20000);

    const QDir directory(temporary.path());
    const QStringList made = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(made.size(), 1);
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser
                           | QFile::WriteUser | QFile::ExeUser;
    QCOMPARE(QFile::permissions(directory.filePath(made.first())), ownerOnly);
    QVERIFY(QFile::exists(directory.filePath(made.first() + u"/ca.pem"_s)));

    QCOMPARE(QProcess::execute(u"kill"_s, {u'-' + signal, QString::number(process.processId())}),
             0);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(directory.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
    QVERIFY(process.readAllStandardError().isEmpty());
}

void TestDemoProgram::secretsDiffer()
{
    CurledCentral one;
    CurledCentral two;
    QVERIFY(one.start());
    QVERIFY(two.start());
    QVERIFY(one.adminPassword() != two.adminPassword());
    QCOMPARE(two.withToken(one.ownToken(), u"/v1/auth/status"_s).status, 401);
}

void TestDemoProgram::sameSeedSameTokens()
{
    const auto names = [](const QStringList &arguments) {
        CurledCentral central(arguments);
        QStringList all;
        if (central.start()) {
            for (const auto &token : central.list()) {
                if (token[u"name"_s] != u"rox-tokens-demo"_s)
                    all << token[u"id"_s].toString() << token[u"name"_s].toString();
            }
        }
        return all;
    };
    const QStringList first = names({u"--tokens"_s, u"300"_s, u"--seed=7"_s});
    QCOMPARE(first.size(), 600);
    QCOMPARE(names({u"--tokens=300"_s, u"--seed"_s, u"7"_s}), first);
    QVERIFY(names({u"--tokens=300"_s, u"--seed"_s, u"8"_s}) != first);
}

void TestDemoProgram::plaintext()
{
    CurledCentral central({u"--plaintext"_s});
    QVERIFY(central.start());
    QVERIFY(central.caFile().isEmpty());
    QVERIFY(central.endpoint().startsWith(u"http://localhost:"_s));
    const Answer answer = curl({central.endpoint() + u"/v1/ping"_s});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(u"status"_s).toString(), u"ok"_s);
}

void TestDemoProgram::pruning()
{
    CurledCentral central({u"--prune-interval"_s, u"1"_s, u"--tokens"_s, u"100"_s});
    QVERIFY(central.start());
    const QString kept = idOf(central.newToken(u"kept"_s, {u"Analyst"_s}));
    const QByteArray revoked = central.newToken(u"revoked"_s, {u"Admin"_s});
    const QString gone = u"/v1/apitokens/"_s + idOf(revoked);
    const QString revoke = u"/v1/apitokens/revoke/"_s + idOf(revoked);
    QCOMPARE(central.asAdmin(revoke, {u"--request"_s, u"PATCH"_s}).status, 200);
    QTRY_COMPARE(central.asAdmin(gone).status, 400);
    QVERIFY(central.list(u"?revoked=true"_s).isEmpty());
    QCOMPARE(central.asAdmin(u"/v1/apitokens/"_s + kept).status, 200);
    QCOMPARE(central.asAdmin(revoke, {u"--request"_s, u"PATCH"_s}).status, 500);
    QCOMPARE(central.withToken(revoked, u"/v1/apitokens"_s).status, 401); // still denied

    int expired = 0;
    for (const auto &token : central.list()) {
        const auto end = QDateTime::fromString(token[u"expiration"_s].toString(), Qt::ISODate);
        expired += end < QDateTime::currentDateTimeUtc() ? 1 : 0;
    }
    QCOMPARE(expired, 1); // expired for less than a day: kept
}

void TestDemoProgram::rateLimit()
{
    CurledCentral central({u"--rate-limit"_s, u"2"_s});
    QVERIFY(central.start());
    const QString url = u"https://central.stackrox/v1/apitokens"_s;
    central.call(u"/v1/apitokens"_s,
                 {url, url, url}); // curl uses one connection, so all three are in one second
    const Answer refused = central.call(u"/v1/apitokens"_s);
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.json().value(u"code"_s).toInt(), 8);
    QCOMPARE(refused.message(),
             u"/v1.APITokenService/GetAPITokens is rejected by grpc_ratelimit middleware, please "
             "retry later. limit exceeded"_s);
    QVERIFY(!refused.hasHeader("retry-after"));
    int status = 429;
    QTRY_VERIFY(status == 401 || (status = central.call(u"/v1/apitokens"_s).status) == 401);
}

void TestDemoProgram::oldReleases_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<int>("allowedRoles");
    QTest::addColumn<int>("wrongMethod");
    QTest::addColumn<int>("noJwt");
    QTest::newRow("4.2") << u"4.2.0"_s << 404 << 405 << 401;
    QTest::newRow("4.3") << u"4.3.1"_s << 200 << 405 << 401;
    QTest::newRow("4.6") << u"4.6.0"_s << 200 << 501 << 401;
    QTest::newRow("4.9") << u"4.9.0"_s << 200 << 501 << 400;
}

void TestDemoProgram::oldReleases()
{
    QFETCH(QString, release);
    QFETCH(int, allowedRoles);
    QFETCH(int, wrongMethod);
    QFETCH(int, noJwt);
    CurledCentral central({u"--central-version"_s, release});
    QVERIFY(central.start());
    QCOMPARE(central.asAdmin(u"/v1/metadata"_s).json().value(u"version"_s).toString(), release);
    QCOMPARE(central.asAdmin(u"/v1/apitokens/generate/allowed-roles"_s).status, allowedRoles);
    const Answer wrong = central.call(u"/v1/apitokens"_s, {u"--request"_s, u"PUT"_s});
    QCOMPARE(wrong.status, wrongMethod);
    QCOMPARE(wrong.header("content-type").startsWith("text/plain"), wrongMethod == 405);
    QCOMPARE(central.withToken("abc"_ba, u"/v1/auth/status"_s).status, noJwt);
}

void TestDemoProgram::expirationDroppedBefore44()
{
    for (const auto &[release, honoured] :
         {std::pair{u"4.3.8"_s, false}, std::pair{u"4.4.0"_s, true}}) {
        CurledCentral central({u"--central-version"_s, release});
        QVERIFY(central.start());
        const QString asked = u"2040-01-01T00:00:00Z"_s;
        const Answer answer = central.generate(
            {{u"name"_s, u"x"_s}, {u"role"_s, u"Analyst"_s}, {u"expiration"_s, asked}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()[u"metadata"_s][u"expiration"_s].toString() == asked, honoured);
        const QByteArray token = answer.json()[u"token"_s].toString().toLatin1();
        QCOMPARE(jwtPayload(token).contains(u"ExpireAt"_s), honoured);
    }
}

QTEST_GUILESS_MAIN(TestDemoProgram)
#include "tst_demoprogram.moc"
