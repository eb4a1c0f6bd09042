// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenclaims.h"
#include "network/signin/signin.h"
#include "tests/support/browsing.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray RefreshCookie = "providerId=x&providerType=oidc&refreshToken=y"_ba;

template <class T, class Call>
Caught<T> ask(Call call)
{
    Caught<T> caught;
    call(caught.handler());
    if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 20'000))
        qWarning("no answer");
    return caught;
}

} // namespace

/// Sign-in to the real demo Central over TLS, and to misbehaving servers.
class TestSignIn : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsProviders();
    void passwordGivesSession();
    void wrongPasswordIsUnauthenticated();
    void specialCharactersInPasswordsArrive_data();
    void specialCharactersInPasswordsArrive();
    void unsupportedPasswordSignInIsNotFound_data();
    void unsupportedPasswordSignInIsNotFound();
    void requestsHaveNoAuthorizationHeader();
    void sendsNothingBeforeTrust();
    void requestsAreSentOnce_data();
    void requestsAreSentOnce();
    void refreshRotatesTheCookie();
    void unrotatedCookieIsKept_data();
    void unrotatedCookieIsKept();
    void invalidCookiesAreNotSent();
    void refusedRefreshEndsSignIn();
    void htmlIsNotALogout();
    void logoutKeepsSessionToken();
    void expiredSessionIsUnauthenticated();
    void newCredentialUsesNewConnection();
    void destroyedContextGetsNoResult();

private:
    [[nodiscard]] std::unique_ptr<SignIn> signInTo(const DemoCentral &central) const;
    [[nodiscard]] Caught<SessionToken> withPassword(SignIn &signIn, const QByteArray &password)
    {
        return ask<SessionToken>([&](auto handler) {
            signIn.withPassword(u"admin"_s, Secret(password), this, handler);
        });
    }
    [[nodiscard]] Caught<SessionToken> refreshed(SignIn &signIn, const QByteArray &cookie)
    {
        return ask<SessionToken>(
            [&](auto handler) { signIn.refresh(Secret(cookie), this, handler); });
    }
    /// The refresh cookie of a login with the demo's pages.
    [[nodiscard]] QByteArray browserCookie() const;

    LoopbackTls m_tls;
    std::unique_ptr<DemoCentral> m_demo;
    std::unique_ptr<SignIn> m_signIn;
};

void TestSignIn::initTestCase()
{
    m_demo = std::make_unique<DemoCentral>();
    QVERIFY2(m_demo->isUp(), qPrintable(m_demo->why()));
    m_signIn = signInTo(*m_demo);
}

std::unique_ptr<SignIn> TestSignIn::signInTo(const DemoCentral &central) const
{
    auto connection = central.connection();
    return std::make_unique<SignIn>(connection.endpoint, connection.trust);
}

QByteArray TestSignIn::browserCookie() const
{
    QUrl opened = m_demo->connection().endpoint.base;
    opened.setPath(u"/authorize-roxctl"_s);
    opened.setFragment(u"authorizeCallback=http%3A%2F%2F127.0.0.1%3A1%2Fcb"_s);
    const QUrlQuery query(Browsing(*m_demo).logIn(opened, u"user=Admin"_s));
    return query.queryItemValue(u"refreshToken"_s, QUrl::FullyDecoded).toLatin1();
}

void TestSignIn::listsProviders()
{
    const auto caught =
        ask<QList<LoginProvider>>([&](auto handler) { m_signIn->providers(this, handler); });
    QVERIFY(caught.succeeded());
    const auto &providers = **caught.result;
    QCOMPARE(providers.size(), 2);
    QCOMPARE(providers[0].name, u"Demo identity provider"_s);
    QCOMPARE(providers[0].type, u"oidc"_s);
    QVERIFY(!providers[0].takesPassword());
    QVERIFY(providers[1].takesPassword());
    QVERIFY(offersBrowser(providers));
    QVERIFY(!offersBrowser({providers[1]}));
    QVERIFY(!offersBrowser({}));
}

void TestSignIn::passwordGivesSession()
{
    auto caught = withPassword(*m_signIn, m_demo->adminPassword());
    QVERIFY(caught.succeeded());
    SessionToken &session = **caught.result;
    QVERIFY(session.refreshCookie.isEmpty());
    const qint64 left = session.expiresAt - QDateTime::currentMSecsSinceEpoch();
    QVERIFY(left > 12 * HourMs - MinuteMs && left <= 12 * HourMs);
    const auto claims = claimsOf(session.token.view());
    QVERIFY(claims);
    QCOMPARE(claims->kind, TokenClaims::Kind::Session);
    QCOMPARE(claims->userName, u"admin"_s);

    auto connection = m_demo->connection();
    connection.credential = {Credential::Kind::Session, {}, std::move(session.token)};
    CentralClient client(std::move(connection));
    const auto who = ask<Identity>([&](auto handler) { client.identity(this, handler); });
    QVERIFY(who.succeeded());
    QVERIFY((*who.result)->userId.endsWith(u":admin"_s));
    QVERIFY((*who.result)->tokenId.isEmpty());
    QCOMPARE((*who.result)->expiresAt, claims->expiresAt);
}

void TestSignIn::wrongPasswordIsUnauthenticated()
{
    const auto caught = withPassword(*m_signIn, "wrong");
    QCOMPARE(caught.error().kind, Kind::Unauthenticated);
    QCOMPARE(caught.error().httpStatus, 403);
    QVERIFY(caught.error().serverText.contains(u"invalid username and/or password"_s));
}

void TestSignIn::specialCharactersInPasswordsArrive_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("form") << "a&b=c+d%20 e"_ba;
    QTest::newRow("JSON") << "\"\\\n\t{}"_ba;
    QTest::newRow("UTF-8") << "pässwörd 🚀"_ba;
    QTest::newRow("not UTF-8") << "\xff\x80"_ba;
}

void TestSignIn::specialCharactersInPasswordsArrive()
{
    QFETCH(QByteArray, password);
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &) { return Fault{.bytes = centralError(403, 7, "no")}; });
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    QCOMPARE(withPassword(signIn, password).error().kind, Kind::Unauthenticated);
    const auto body = server.requests().constFirst().body;
    const auto token =
        QJsonDocument::fromJson(body).object().value(u"externalToken"_s).toString().toLatin1();
    QVERIFY(token.startsWith("username=admin&password="));
    QCOMPARE(QByteArray::fromPercentEncoding(token.mid(token.lastIndexOf('=') + 1)), password);
}

void TestSignIn::unsupportedPasswordSignInIsNotFound_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("the provider is hidden")
        << centralError(404, 5, "could not locate auth provider \\\"x\\\": not found");
    QTest::newRow("unknown type") << centralError(
        400, 3, "invalid auth provider type \\\"basic\\\": invalid arguments");
    QTest::newRow("unknown call") << centralError(404, 5, "Not Found");
    QTest::newRow("unknown method") << centralError(501, 12, "Method Not Allowed");
    QTest::newRow("plain text") << httpReply(405, "Method Not Allowed\n", "text/plain");
}

void TestSignIn::unsupportedPasswordSignInIsNotFound()
{
    QFETCH(QByteArray, answer);
    FaultServer server(m_tls.server());
    server.play([answer](const SeenRequest &) { return Fault{.bytes = answer}; });
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    QCOMPARE(withPassword(signIn, "pw").error().kind, Kind::NotFound);
}

void TestSignIn::requestsHaveNoAuthorizationHeader()
{
    FaultServer server(m_tls.server());
    server.play(
        [](const SeenRequest &) { return Fault{.bytes = httpReply(200, R"({"token":"t"})")}; });
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    auto session = withPassword(signIn, "pw");
    QVERIFY(session.succeeded());
    QCOMPARE((*session.result)->expiresAt, NoTime); // neither the reply nor the token has it
    QVERIFY(refreshed(signIn, RefreshCookie).succeeded());
    QVERIFY(ask<void>([&](auto handler) {
                signIn.logout(Secret(RefreshCookie), this, handler);
            }).succeeded());
    QCOMPARE(server.requests().size(), 3);
    for (const auto &request : server.requests()) {
        QVERIFY(!request.headers.contains("authorization"));
        QVERIFY(!request.headers.contains("referer"));
        const bool wantsCookie = request.target.startsWith("/sso/");
        QCOMPARE(request.headers.value("cookie"),
                 wantsCookie ? "RoxRefreshToken=" + RefreshCookie : QByteArray());
    }
}

void TestSignIn::sendsNothingBeforeTrust()
{
    FaultServer server(m_tls.server());
    const Endpoint endpoint{server.url()};
    SignIn signIn(endpoint, {});
    const auto refused = withPassword(signIn, "pw");
    QCOMPARE(refused.error().kind, Kind::CertificateRefused);
    QVERIFY(refused.error().certificate);
    QCOMPARE(refreshed(signIn, RefreshCookie).error().kind, Kind::CertificateRefused);
    QVERIFY(server.received().isEmpty());
}

void TestSignIn::requestsAreSentOnce_data()
{
    QTest::addColumn<bool>("isRefresh");
    QTest::newRow("password") << false;
    QTest::newRow("refresh") << true;
}

void TestSignIn::requestsAreSentOnce()
{
    QFETCH(bool, isRefresh);
    FaultServer server(m_tls.server());
    server.play({Fault{.bytes = {}, .then = Fault::Then::Close}});
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    const auto lost = isRefresh ? refreshed(signIn, RefreshCookie) : withPassword(signIn, "pw");
    QCOMPARE(lost.calls, 1);
    QVERIFY(!lost.succeeded());
    QCOMPARE(server.wholeRequests(), 1);
}

void TestSignIn::refreshRotatesTheCookie()
{
    const QByteArray first = browserCookie();
    QVERIFY(!first.isEmpty());
    auto renewed = refreshed(*m_signIn, first);
    QVERIFY(renewed.succeeded());
    const QByteArray second = (*renewed.result)->refreshCookie.view().toByteArray();
    QVERIFY(!second.isEmpty() && second != first);
    QCOMPARE((*renewed.result)->expiresAt, claimsOf((*renewed.result)->token.view())->expiresAt);

    const auto again = refreshed(*m_signIn, first);
    QCOMPARE(again.error().kind, Kind::SignInEnded);
    QVERIFY(again.error().serverText.contains(u"failed to obtain new access token"_s));
    QVERIFY(refreshed(*m_signIn, second).succeeded());
}

void TestSignIn::unrotatedCookieIsKept_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("cookie");
    QTest::newRow("none") << ""_ba << RefreshCookie;
    QTest::newRow("another cookie") << "Set-Cookie: a=b\r\n"_ba << RefreshCookie;
    QTest::newRow("rotated") << "Set-Cookie: RoxRefreshToken=n=1&m=%20; Path=/\r\n"_ba
                             << "n=1&m=%20"_ba;
    QTest::newRow("rotated, last of two")
        << "Set-Cookie: a=b\r\nSet-Cookie: RoxRefreshToken=n; HttpOnly\r\n"_ba
        << "n"_ba;
    QTest::newRow("deleted") << "Set-Cookie: RoxRefreshToken=; Max-Age=0\r\n"_ba
                             << ""_ba;
    QTest::newRow("invalid cookie") << "Set-Cookie: RoxRefreshToken=a\"b c\r\n"_ba
                                    << ""_ba;
}

void TestSignIn::unrotatedCookieIsKept()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, cookie);
    FaultServer server(m_tls.server());
    const QByteArray body = R"({"token":"t","expiry":"2027-08-22T10:15:30Z"})";
    server.play([=](const SeenRequest &) {
        return Fault{.bytes = httpReply(200, body, "application/json", headers)};
    });
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    const auto session = refreshed(signIn, RefreshCookie);
    QVERIFY(session.succeeded());
    QCOMPARE((*session.result)->refreshCookie.view().toByteArray(), cookie);
    QCOMPARE((*session.result)->expiresAt, 1818929730 * SecondMs);
}

void TestSignIn::invalidCookiesAreNotSent()
{
    FaultServer server(m_tls.server());
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    for (const auto &cookie : {""_ba, "a;b"_ba, "a\r\nX: y"_ba, "a b"_ba, "\xc3\xa9"_ba}) {
        QCOMPARE(refreshed(signIn, cookie).error().kind, Kind::BadCredential);
        const auto out =
            ask<void>([&](auto handler) { signIn.logout(Secret(cookie), this, handler); });
        QCOMPARE(out.error().kind, Kind::BadCredential);
    }
    QCOMPARE(server.connections(), 0);
}

void TestSignIn::refusedRefreshEndsSignIn()
{
    const auto unknown = refreshed(*m_signIn, RefreshCookie);
    QCOMPARE(unknown.error().kind, Kind::SignInEnded);
    QVERIFY(unknown.error().serverText.startsWith(u"refresh token cookie references invalid"_s));

    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &) {
        return Fault{.bytes = httpReply(500, R"({"message":"no code here"})")};
    });
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    const auto refused = refreshed(signIn, RefreshCookie);
    QCOMPARE(refused.error().kind, Kind::SignInEnded);
    QCOMPARE(refused.error().httpStatus, 500);
    QCOMPARE(refused.error().serverText, u"no code here"_s);
    // These errors do not mean that the cookie is invalid.
    const auto kindAt = [&](int status, const QByteArray &type) {
        const QByteArray body = type == "text/html" ? "<html>"_ba : R"({"message":"no"})"_ba;
        server.play(
            [=](const SeenRequest &) { return Fault{.bytes = httpReply(status, body, type)}; });
        return refreshed(signIn, RefreshCookie).error().kind;
    };
    QCOMPARE(kindAt(401, "application/json"), Kind::SignInEnded);
    QCOMPARE(kindAt(503, "application/json"), Kind::Unavailable);
    QCOMPARE(kindAt(429, "application/json"), Kind::TooManyRequests);
    QCOMPARE(kindAt(500, "text/html"), Kind::ServerFailed);
    QCOMPARE(kindAt(400, "text/html"), Kind::NotCentral);
    server.play([](const SeenRequest &) {
        return Fault{.bytes = httpReply(303, "", "text/html", "Location: https://x.example/\r\n")};
    });
    QCOMPARE(refreshed(signIn, RefreshCookie).error().kind, Kind::Redirected);
    server.play([](const SeenRequest &) { return Fault{.bytes = httpReply(200, "{}")}; });
    QCOMPARE(refreshed(signIn, RefreshCookie).error().kind, Kind::WrongShape);
}

void TestSignIn::htmlIsNotALogout()
{
    FaultServer server(m_tls.server());
    const auto to = m_tls.connectionTo(server);
    SignIn signIn(to.endpoint, to.trust);
    const auto out = [&](const QByteArray &body, const QByteArray &type) {
        server.play(
            [=](const SeenRequest &) { return Fault{.bytes = httpReply(200, body, type)}; });
        return ask<void>(
            [&](auto handler) { signIn.logout(Secret(RefreshCookie), this, handler); });
    };
    QVERIFY(out("", "application/json").succeeded());
    QVERIFY(out("", "text/plain").succeeded());
    QCOMPARE(out("<html>sign in to the network</html>", "text/html; charset=utf-8").error().kind,
             Kind::NotCentral);
    QVERIFY(!out("", "text/html").succeeded());
}

void TestSignIn::logoutKeepsSessionToken()
{
    auto renewed = refreshed(*m_signIn, browserCookie());
    QVERIFY(renewed.succeeded());
    SessionToken &session = **renewed.result;
    const auto cookie = session.refreshCookie.view().toByteArray();
    QVERIFY(ask<void>([&](auto handler) {
                m_signIn->logout(session.refreshCookie.clone(), this, handler);
            }).succeeded());
    QCOMPARE(refreshed(*m_signIn, cookie).error().kind, Kind::SignInEnded);
    auto connection = m_demo->connection();
    connection.credential = {Credential::Kind::Session, {}, std::move(session.token)};
    CentralClient client(std::move(connection));
    QVERIFY(ask<Identity>([&](auto handler) { client.identity(this, handler); }).succeeded());
}

void TestSignIn::expiredSessionIsUnauthenticated()
{
    const DemoCentral brief({u"--session-lifetime"_s, u"1"_s, u"--leeway"_s, u"0"_s});
    QVERIFY2(brief.isUp(), qPrintable(brief.why()));
    const auto signIn = signInTo(brief);
    auto session = withPassword(*signIn, brief.adminPassword());
    QVERIFY(session.succeeded());
    auto connection = brief.connection();
    connection.credential = {Credential::Kind::Session, {}, std::move((*session.result)->token)};
    CentralClient client(std::move(connection));
    const auto kind = [&] {
        return ask<Identity>([&](auto handler) { client.identity(this, handler); }).error().kind;
    };
    QTRY_COMPARE(kind(), Kind::Unauthenticated);
    // After a new sign-in the same client works again.
    auto again = withPassword(*signIn, brief.adminPassword());
    QVERIFY(again.succeeded());
    client.setCredential({Credential::Kind::Session, {}, std::move((*again.result)->token)});
    QVERIFY(ask<Identity>([&](auto handler) { client.identity(this, handler); }).succeeded());
}

void TestSignIn::newCredentialUsesNewConnection()
{
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &request) {
        const bool isFirst = request.headers.value("authorization") != "Bearer second";
        return Fault{.bytes = httpReply(200, R"({"userId":"x"})"),
                     .delay = std::chrono::milliseconds(isFirst ? 100 : 0)};
    });
    CentralClient client(m_tls.connectionTo(server));
    Caught<Identity> first;
    client.identity(this, first.handler());
    QTRY_COMPARE(server.requests().size(), 1);
    client.setCredential({Credential::Kind::Session, {}, Secret("second")});
    QVERIFY(ask<Identity>([&](auto handler) { client.identity(this, handler); }).succeeded());
    QTRY_COMPARE(first.calls, 1);
    QVERIFY(first.succeeded()); // requests of the old credential are completed
    QCOMPARE(server.requests()[0].headers.value("authorization"), "Bearer " + SignInToken);
    QCOMPARE(server.requests()[1].headers.value("authorization"), "Bearer second"_ba);
    QCOMPARE(server.connections(), 2);
    // Idle connections of the old credential are not reused.
    client.setCredential({Credential::Kind::Password, u"admin"_s, Secret("third")});
    QVERIFY(ask<Identity>([&](auto handler) { client.identity(this, handler); }).succeeded());
    QCOMPARE(server.connections(), 3);
    client.setCredential({Credential::Kind::Session, {}, Secret("a\r\nb")});
    QCOMPARE(ask<Identity>([&](auto handler) { client.identity(this, handler); }).error().kind,
             Kind::BadCredential);
}

void TestSignIn::destroyedContextGetsNoResult()
{
    FaultServer server(m_tls.server());
    server.play([](const SeenRequest &) { return Fault{.bytes = httpReply(200, "{}")}; });
    const auto to = m_tls.connectionTo(server);
    auto signIn = std::make_unique<SignIn>(to.endpoint, to.trust);
    Caught<SessionToken> caught;
    auto context = std::make_unique<QObject>();
    signIn->withPassword(u"admin"_s, Secret("pw"), context.get(), caught.handler());
    signIn->refresh(Secret(RefreshCookie), context.get(), caught.handler());
    signIn->refresh(Secret("a b"), context.get(), caught.handler());
    context.reset();
    signIn->refresh(Secret("a b"), this, caught.handler());
    QTRY_COMPARE(caught.calls, 1); // only the handler of the last call
    signIn->refresh(Secret("a b"), this, caught.handler());
    signIn.reset();
    QCoreApplication::processEvents();
    QCOMPARE(caught.calls, 1);
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
