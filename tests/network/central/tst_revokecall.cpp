// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/revokecall.h"
#include "tests/support/caught.h"
#include "tests/support/scriptedcentral.h"
#include "tests/support/stricttest.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;
using Outcome = rox::RevokeVerdict::Outcome;

namespace {

const QByteArray Id = "0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11"_ba;

QByteArray tokenJson(bool revoked, const QByteArray &id = Id)
{
    Token token = tokenNamed(u"ci"_s);
    token.id = QString::fromLatin1(id);
    token.revoked = revoked;
    return QJsonDocument(rox::test::tokenJson(token)).toJson();
}

QByteArray noSuchToken()
{
    return "token with id '" + Id + "' does not exist";
}

Limits shortLimits()
{
    Limits limits;
    limits.transferTimeout = 3s; // a machine under load answers late
    limits.deadline = 10s;
    limits.readBackAfter = {10ms};
    return limits;
}

bool isNow(UtcMs time)
{
    return time != NoTime && QDateTime::currentMSecsSinceEpoch() - time < 10 * SecondMs;
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

class TestRevokeCall : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void provenAnswerIsNotReadBack_data();
    void provenAnswerIsNotReadBack();
    void refusalIsReadBackOnce_data();
    void refusalIsReadBackOnce();
    void lostAnswerIsReadBack_data();
    void lostAnswerIsReadBack();
    void laterRevokeIsFound();
    void lostAnswerStaysUnknown();
    void slowReadingReplacesPauses();
    void readingsKeepToReadBackAfter();
    void deadClientEndsTheReadings();
    void unsentRevokeIsNotReadBack();
    void bodyIsAnEmptyObject();
    void idIsEncoded_data();
    void idIsEncoded();
    void idThatIsNoPathSegmentIsRefused_data();
    void idThatIsNoPathSegmentIsRefused();

private:
    RevokeVerdict revoke(CentralClient &client);

    LoopbackTls m_tls;
};

RevokeVerdict TestRevokeCall::revoke(CentralClient &client)
{
    CaughtRevoke caught;
    client.revoke(QString::fromLatin1(Id), this, caught.handler());
    if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 20'000))
        qWarning("no verdict");
    return caught.verdict;
}

// Answers that prove the outcome are not read back.
void TestRevokeCall::provenAnswerIsNotReadBack_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<Outcome>("fate");
    QTest::newRow("revoked") << httpReply(200, "{}") << Outcome::Revoked;
    QTest::newRow("revoked, with spaces") << httpReply(200, " { }\n") << Outcome::Revoked;
    QTest::newRow("gone") << centralError(500, 13, noSuchToken()) << Outcome::AlreadyGone;
    QTest::newRow("gone, as get says it")
        << centralError(400, 3, noSuchToken() + ": invalid arguments") << Outcome::AlreadyGone;
}

void TestRevokeCall::provenAnswerIsNotReadBack()
{
    QFETCH(QByteArray, patch);
    QFETCH(Outcome, fate);
    FaultServer server(m_tls.server());
    server.play({answering(patch)});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    const RevokeVerdict verdict = revoke(client);
    QCOMPARE(verdict.fate, fate);
    QVERIFY(!verdict.wasReadBack);
    QVERIFY(isNow(verdict.provenAt));
    QCOMPARE(verdict.lastSeenActiveAt, NoTime);
    QCOMPARE(server.wholeRequests("PATCH"), 1);
    QCOMPARE(server.wholeRequests("GET"), 0);
}

// A refusal is read back once. A token is gone only by Central's whole sentence with this id.
void TestRevokeCall::refusalIsReadBackOnce_data()
{
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("get");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Outcome>("fate");
    QTest::addColumn<bool>("wasReadBack");
    struct Refusal
    {
        const char *name;
        QByteArray bytes;
        Kind kind;
    };
    const auto failed = [](const QByteArray &message) { return centralError(500, 13, message); };
    const QList<Refusal> refusals{
        {"404 of an ingress, plain text", httpReply(404, "default backend - 404", "text/plain"),
         Kind::UnexpectedStatus},
        {"404 of an ingress, JSON", httpReply(404, R"({"message":"no Route matched"})"),
         Kind::UnexpectedStatus},
        {"404 of an ingress, empty", httpReply(404, "", ""), Kind::UnexpectedStatus},
        {"404 of Central's paths", centralError(404, 5, "Not Found"), Kind::UnexpectedStatus},
        {"404 page", httpReply(404, "<html>", "text/html"), Kind::NotCentral},
        {"no such relation",
         failed(R"(couldn't revoke token: ERROR: relation "api_tokens" does not exist)"),
         Kind::ServerFailed},
        {"no such database", failed(R"(database "central_active" does not exist)"),
         Kind::ServerFailed},
        {"no other token", failed("token with id 'x' does not exist"), Kind::ServerFailed},
        {"forbidden", centralError(403, 7, "not authorized"), Kind::Forbidden},
        {"credential refused", centralError(401, 16, "credentials not found"),
         Kind::Unauthenticated},
        {"too many", centralError(429, 8, "later"), Kind::TooManyRequests},
        {"redirect", httpReply(307, "", "", "Location: https://x/\r\n"), Kind::Redirected},
    };
    for (const Refusal &refusal : refusals) {
        const auto row = [&](const char *read, const QByteArray &get, Outcome fate, bool readBack) {
            QTest::addRow("%s, read: %s", refusal.name, read)
                << refusal.bytes << get << refusal.kind << fate << readBack;
        };
        row("active", httpReply(200, tokenJson(false)), Outcome::StillActive, false);
        row("the same refusal", refusal.bytes, Outcome::Refused, false);
        if (&refusal != &refusals.first()) // one refusal with every reading suffices
            continue;
        row("revoked", httpReply(200, tokenJson(true)), Outcome::Revoked, true);
        row("gone", centralError(400, 3, noSuchToken() + ": invalid arguments"),
            Outcome::AlreadyGone, false);
        row("another token", httpReply(200, tokenJson(true, "other")), Outcome::Refused, false);
        row("404", httpReply(404, "default backend - 404", "text/plain"), Outcome::Refused, false);
        row("no such database", failed(R"(database "central_active" does not exist)"),
            Outcome::Refused, false);
        row("nothing", {}, Outcome::Refused, false);
    }
}

void TestRevokeCall::refusalIsReadBackOnce()
{
    QFETCH(QByteArray, patch);
    QFETCH(QByteArray, get);
    QFETCH(Kind, kind);
    QFETCH(Outcome, fate);
    QFETCH(bool, wasReadBack);
    FaultServer server(m_tls.server());
    server.play([&](const SeenRequest &request) {
        if (request.method == "PATCH")
            return answering(patch);
        return get.isEmpty() ? answering({}, Fault::Then::Close) : answering(get);
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    const RevokeVerdict verdict = revoke(client);
    QCOMPARE(verdict.fate, fate);
    QCOMPARE(verdict.wasReadBack, wasReadBack);
    QVERIFY(isNow(verdict.provenAt));
    QCOMPARE(isNow(verdict.lastSeenActiveAt), fate == Outcome::StillActive);
    if (!verdict.isDone())
        QCOMPARE(verdict.error.kind, kind);
    QCOMPARE(server.wholeRequests("PATCH"), 1);
    if (!get.isEmpty()) // else Qt may have sent it again over another connection
        QCOMPARE(server.wholeRequests("GET"), 1);
}

// The answer to PATCH is lost or proves nothing: only the answer to GET decides.
void TestRevokeCall::lostAnswerIsReadBack_data()
{
    QTest::addColumn<Fault>("patch");
    QTest::addColumn<QByteArray>("get"); // empty: no answer
    QTest::addColumn<Outcome>("fate");
    QTest::addColumn<bool>("isSeenActive");
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
        {"object of a gateway", answering(httpReply(200, R"({"error":"upstream"})"))},
        {"list", answering(httpReply(200, "[]"))},
        {"gateway", answering(httpReply(502, "<html>", "text/html"))},
        {"gateway timeout", answering(httpReply(504, "", "text/plain"))},
        {"Central's deadline", answering(centralError(504, 4, "deadline exceeded"))},
    };
    for (const auto &[name, fault] : losses) {
        const auto row = [&, name = name, fault = fault](const char *read, const QByteArray &get,
                                                         Outcome fate, bool isSeenActive = false) {
            QTest::addRow("%s, read: %s", name, read) << fault << get << fate << isSeenActive;
        };
        row("revoked", httpReply(200, tokenJson(true)), Outcome::Revoked);
        row("active", httpReply(200, tokenJson(false)), Outcome::Unknown, true);
        if (&name != &losses.first().first) // one refusal with every reading suffices
            continue;
        row("gone", centralError(400, 3, noSuchToken() + ": invalid arguments"),
            Outcome::AlreadyGone);
        row("another token", httpReply(200, tokenJson(true, "other")), Outcome::Unknown);
        row("page", httpReply(200, "<html>", "text/html"), Outcome::Unknown);
        row("404", httpReply(404, "default backend - 404", "text/plain"), Outcome::Unknown);
        row("forbidden", centralError(403, 7, "no"), Outcome::Unknown);
        row("lost too", {}, Outcome::Unknown);
    }
}

void TestRevokeCall::lostAnswerIsReadBack()
{
    QFETCH(Fault, patch);
    QFETCH(QByteArray, get);
    QFETCH(Outcome, fate);
    QFETCH(bool, isSeenActive);
    FaultServer server(m_tls.server());
    server.play([&](const SeenRequest &request) {
        if (request.method == "PATCH")
            return patch;
        return get.isEmpty() ? answering({}, Fault::Then::Close) : answering(get);
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    const RevokeVerdict verdict = revoke(client);
    QCOMPARE(verdict.fate, fate);
    QCOMPARE(verdict.wasReadBack, fate == Outcome::Revoked);
    QVERIFY(isNow(verdict.provenAt));
    QCOMPARE(isNow(verdict.lastSeenActiveAt), isSeenActive);
    const int readings = server.wholeRequests("GET");
    if (verdict.isDone())
        QCOMPARE(readings, 1);
    else
        QVERIFY2(readings >= 2, qPrintable(QString::number(readings)));
}

// Central may still be at work on a request whose answer was lost here.
void TestRevokeCall::laterRevokeIsFound()
{
    FaultServer server(m_tls.server());
    int readings = 0;
    server.play([&](const SeenRequest &request) {
        if (request.method == "PATCH")
            return answering(httpReply(502, "<html>", "text/html"));
        return answering(httpReply(200, tokenJson(++readings > 2)));
    });
    auto limits = shortLimits();
    limits.readBackAfter = {300ms, 600ms, 60s};
    CentralClient client(m_tls.connectionTo(server), limits);
    const RevokeVerdict verdict = revoke(client);
    QCOMPARE(verdict.fate, Outcome::Revoked);
    QVERIFY(verdict.wasReadBack);
    QCOMPARE(verdict.lastSeenActiveAt, NoTime);
    QCOMPARE(server.wholeRequests("GET"), 3);
    QCOMPARE(server.wholeRequests("PATCH"), 1);
}

void TestRevokeCall::lostAnswerStaysUnknown()
{
    FaultServer server(m_tls.server());
    UtcMs lastRead = NoTime;
    int readings = 0;
    server.play([&](const SeenRequest &request) {
        if (request.method == "PATCH")
            return answering({}, Fault::Then::Close);
        if (++readings == 4)
            return answering(httpReply(503, "busy", "text/plain"));
        lastRead = QDateTime::currentMSecsSinceEpoch();
        return answering(httpReply(200, tokenJson(false)));
    });
    auto limits = shortLimits();
    limits.readBackAfter = {700ms, 1400ms, 2100ms};
    CentralClient client(m_tls.connectionTo(server), limits);
    const RevokeVerdict verdict = revoke(client);
    QCOMPARE(verdict.fate, Outcome::Unknown);
    QCOMPARE(verdict.error.kind, Kind::ConnectionLost); // why the answer was lost
    QCOMPARE(readings, 4);
    // lastSeenActiveAt is of the last reading that succeeded.
    QVERIFY(verdict.lastSeenActiveAt >= lastRead);
    QVERIFY(verdict.lastSeenActiveAt < verdict.provenAt);
    QVERIFY(verdict.provenAt - lastRead >= 100);
}

// A hanging reading replaces the pauses that pass meanwhile, so that a dead server is not waited
// for four times.
void TestRevokeCall::slowReadingReplacesPauses()
{
    FaultServer server(m_tls.server());
    server.play({answering({}, Fault::Then::KeepOpen)});
    auto limits = shortLimits();
    limits.transferTimeout = 300ms;
    limits.readBackAfter = {20ms, 50ms, 100ms};
    CentralClient client(m_tls.connectionTo(server), limits);
    QCOMPARE(revoke(client).fate, Outcome::Unknown);
    QCOMPARE(server.wholeRequests("GET"), 2);
}

void TestRevokeCall::readingsKeepToReadBackAfter()
{
    const Limits limits;
    QCOMPARE(limits.readBackAfter, (std::vector<std::chrono::milliseconds>{2s, 5s, 10s}));
}

void TestRevokeCall::deadClientEndsTheReadings()
{
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &request) {
        return request.method == "PATCH" ? answering({}, Fault::Then::Close)
                                         : answering(httpReply(200, tokenJson(false)));
    });
    auto limits = shortLimits();
    limits.readBackAfter = {500ms};
    auto client = std::make_unique<CentralClient>(m_tls.connectionTo(server), limits);
    CaughtRevoke caught;
    client->revoke(QString::fromLatin1(Id), this, caught.handler());
    QTRY_COMPARE(server.wholeRequests("GET"), 1);
    client.reset();
    QTest::qWait(700);
    QCOMPARE(caught.calls, 0);
    QCOMPARE(server.wholeRequests("GET"), 1);
}

void TestRevokeCall::unsentRevokeIsNotReadBack()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{}"))});
    auto connection = m_tls.connectionTo(server);
    connection.trust = {};
    CentralClient client(std::move(connection), shortLimits());
    const RevokeVerdict verdict = revoke(client);
    QCOMPARE(verdict.fate, Outcome::NotSent);
    QCOMPARE(verdict.error.kind, Kind::CertificateRefused);
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.received(), QByteArray());
}

void TestRevokeCall::bodyIsAnEmptyObject()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{}"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    (void)revoke(client);
    const SeenRequest &seen = server.requests().constFirst();
    QCOMPARE(seen.method, "PATCH"_ba);
    QCOMPARE(seen.target, "/v1/apitokens/revoke/" + Id);
    QCOMPARE(seen.body, "{}"_ba);
    QCOMPARE(seen.headers.value("content-length"), "2"_ba);
    QCOMPARE(seen.headers.value("authorization"), "Bearer " + SignInToken);
}

void TestRevokeCall::idIsEncoded_data()
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

void TestRevokeCall::idIsEncoded()
{
    QFETCH(QString, id);
    QFETCH(QByteArray, segment);
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{}"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtRevoke caught;
    client.revoke(id, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(server.requests().constFirst().target, "/v1/apitokens/revoke/" + segment);
}

void TestRevokeCall::idThatIsNoPathSegmentIsRefused_data()
{
    QTest::addColumn<QString>("id");
    for (const auto &id : {u""_s, u"/"_s, u"a/b"_s, u"../generate"_s, u"."_s, u".."_s})
        QTest::newRow(qPrintable(u'"' + id + u'"')) << id;
}

void TestRevokeCall::idThatIsNoPathSegmentIsRefused()
{
    QFETCH(QString, id);
    FaultServer server(m_tls.server());
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtRevoke caught;
    Caught<Token> read;
    client.revoke(id, this, caught.handler());
    client.token(id, this, read.handler());
    QCOMPARE(caught.calls + read.calls, 0);
    QTRY_COMPARE(caught.calls, 1);
    QTRY_COMPARE(read.calls, 1);
    QCOMPARE(caught.verdict.fate, Outcome::NotSent);
    QCOMPARE(caught.verdict.error.kind, Kind::BadRequest);
    QCOMPARE(read.error().kind, Kind::BadRequest);
    QCOMPARE(server.connections(), 0);
}

QTEST_GUILESS_MAIN(TestRevokeCall)
#include "tst_revokecall.moc"
