// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/gzipped.h"
#include "tests/support/nginx.h"
#include "tests/support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray ListJson =
    R"({"tokens":[{"id":"0d8f6c1e","name":"ci","roles":["Analyst"],)"
    R"("issuedAt":"2026-08-22T10:15:30Z","expiration":"2027-08-22T10:15:30Z","revoked":false}]})"_ba;
const QByteArray EncodedAsGzip = "Content-Encoding: gzip\r\n"_ba;

Fault answering(const QByteArray &bytes, std::chrono::milliseconds perByte = 0ms)
{
    Fault fault;
    fault.bytes = bytes;
    fault.perByte = perByte;
    return fault;
}

QByteArray gzipReply(int status, const QByteArray &packed)
{
    return httpReply(status, packed, "application/json", EncodedAsGzip);
}

Limits impatient()
{
    Limits limits;
    limits.transferTimeout = 1s;
    limits.deadline = 1s;
    limits.minBytesPerSecond = 5;
    return limits;
}

} // namespace

/// The list is the only long answer: its compression, and how long it may take.
class TestListTransfer : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheListAsksForGzip();
    void gzippedListIsRead_data();
    void gzippedListIsRead();
    void nginxGzipsTheList();
    void badGzipIsRefused_data();
    void badGzipIsRefused();
    void gzippedRefusalIsRead();
    void unaskedGzipIsNotCentral();
    void slowListArrives();
    void dribblingListTimesOut();
    void otherCallsMeetTheDeadline();

private:
    LoopbackTls m_tls;
};

void TestListTransfer::onlyTheListAsksForGzip()
{
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &request) {
        return answering(httpReply(200, request.method == "PATCH" ? QByteArray("{}") : ListJson));
    });
    CentralClient client(m_tls.connectionTo(server));
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE(list.calls, 1);
    QCOMPARE(server.requests().last().headers.value("accept-encoding"), "gzip"_ba);
    Caught<Token> token;
    CaughtRevoke revoke;
    CaughtGenerate generate;
    client.token(u"x"_s, this, token.handler());
    client.revoke(u"x"_s, this, revoke.handler());
    client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    QTRY_COMPARE(token.calls + revoke.calls + generate.calls, 3);
    for (const SeenRequest &request : server.requests().mid(1))
        QCOMPARE(request.headers.value("accept-encoding"), "identity"_ba);
}

void TestListTransfer::gzippedListIsRead_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("plain") << httpReply(200, ListJson);
    QTest::newRow("gzip") << gzipReply(200, gzipped(ListJson));
    QTest::newRow("x-gzip") << httpReply(200, gzipped(ListJson), "application/json",
                                         "Content-Encoding: X-GZIP\r\n");
    QTest::newRow("two members") << gzipReply(200, gzipped(ListJson.left(20))
                                                       + gzipped(ListJson.mid(20)));
}

void TestListTransfer::gzippedListIsRead()
{
    QFETCH(QByteArray, reply);
    FaultServer server(m_tls.server());
    server.play({answering(reply)});
    CentralClient client(m_tls.connectionTo(server));
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE(list.calls, 1);
    QVERIFY2(list.succeeded(), qPrintable(list.error().detail));
    QCOMPARE((**list.result)->token(0).name, u"ci"_s);
}

// nginx over HTTP/2 compresses a list of 24 MB, which then passes a slow line in time.
void TestListTransfer::nginxGzipsTheList()
{
    QByteArray tokens;
    for (int i = 0; i < 100'000; ++i)
        tokens += R"({"id":")" + QByteArray::number(i)
                  + R"(","name":"ci","roles":["Analyst"],"issuedAt":"2026-08-22T10:15:30Z",)"
                    R"("expiration":"2027-08-22T10:15:30Z","revoked":false},)";
    FaultServer central;
    central.play({answering(httpReply(200, "{\"tokens\":[" + tokens.chopped(1) + "]}"))});
    const Nginx nginx(m_tls.certified, central.serverPort(),
                      "gzip on; gzip_types application/json; limit_rate 1m;"
                      "proxy_max_temp_file_size 0;");
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    QUrl url(u"https://127.0.0.1"_s);
    url.setPort(nginx.port());
    // Uncompressed it would take 14 seconds at this rate.
    QVERIFY(tokens.size() > 12 << 20);
    Limits limits;
    limits.maxReplyBytes = tokens.size() + 1000;
    CentralClient client(connectionTo(url, {m_tls.authority.certificate()}), limits);
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE_WITH_TIMEOUT(list.calls, 1, 5000);
    QVERIFY2(list.succeeded(), qPrintable(list.error().detail));
    QCOMPARE((**list.result)->size(), 100'000U);
}

void TestListTransfer::badGzipIsRefused_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("a bomb") << gzipReply(200, gzipped(QByteArray(40 << 20, ' ')))
                            << Kind::ReplyTooBig;
    QTest::newRow("cut off") << gzipReply(200, gzipped(ListJson).chopped(9)) << Kind::BadJson;
    QTest::newRow("not gzip") << gzipReply(200, ListJson) << Kind::BadJson;
    QTest::newRow("half the list") << gzipReply(200, gzipped(ListJson.chopped(9))) << Kind::BadJson;
    QTest::newRow("nothing") << gzipReply(200, {}) << Kind::EmptyReply;
    QTest::newRow("nothing, packed") << gzipReply(200, gzipped({})) << Kind::EmptyReply;
    QTest::newRow("a page") << httpReply(200, gzipped("<html>"), "text/html", EncodedAsGzip)
                            << Kind::NotCentral;
    QTest::newRow("packed twice") << gzipReply(200, gzipped(gzipped(ListJson))) << Kind::BadJson;
    QTest::newRow("Brotli") << httpReply(200, "\x0b\x02\x80", "application/json",
                                         "Content-Encoding: br\r\n")
                            << Kind::NotCentral;
}

void TestListTransfer::badGzipIsRefused()
{
    QFETCH(QByteArray, reply);
    QFETCH(Kind, kind);
    FaultServer server(m_tls.server());
    server.play({answering(reply)});
    Limits limits;
    limits.maxReplyBytes = 20 << 20;
    CentralClient client(m_tls.connectionTo(server), limits);
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE(list.calls, 1);
    QCOMPARE(list.error().kind, kind);
}

void TestListTransfer::gzippedRefusalIsRead()
{
    FaultServer server(m_tls.server());
    server.play({answering(
        gzipReply(403, gzipped(R"({"code":7,"message":"not authorized","details":[]})")))});
    CentralClient client(m_tls.connectionTo(server));
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE(list.calls, 1);
    QCOMPARE(list.error().kind, Kind::Forbidden);
    QCOMPARE(list.error().grpcCode, 7);
    QCOMPARE(list.error().serverText, u"not authorized"_s);
    QCOMPARE(list.error().detail, QString());
}

// A gateway compresses every answer: the error names it, and shows no binary text.
void TestListTransfer::unaskedGzipIsNotCentral()
{
    FaultServer server(m_tls.server());
    CentralClient client(m_tls.connectionTo(server));
    for (const auto &[status, kind] :
         {std::pair(200, Kind::NotCentral), std::pair(503, Kind::Unavailable)}) {
        server.play({answering(gzipReply(status, gzipped(R"({"version":"4"})")))});
        Caught<QString> version;
        client.version(this, version.handler());
        QTRY_COMPARE(version.calls, 1);
        QCOMPARE(version.error().kind, kind);
        QCOMPARE(version.error().httpStatus, status);
        QCOMPARE(version.error().detail, u"compressed though not asked for: gzip"_s);
        QCOMPARE(version.error().serverText, QString());
    }
}

void TestListTransfer::slowListArrives()
{
    FaultServer server(m_tls.server());
    server.play(
        {answering(httpReply(200, ListJson), 15ms)}); // about 2.5 s, with bytes in each second
    CentralClient client(m_tls.connectionTo(server), impatient());
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE_WITH_TIMEOUT(list.calls, 1, 20'000);
    QVERIFY2(list.succeeded(), qPrintable(list.error().detail));
}

void TestListTransfer::dribblingListTimesOut()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, ListJson), 15ms)});
    Limits limits = impatient();
    limits.minBytesPerSecond = 1000;
    CentralClient client(m_tls.connectionTo(server), limits);
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    QTRY_COMPARE(list.calls, 1);
    QCOMPARE(list.error().kind, Kind::TimedOut);
}

void TestListTransfer::otherCallsMeetTheDeadline()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, R"({"version":"4"})" + QByteArray(500, ' ')), 15ms)});
    CentralClient client(m_tls.connectionTo(server), impatient());
    Caught<QString> version;
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    QCOMPARE(version.error().kind, Kind::TimedOut);
}

QTEST_GUILESS_MAIN(TestListTransfer)
#include "tst_listtransfer.moc"
