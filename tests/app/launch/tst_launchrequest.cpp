// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchrequest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestLaunchRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void credentials_data();
    void credentials();
    void mistakeIsRefused_data();
    void mistakeIsRefused();
    void tokenIsNotQuoted_data();
    void tokenIsNotQuoted();
    void nothingAskedIsAnEmptyRequest();
    void demoRefusesOtherOptions();
    void requestBecomesAProfile();

private:
    QString write(const QString &name, const QByteArray &content);

    QTemporaryDir m_folder;
    QString m_tokenFile;
};

QString TestLaunchRequest::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestLaunchRequest::initTestCase()
{
    m_tokenFile = write(u"token"_s, "  from-file\n");
}

void TestLaunchRequest::credentials_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("secret");
    const int token = int(Credential::Kind::ApiToken);
    const QString file = m_tokenFile;
    QTest::newRow("token is trimmed")
        << QStringList() << Environment{{u"ROX_API_TOKEN"_s, u" value\n"_s}} << token
        << QByteArray("value");
    QTest::newRow("file outranks token")
        << QStringList()
        << Environment{{u"ROX_API_TOKEN"_s, u"value"_s}, {u"ROX_API_TOKEN_FILE"_s, file}} << token
        << QByteArray("from-file");
    QTest::newRow("flag outranks a password variable")
        << QStringList{u"--token-file"_s, file} << Environment{{u"ROX_ADMIN_PASSWORD"_s, u"pw"_s}}
        << token << QByteArray("from-file");
    QTest::newRow("password") << QStringList() << Environment{{u"ROX_ADMIN_PASSWORD"_s, u" pw "_s}}
                              << int(Credential::Kind::Password) << QByteArray(" pw ");
}

void TestLaunchRequest::credentials()
{
    QFETCH(QStringList, arguments);
    QFETCH(Environment, environment);
    QFETCH(int, kind);
    QFETCH(QByteArray, secret);
    const auto request = launchRequest(QStringList{u"rox-tokens"_s} + arguments, environment);
    QVERIFY2(request, qPrintable(request ? QString() : request.error()));
    QCOMPARE(int(request->credential.kind), kind);
    QCOMPARE(request->credential.secret.view().toByteArray(), secret);
    // roxctl's own default, for somebody who set a credential alone.
    QCOMPARE(request->endpoint->display(), u"localhost:8443"_s);
}

void TestLaunchRequest::mistakeIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QString>("names");
    const auto flag = [](const QString &name, const QString &value) {
        return QStringList{name, value};
    };
    QTest::newRow("unknown option")
        << QStringList{u"--nonsense"_s} << Environment() << u"nonsense"_s;
    QTest::newRow("positional") << QStringList{u"central:443"_s} << Environment()
                                << u"--endpoint"_s;
    QTest::newRow("no value") << QStringList{u"--endpoint"_s} << Environment() << u"endpoint"_s;
    QTest::newRow("user in the endpoint")
        << flag(u"--endpoint"_s, u"https://a:b@central"_s) << Environment() << u"no password"_s;
    QTest::newRow("plain text") << flag(u"--endpoint"_s, u"http://central"_s) << Environment()
                                << u"http"_s;
    QTest::newRow("empty endpoint") << flag(u"--endpoint"_s, QString()) << Environment() << u""_s;
    QTest::newRow("missing token file") << flag(u"--token-file"_s, u"/nonexistent/token"_s)
                                        << Environment() << u"/nonexistent/token"_s;
    QTest::newRow("token file is a folder")
        << flag(u"--token-file"_s, m_folder.path()) << Environment() << m_folder.path();
    QTest::newRow("empty token file")
        << flag(u"--token-file"_s, write(u"empty"_s, " \n")) << Environment() << u"empty"_s;
    QTest::newRow("two tokens in a file")
        << flag(u"--token-file"_s, write(u"two"_s, "one\ntwo\n")) << Environment() << u"two"_s;
    QTest::newRow("CA file is no PEM")
        << QStringList{u"--endpoint"_s, u"central"_s, u"--ca"_s, write(u"ca"_s, "hello")}
        << Environment() << m_folder.filePath(u"ca"_s);
    QTest::newRow("password and token")
        << QStringList()
        << Environment{{u"ROX_ADMIN_PASSWORD"_s, u"pw"_s}, {u"ROX_API_TOKEN"_s, u"t"_s}}
        << u"ROX_ADMIN_PASSWORD"_s;
    QTest::newRow("no certificate checks")
        << flag(u"--endpoint"_s, u"central"_s)
        << Environment{{u"ROX_INSECURE_CLIENT_SKIP_TLS_VERIFY"_s, u"true"_s}} << u"--ca"_s;
    QTest::newRow("demo and endpoint")
        << QStringList{u"--demo"_s, u"--endpoint"_s, u"central"_s} << Environment() << u"--demo"_s;
}

void TestLaunchRequest::mistakeIsRefused()
{
    QFETCH(QStringList, arguments);
    QFETCH(Environment, environment);
    QFETCH(QString, names);
    const auto request = launchRequest(QStringList{u"rox-tokens"_s} + arguments, environment);
    QVERIFY(!request);
    QVERIFY2(request.error().contains(names), qPrintable(request.error()));
    QVERIFY(request.error().endsWith(u'.'));
}

void TestLaunchRequest::tokenIsNotQuoted_data()
{
    const QString token = u"eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0.c2lnbmF0dXJl"_s;
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Environment>("environment");
    QTest::newRow("endpoint") << QStringList{u"--endpoint"_s, token} << Environment();
    QTest::newRow("endpoint, joined") << QStringList{u"--endpoint="_s + token} << Environment();
    QTest::newRow("file") << QStringList{u"--token-file"_s, token} << Environment();
    QTest::newRow("CA file") << QStringList{u"--endpoint"_s, u"central"_s, u"--ca"_s, token}
                             << Environment();
    QTest::newRow("alone") << QStringList{token} << Environment();
    QTest::newRow("unknown option") << QStringList{u"--token="_s + token} << Environment();
    QTest::newRow("option of its own") << QStringList{u"--"_s + token} << Environment();
    for (const char *name : {"ROX_ENDPOINT", "ROX_API_TOKEN_FILE", "ROX_CA_CERT_FILE"})
        QTest::newRow(name) << QStringList() << Environment{{QString::fromLatin1(name), token}};
}

void TestLaunchRequest::tokenIsNotQuoted()
{
    QFETCH(QStringList, arguments);
    QFETCH(Environment, environment);
    const auto request = launchRequest(QStringList{u"rox-tokens"_s} + arguments, environment);
    QVERIFY(!request);
    QVERIFY2(request.error().contains(u"--token-file"_s), qPrintable(request.error()));
    QVERIFY2(!request.error().contains(u"eyJ"_s), qPrintable(request.error()));
    QVERIFY2(!request.error().contains(u"c2lnbmF0dXJl"_s), qPrintable(request.error()));
}

void TestLaunchRequest::nothingAskedIsAnEmptyRequest()
{
    const auto request = launchRequest({u"rox-tokens"_s}, {});
    QVERIFY(request);
    QVERIFY(!request->endpoint);
    QVERIFY(!request->demo);
}

void TestLaunchRequest::demoRefusesOtherOptions()
{
    const auto request =
        launchRequest({u"rox-tokens"_s, u"--demo"_s}, {{u"ROX_ENDPOINT"_s, u"central"_s}});
    QVERIFY(request);
    QVERIFY(request->demo);
    QVERIFY(!request->endpoint);
}

void TestLaunchRequest::requestBecomesAProfile()
{
    LaunchRequest request;
    QVERIFY(!profileOf(request));
    request.endpoint = *Endpoint::parse(u"https://central.example.com:8443"_s);
    const auto profile = profileOf(request);
    QVERIFY(profile);
    QVERIFY(!profile->id.isNull());
    QVERIFY(profile->id != profileOf(request)->id);
    QCOMPARE(profile->name, u"central.example.com:8443"_s);
    QCOMPARE(profile->endpoint, *request.endpoint);
    QVERIFY(profile->signIn == SignInMethod::ApiToken);
    QVERIFY(profile->trust == TrustRule());
    request.credential.kind = Credential::Kind::Password;
    request.credential.userName = u"admin"_s;
    request.caFile = u"ca.pem"_s;
    const auto other = profileOf(request);
    QVERIFY(other->signIn == SignInMethod::Password);
    QCOMPARE(other->userName, u"admin"_s);
    QVERIFY(other->trust.kind == TrustRule::Kind::CaFile);
    QCOMPARE(other->trust.caFile, QDir::current().filePath(u"ca.pem"_s));
    request.demo = true;
    QVERIFY(!profileOf(request));
}

QTEST_GUILESS_MAIN(TestLaunchRequest)
#include "tst_launchrequest.moc"
