// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/generatecall.h"
#include "network/central/requestbody.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Outcome = rox::GenerateOutcome::Outcome;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray MadeJson =
    R"({"token":"eyJ.value.x","metadata":{"id":"0d8f6c1e","name":"ci","roles":["Analyst"],)"
    R"("issuedAt":"2026-08-22T10:15:30Z","expiration":"2027-08-22T10:15:30Z","revoked":false,)"
    R"("role":"Analyst"}})"_ba;
const QByteArray Html = "<!doctype html><html><body>Please sign in</body></html>"_ba;

const TokenDraft Draft{u"ci"_s, {u"Analyst"_s}, NoTime};

Limits shortLimits()
{
    Limits limits;
    limits.transferTimeout = 2s;
    limits.generateTimeout = 1s;
    limits.deadline = 5s;
    return limits;
}

QByteArray withoutLength(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body;
}

QByteArray half(const QByteArray &reply)
{
    return reply.left(reply.indexOf("\r\n\r\n") + 4 + 40);
}

QByteArray lengthOf(qsizetype size)
{
    return "Content-Length: " + QByteArray::number(size);
}

enum class Transport { Tls, Plain };

Fault doing(Fault::After after, Fault::Then then, const QByteArray &bytes = {},
            std::chrono::milliseconds delay = 0ms)
{
    Fault fault;
    fault.after = after;
    fault.bytes = bytes;
    fault.delay = delay;
    fault.then = then;
    return fault;
}

Fault answering(const QByteArray &bytes, Fault::Then then = Fault::Then::KeepOpen)
{
    return doing(Fault::After::Body, then, bytes);
}

struct Row
{
    const char *name;
    Fault fault;
    QList<Outcome> fates;
};

const QList<Outcome> AsMade{Outcome::Made};
const QList<Outcome> Lost{Outcome::ValueLost};
const QList<Outcome> Unknown{Outcome::MayBeCreated};
const QList<Outcome> Refused{Outcome::Refused};
// If the server closes before it has read the body, the request may use a second connection.
const QList<Outcome> Early{Outcome::NotSent, Outcome::MayBeCreated, Outcome::Made};
const QByteArray MadeReply = httpReply(200, MadeJson);
const QByteArray RefusedReply = centralError(400, 3, "token name cannot be empty");
using After = Fault::After;
using Then = Fault::Then;

QList<Row> withoutAnAnswer()
{
    return {
        {"close at once", doing(After::Accept, Then::Close), Early},
        {"reset at once", doing(After::Accept, Then::Reset), Early},
        {"close before reading", doing(After::Handshake, Then::Close), Early},
        {"reset before reading", doing(After::Handshake, Then::Reset), Early},
        {"close after the head", doing(After::Head, Then::Close), Early},
        {"reset after the head", doing(After::Head, Then::Reset), Early},
        {"close after the body", doing(After::Body, Then::Close), Unknown},
        {"reset after the body", doing(After::Body, Then::Reset), Unknown},
        {"slow, then close", doing(After::Body, Then::Close, {}, 300ms), Unknown},
        {"slow, then reset", doing(After::Body, Then::Reset, {}, 300ms), Unknown},
        {"silence", doing(After::Body, Then::KeepOpen), Unknown},
        {"half a status line, close", answering("HTTP/1.", Then::Close), Unknown},
        {"half the head, close", answering(MadeReply.left(40), Then::Close), Unknown},
        {"half the head, reset", answering(MadeReply.left(40), Then::Reset), Unknown},
        {"half the head, silence", answering(MadeReply.left(40)), Unknown},
        {"continue, close", answering("HTTP/1.1 100 Continue\r\n\r\n", Then::Close), Unknown},
        {"continue, then made", answering("HTTP/1.1 100 Continue\r\n\r\n" + MadeReply), AsMade},
    };
}

QList<Row> withHalfAnAnswer()
{
    return {
        {"half the body, close", answering(half(MadeReply), Then::Close), Lost},
        {"half the body, reset", answering(half(MadeReply), Then::Reset), Lost},
        {"half the body, silence", answering(half(MadeReply)), Lost},
        {"head alone, close",
         answering(MadeReply.left(MadeReply.indexOf("\r\n\r\n") + 4), Then::Close), Lost},
        {"no length, cut", answering(withoutLength(MadeJson.chopped(30)), Then::Close), Lost},
        // Under load Qt sometimes reports the close as an error, and the value counts as lost.
        {"no length, whole", answering(withoutLength(MadeJson), Then::Close), AsMade + Lost},
        {"length too small",
         answering(MadeReply.left(MadeReply.size())
                       .replace(lengthOf(MadeJson.size()), lengthOf(MadeJson.size() - 30))),
         Lost},
        {"no length, cut in the first key", answering(withoutLength(R"({"tok)"), Then::Close),
         Lost},
        {"no length, cut behind a brace in a text",
         answering(withoutLength(R"({"token":"}\"}")"), Then::Close), Lost},
    };
}

// Complete 2xx answers of JSON, from the token service or from something else.
QList<Row> withAnotherAnswer()
{
    return {
        {"empty", answering(httpReply(200, "")), Unknown},
        {"no content", answering("HTTP/1.1 204 No Content\r\n\r\n"), Unknown},
        {"garbage called JSON", answering(httpReply(200, "\x01\x02garbage")), Unknown},
        {"HTML called JSON", answering(httpReply(200, Html)), Unknown},
        {"other JSON", answering(httpReply(200, R"({"status":"ok"})")), Unknown},
        {"a gateway's error", answering(httpReply(200, R"({"error":"no upstream"})")), Unknown},
        {"metadata deeper down", answering(httpReply(200, R"({"error":{"metadata":{}}})")),
         Unknown},
        {"an empty object", answering(httpReply(200, "{}")), Unknown},
        {"a list", answering(httpReply(200, R"([{"metadata":{}}])")), Unknown},
        {"a token of something else", answering(httpReply(200, R"({"token":"eyJ.value.x"})")),
         Unknown},
        {"metadata alone", answering(httpReply(200, R"({"metadata":{"id":"0d8f6c1e"}})")), Lost},
        {"metadata behind an empty value",
         answering(httpReply(200, R"({"token":"","metadata":{"id":"0d8f6c1e"}})")), Lost},
        {"no metadata but null", answering(httpReply(200, R"({"token":"x","metadata":null})")),
         Lost},
        {"a portal's page", answering(httpReply(200, Html, "text/html")), Unknown},
        {"not HTTP", answering("\x15\x03\x01 SSH-2.0-OpenSSH\r\n", Then::Close), Unknown},
    };
}

QList<Row> answered()
{
    Fault dribble = answering(MadeReply);
    dribble.perByte = 1ms;
    return {
        {"made", answering(MadeReply), AsMade},
        {"made, close", answering(MadeReply, Then::Close), AsMade},
        {"made, reset", answering(MadeReply, Then::Reset), AsMade},
        {"made, byte by byte", dribble, AsMade},
        {"Central says no", answering(RefusedReply), Refused},
        {"Central says no, close", answering(RefusedReply, Then::Close), Refused},
        {"half a no, close", answering(half(RefusedReply), Then::Close), Refused},
    };
}

QList<Row> answeredInBetween()
{
    return {
        {"401 with a challenge",
         answering(
             httpReply(401, "{}", "application/json", "WWW-Authenticate: Basic realm=\"x\"\r\n")),
         Refused},
        {"401 with Central's header",
         answering(httpReply(401, "{}", "application/json",
                             "WWW-Authenticate: credentials not found\r\n")),
         Refused},
        {"407", answering(httpReply(407, "", "text/html", "Proxy-Authenticate: Basic\r\n")),
         Refused},
        {"404 page", answering(httpReply(404, Html, "text/html")), Refused},
        {"Central failed", answering(centralError(500, 13, "unable to fetch roles")), Refused},
        {"Central is unavailable", answering(centralError(503, 14, "unavailable")), Refused},
        {"Central's deadline", answering(centralError(504, 4, "deadline exceeded")), Unknown},
        {"gateway failed", answering(httpReply(502, Html, "text/html"), Then::Close), Unknown},
        {"gateway is busy", answering(httpReply(503, "no upstream", "text/plain")), Unknown},
        {"gateway timed out", answering(httpReply(504, Html, "text/html")), Unknown},
        {"page of 500", answering(httpReply(500, Html, "text/html")), Unknown},
    };
}

} // namespace

Q_DECLARE_METATYPE(rox::test::Fault)

class TestGenerateCall : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void qtRepeatsAPlainPost_data();
    void qtRepeatsAPlainPost();
    void generateLeavesAtMostOnce_data();
    void generateLeavesAtMostOnce();
    void generateLeavesOnceInACloseRace();
    void failureBeforeSendingIsNotSent_data();
    void failureBeforeSendingIsNotSent();
    void hangingHandshakeIsNotSent();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void bodyHasTheDraft();
    void bodyHasNoUnsetExpiration();
    void otherExpirationIsReported_data();
    void otherExpirationIsReported();
    void valueArrives();
    void deadContextDoesNotEndIt();

private:
    void run(FaultServer &server, CaughtGenerate &caught, bool warm);

    LoopbackTls m_tls;
};

// The server reads a request and closes before it answers: Qt repeats an ordinary body, not ours.
void TestGenerateCall::qtRepeatsAPlainPost_data()
{
    QTest::addColumn<bool>("ours");
    QTest::addColumn<int>("requests");
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::newRow("a QByteArray is sent again") << false << 2 << QNetworkReply::NoError;
    QTest::newRow("ours is not") << true << 1 << QNetworkReply::ContentReSendError;
}

void TestGenerateCall::qtRepeatsAPlainPost()
{
    QFETCH(bool, ours);
    QFETCH(int, requests);
    QFETCH(QNetworkReply::NetworkError, error);
    FaultServer server(m_tls.server());
    server.play({doing(Fault::After::Body, Fault::Then::Close), answering(httpReply(200, "{}"))});
    QNetworkAccessManager manager;
    QNetworkRequest request(server.url());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificate(m_tls.authority.certificate());
    request.setSslConfiguration(tls);
    RequestBody body("{}"_ba, RequestBody::Leaves::Once);
    const std::unique_ptr<QNetworkReply> reply(ours ? manager.post(request, &body)
                                                    : manager.post(request, "{}"_ba));
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->error(), error);
    QCOMPARE(server.wholeRequests(), requests);
}

void TestGenerateCall::generateLeavesAtMostOnce_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QList<Outcome>>("fates");
    QTest::addColumn<bool>("warm");
    QTest::addColumn<Transport>("transport");
    const auto rows = withoutAnAnswer() + withHalfAnAnswer() + withAnotherAnswer() + answered()
                      + answeredInBetween();
    for (const Transport transport : {Transport::Tls, Transport::Plain}) {
        for (const bool warm : {false, true}) {
            for (const Row &row : rows) {
                const bool isSlow = row.fault.perByte > 0ms;
                if (isSlow && (warm || transport != Transport::Tls))
                    continue; // one combination suffices
                QTest::addRow("%s, %s, %s", row.name, transport == Transport::Tls ? "TLS" : "plain",
                              warm ? "beside a kept connection" : "fresh")
                    << row.fault << row.fates << warm << transport;
            }
        }
    }
}

void TestGenerateCall::generateLeavesAtMostOnce()
{
    QFETCH(Fault, fault);
    QFETCH(QList<Outcome>, fates);
    QFETCH(bool, warm);
    QFETCH(Transport, transport);
    const auto server = transport == Transport::Tls ? std::make_unique<FaultServer>(m_tls.server())
                                                    : std::make_unique<FaultServer>();
    CentralClient client(m_tls.connectionTo(*server), shortLimits());
    if (warm) {
        server->play({answering(httpReply(200, R"({"version":"4.11.2"})"))});
        Caught<QString> version;
        client.version(this, version.handler());
        QTRY_VERIFY(version.succeeded());
    }
    // The server would answer a second request with a token.
    server->play({fault, answering(httpReply(200, MadeJson))});
    CaughtGenerate caught;
    client.generate(Draft, this, caught.handler());
    QCOMPARE(caught.calls, 0);
    QTRY_COMPARE(caught.calls, 1);
    const auto &outcome = *caught.outcome;
    QVERIFY2(fates.contains(outcome.fate),
             qPrintable(QVariant::fromValue(outcome.error.kind).toString() + u": "_s
                        + outcome.error.detail));

    // No request is under way any more.
    QTest::qWait(30);
    const int posts = server->wholeRequests("POST");
    QVERIFY(posts <= 1);
    QVERIFY(outcome.fate != Outcome::Made || posts == 1);
    QVERIFY(outcome.fate != Outcome::NotSent || posts == 0);
    QCOMPARE(outcome.value.isEmpty(), outcome.fate != Outcome::Made);
    QCOMPARE(caught.calls, 1);
    if (outcome.fate == Outcome::ValueLost)
        QCOMPARE(outcome.error.kind, Kind::ValueLost);
    if (outcome.fate == Outcome::MayBeCreated)
        QCOMPARE(outcome.error.kind, Kind::MayBeCreated);
    QVERIFY(!outcome.error.detail.contains(QString::fromLatin1(SignInToken)));
}

void TestGenerateCall::generateLeavesOnceInACloseRace()
{
    // The server closes just as the request arrives.
    for (int i = 0; i < 60; ++i) {
        FaultServer server(m_tls.server());
        const auto when = std::chrono::milliseconds(i % 4);
        server.play({doing(i % 2 ? Fault::After::Head : Fault::After::Handshake,
                           i % 3 ? Fault::Then::Close : Fault::Then::Reset, {}, when),
                     doing(Fault::After::Body, Fault::Then::Close, {}, when),
                     answering(httpReply(200, MadeJson))});
        CentralClient client(m_tls.connectionTo(server), shortLimits());
        CaughtGenerate caught;
        client.generate(Draft, this, caught.handler());
        QTRY_COMPARE(caught.calls, 1);
        QVERIFY(server.wholeRequests() <= 1);
        QVERIFY(caught.outcome->fate != Outcome::NotSent || server.wholeRequests() == 0);
    }
}

void TestGenerateCall::failureBeforeSendingIsNotSent_data()
{
    QTest::addColumn<QString>("url"); // empty: the server's own
    QTest::addColumn<bool>("trusted");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<UtcMs>("expiration");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("nobody listens")
        << u"https://127.0.0.1:1"_s << true << SignInToken << NoTime << Kind::ConnectionRefused;
    QTest::newRow("no such host") << u"https://does-not-exist.invalid:443"_s << true << SignInToken
                                  << NoTime << Kind::HostNotFound;
    QTest::newRow("unknown certificate")
        << QString() << false << SignInToken << NoTime << Kind::CertificateRefused;
    QTest::newRow("no token") << QString() << true << "  \n"_ba << NoTime << Kind::BadCredential;
    QTest::newRow("a header in the token")
        << QString() << true << "abc\r\nX-Evil: 1"_ba << NoTime << Kind::BadCredential;
    QTest::newRow("year 10000") << QString() << true << SignInToken << UtcMs(253402300800000)
                                << Kind::BadRequest;
    QTest::newRow("plaintext beyond loopback")
        << u"http://example.com:80"_s << true << SignInToken << NoTime << Kind::BadEndpoint;
    QTest::newRow("a password in the endpoint")
        << u"https://me:pw@127.0.0.1:443"_s << true << SignInToken << NoTime << Kind::BadEndpoint;
}

void TestGenerateCall::failureBeforeSendingIsNotSent()
{
    QFETCH(QString, url);
    QFETCH(bool, trusted);
    QFETCH(QByteArray, token);
    QFETCH(UtcMs, expiration);
    QFETCH(Kind, kind);
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, MadeJson))});
    auto connection = m_tls.connectionTo(server);
    if (!url.isEmpty())
        connection.endpoint.base = QUrl(url);
    if (!trusted)
        connection.trust = {};
    connection.credential.secret = Secret(token);
    CentralClient client(std::move(connection), shortLimits());
    CaughtGenerate caught;
    client.generate({u"ci"_s, {}, expiration}, this, caught.handler());
    QCOMPARE(caught.calls, 0);
    QTRY_COMPARE_WITH_TIMEOUT(caught.calls, 1, 10'000);
    QCOMPARE(caught.outcome->fate, Outcome::NotSent);
    QCOMPARE(caught.outcome->error.kind, kind);
    QCOMPARE(server.received(), QByteArray());
}

void TestGenerateCall::hangingHandshakeIsNotSent()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QUrl url(u"https://127.0.0.1"_s);
    url.setPort(silent.serverPort());
    CentralClient client(connectionTo(url), shortLimits());
    CaughtGenerate caught;
    client.generate(Draft, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.outcome->fate, Outcome::NotSent);
    QCOMPARE(caught.outcome->error.kind, Kind::TimedOut);
}

void TestGenerateCall::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestGenerateCall::redirectIsNotFollowed()
{
    QFETCH(int, status);
    FaultServer server(m_tls.server());
    FaultServer elsewhere(m_tls.server());
    const QByteArray target = elsewhere.url().toEncoded() + "/v1/apitokens/generate";
    server.play({answering(httpReply(status, {}, {}, "Location: " + target + "\r\n"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtGenerate caught;
    client.generate(Draft, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.outcome->fate, Outcome::Refused);
    QCOMPARE(caught.outcome->error.kind, Kind::Redirected);
    QCOMPARE(caught.outcome->error.detail, QString::fromLatin1(target));
    QCOMPARE(server.wholeRequests(), 1);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestGenerateCall::bodyHasTheDraft()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, MadeJson))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    const TokenDraft draft{
        u"a \"name\" \\ \u00e9\U0001f680\n"_s, {u"B"_s, u"A"_s}, UtcMs(1787393730999)};
    CaughtGenerate caught;
    client.generate(draft, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    const SeenRequest &seen = server.requests().constFirst();
    QCOMPARE(seen.method, "POST"_ba);
    QCOMPARE(seen.target, "/v1/apitokens/generate"_ba);
    QCOMPARE(seen.headers.value("authorization"), "Bearer " + SignInToken);
    QCOMPARE(seen.headers.value("content-type"), "application/json"_ba);
    QCOMPARE(seen.headers.value("accept"), "application/json"_ba);
    QVERIFY(seen.headers.value("user-agent").startsWith("rox-tokens/0."));
    for (const char *absent : {"referer", "cookie", "origin", "transfer-encoding", "expect"})
        QVERIFY2(!seen.headers.contains(absent), absent);
    const QJsonObject body = QJsonDocument::fromJson(seen.body).object();
    QCOMPARE(body.keys(), (QStringList{u"expiration"_s, u"name"_s, u"roles"_s}));
    QCOMPARE(body.value(u"name"_s).toString(), draft.name);
    QCOMPARE(body.value(u"roles"_s).toVariant().toStringList(), draft.roles);
    QCOMPARE(body.value(u"expiration"_s).toString(), u"2026-08-22T10:15:30Z"_s);
}

void TestGenerateCall::bodyHasNoUnsetExpiration()
{
    QCOMPARE(*generateBody(Draft), R"({"name":"ci","roles":["Analyst"]})"_ba);
    QCOMPARE(*generateBody({}), R"({"name":"","roles":[]})"_ba);
}

void TestGenerateCall::otherExpirationIsReported_data()
{
    QTest::addColumn<UtcMs>("asked");
    QTest::addColumn<QByteArray>("got");
    QTest::addColumn<bool>("ignored");
    const UtcMs year = 1787393730000 + 365 * DayMs; // as in MadeJson
    const auto said = R"("2027-08-22T10:15:30Z")"_ba;
    QTest::newRow("nothing asked") << NoTime << said << false;
    QTest::newRow("as asked") << year << said << false;
    QTest::newRow("as asked, but for the fraction") << year + 999 << said << false;
    QTest::newRow("a second more") << year + 1000 << said << true;
    QTest::newRow("a millisecond less") << year - 1 << said << true;
    QTest::newRow("a year instead of a week") << year - 358 * DayMs << said << true;
    QTest::newRow("none at all") << year << "null"_ba << true;
}

void TestGenerateCall::otherExpirationIsReported()
{
    QFETCH(UtcMs, asked);
    QFETCH(QByteArray, got);
    QFETCH(bool, ignored);
    QByteArray json = MadeJson;
    json.replace(R"("2027-08-22T10:15:30Z")", got);
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, json))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtGenerate caught;
    client.generate({u"ci"_s, {u"Analyst"_s}, asked}, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.outcome->fate, Outcome::Made);
    QCOMPARE(caught.outcome->expirationIgnored, ignored);
}

void TestGenerateCall::valueArrives()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, MadeJson))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtGenerate caught;
    client.generate(Draft, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.outcome->value.view(), QByteArrayView("eyJ.value.x"));
    QCOMPARE(caught.outcome->token.id, u"0d8f6c1e"_s);
    QCOMPARE(caught.outcome->token.roles, QStringList(u"Analyst"_s));
}

void TestGenerateCall::deadContextDoesNotEndIt()
{
    FaultServer server(m_tls.server());
    server.play(
        {doing(Fault::After::Body, Fault::Then::KeepOpen, httpReply(200, MadeJson), 100ms)});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtGenerate caught;
    auto context = std::make_unique<QObject>();
    client.generate(Draft, context.get(), caught.handler());
    context.reset();
    QTRY_COMPARE(server.wholeRequests(), 1);
    QTest::qWait(250);
    QCOMPARE(caught.calls, 0);
}

QTEST_GUILESS_MAIN(TestGenerateCall)
#include "tst_generatecall.moc"
