// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/revokecall.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray Id = "0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11"_ba;

QByteArray tokenJson(bool revoked, const QByteArray &id = Id)
{
    return R"({"id":")" + id + R"(","name":"ci","roles":["Analyst"],)"
           + R"("issuedAt":"2026-08-22T10:15:30Z","expiration":"2027-08-22T10:15:30Z","revoked":)"
           + (revoked ? "true" : "false") + R"(,"role":"Analyst"})";
}

Limits shortLimits()
{
    Limits limits;
    limits.transferTimeout = 500ms;
    limits.deadline = 5s;
    return limits;
}

Fault answering(const QByteArray &bytes, Fault::Then then = Fault::Then::KeepOpen)
{
    Fault fault;
    fault.bytes = bytes;
    fault.then = then;
    return fault;
}

} // namespace

Q_DECLARE_METATYPE(rox::test::Fault)

class TestRevokeCall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void answered_data();
    void answered();
    void lost_data();
    void lost();
    void whatNeverLeftIsNotReadBack();
    void sendsAnEmptyObject();
    void encodesTheId_data();
    void encodesTheId();
    void refusesIdsThatAreNoSegment_data();
    void refusesIdsThatAreNoSegment();

private:
    LoopbackTls m_tls;
};

void TestRevokeCall::answered_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<bool>("alreadyGone");
    QTest::addColumn<Kind>("kind");
    const auto gone = "token with id 'x' does not exist"_ba;
    QTest::newRow("revoked") << httpReply(200, "{}") << true << false << Kind::Cancelled;
    QTest::newRow("gone") << centralError(500, 13, gone) << true << true << Kind::Cancelled;
    QTest::newRow("gone, as get says it")
        << centralError(400, 3, gone + ": invalid arguments") << true << true << Kind::Cancelled;
    QTest::newRow("path unknown") << centralError(404, 5, "Not Found") << false << false
                                  << Kind::NotFound;
    QTest::newRow("forbidden") << centralError(403, 7, "not authorized") << false << false
                               << Kind::Forbidden;
    QTest::newRow("who are you") << centralError(401, 16, "credentials not found") << false << false
                                 << Kind::Unauthenticated;
    QTest::newRow("store") << centralError(500, 13, "couldn't revoke token: disk") << false << false
                           << Kind::ServerFailed;
    QTest::newRow("too many") << centralError(429, 8, "later") << false << false
                              << Kind::TooManyRequests;
    QTest::newRow("redirect") << httpReply(307, "", "", "Location: https://x/\r\n") << false
                              << false << Kind::Redirected;
}

void TestRevokeCall::answered()
{
    QFETCH(QByteArray, patch);
    QFETCH(bool, succeeds);
    QFETCH(bool, alreadyGone);
    QFETCH(Kind, kind);
    FaultServer server(m_tls.server());
    server.play({answering(patch)});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<RevokeOutcome> caught;
    client.revoke(QString::fromLatin1(Id), this, caught.handler());
    QCOMPARE(caught.calls, 0);
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.succeeded(), succeeds);
    if (succeeds)
        QCOMPARE((*caught.result)->alreadyGone, alreadyGone);
    else
        QCOMPARE(caught.error().kind, kind);
    QCOMPARE(server.wholeRequests("PATCH"), 1);
    QCOMPARE(server.wholeRequests("GET"), 0);
}

// The answer to PATCH does not come, or says nothing: what GET says then decides.
void TestRevokeCall::lost_data()
{
    QTest::addColumn<Fault>("patch");
    QTest::addColumn<QByteArray>("get"); // empty: no answer either
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<bool>("alreadyGone");
    QTest::addColumn<Kind>("kind");
    const QList<std::pair<const char *, Fault>> losses{
        {"closed", answering({}, Fault::Then::Close)},
        {"reset", answering({}, Fault::Then::Reset)},
        {"silence", answering({})},
        {"half", answering("HTTP/1.1 200 OK\r\nContent-Le", Fault::Then::Close)},
        {"cut", answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                          "Content-Length: 2\r\n\r\n{",
                          Fault::Then::Close)},
        {"page", answering(httpReply(200, "<html>", "text/html"))},
        {"empty", answering(httpReply(200, ""))},
        {"gateway", answering(httpReply(502, "<html>", "text/html"))},
        {"gateway timeout", answering(httpReply(504, "", "text/plain"))},
        {"Central's deadline", answering(centralError(504, 4, "deadline exceeded"))},
    };
    for (const auto &[name, fault] : losses) {
        const bool isStatus = fault.bytes.startsWith("HTTP/1.1 50");
        Kind cause = fault.then == Fault::Then::KeepOpen && fault.bytes.isEmpty()
                         ? Kind::TimedOut
                         : Kind::ConnectionLost;
        if (isStatus)
            cause = fault.bytes.contains(" 502 ") ? Kind::BadGateway : Kind::GatewayTimedOut;
        else if (fault.bytes.contains("text/html"))
            cause = Kind::NotCentral;
        else if (fault.bytes.contains("Content-Length: 0"))
            cause = Kind::EmptyReply;
        QTest::addRow("%s, revoked", name)
            << fault << httpReply(200, tokenJson(true)) << true << false << cause;
        QTest::addRow("%s, gone", name)
            << fault << centralError(400, 3, "token with id 'x' does not exist: invalid arguments")
            << true << true << cause;
        QTest::addRow("%s, not revoked", name)
            << fault << httpReply(200, tokenJson(false)) << false << false << cause;
        QTest::addRow("%s, another token", name)
            << fault << httpReply(200, tokenJson(true, "other")) << false << false
            << Kind::MayBeRevoked;
        QTest::addRow("%s, unreadable", name) << fault << httpReply(200, "<html>", "text/html")
                                              << false << false << Kind::MayBeRevoked;
        QTest::addRow("%s, forbidden", name)
            << fault << centralError(403, 7, "no") << false << false << Kind::MayBeRevoked;
        QTest::addRow("%s, lost too", name)
            << fault << QByteArray() << false << false << Kind::MayBeRevoked;
    }
}

void TestRevokeCall::lost()
{
    QFETCH(Fault, patch);
    QFETCH(QByteArray, get);
    QFETCH(bool, succeeds);
    QFETCH(bool, alreadyGone);
    QFETCH(Kind, kind);
    FaultServer server(m_tls.server());
    server.play([&](const SeenRequest &request) {
        if (request.method == "PATCH")
            return patch;
        return get.isEmpty() ? answering({}, Fault::Then::Close) : answering(get);
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<RevokeOutcome> caught;
    client.revoke(QString::fromLatin1(Id), this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(server.wholeRequests("GET") >= 1);
    QCOMPARE(caught.succeeded(), succeeds);
    if (succeeds) {
        QCOMPARE((*caught.result)->alreadyGone, alreadyGone);
        return;
    }
    QCOMPARE(caught.error().kind, kind);
    if (kind == Kind::MayBeRevoked)
        QVERIFY(!caught.error().detail.isEmpty());
}

void TestRevokeCall::whatNeverLeftIsNotReadBack()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{}"))});
    auto connection = m_tls.connectionTo(server);
    connection.trust = {};
    CentralClient client(std::move(connection), shortLimits());
    Caught<RevokeOutcome> caught;
    client.revoke(QString::fromLatin1(Id), this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::CertificateRefused);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.received(), QByteArray());
}

void TestRevokeCall::sendsAnEmptyObject()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{}"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<RevokeOutcome> caught;
    client.revoke(QString::fromLatin1(Id), this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    const SeenRequest &seen = server.requests().constFirst();
    QCOMPARE(seen.method, "PATCH"_ba);
    QCOMPARE(seen.target, "/v1/apitokens/revoke/" + Id);
    QCOMPARE(seen.body, "{}"_ba);
    QCOMPARE(seen.headers.value("content-length"), "2"_ba);
    QCOMPARE(seen.headers.value("authorization"), "Bearer " + SignInToken);
}

void TestRevokeCall::encodesTheId_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QByteArray>("segment");
    QTest::newRow("space") << u"a b"_s << "a%20b"_ba;
    QTest::newRow("query") << u"a?b#c"_s << "a%3Fb%23c"_ba;
    QTest::newRow("percent") << u"a%2Fb"_s << "a%252Fb"_ba;
    QTest::newRow("utf-8") << u"é"_s << "%C3%A9"_ba;
    QTest::newRow("dots inside") << u"a..b"_s << "a..b"_ba;
    QTest::newRow("colon") << u"a:b;c=d&e+f"_s << "a%3Ab%3Bc%3Dd%26e%2Bf"_ba;
}

void TestRevokeCall::encodesTheId()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, segment);
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{}"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<RevokeOutcome> caught;
    client.revoke(id, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(server.requests().constFirst().target, "/v1/apitokens/revoke/" + segment);
}

void TestRevokeCall::refusesIdsThatAreNoSegment_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : {u""_s, u"/"_s, u"a/b"_s, u"../generate"_s, u"."_s, u".."_s})
        QTest::newRow(qPrintable(u'"' + id + u'"')) << id;
}

void TestRevokeCall::refusesIdsThatAreNoSegment()
{
    QFETCH(QString, id);
    FaultServer server(m_tls.server());
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<RevokeOutcome> caught;
    Caught<Token> read;
    client.revoke(id, this, caught.handler());
    client.token(id, this, read.handler());
    QCOMPARE(caught.calls + read.calls, 0);
    QTRY_COMPARE(caught.calls, 1);
    QTRY_COMPARE(read.calls, 1);
    QCOMPARE(caught.error().kind, Kind::BadRequest);
    QCOMPARE(read.error().kind, Kind::BadRequest);
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(TestRevokeCall)
#include "tst_revokecall.moc"
