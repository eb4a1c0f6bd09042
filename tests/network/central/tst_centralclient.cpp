// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/scriptedcentral.h"
#include "tests/support/stricttest.h"

#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QPointer>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray TokenJson =
    QJsonDocument(tokenJson({u"0d8f6c1e"_s, u"ci"_s, {u"Analyst"_s}, 0, DayMs, false}))
        .toJson(QJsonDocument::Compact);
const QByteArray ListJson = R"({"tokens":[)" + TokenJson + "]}";

Limits shortLimits()
{
    Limits limits;
    limits.transferTimeout = 1s;
    limits.generateTimeout = 1s;
    limits.deadline = 3s;
    return limits;
}

Fault answering(const QByteArray &bytes, Fault::Then then = Fault::Then::KeepOpen,
                std::chrono::milliseconds delay = 0ms)
{
    Fault fault;
    fault.bytes = bytes;
    fault.then = then;
    fault.delay = delay;
    return fault;
}

// HTTP's "deflate" is qCompress() without its four bytes of length.
QByteArray deflated(const QByteArray &body)
{
    return qCompress(body, 9).mid(4);
}

/// The status of an answer with a complete head; else 0.
int statusIn(const QByteArray &answer)
{
    const bool isWhole = answer.startsWith("HTTP/1.1 ") && answer.contains("\r\n\r\n");
    return isWhole ? answer.mid(9, 3).toInt() : 0;
}

QStringList *collected = nullptr;

} // namespace

Q_DECLARE_METATYPE(rox::test::Fault)

class TestCentralClient : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void callsHaveTheirPaths();
    void credentialIsInTheHeader_data();
    void credentialIsInTheHeader();
    void requestsHaveNoOtherHeaders();
    void completeAnswerIsRead();
    void badAnswerHasItsKind_data();
    void badAnswerHasItsKind();
    void failureWithoutAnswerHasNoStatus_data();
    void failureWithoutAnswerHasNoStatus();
    void redirectIsNotFollowed_data();
    void redirectIsNotFollowed();
    void cookiesAreNotKept();
    void silenceTimesOut();
    void timeoutEndsTheConnection();
    void dribblingAnswerMeetsTheDeadline();
    void deadProxyIsNamed();
    void plaintextBypassesTheProxy();
    void oldCentralListsUnfilteredRoles_data();
    void oldCentralListsUnfilteredRoles();
    void rolesTakeTheirAccessFromPermissionSets_data();
    void rolesTakeTheirAccessFromPermissionSets();
    void deadContextIsNotCalled();
    void deadClientCallsNoHandler();
    void handlerMayDeleteTheClient();
    void handlerMayDeleteItsContext();
    void deadContextEndsADecoding();
    void logHasNoSecret();

private:
    LoopbackTls m_tls;
};

void TestCentralClient::callsHaveTheirPaths()
{
    FaultServer server(m_tls.server());
    server.play({answering(centralError(418, 2, "whatever"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    const auto asked = [&](auto call) -> QByteArray {
        const auto before = server.requests().size();
        call();
        const bool came = QTest::qWaitFor([&] { return server.requests().size() > before; });
        const SeenRequest seen = came ? server.requests().last() : SeenRequest{};
        return seen.method + ' ' + seen.target;
    };
    const auto ignore = [](const auto &) {};
    QCOMPARE(asked([&] { client.list(RevokedFilter::All, this, ignore); }), "GET /v1/apitokens"_ba);
    QCOMPARE(asked([&] { client.list(RevokedFilter::Revoked, this, ignore); }),
             "GET /v1/apitokens?revoked=true"_ba);
    QCOMPARE(asked([&] { client.list(RevokedFilter::NotRevoked, this, ignore); }),
             "GET /v1/apitokens?revoked=false"_ba);
    QCOMPARE(asked([&] { client.token(u"a b"_s, this, ignore); }), "GET /v1/apitokens/a%20b"_ba);
    QCOMPARE(asked([&] { client.allowedRoles(this, ignore); }),
             "GET /v1/apitokens/generate/allowed-roles"_ba);
    QCOMPARE(asked([&] { client.roles(this, ignore); }), "GET /v1/roles"_ba);
    QCOMPARE(asked([&] { client.identity(this, ignore); }), "GET /v1/auth/status"_ba);
    QCOMPARE(asked([&] { client.permissions(this, ignore); }), "GET /v1/mypermissions"_ba);
    QCOMPARE(asked([&] { client.version(nullptr, ignore); }), "GET /v1/metadata"_ba);
}

void TestCentralClient::credentialIsInTheHeader_data()
{
    QTest::addColumn<Credential::Kind>("kind");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("header"); // empty: nothing is sent
    QTest::addColumn<bool>("leaves");
    using Sign = Credential::Kind;
    QTest::newRow("token") << Sign::ApiToken << QString() << "abc.def"_ba
                           << "Bearer abc.def"_ba << true;
    QTest::newRow("token with a line end") << Sign::ApiToken << QString() << " abc.def\n"_ba
                                           << "Bearer abc.def"_ba << true;
    QTest::newRow("password") << Sign::Password << u"admin"_s << "p\xc3\xa4ss:w"_ba
                              << "Basic " + "admin:p\xc3\xa4ss:w"_ba.toBase64() << true;
    QTest::newRow("empty password") << Sign::Password << u"admin"_s << ""_ba
                                    << "Basic YWRtaW46"_ba << true;
    QTest::newRow("nobody") << Sign::None << QString() << ""_ba
                            << ""_ba << true;
    QTest::newRow("empty token") << Sign::ApiToken << QString() << ""_ba
                                 << ""_ba << false;
    QTest::newRow("two lines") << Sign::ApiToken << QString() << "abc\ndef"_ba
                               << ""_ba << false;
    QTest::newRow("not ASCII") << Sign::ApiToken << QString() << "abc\xc3\xa4"_ba
                               << ""_ba << false;
    QTest::newRow("a colon") << Sign::Password << u"ad:min"_s << "p"_ba
                             << ""_ba << false;
    QTest::newRow("no user") << Sign::Password << QString() << "p"_ba
                             << ""_ba << false;
}

void TestCentralClient::credentialIsInTheHeader()
{
    QFETCH(Credential::Kind, kind);
    QFETCH(QString, user);
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, header);
    QFETCH(bool, leaves);
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, R"({"version":"4"})"))});
    auto connection = m_tls.connectionTo(server);
    connection.credential.kind = kind;
    connection.credential.userName = user;
    connection.credential.secret = Secret(secret);
    CentralClient client(std::move(connection), shortLimits());
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.succeeded(), leaves);
    if (!leaves) {
        QCOMPARE(caught.error().kind, Kind::BadCredential);
        QCOMPARE(server.connections(), 0);
        return;
    }
    QCOMPARE(server.requests().constFirst().headers.value("authorization"), header);
    QCOMPARE(server.requests().constFirst().headers.contains("authorization"), !header.isEmpty());
}

void TestCentralClient::requestsHaveNoOtherHeaders()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, ListJson))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<TokenTablePtr> caught;
    client.list(RevokedFilter::All, this, caught.handler());
    QTRY_VERIFY(caught.succeeded());
    const auto headers = server.requests().constFirst().headers;
    QCOMPARE(headers.value("accept"), "application/json"_ba);
    QVERIFY(headers.value("user-agent").startsWith("rox-tokens/"));
    for (const char *absent : {"referer", "cookie", "origin", "if-none-match", "if-modified-since"})
        QVERIFY2(!headers.contains(absent), absent);
}

void TestCentralClient::completeAnswerIsRead()
{
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &request) {
        return answering(httpReply(200, request.target == "/v1/apitokens" ? ListJson : TokenJson));
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<TokenTablePtr> list;
    Caught<Token> token;
    client.list(RevokedFilter::All, this, list.handler());
    client.token(u"0d8f6c1e"_s, this, token.handler());
    QCOMPARE(list.calls + token.calls, 0);
    QTRY_VERIFY(list.succeeded() && token.succeeded());
    QCOMPARE((**list.result)->token(0), **token.result);
    QCOMPARE(list.calls, 1);
    QCOMPARE(token.calls, 1);
}

void TestCentralClient::badAnswerHasItsKind_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Kind>("kind");
    using Then = Fault::Then;
    const QByteArray good = httpReply(200, ListJson);
    const QByteArray noLength = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
    Fault handshake = answering({}, Then::Close);
    handshake.after = Fault::After::Handshake;
    Fault accept = handshake;
    accept.after = Fault::After::Accept;
    const QList<std::tuple<const char *, Fault, Kind>> rows{
        {"closed at once", accept, Kind::ConnectionLost},
        {"closed after the handshake", handshake, Kind::ConnectionLost},
        {"closed", answering({}, Then::Close), Kind::ConnectionLost},
        {"reset", answering({}, Then::Reset), Kind::ConnectionLost},
        {"half a head", answering(good.left(30), Then::Close), Kind::ConnectionLost},
        {"half a body", answering(good.chopped(9), Then::Close), Kind::ConnectionLost},
        {"half a body, reset", answering(good.chopped(9), Then::Reset), Kind::ConnectionLost},
        {"half a body, no length", answering(noLength + ListJson.chopped(9), Then::Close),
         Kind::BadJson},
        {"broken chunks",
         answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                   "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                   Then::Close),
         Kind::ConnectionLost},
        {"length too small",
         answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n"
                   "Connection: close\r\n\r\n"
                       + ListJson,
                   Then::Close),
         Kind::BadJson},
        {"a page", answering(httpReply(200, "<!doctype html>", "text/html")), Kind::NotCentral},
        {"a page called JSON", answering(httpReply(200, "<!doctype html>")), Kind::BadJson},
        {"empty", answering(httpReply(200, "")), Kind::EmptyReply},
        {"no content", answering("HTTP/1.1 204 No Content\r\n\r\n"), Kind::EmptyReply},
        {"other JSON", answering(httpReply(200, R"({"status":"ok"})")), Kind::WrongShape},
        {"null", answering(httpReply(200, "null")), Kind::WrongShape},
        {"deep", answering(httpReply(200, QByteArray(200'000, '['))), Kind::WrongShape},
        {"not a token", answering(httpReply(200, R"({"tokens":[{"id":1}]})")), Kind::WrongShape},
        {"deflated",
         answering(httpReply(200, deflated(ListJson), "application/json",
                             "Content-Encoding: deflate\r\n")),
         Kind::NotCentral},
        {"an unknown encoding",
         answering(
             httpReply(200, "\x0b\x02\x80", "application/json", "Content-Encoding: zstd\r\n")),
         Kind::NotCentral},
        {"SSH", answering("SSH-2.0-OpenSSH_9.2p1\r\n", Then::Close), Kind::ConnectionLost},
        {"a challenge",
         answering(
             httpReply(401, "{}", "application/json", "WWW-Authenticate: Basic realm=\"x\"\r\n")),
         Kind::Unauthenticated},
    };
    for (const auto &[name, fault, kind] : rows)
        QTest::newRow(name) << fault << kind;
}

void TestCentralClient::badAnswerHasItsKind()
{
    QFETCH(Fault, fault);
    QFETCH(Kind, kind);
    FaultServer server(m_tls.server());
    server.play({fault});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<TokenTablePtr> caught;
    client.list(RevokedFilter::All, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(!caught.succeeded());
    QVERIFY2(caught.error().kind == kind,
             qPrintable(QVariant::fromValue(caught.error().kind).toString() + u": "_s
                        + caught.error().detail));
    QCOMPARE(caught.error().httpStatus, statusIn(fault.bytes));
}

void TestCentralClient::failureWithoutAnswerHasNoStatus_data()
{
    QTest::addColumn<bool>("isSilent");
    QTest::newRow("refused") << false;
    QTest::newRow("silent") << true;
}

void TestCentralClient::failureWithoutAnswerHasNoStatus()
{
    QFETCH(bool, isSilent);
    auto server = std::make_unique<FaultServer>();
    server->play({answering({})});
    CentralClient client(connectionTo(server->url()), shortLimits());
    if (!isSilent)
        server.reset();
    Caught<TokenTablePtr> list;
    Caught<Token> token;
    Caught<QString> version;
    Caught<AllowedRoles> allowed;
    Caught<Identity> identity;
    client.list(RevokedFilter::All, this, list.handler());
    client.token(u"x"_s, this, token.handler());
    client.version(this, version.handler());
    client.allowedRoles(this, allowed.handler());
    client.identity(this, identity.handler());
    QTRY_COMPARE(list.calls + token.calls + version.calls + allowed.calls + identity.calls, 5);
    for (const ApiError &error :
         {list.error(), token.error(), version.error(), allowed.error(), identity.error()}) {
        QCOMPARE(error.kind, isSilent ? Kind::TimedOut : Kind::ConnectionRefused);
        QCOMPARE(error.httpStatus, 0);
    }
}

void TestCentralClient::redirectIsNotFollowed_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {300, 301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestCentralClient::redirectIsNotFollowed()
{
    QFETCH(int, status);
    FaultServer server(m_tls.server());
    FaultServer elsewhere(m_tls.server());
    const QByteArray target = elsewhere.url().toEncoded() + "/v1/metadata";
    server.play({answering(httpReply(status, {}, {}, "Location: " + target + "\r\n"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::Redirected);
    QCOMPARE(caught.error().detail, QString::fromLatin1(target));
    QCOMPARE(server.wholeRequests(), 1);
    QCOMPARE(elsewhere.connections(), 0);
}

void TestCentralClient::cookiesAreNotKept()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, R"({"version":"4"})", "application/json",
                                     "Set-Cookie: session=1; Path=/\r\n"
                                     "ETag: \"x\"\r\nCache-Control: max-age=3600\r\n"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    for (int i = 0; i < 2; ++i) {
        Caught<QString> caught;
        client.version(this, caught.handler());
        QTRY_VERIFY(caught.succeeded());
    }
    QCOMPARE(server.wholeRequests(), 2);
    QCOMPARE(server.connections(), 1);
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

void TestCentralClient::silenceTimesOut()
{
    FaultServer server(m_tls.server());
    server.play({answering({})});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<TokenTablePtr> caught;
    client.list(RevokedFilter::All, this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::TimedOut);
    QCOMPARE(server.wholeRequests(), 1);
}

void TestCentralClient::timeoutEndsTheConnection()
{
    FaultServer server(m_tls.server());
    server.play({answering({}), answering(httpReply(200, R"({"version":"4"})"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<QString> first;
    client.version(this, first.handler());
    QTRY_COMPARE(first.calls, 1);
    QCOMPARE(first.error().kind, Kind::TimedOut);
    Caught<QString> second;
    client.version(this, second.handler());
    QTRY_VERIFY(second.succeeded());
    QCOMPARE(server.connections(), 2);
}

void TestCentralClient::dribblingAnswerMeetsTheDeadline()
{
    FaultServer server(m_tls.server());
    Fault dribble = answering(httpReply(200, ListJson + QByteArray(100'000, ' ')));
    dribble.perByte = 20ms; // after the head, never a second without a byte
    server.play({dribble});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    QElapsedTimer timer;
    timer.start();
    Caught<TokenTablePtr> caught;
    client.list(RevokedFilter::All, this, caught.handler());
    QTRY_COMPARE_WITH_TIMEOUT(caught.calls, 1, 10'000);
    QCOMPARE(caught.error().kind, Kind::TimedOut);
    QVERIFY(timer.elapsed() >= 2700); // a coarse timer may be 5 % early
}

void TestCentralClient::deadProxyIsNamed()
{
    QNetworkProxy::setApplicationProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1});
    const auto reset = qScopeGuard([] { QNetworkProxy::setApplicationProxy({}); });
    // Qt bypasses the proxy for loopback; for another host the proxy resolves the name.
    CentralClient client(connectionTo(QUrl(u"https://central.invalid:443"_s)), shortLimits());
    Caught<QString> caught;
    CaughtGenerate generate;
    client.version(this, caught.handler());
    client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::ProxyFailed);
    QVERIFY(caught.error().detail.contains(u"127.0.0.1:1"_s));
    QTRY_COMPARE(generate.calls, 1);
    QCOMPARE(generate.outcome->fate, GenerateOutcome::Outcome::NotSent);
    QCOMPARE(generate.outcome->error.kind, Kind::ProxyFailed);
}

void TestCentralClient::plaintextBypassesTheProxy()
{
    FaultServer server;
    server.play({answering(httpReply(200, R"({"version":"4"})"))});
    FaultServer proxy;
    QNetworkProxy::setApplicationProxy(
        {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
    const auto reset = qScopeGuard([] { QNetworkProxy::setApplicationProxy({}); });
    CentralClient client(connectionTo(server.url()), shortLimits());
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_VERIFY(caught.succeeded());
    QCOMPARE(proxy.connections(), 0);
}

void TestCentralClient::oldCentralListsUnfilteredRoles_data()
{
    QTest::addColumn<QByteArray>("allowed");
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<bool>("unfiltered");
    QTest::addColumn<Kind>("kind");
    const auto roles = httpReply(
        200, R"({"roles":[{"name":"Admin"},{"name":"None"},{"name":"none"},{"name":"CI"}]})");
    const QStringList names{u"Admin"_s, u"none"_s, u"CI"_s};
    const auto names43 = httpReply(200, R"({"roleNames":["Admin","CI"]})");
    QTest::newRow("today") << names43 << roles << (QStringList{u"Admin"_s, u"CI"_s}) << false
                           << Kind::NotCentral;
    QTest::newRow("404 in JSON") << centralError(404, 5, "Not Found") << roles << names << true
                                 << Kind::NotCentral;
    QTest::newRow("404 in text") << httpReply(404, "Not Found\n", "text/plain; charset=utf-8")
                                 << roles << names << true << Kind::NotCentral;
    QTest::newRow("404 page") << httpReply(404, "<html>", "text/html") << roles << QStringList()
                              << false << Kind::NotCentral;
    QTest::newRow("forbidden") << centralError(403, 7, "not authorized") << roles << QStringList()
                               << false << Kind::Forbidden;
    QTest::newRow("neither") << centralError(404, 5, "Not Found")
                             << centralError(403, 7, "not authorized") << QStringList() << false
                             << Kind::Forbidden;
}

void TestCentralClient::oldCentralListsUnfilteredRoles()
{
    QFETCH(QByteArray, allowed);
    QFETCH(QByteArray, roles);
    QFETCH(QStringList, names);
    QFETCH(bool, unfiltered);
    QFETCH(Kind, kind);
    FaultServer server(m_tls.server());
    server.play([&](const SeenRequest &request) {
        return answering(request.target == "/v1/roles" ? roles : allowed);
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<AllowedRoles> caught;
    client.allowedRoles(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    if (names.isEmpty()) {
        QCOMPARE(caught.error().kind, kind);
        return;
    }
    QVERIFY(caught.succeeded());
    QCOMPARE((*caught.result)->names, names);
    QCOMPARE((*caught.result)->unfiltered, unfiltered);
}

void TestCentralClient::rolesTakeTheirAccessFromPermissionSets_data()
{
    QTest::addColumn<QByteArray>("roles");
    QTest::addColumn<QByteArray>("sets");
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("succeeds");
    QTest::addColumn<Access>("access");
    const auto referring =
        httpReply(200, R"({"roles":[{"name":"CI","permissionSetId":"p","resourceToAccess":{}}]})");
    const auto saying = httpReply(200, R"({"roles":[{"name":"CI","permissionSetId":"p",)"
                                       R"("resourceToAccess":{"Image":"READ_ACCESS"}}]})");
    const auto sets = httpReply(200, R"({"permissionSets":[{"id":"q","resourceToAccess":{}},)"
                                     R"({"id":"p","resourceToAccess":)"
                                     R"({"Image":"READ_WRITE_ACCESS"}}]})");
    QTest::newRow("today") << referring << sets << 2 << true << Access::ReadWrite;
    QTest::newRow("said by the role") << saying << sets << 1 << true << Access::Read;
    QTest::newRow("no such set") << referring << httpReply(200, R"({"permissionSets":[]})") << 2
                                 << true << Access::None;
    QTest::newRow("no such call") << referring << centralError(404, 5, "Not Found") << 2 << true
                                  << Access::None;
    QTest::newRow("forbidden") << referring << centralError(403, 7, "no") << 2 << false
                               << Access::None;
}

void TestCentralClient::rolesTakeTheirAccessFromPermissionSets()
{
    QFETCH(QByteArray, roles);
    QFETCH(QByteArray, sets);
    QFETCH(int, requests);
    QFETCH(bool, succeeds);
    QFETCH(Access, access);
    FaultServer server(m_tls.server());
    server.play([&](const SeenRequest &request) {
        return answering(request.target == "/v1/roles" ? roles : sets);
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<QList<RoleGrant>> caught;
    client.roles(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(server.wholeRequests(), requests);
    QCOMPARE(caught.succeeded(), succeeds);
    if (succeeds)
        QCOMPARE((*caught.result)->constFirst().access.value(u"Image"_s, Access::None), access);
}

void TestCentralClient::deadContextIsNotCalled()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, ListJson), Fault::Then::KeepOpen, 50ms)});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    for (const auto &wait : {0ms, 20ms, 49ms, 51ms}) {
        auto context = std::make_unique<QObject>();
        Caught<TokenTablePtr> list;
        Caught<QString> version;
        Caught<Token> local;
        client.list(RevokedFilter::All, context.get(), list.handler());
        client.version(context.get(), version.handler());
        client.token(QString(), context.get(), local.handler());
        QTest::qWait(int(wait.count()));
        const int before = list.calls + version.calls + local.calls;
        context.reset();
        QTest::qWait(120);
        QCOMPARE(list.calls + version.calls + local.calls, before);
    }
}

void TestCentralClient::deadClientCallsNoHandler()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, ListJson), Fault::Then::KeepOpen, 50ms)});
    for (const auto &wait : {0ms, 5ms, 20ms, 49ms}) {
        auto client = std::make_unique<CentralClient>(m_tls.connectionTo(server), shortLimits());
        Caught<TokenTablePtr> list;
        CaughtGenerate generate;
        CaughtRevoke revoke;
        Caught<Token> local;
        client->list(RevokedFilter::All, this, list.handler());
        client->generate({u"ci"_s, {}, NoTime}, this, generate.handler());
        client->revoke(u"x"_s, this, revoke.handler());
        client->token(QString(), this, local.handler());
        QTest::qWait(int(wait.count()));
        const int before = list.calls + generate.calls + revoke.calls + local.calls;
        client.reset();
        QTest::qWait(120);
        QCOMPARE(list.calls + generate.calls + revoke.calls + local.calls, before);
    }
}

void TestCentralClient::handlerMayDeleteTheClient()
{
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &request) {
        if (request.method == "PATCH")
            return answering(httpReply(200, "{}"));
        return answering(httpReply(
            200, request.target.startsWith("/v1/apitokens") ? ListJson : R"({"version":"4"})"_ba));
    });
    enum class Call { List, Version, Generate, Revoke, Local };
    for (const Call call : {Call::List, Call::Version, Call::Generate, Call::Revoke, Call::Local}) {
        auto client = std::make_unique<CentralClient>(m_tls.connectionTo(server), shortLimits());
        int calls = 0;
        const auto end = [&](const auto &) {
            ++calls;
            client.reset();
        };
        switch (call) {
        case Call::List:
            client->list(RevokedFilter::All, this, end);
            break;
        case Call::Version:
            client->version(this, end);
            break;
        case Call::Generate:
            client->generate({u"ci"_s, {}, NoTime}, this, end);
            break;
        case Call::Revoke:
            client->revoke(u"x"_s, this, end);
            break;
        case Call::Local:
            client->token(QString(), this, end);
            break;
        }
        QTRY_COMPARE(calls, 1);
        QVERIFY(!client);
    }
}

void TestCentralClient::handlerMayDeleteItsContext()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, R"({"version":"4"})"))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    auto context = std::make_unique<QObject>();
    int calls = 0;
    client.version(context.get(), [&](const Result<QString> &) {
        ++calls;
        context.reset();
    });
    QTRY_COMPARE(calls, 1);
    QTest::qWait(20);
    QCOMPARE(calls, 1);
}

void TestCentralClient::deadContextEndsADecoding()
{
    QByteArray tokens = TokenJson;
    for (int i = 0; i < 200'000; ++i)
        tokens += ',' + TokenJson;
    FaultServer server;
    server.play({answering(httpReply(200, "{\"tokens\":[" + tokens + "]}"))});
    auto limits = shortLimits();
    limits.deadline = 20s;
    CentralClient client(connectionTo(server.url()), limits);
    Caught<TokenTablePtr> caught;
    auto context = std::make_unique<QObject>();
    client.list(RevokedFilter::All, context.get(), caught.handler());
    QTRY_VERIFY(QThreadPool::globalInstance()->activeThreadCount() > 0);
    context.reset();
    QTRY_COMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
    QCOMPARE(caught.calls, 0);
}

void TestCentralClient::logHasNoSecret()
{
    QStringList lines;
    collected = &lines;
    QLoggingCategory::setFilterRules(u"*.debug=false\nrox.*.debug=true"_s);
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &line) { *collected << line; });
    const auto restore = qScopeGuard([before] {
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
    });
    FaultServer server(m_tls.server());
    server.play(
        {answering(httpReply(200, R"({"token":"eyJ.secret","metadata":)" + TokenJson + '}'))});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtGenerate generate;
    Caught<Token> token;
    client.generate({u"name of mine"_s, {}, NoTime}, this, generate.handler());
    client.token(u"0d8f6c1e"_s, this, token.handler());
    QTRY_COMPARE(generate.calls + token.calls, 2);
    const QString log = lines.join(u'\n');
    QVERIFY(log.contains(u"POST /v1/apitokens/generate 200"_s));
    QVERIFY(log.contains(u"GET /v1/apitokens/0d8f6c1e 200"_s));
    for (const auto &secret : {QString::fromLatin1(SignInToken), u"secret"_s, u"Bearer"_s,
                               u"Authorization"_s, u"name of mine"_s})
        QVERIFY2(!log.contains(secret), qPrintable(secret));
}

QTEST_GUILESS_MAIN(TestCentralClient)
#include "tst_centralclient.moc"
