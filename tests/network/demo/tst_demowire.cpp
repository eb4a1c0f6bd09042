// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QFile>
#include <QSslCertificate>
#include <QTest>

using namespace Qt::StringLiterals;

/// TLS, HTTP and JSON encoding of the demo Central.
class TestDemoWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void routing_data();
    void routing();
    void consolePage();
    void formPostIsGet();
    void malformedJson_data();
    void malformedJson();
    void bodyTooLarge();
    void largeRepliesAreCompressed();
    void smallRepliesStayPlain();
    void headers();
    void keepsConnection();
    void pretty();

    void chainVerifies();
    void nameMustBeCentral();
    void serviceCertificate();
    void plainHttpOnTlsPort();
    void bothLoopbackAddresses();

private:
    CurledCentral m_central;
};

void TestDemoWire::initTestCase()
{
    QVERIFY(m_central.start());
}

void TestDemoWire::routing_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const QString list = u"/v1/apitokens"_s;
    const QString generate = u"/v1/apitokens/generate"_s;
    const auto wrong = [](const char *tag, const QString &method, const QString &path) {
        QTest::newRow(tag) << method << path << 501;
    };
    const auto unknown = [](const char *tag, const QString &path) {
        QTest::newRow(tag) << u"GET"_s << path << 404;
    };
    wrong("POST the list", u"POST"_s, list);
    wrong("DELETE a token", u"DELETE"_s, list + u"/abc"_s);
    wrong("OPTIONS", u"OPTIONS"_s, list);
    wrong("PUT generate", u"PUT"_s, generate);
    wrong("PATCH generate", u"PATCH"_s, generate);
    wrong("GET revoke", u"GET"_s, list + u"/revoke/abc"_s);
    wrong("POST revoke", u"POST"_s, list + u"/revoke/abc"_s);
    wrong("POST allowed roles", u"POST"_s, generate + u"/allowed-roles"_s);
    unknown("unknown", u"/v1/nothing"_s);
    unknown("unknown in v2", u"/v2/apitokens"_s);
    unknown("root of v1", u"/v1/"_s);
    unknown("id with a slash", list + u"/a/b"_s);
    unknown("id with an escaped slash", list + u"/a%2Fb"_s);
    unknown("trailing slash", generate + u"/allowed-roles/"_s);
}

void TestDemoWire::routing() // errors before authentication
{
    QFETCH(QString, method);
    QFETCH(QString, path);
    QFETCH(int, status);
    const Answer answer = m_central.call(path, {u"--request"_s, method});
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), status == 501 ? 12 : 5);
    QCOMPARE(answer.message(), status == 501 ? u"Method Not Allowed"_s : u"Not Found"_s);

    const Answer head = m_central.call(path, {u"--head"_s});
    QCOMPARE(head.curlCode, 0);
    QCOMPARE(head.status, status);
    QVERIFY(head.body.isEmpty());
}

void TestDemoWire::consolePage()
{
    for (const QString &path : {u"/"_s, u"/main/dashboard"_s, u"/v1"_s, u"/v3/apitokens"_s,
                                u"/api/v1/apitokens?revoked=false"_s}) {
        const Answer answer = m_central.asAdmin(path);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.header("content-type").startsWith("text/html"));
        QVERIFY(answer.body.startsWith("<!doctype html>"));
    }
}

void TestDemoWire::formPostIsGet()
{
    const Answer answer = m_central.asAdmin(u"/v1/apitokens"_s, {u"--data"_s, u"revoked=true"_s});
    QCOMPARE(answer.status, 200);
    const QJsonArray tokens = answer.json().value(u"tokens"_s).toArray();
    QVERIFY(!tokens.isEmpty());
    for (const auto &token : tokens)
        QCOMPARE(token[u"revoked"_s], QJsonValue(true));
}

void TestDemoWire::malformedJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("cut") << R"({"name":"x")"_ba;
    QTest::newRow("not JSON") << "name=x"_ba;
    QTest::newRow("a list") << "[]"_ba;
    QTest::newRow("null") << "null"_ba;
    QTest::newRow("name is a number") << R"({"name":1})"_ba;
    QTest::newRow("name is an object") << R"({"name":{}})"_ba;
    QTest::newRow("roles is a string") << R"({"roles":"Admin"})"_ba;
    QTest::newRow("null in roles") << R"({"roles":[null]})"_ba;
    QTest::newRow("a list in roles") << R"({"roles":[["Admin"]]})"_ba;
    QTest::newRow("expiration is a number") << R"({"expiration":1})"_ba;
    QTest::newRow("repeated key") << R"({"name":"x","name":"x"})"_ba;
    QTest::newRow("invalid UTF-8") << "{\"name\":\"\xff\"}"_ba;
    QTest::newRow("lone surrogate") << R"({"name":"\ud800"})"_ba;
}

void TestDemoWire::malformedJson() // errors before authentication
{
    QFETCH(QByteArray, body);
    QTemporaryDir directory;
    QFile file(directory.filePath(u"body"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(body);
    file.close();
    const Answer answer =
        m_central.call(u"/v1/apitokens/generate"_s, {u"--data-binary"_s, u'@' + file.fileName()});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), 3);
    QVERIFY(answer.message().startsWith(u"proto:"_s));
}

void TestDemoWire::bodyTooLarge()
{
    constexpr qint64 limit = 25165824;
    QTemporaryDir directory;
    QFile file(directory.filePath(u"body"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QVERIFY(file.resize(limit + 1));
    file.close();
    const Answer answer =
        m_central.call(u"/v1/apitokens/generate"_s, {u"--data-binary"_s, u'@' + file.fileName()});
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), 8);
    QCOMPARE(answer.message(), u"grpc: received message larger than max (25165825 vs. 25165824)"_s);
}

void TestDemoWire::largeRepliesAreCompressed()
{
    const QString gzip = u"Accept-Encoding: gzip"_s;
    const Answer packed = m_central.asAdmin(u"/v1/apitokens"_s, {u"--header"_s, gzip});
    QCOMPARE(packed.header("content-encoding"), "gzip"_ba);
    QCOMPARE(packed.header("vary"), "Accept-Encoding"_ba);
    QCOMPARE(packed.header("content-length").toLongLong(), packed.body.size());
    const Answer plain = m_central.asAdmin(u"/v1/apitokens"_s);
    QVERIFY(!plain.hasHeader("content-encoding"));
    QCOMPARE(plain.header("content-length").toLongLong(), plain.body.size());
    QVERIFY(packed.body.size() < plain.body.size() / 2);
    const Answer unpacked = m_central.asAdmin(u"/v1/apitokens"_s, {u"--compressed"_s});
    QCOMPARE(unpacked.json(), plain.json());
    const Answer refused =
        m_central.asAdmin(u"/v1/apitokens"_s, {u"--header"_s, gzip + u";q=0, br"_s});
    QVERIFY(!refused.hasHeader("content-encoding"));
}

void TestDemoWire::smallRepliesStayPlain()
{
    // The reply has a fixed length plus that of the name. The first name makes it 1,399 bytes
    // long, the second 1,400, from which it is compressed.
    const QString gzip = u"Accept-Encoding: gzip"_s;
    const QByteArray token = m_central.newToken(u"n"_s, {u"Analyst"_s});
    const QString first = jwtPayload(token).value(u"jti"_s).toString();
    const qsizetype length = m_central.asAdmin(u"/v1/apitokens/"_s + first).body.size();
    for (const int wanted : {1399, 1400}) {
        const QByteArray padded =
            m_central.newToken(QString(wanted - length + 1, u'n'), {u"Analyst"_s});
        const QString id = jwtPayload(padded).value(u"jti"_s).toString();
        const QString path = u"/v1/apitokens/"_s + id;
        QCOMPARE(m_central.asAdmin(path).body.size(), wanted);
        const Answer answer = m_central.asAdmin(path, {u"--header"_s, gzip});
        QCOMPARE(answer.hasHeader("content-encoding"), wanted == 1400);
    }
}

void TestDemoWire::headers()
{
    const Answer answer = m_central.asAdmin(u"/v1/apitokens"_s);
    QCOMPARE(answer.header("cache-control"), "no-store, no-cache"_ba);
    QCOMPARE(answer.header("content-type"), "application/json"_ba);
    QCOMPARE(answer.header("grpc-metadata-content-type"), "application/grpc"_ba);
    const Answer ranged = m_central.asAdmin(u"/v1/apitokens"_s, {u"--range"_s, u"0-9"_s});
    QCOMPARE(ranged.status, 200);
    QCOMPARE(ranged.json(), answer.json());
}

void TestDemoWire::keepsConnection()
{
    // Each call must leave the connection usable, even if it did not read the request's body.
    const QString url = u"https://central.stackrox/v1/apitokens/revoke/x"_s;
    const Answer answer = m_central.call(u"/v1/apitokens/revoke/x"_s,
                                         {u"--request"_s, u"PATCH"_s, u"--data"_s, u"{}"_s, url,
                                          url, u"--write-out"_s, u"connects=%{num_connects};"_s});
    QCOMPARE(answer.curlCode, 0);
    QVERIFY(answer.body.endsWith("connects=0;"));
}

void TestDemoWire::pretty()
{
    const Answer plain = m_central.asAdmin(u"/v1/apitokens"_s);
    const Answer query = m_central.asAdmin(u"/v1/apitokens?pretty"_s);
    const Answer header = m_central.asAdmin(u"/v1/apitokens"_s,
                                            {u"--header"_s, u"Accept: application/json+pretty"_s});
    QVERIFY(query.body.startsWith("{\n  \"tokens\": ["));
    QCOMPARE(query.json(), plain.json());
    QCOMPARE(header.body, query.body);
}

void TestDemoWire::chainVerifies()
{
    QCOMPARE(m_central.call(u"/v1/ping"_s).curlCode, 0);
    const Answer svc =
        curl({u"--cacert"_s, m_central.caFile(), u"--resolve"_s,
              u"central.stackrox.svc:"_s + m_central.port() + u":127.0.0.1"_s,
              u"https://central.stackrox.svc:"_s + m_central.port() + u"/v1/ping"_s});
    QCOMPARE(svc.status, 200);
    const Answer untrusted =
        curl({u"--resolve"_s, u"central.stackrox:"_s + m_central.port() + u":127.0.0.1"_s,
              u"https://central.stackrox:"_s + m_central.port() + u"/v1/ping"_s});
    QCOMPARE(untrusted.curlCode, 60); // CURLE_PEER_FAILED_VERIFICATION
}

void TestDemoWire::nameMustBeCentral() // like Central's, the certificate does not match 127.0.0.1
{
    const Answer answer = curl(
        {u"--cacert"_s, m_central.caFile(), u"https://"_s + m_central.endpoint() + u"/v1/ping"_s});
    QCOMPARE(answer.curlCode, 60);
}

void TestDemoWire::serviceCertificate()
{
    const QList<QSslCertificate> ca = QSslCertificate::fromPath(m_central.caFile());
    QCOMPARE(ca.size(), 1);
    QCOMPARE(ca.first().subjectInfo(QSslCertificate::CommonName),
             QStringList{u"StackRox Certificate Authority"_s});
    QVERIFY(ca.first().isSelfSigned());

    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"s_client"_s, u"-showcerts"_s, u"-connect"_s,
                   u"127.0.0.1:"_s + m_central.port(), u"-servername"_s, u"central.stackrox"_s});
    openssl.closeWriteChannel();
    QVERIFY(openssl.waitForFinished());
    const QList<QSslCertificate> chain =
        QSslCertificate::fromData(openssl.readAllStandardOutput(), QSsl::Pem);
    QVERIFY(chain.size() >= 2);
    const QSslCertificate &leaf = chain.first();
    QCOMPARE(leaf.subjectInfo(QSslCertificate::CommonName),
             QStringList{u"CENTRAL_SERVICE: Central"_s});
    QCOMPARE(leaf.subjectInfo(QSslCertificate::OrganizationalUnitName),
             QStringList{u"CENTRAL_SERVICE"_s});
    QCOMPARE(leaf.subjectAlternativeNames().values(QSsl::DnsEntry).size(), 2);
    QVERIFY(leaf.subjectAlternativeNames().contains(QSsl::DnsEntry, u"central.stackrox"_s));
    QVERIFY(chain.contains(ca.first()));
}

void TestDemoWire::plainHttpOnTlsPort()
{
    const Answer answer =
        curl({u"--http1.1"_s, u"http://"_s + m_central.endpoint() + u"/v1/ping"_s});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.body, "Client sent an HTTP request to an HTTPS server.\n"_ba);
}

void TestDemoWire::bothLoopbackAddresses()
{
    for (const QString &address : {u"127.0.0.1"_s, u"[::1]"_s}) {
        if (address.startsWith(u'[') && !QFile::exists(u"/proc/net/if_inet6"_s))
            continue;
        const Answer answer = curl({u"--cacert"_s, m_central.caFile(), u"--connect-to"_s,
                                    u"central.stackrox:443:"_s + address + u':' + m_central.port(),
                                    u"https://central.stackrox/v1/ping"_s});
        QCOMPARE(answer.status, 200);
    }
}

QTEST_GUILESS_MAIN(TestDemoWire)
#include "tst_demowire.moc"
