// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/answer.h"

#include <QDateTime>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace rox;
using Kind = ApiError::Kind;

namespace {

constexpr auto Json = "application/json";
constexpr auto Html = "text/html; charset=utf-8";

Answer answerOf(int status, const QByteArray &body, const QByteArray &type = Json,
                QNetworkReply::NetworkError error = QNetworkReply::NoError)
{
    Answer answer;
    answer.status = status;
    answer.body = ReplyBody(body);
    answer.contentType = type;
    answer.error = error;
    answer.bodyLeft = true;
    return answer;
}

QByteArray central(int code, const QByteArray &message = "no")
{
    return R"({"code":)" + QByteArray::number(code) + R"(,"message":")" + message
           + R"(","details":[],"error":")" + message + "\"}";
}

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusGivesTheKind_data();
    void statusGivesTheKind();
    void credentialFate_data();
    void credentialFate();
    void fateFollowsTheClockOfTheServer();
    void textGivesTheKind_data();
    void textGivesTheKind();
    void otherSentenceIsNotTokenNotFound_data();
    void otherSentenceIsNotTokenNotFound();
    void transportErrorGivesTheKind_data();
    void transportErrorGivesTheKind();
    void unusableBodyIsAnError_data();
    void unusableBodyIsAnError();
    void effectFollowsFromTheAnswer_data();
    void effectFollowsFromTheAnswer();
    void serverTextIsCapped();
    void redirectTargetIsInTheDetail();
    void retryAfterIsParsed_data();
    void retryAfterIsParsed();
};

void TestAnswer::statusGivesTheKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Kind>("kind");
    const QList<std::pair<int, Kind>> table{
        {101, Kind::UnexpectedStatus}, {300, Kind::Redirected},       {301, Kind::Redirected},
        {302, Kind::Redirected},       {303, Kind::Redirected},       {304, Kind::Redirected},
        {307, Kind::Redirected},       {308, Kind::Redirected},       {400, Kind::BadRequest},
        {401, Kind::Unauthenticated},  {402, Kind::UnexpectedStatus}, {403, Kind::Forbidden},
        {404, Kind::NotFound},         {405, Kind::UnexpectedStatus}, {407, Kind::ProxyFailed},
        {408, Kind::UnexpectedStatus}, {409, Kind::Conflict},         {413, Kind::UnexpectedStatus},
        {421, Kind::Misdirected},      {429, Kind::TooManyRequests},  {499, Kind::UnexpectedStatus},
        {500, Kind::ServerFailed},     {501, Kind::NotImplemented},   {502, Kind::BadGateway},
        {503, Kind::Unavailable},      {504, Kind::GatewayTimedOut},  {505, Kind::ServerFailed},
        {599, Kind::ServerFailed},     {600, Kind::UnexpectedStatus}, {999, Kind::UnexpectedStatus},
    };
    for (const auto &[status, kind] : table)
        QTest::addRow("%d", status) << status << kind;
}

void TestAnswer::statusGivesTheKind()
{
    QFETCH(int, status);
    QFETCH(Kind, kind);
    // Neither Qt's error for the status nor a missing body changes the kind.
    for (const auto qt : {QNetworkReply::NoError, QNetworkReply::UnknownServerError,
                          QNetworkReply::ContentAccessDenied}) {
        const auto error = errorOf(answerOf(status, central(9, "words"), Json, qt), Asked::Other);
        if (status < 200 && qt != QNetworkReply::NoError)
            continue;
        QVERIFY(error);
        QCOMPARE(error->kind, kind);
        QCOMPARE(error->httpStatus, status);
        if (status >= 300) {
            QCOMPARE(error->grpcCode, 9);
            QCOMPARE(error->serverText, u"words"_s);
        }
    }
    if (status < 300)
        return;
    const auto cut = errorOf(
        answerOf(status, "{\"code", Json, QNetworkReply::RemoteHostClosedError), Asked::Other);
    QVERIFY(cut);
    QCOMPARE(cut->kind, kind);
    QCOMPARE(cut->grpcCode, -1);
}

void TestAnswer::credentialFate_data()
{
    using Outcome = ApiError::CredentialFate;
    QTest::addColumn<UtcMs>("issuedIn"); // ms from now; NoTime: no claim
    QTest::addColumn<UtcMs>("expiresIn");
    QTest::addColumn<Outcome>("fate");
    QTest::newRow("revoked or unknown") << -DayMs << DayMs << Outcome::StillValid;
    QTest::newRow("expired") << -2 * DayMs << -DayMs << Outcome::Expired;
    QTest::newRow("expired within Central's leeway")
        << -DayMs << -30 * SecondMs << Outcome::StillValid;
    QTest::newRow("from the future") << HourMs << DayMs << Outcome::NotYetValid;
    QTest::newRow("a little from the future") << 30 * SecondMs << DayMs << Outcome::StillValid;
    QTest::newRow("says nothing") << NoTime << NoTime << Outcome::NotSaid;
}

void TestAnswer::credentialFate()
{
    QFETCH(UtcMs, issuedIn);
    QFETCH(UtcMs, expiresIn);
    QFETCH(ApiError::CredentialFate, fate);
    const UtcMs now = QDateTime::currentMSecsSinceEpoch();
    TokenClaims claims;
    claims.issuedAt = issuedIn == NoTime ? NoTime : now + issuedIn;
    claims.expiresAt = expiresIn == NoTime ? NoTime : now + expiresIn;
    Answer answer = answerOf(401, central(16, "credentials not found: token validation failed"),
                             Json, QNetworkReply::NoError);
    answer.credential = std::make_shared<const TokenClaims>(claims);
    const auto error = errorOf(answer, Asked::Other);
    QVERIFY(error);
    QCOMPARE(error->kind, Kind::Unauthenticated);
    QCOMPARE(error->credentialFate, fate);
    // Refused for another reason than its dates.
    for (const char *text :
         {"credentials not found", "credentials not found: could not determine token type",
          "access for this user is not authorized: no valid role",
          "failed to resolve user roles"}) {
        Answer other = answerOf(401, central(16, text), Json, QNetworkReply::NoError);
        other.credential = answer.credential;
        QCOMPARE(errorOf(other, Asked::Other)->credentialFate, ApiError::CredentialFate::NotSaid);
    }
    // Only a refused credential has a fate.
    answer.status = 503;
    QCOMPARE(errorOf(answer, Asked::Other)->credentialFate, ApiError::CredentialFate::NotSaid);
}

// This computer's clock is three days ahead, so that a token that is good seems to have expired.
void TestAnswer::fateFollowsTheClockOfTheServer()
{
    const UtcMs now = QDateTime::currentMSecsSinceEpoch();
    TokenClaims claims;
    claims.issuedAt = now - 5 * DayMs;
    claims.expiresAt = now - DayMs;
    Answer answer = answerOf(401, central(16, "credentials not found: token validation failed"),
                             Json, QNetworkReply::NoError);
    answer.credential = std::make_shared<const TokenClaims>(claims);
    answer.date = now - 3 * DayMs;
    QCOMPARE(errorOf(answer, Asked::Other)->credentialFate, ApiError::CredentialFate::StillValid);
    answer.retryAfter = "Wed, 21 Oct 2037 07:28:00 GMT"_ba;
    answer.date = httpDate("Wed, 21 Oct 2037 07:27:50 GMT"_ba);
    QCOMPARE(errorOf(answer, Asked::Other)->retryAfterMs, std::optional<qint64>(10'000));
    QCOMPARE(httpDate("yesterday"_ba), NoTime);
    QCOMPARE(httpDate(""_ba), NoTime);
}

void TestAnswer::textGivesTheKind_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Asked::Call>("asked");
    QTest::addColumn<Kind>("kind");
    const auto gone = "token with id 'x' does not exist"_ba;
    const auto unknown = "credentials not found: token-based: cannot extract identity"_ba;
    const auto escalation =
        "not authorized: 1 error occurred:\\n\\t* resource=Image, access "
        "scope=\\\"Unrestricted\\\":"
        " requested access is READ_WRITE_ACCESS, when user access is NO_ACCESS\\n\\n"_ba;
    const QByteArray json = Json;
    const QByteArray html = Html;
    QTest::newRow("other calls have no such thing")
        << 500 << central(13, gone) << json << Asked::Other << Kind::ServerFailed;
    QTest::newRow("a role that is gone")
        << 400 << central(3, "role(s) A,B don't exist: invalid arguments") << json
        << Asked::Generate << Kind::BadRequest;
    QTest::newRow("400 for a token that is none")
        << 400 << central(3, unknown) << json << Asked::Other << Kind::Unauthenticated;
    QTest::newRow("401") << 401 << central(16, unknown) << json << Asked::Other
                         << Kind::Unauthenticated;
    QTest::newRow("403 of metadata")
        << 403
        << central(7, "not authorized: no authorizer could authorize this request: errors: "
                      "[credentials not found, credentials not found]")
        << json << Asked::Other << Kind::Unauthenticated;
    QTest::newRow("403") << 403 << central(7, "not authorized: \\\"READ_ACCESS\\\" for \\\"X\\\"")
                         << json << Asked::Generate << Kind::Forbidden;
    QTest::newRow("escalation") << 403 << central(7, escalation) << json << Asked::Generate
                                << Kind::Escalation;
    QTest::newRow("escalation of another call")
        << 403 << central(7, escalation) << json << Asked::Other << Kind::Forbidden;
    QTest::newRow("plain text to a TLS port, Go")
        << 400 << "Client sent an HTTP request to an HTTPS server.\n"_ba
        << ""_ba << Asked::Other << Kind::TlsFailed;
    QTest::newRow("plain text to a TLS port, nginx")
        << 400 << "<html>The plain HTTP request was sent to HTTPS port</html>"_ba << html
        << Asked::Other << Kind::TlsFailed;
    for (const int status : {400, 401, 403, 404, 405}) {
        QTest::addRow("page with %d", status)
            << status << "<html>"_ba << html << Asked::Other << Kind::NotCentral;
    }
    QTest::newRow("a router's page")
        << 503 << "<html>"_ba << html << Asked::Other << Kind::Unavailable;
    QTest::newRow("404 before 4.6") << 404 << "Not Found\n"_ba
                                    << "text/plain"_ba << Asked::Other << Kind::NotFound;
    QTest::newRow("rate limit outside /v1")
        << 429 << "APIRateLimiter call rejected"_ba
        << "text/plain"_ba << Asked::Other << Kind::TooManyRequests;
}

void TestAnswer::textGivesTheKind()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(Asked::Call, asked);
    QFETCH(Kind, kind);
    const auto error = errorOf(answerOf(status, body, type), asked);
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QCOMPARE(error->escalation.isEmpty(), kind != Kind::Escalation);
    if (type.startsWith("text/html"))
        QVERIFY(error->serverText.isEmpty());
    else
        QVERIFY(!error->serverText.isEmpty());
}

void TestAnswer::otherSentenceIsNotTokenNotFound_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<Kind>("kind");
    const auto gone = "token with id 'a-1' does not exist"_ba;
    const auto suffixed = gone + ": invalid arguments";
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind,
                        const QByteArray &type = Json) {
        QTest::newRow(name) << status << body << type << kind;
    };
    row("get", 400, central(3, suffixed), Kind::NotFound);
    row("get of an old Central", 400, central(3, gone), Kind::NotFound);
    row("revoke", 500, central(13, gone), Kind::NotFound);
    row("no type is told", 500, central(13, gone), Kind::NotFound, "");

    row("another id, get", 400, central(3, "token with id 'a-2' does not exist: invalid arguments"),
        Kind::BadRequest);
    row("another id, revoke", 500, central(13, "token with id 'a-2' does not exist"),
        Kind::ServerFailed);
    row("a longer id", 500, central(13, "token with id 'a-11' does not exist"), Kind::ServerFailed);
    row("a relation", 500,
        central(13, R"(couldn't revoke token: ERROR: relation \"api_tokens\" does not exist)"),
        Kind::ServerFailed);
    row("a database", 500,
        central(13, R"(FATAL: database \"central_active\" does not exist (SQLSTATE 3D000))"),
        Kind::ServerFailed);
    row("a role", 400, central(3, R"(role \"postgres\" does not exist)"), Kind::BadRequest);
    row("words before", 500, central(13, "couldn't revoke token: " + gone), Kind::ServerFailed);
    row("words behind", 500, central(13, gone + ", said the cache"), Kind::ServerFailed);
    row("the suffix of get with 500", 500, central(13, suffixed), Kind::ServerFailed);
    row("code of another refusal, 400", 400, central(13, suffixed), Kind::BadRequest);
    row("code of another refusal, 500", 500, central(3, gone), Kind::ServerFailed);
    row("502", 502, central(13, gone), Kind::BadGateway);
    row("404 with the sentence", 404, central(5, gone), Kind::UnexpectedStatus);
    row("404 of Central's paths", 404, central(5, "Not Found"), Kind::UnexpectedStatus);
    row("404 in plain text", 404, "default backend - 404", Kind::UnexpectedStatus, "text/plain");
    row("404 in JSON of an ingress", 404, R"({"message":"no Route matched"})",
        Kind::UnexpectedStatus);
    row("404 without a body", 404, "", Kind::UnexpectedStatus);
    row("404 page", 404, "<html>", Kind::NotCentral, "text/html");
    row("plain text", 500, gone, Kind::ServerFailed, "text/plain");
    row("JSON called plain text", 500, central(13, gone), Kind::ServerFailed, "text/plain");
    row("JSON without a code", 500, R"({"message":")" + gone + "\"}", Kind::ServerFailed);
}

void TestAnswer::otherSentenceIsNotTokenNotFound()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(Kind, kind);
    const Answer answer = answerOf(status, body, type);
    const auto error = errorOf(answer, Asked::oneToken(u"a-1"_s));
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QVERIFY(errorOf(answer, Asked::oneToken({}))->kind != Kind::NotFound);
}

void TestAnswer::transportErrorGivesTheKind_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("qt");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<Kind>("kind");
    using Reply = QNetworkReply;
    const QString none;
    const auto proxy = u"proxy:3128"_s;
    QTest::newRow("refused") << Reply::ConnectionRefusedError << 0 << none
                             << Kind::ConnectionRefused;
    QTest::newRow("refused by a proxy")
        << Reply::ConnectionRefusedError << 0 << proxy << Kind::ProxyFailed;
    QTest::newRow("unknown") << Reply::UnknownNetworkError << 0 << none << Kind::Unreachable;
    QTest::newRow("unknown, proxy")
        << Reply::UnknownNetworkError << 0 << proxy << Kind::ProxyFailed;
    QTest::newRow("unknown, midway")
        << Reply::UnknownNetworkError << 200 << none << Kind::ConnectionLost;
    QTest::newRow("host") << Reply::HostNotFoundError << 0 << none << Kind::HostNotFound;
    QTest::newRow("closed") << Reply::RemoteHostClosedError << 0 << none << Kind::ConnectionLost;
    QTest::newRow("cut") << Reply::RemoteHostClosedError << 200 << none << Kind::ConnectionLost;
    QTest::newRow("resend") << Reply::ContentReSendError << 0 << none << Kind::ConnectionLost;
    QTest::newRow("connect timeout") << Reply::TimeoutError << 0 << none << Kind::TimedOut;
    QTest::newRow("tls") << Reply::SslHandshakeFailedError << 0 << none << Kind::TlsFailed;
    QTest::newRow("network gone") << Reply::TemporaryNetworkFailureError << 0 << none
                                  << Kind::Unreachable;
    for (const auto qt : {Reply::ProxyConnectionRefusedError, Reply::ProxyConnectionClosedError,
                          Reply::ProxyNotFoundError, Reply::ProxyTimeoutError,
                          Reply::ProxyAuthenticationRequiredError, Reply::UnknownProxyError})
        QTest::addRow("proxy error %d", int(qt)) << qt << 0 << none << Kind::ProxyFailed;
    QTest::newRow("no http") << Reply::ProtocolFailure << 0 << none << Kind::NotCentral;
    QTest::newRow("nothing at all") << Reply::NoError << 0 << none << Kind::ConnectionLost;
}

void TestAnswer::transportErrorGivesTheKind()
{
    QFETCH(QNetworkReply::NetworkError, qt);
    QFETCH(int, status);
    QFETCH(QString, proxy);
    QFETCH(Kind, kind);
    auto answer = answerOf(status, status ? "{\"tok" : "", Json, qt);
    answer.proxy = proxy;
    answer.errorText = u"Qt's words"_s;
    const auto error = errorOf(answer, Asked::Other);
    QVERIFY(error);
    QCOMPARE(error->kind, kind);
    QVERIFY(error->detail.contains(u"Qt's words"_s));
    if (!proxy.isEmpty())
        QVERIFY(error->detail.contains(proxy));
}

void TestAnswer::unusableBodyIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isFine");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("json") << "{}"_ba
                          << "application/json"_ba << true << Kind::NotCentral;
    QTest::newRow("charset") << "{}"_ba
                             << "application/json ; charset=utf-8"_ba << true << Kind::NotCentral;
    QTest::newRow("no type") << "{}"_ba
                             << ""_ba << true << Kind::NotCentral;
    QTest::newRow("html") << "<html>"_ba << QByteArray(Html) << false << Kind::NotCentral;
    QTest::newRow("text") << "ok"_ba
                          << "text/plain"_ba << false << Kind::NotCentral;
    QTest::newRow("almost json") << "{}"_ba
                                 << "application/jsonp"_ba << false << Kind::NotCentral;
    QTest::newRow("empty") << ""_ba
                           << "application/json"_ba << false << Kind::EmptyReply;
}

void TestAnswer::unusableBodyIsAnError()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(bool, isFine);
    QFETCH(Kind, kind);
    const auto error = errorOf(answerOf(200, body, type), Asked::Other);
    QCOMPARE(!error, isFine);
    if (error)
        QCOMPARE(error->kind, kind);
}

void TestAnswer::effectFollowsFromTheAnswer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("left");
    QTest::addColumn<Effect>("effect");
    const QByteArray json = Json;
    const QByteArray html = Html;
    QTest::newRow("never left") << 0 << ""_ba
                                << ""_ba << false << Effect::None;
    QTest::newRow("left") << 0 << ""_ba
                          << ""_ba << true << Effect::Unknown;
    QTest::newRow("continue") << 100 << ""_ba
                              << ""_ba << true << Effect::Unknown;
    QTest::newRow("ok") << 200 << "{}"_ba << json << true << Effect::Done;
    QTest::newRow("ok, cut") << 200 << "{\"to"_ba << json << true << Effect::Done;
    QTest::newRow("ok, empty") << 200 << ""_ba << json << true << Effect::Done;
    QTest::newRow("ok, no type") << 200 << ""_ba
                                 << ""_ba << true << Effect::Done;
    QTest::newRow("created") << 201 << "{}"_ba << json << true << Effect::Done;
    QTest::newRow("a portal's page") << 200 << "<html>"_ba << html << true << Effect::Unknown;
    QTest::newRow("redirect") << 307 << ""_ba
                              << ""_ba << true << Effect::Refused;
    QTest::newRow("bad request") << 400 << central(3) << json << true << Effect::Refused;
    QTest::newRow("a proxy's 403") << 403 << "<html>"_ba << html << true << Effect::Refused;
    QTest::newRow("408") << 408 << ""_ba
                         << ""_ba << true << Effect::Unknown;
    QTest::newRow("499") << 499 << central(1) << json << true << Effect::Unknown;
    QTest::newRow("429") << 429 << central(8) << json << true << Effect::Refused;
    for (const int status : {500, 501, 502, 503, 504, 520}) {
        QTest::addRow("%d, a gateway's", status)
            << status << "<html>"_ba << html << true << Effect::Unknown;
        QTest::addRow("%d, cut", status)
            << status << "{\"cod"_ba << json << true << Effect::Unknown;
        QTest::addRow("%d, foreign json", status)
            << status << R"({"message":"no healthy upstream"})"_ba << json << true
            << Effect::Unknown;
        QTest::addRow("%d, Central's", status)
            << status << central(14) << json << true << Effect::Refused;
        QTest::addRow("%d, a deadline in Central", status)
            << status << central(4) << json << true << Effect::Unknown;
        QTest::addRow("%d, before the body left", status)
            << status << "<html>"_ba << html << false << Effect::Refused;
    }
}

void TestAnswer::effectFollowsFromTheAnswer()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(bool, left);
    QFETCH(Effect, effect);
    auto answer = answerOf(status, body, type);
    answer.bodyLeft = left;
    QCOMPARE(effectOf(answer), effect);
}

void TestAnswer::serverTextIsCapped()
{
    QCOMPARE(errorOf(answerOf(500, central(13, QByteArray(100'000, 'x'))), Asked::Other)
                 ->serverText.size(),
             4096);
    QCOMPARE(errorOf(answerOf(500, QByteArray(100'000, 'x'), "text/plain"), Asked::Other)
                 ->serverText.size(),
             4096);
}

void TestAnswer::redirectTargetIsInTheDetail()
{
    auto answer = answerOf(307, "");
    answer.location = "https://elsewhere.example/login";
    const auto error = errorOf(answer, Asked::Other);
    QCOMPARE(error->kind, Kind::Redirected);
    QCOMPARE(error->detail, u"https://elsewhere.example/login"_s);
}

void TestAnswer::retryAfterIsParsed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("lowest"); // -1: none
    QTest::addColumn<qint64>("highest");
    QTest::newRow("none") << ""_ba << qint64(-1) << qint64(-1);
    QTest::newRow("seconds") << "7"_ba << qint64(7000) << qint64(7000);
    QTest::newRow("zero") << "0"_ba << qint64(0) << qint64(0);
    QTest::newRow("negative") << "-1"_ba << qint64(-1) << qint64(-1);
    QTest::newRow("a year") << "31536000"_ba << rox::DayMs << rox::DayMs;
    QTest::newRow("huge") << "9223372036854775807"_ba << rox::DayMs << rox::DayMs;
    QTest::newRow("words") << "soon"_ba << qint64(-1) << qint64(-1);
    QTest::newRow("past date") << "Wed, 21 Oct 2015 07:28:00 GMT"_ba << qint64(0) << qint64(0);
    // Local time in Berlin skips that hour; HTTP dates are in GMT.
    QTest::newRow("hour that is left out")
        << "Sun, 30 Mar 2025 02:30:00 GMT"_ba << qint64(0) << qint64(0);
    QTest::newRow("far date") << "Fri, 31 Dec 9999 23:59:59 GMT"_ba << rox::DayMs << rox::DayMs;
}

void TestAnswer::retryAfterIsParsed()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, lowest);
    QFETCH(qint64, highest);
    qputenv("TZ", "Europe/Berlin");
    ::tzset();
    auto answer = answerOf(429, central(8));
    answer.retryAfter = header;
    const auto ms = errorOf(answer, Asked::Other)->retryAfterMs;
    QCOMPARE(ms.has_value(), lowest >= 0);
    if (ms)
        QVERIFY(*ms >= lowest && *ms <= highest);
}

QTEST_APPLESS_MAIN(TestAnswer)
#include "tst_answer.moc"
