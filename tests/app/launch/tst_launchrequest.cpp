// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/launchrequest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Jwt = "eyJhbGciOiJSUzI1NiJ9.eyJqdGkiOiIxIn0." + QByteArray(342, 'x');

} // namespace

class TestLaunchRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void credentials_data();
    void credentials();
    void mistakeIsRefused_data();
    void mistakeIsRefused();
    void contentOfATokenFileIsNamed_data();
    void contentOfATokenFileIsNamed();
    void leftOutTextIsNoted_data();
    void leftOutTextIsNoted();
    void mistypedEndpointIsNoted();
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
    const QString jwt = QString::fromLatin1(Jwt);
    QTest::newRow("token in quotes")
        << QStringList() << Environment{{u"ROX_API_TOKEN"_s, u"\""_s + jwt + u"\""}} << token
        << Jwt;
    QTest::newRow("token after Bearer")
        << QStringList() << Environment{{u"ROX_API_TOKEN"_s, u"Bearer "_s + jwt}} << token << Jwt;
    QTest::newRow("file with a byte order mark and a Windows line end")
        << QStringList{u"--token-file"_s, write(u"bom"_s, "\xef\xbb\xbf" + Jwt + "\r\n")}
        << Environment() << token << Jwt;
    QTest::newRow("file with an assignment")
        << QStringList{u"--token-file"_s, write(u"env"_s, "export ROX_API_TOKEN='" + Jwt + "'\n")}
        << Environment() << token << Jwt;
    QTest::newRow("password with line ends")
        << QStringList() << Environment{{u"ROX_ADMIN_PASSWORD"_s, u"pw\r\n"_s}}
        << int(Credential::Kind::Password) << QByteArray("pw");
    QTest::newRow("line ends alone are no password")
        << QStringList()
        << Environment{{u"ROX_ADMIN_PASSWORD"_s, u"\r\n"_s}, {u"ROX_API_TOKEN"_s, jwt}} << token
        << Jwt;
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

void TestLaunchRequest::contentOfATokenFileIsNamed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *what, const QByteArray &content, const QString &names) {
        QTest::newRow(what) << content << names;
    };
    row("null", "null\n", u"jq -r .token"_s);
    row("undefined", "undefined\n", u"no value"_s);
    row("JSON", "{\"token\":\"" + Jwt + "\"}", u"jq -r .token"_s);
    row("JSON without a token", "{\"error\":\"denied\"}", u"JSON"_s);
    row("base64", Jwt.toBase64() + '\n', u"base64 -d"_s);
    row("certificate", "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----\n", u"PEM"_s);
    row("page", "<html><head></head></html>\n", u"HTML"_s);
    row("empty", "", u"is empty"_s);
    row("line ends", "\r\n\r\n", u"is empty"_s);
    row("UTF-16",
        QByteArray("\xff\xfe"
                   "e\0y\0J\0",
                   8),
        u"UTF-16"_s);
    row("too large", QByteArray(70'000, 'a'), u"too large"_s);
    row("two tokens", Jwt + '\n' + Jwt.chopped(1) + "y\n", u"several tokens"_s);
    row("cut", Jwt.left(30), u"beginning of a token"_s);
    row("ID", "9a72e310-4c7e-4c5b-9b43-6f0a2a3b1c5d", u"ID"_s);
    row("wrapped", Jwt.left(100) + '\n' + Jwt.mid(100), u"on one line"_s);
    row("settings", "A=1\nROX_API_TOKEN=" + Jwt + "\nB=2\n", u"other text"_s);
    row("message", "error: not found\n", u"no API token"_s);
    row("bytes", "\x30\x82\xff", u"no text"_s);
}

void TestLaunchRequest::contentOfATokenFileIsNamed()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, names);
    const QString path = write(u"wrong"_s, content);
    const QStringList program{u"rox-tokens"_s};
    const auto byFlag = launchRequest(program + QStringList{u"--token-file"_s, path}, {});
    const auto byVariable = launchRequest(program, {{u"ROX_API_TOKEN_FILE"_s, path}});
    for (const auto *request : {&byFlag, &byVariable}) {
        QVERIFY(!*request);
        QVERIFY2(request->error().contains(names), qPrintable(request->error()));
        QVERIFY2(request->error().contains(path), qPrintable(request->error()));
        QVERIFY(!request->error().contains(u"eyJ"_s));
    }
    const QString text = QString::fromUtf8(content);
    if (text.trimmed().isEmpty() || content.size() > 60'000 || content.contains('\0')
        || content.contains('\xff'))
        return; // not a variable's value
    const auto asValue = launchRequest(program, {{u"ROX_API_TOKEN"_s, text}});
    QVERIFY(!asValue);
    QVERIFY2(asValue.error().contains(names), qPrintable(asValue.error()));
    QVERIFY2(asValue.error().contains(u"ROX_API_TOKEN"_s), qPrintable(asValue.error()));
}

void TestLaunchRequest::leftOutTextIsNoted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("note");
    const QString jwt = QString::fromLatin1(Jwt);
    QTest::newRow("nothing") << u"ROX_API_TOKEN"_s << jwt + u"\n" << QString();
    QTest::newRow("Bearer") << u"ROX_API_TOKEN"_s << u"Bearer "_s + jwt << u"“Bearer”"_s;
    QTest::newRow("quotes") << u"ROX_API_TOKEN"_s << u"'"_s + jwt + u"'" << u"quotation marks"_s;
    QTest::newRow("word") << u"ROX_API_TOKEN"_s << u"opaque"_s << u"does not look like"_s;
    QTest::newRow("password, line end")
        << u"ROX_ADMIN_PASSWORD"_s << u"pw\n"_s << u"was left out"_s;
    QTest::newRow("password, line end inside")
        << u"ROX_ADMIN_PASSWORD"_s << u"p\nw"_s << u"inside"_s;
    QTest::newRow("password") << u"ROX_ADMIN_PASSWORD"_s << u"p w"_s << QString();
}

void TestLaunchRequest::leftOutTextIsNoted()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, note);
    const auto request = launchRequest({u"rox-tokens"_s}, {{name, value}});
    QVERIFY(request);
    const QString notes = request->notes.join(u'\n');
    QCOMPARE(notes.isEmpty(), note.isEmpty());
    QVERIFY2(notes.contains(note), qPrintable(notes));
    QVERIFY(!notes.contains(u"eyJ"_s) && !notes.contains(u"opaque"_s));
}

void TestLaunchRequest::mistypedEndpointIsNoted()
{
    const auto request = launchRequest(
        {u"rox-tokens"_s, u"--endpoint"_s, u"https://central.example/main/dashboard"_s}, {});
    QVERIFY(request);
    QCOMPARE(request->endpoint->display(), u"central.example"_s);
    QCOMPARE(request->notes,
             QStringList{u"Will connect to https://central.example, port 443. The path after the "
                         "address is left out."_s});
    QVERIFY(
        launchRequest({u"rox-tokens"_s, u"-e"_s, u"central.example.:443"_s}, {})->notes.isEmpty());
    QVERIFY(!launchRequest({u"rox-tokens"_s, u"-e"_s, u"8443"_s}, {}));
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
