// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QDateTime>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {

const QString Status = u"/v1/auth/status"_s;
const QString Exchange = u"/v1/authProviders/exchangeToken"_s;
const QString Refresh = u"/sso/session/tokenrefresh"_s;
const QString BasicId = u"4df1b98c-24ed-4073-a9ad-356aec6bb62d"_s;
const QString Callback = u"http://127.0.0.1:4711/cb/nonce"_s;

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate);
}

/// The Location header, which is a path for redirects within Central.
QString targetOf(const Answer &answer)
{
    return QString::fromLatin1(answer.header("location"));
}

} // namespace

/// Sign-in by password and through the browser.
class TestDemoSignIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void providersAreAnonymous();
    void passwordForSession();
    void exchangeRefused_data();
    void exchangeRefused();
    void sessionIsNotListed();
    void sessionEnds();
    void certificateExpiry();

    void loginRefused_data();
    void loginRefused();
    void browserLogin_data();
    void browserLogin();
    void callbackKeepsItsQuery();
    void deniedNeverReachesTheCallback();
    void forgedReturn();
    void loginOfTheConsole();
    void pagesAreServed();

    void refreshRotates();
    void refreshRefused_data();
    void refreshRefused();
    void logoutForgetsTheRefreshToken();

private:
    Answer exchange(const QString &password, const QString &user = u"admin"_s) const;
    Answer withCookie(const QString &cookie, const QString &path,
                      const QStringList &arguments = {}) const;
    /// Goes through the login pages like a browser. Returns the last redirect's target.
    QString logIn(const QString &callback, const QString &choice) const;
    QUrlQuery loggedIn() const { return QUrlQuery(QUrl(logIn(Callback, u"user=Admin"_s))); }

    CurledCentral m_central;
    QString m_providerId;
};

void TestDemoSignIn::initTestCase()
{
    QVERIFY(m_central.start());
    const Answer answer = m_central.call(u"/v1/login/authproviders"_s);
    m_providerId = answer.json()[u"authProviders"_s][0][u"id"_s].toString();
    QVERIFY(!m_providerId.isEmpty());
}

Answer TestDemoSignIn::exchange(const QString &password, const QString &user) const
{
    const QString form = u"username="_s + encoded(user) + u"&password="_s + encoded(password);
    return m_central.call(
        Exchange,
        {u"--data-binary"_s,
         toText({{u"externalToken"_s, form}, {u"type"_s, u"basic"_s}, {u"state"_s, BasicId}})});
}

Answer TestDemoSignIn::withCookie(const QString &cookie, const QString &path,
                                  const QStringList &arguments) const
{
    return m_central.call(
        path, QStringList{u"--header"_s, u"Cookie: a=b; RoxRefreshToken="_s + cookie} + arguments);
}

QString TestDemoSignIn::logIn(const QString &callback, const QString &choice) const
{
    const Answer login = m_central.call(u"/sso/login/"_s + m_providerId + u"?authorizeCallback="_s
                                        + encoded(callback));
    if (login.status != 303)
        return {};
    const Answer page = m_central.call(targetOf(login));
    const QString html = QString::fromUtf8(page.body);
    const QString state = html.section(u"name=\"state\" value=\""_s, 1).section(u'"', 0, 0);
    const QString action = html.section(u"action=\""_s, 1).section(u'"', 0, 0);
    if (state.isEmpty() || action.isEmpty())
        return {};
    const Answer back = m_central.call(action + u"?state="_s + encoded(state) + u'&' + choice);
    return back.status == 303 ? targetOf(back) : QString();
}

void TestDemoSignIn::providersAreAnonymous()
{
    const Answer answer = m_central.call(u"/v1/login/authproviders"_s);
    QCOMPARE(answer.status, 200);
    const QJsonArray providers = answer.json()[u"authProviders"_s].toArray();
    QCOMPARE(providers.size(), 2);
    for (const auto &provider : providers) {
        QCOMPARE(provider.toObject().keys(),
                 (QStringList{u"id"_s, u"loginUrl"_s, u"name"_s, u"type"_s}));
        QCOMPARE(provider[u"loginUrl"_s].toString(),
                 u"/sso/login/"_s + provider[u"id"_s].toString());
    }
    QCOMPARE(providers[0][u"name"_s].toString(), u"Demo identity provider"_s);
    QCOMPARE(providers[0][u"type"_s].toString(), u"oidc"_s);
    QCOMPARE(providers[1][u"type"_s].toString(), u"basic"_s); // basic is last
    QCOMPARE(providers[1][u"id"_s].toString(), BasicId);
}

void TestDemoSignIn::passwordForSession()
{
    const Answer answer = exchange(m_central.adminPassword());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"clientState"_s].toString(), QString());
    QCOMPARE(answer.json()[u"user"_s], QJsonValue(QJsonValue::Null));
    QVERIFY(!answer.hasHeader("set-cookie"));
    const QByteArray token = answer.json()[u"token"_s].toString().toLatin1();
    const QJsonObject claims = jwtPayload(token);
    QCOMPARE(claims[u"aud"_s].toString(), BasicId);
    QCOMPARE(claims[u"iss"_s].toString(), u"https://stackrox.io/jwt"_s);
    QCOMPARE(claims[u"external_user"_s][u"user_id"_s].toString(), u"admin"_s);
    QCOMPARE(claims[u"exp"_s].toInteger() - claims[u"iat"_s].toInteger(), 12 * 3600);
    QVERIFY(!claims.contains(u"roles"_s) && !claims.contains(u"name"_s));

    const QJsonObject status = m_central.withToken(token, Status).json();
    QCOMPARE(status[u"userId"_s].toString(), u"sso:"_s + BasicId + u":admin"_s);
    QCOMPARE(timeOf(status[u"expires"_s]).toSecsSinceEpoch(), claims[u"exp"_s].toInteger());
    QCOMPARE(status[u"authProvider"_s][u"id"_s].toString(), BasicId);
    QCOMPARE(status[u"authProvider"_s][u"config"_s].toObject(), QJsonObject());
    QCOMPARE(status[u"userInfo"_s][u"friendlyName"_s].toString(), u"admin"_s);
    QCOMPARE(status[u"userInfo"_s][u"roles"_s][0][u"name"_s].toString(), u"Admin"_s);
    QCOMPARE(status[u"userInfo"_s][u"permissions"_s][u"resourceToAccess"_s].toObject().size(), 26);
}

void TestDemoSignIn::exchangeRefused_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString wrong = u"username=admin&password=wrong"_s;
    QTest::newRow("wrong password")
        << QJsonObject{{u"externalToken"_s, wrong}, {u"type"_s, u"basic"_s}, {u"state"_s, BasicId}}
        << 403 << u"failed to authenticate: not authorized: invalid username and/or password"_s;
    QTest::newRow("no such provider")
        << QJsonObject{{u"externalToken"_s, wrong}, {u"type"_s, u"basic"_s}, {u"state"_s, u"x:y"_s}}
        << 404 << u"could not locate auth provider \"x\": not found"_s;
    QTest::newRow("no such type") << QJsonObject{{u"externalToken"_s, wrong},
                                                 {u"type"_s, u"ldap"_s},
                                                 {u"state"_s, BasicId}}
                                  << 400
                                  << u"invalid auth provider type \"ldap\": invalid arguments"_s;
    QTest::newRow("empty request")
        << QJsonObject{} << 400 << u"invalid auth provider type \"\": invalid arguments"_s;
}

void TestDemoSignIn::exchangeRefused()
{
    QFETCH(QJsonObject, request);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Answer answer = m_central.call(Exchange, {u"--data-binary"_s, toText(request)});
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.message(), message);
    QVERIFY(!answer.json().contains(u"token"_s));
    QCOMPARE(m_central.call(Exchange, {u"--data-binary"_s, u"{\"type\":1}"_s}).status, 400);
}

void TestDemoSignIn::sessionIsNotListed()
{
    const int before = int(m_central.list().size());
    const QByteArray token =
        exchange(m_central.adminPassword()).json()[u"token"_s].toString().toLatin1();
    QCOMPARE(m_central.list().size(), before);
    const QString id = jwtPayload(token)[u"jti"_s].toString();
    QCOMPARE(m_central.asAdmin(u"/v1/apitokens/"_s + id).status, 400);
    const Answer made =
        m_central.withToken(token, u"/v1/apitokens/generate"_s,
                            {u"--data-binary"_s, uR"({"name":"from a session","role":"Admin"})"_s});
    QCOMPARE(made.status, 200);
}

void TestDemoSignIn::sessionEnds()
{
    CurledCentral central({u"--session-lifetime"_s, u"1"_s, u"--leeway"_s, u"0"_s});
    QVERIFY(central.start());
    const QString form = u"username=admin&password="_s + central.adminPassword();
    const QByteArray token =
        central
            .call(Exchange, {u"--data-binary"_s, toText({{u"externalToken"_s, form},
                                                         {u"type"_s, u"basic"_s},
                                                         {u"state"_s, BasicId}})})
            .json()[u"token"_s]
            .toString()
            .toLatin1();
    QVERIFY(!token.isEmpty());
    QTRY_COMPARE(central.withToken(token, Status).status, 401);
    QVERIFY(central.withToken(token, Status).message().endsWith(u"token validation failed"_s));
    QCOMPARE(central.withToken(central.ownToken(), Status).status,
             200); // API tokens are unaffected
}

void TestDemoSignIn::certificateExpiry()
{
    const QString path = u"/v1/credentialexpiry?component=CENTRAL"_s;
    QCOMPARE(m_central.call(path).status, 401);
    const QDateTime expiry = timeOf(m_central.asAdmin(path).json()[u"expiry"_s]);
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(expiry);
    QVERIFY2(days == 364 || days == 365, qPrintable(QString::number(days)));
    QCOMPARE(m_central.asAdmin(u"/v1/credentialexpiry"_s).status, 400);
}

void TestDemoSignIn::loginRefused_data()
{
    QTest::addColumn<QString>("callback");
    QTest::addColumn<int>("status");
    for (const auto *callback :
         {"https://example.com/cb", "http://127.0.0.1.example.com/",
          "http://localhost@example.com/", "http://user:127.0.0.1@example.com/", "http://10.0.0.1/",
          "http://[::2]/", "//localhost/", "javascript:alert(1)", "http:///cb", "http://exa mple/"})
        QTest::newRow(callback) << QString::fromLatin1(callback) << 400;
    for (const auto *callback : {"http://localhost:1/cb", "http://127.0.0.1:1/cb",
                                 "http://127.1.2.3/cb", "http://[::1]:1/cb", "https://localhost"})
        QTest::newRow(callback) << QString::fromLatin1(callback) << 303;
}

void TestDemoSignIn::loginRefused()
{
    QFETCH(QString, callback);
    QFETCH(int, status);
    const QString query = u"?authorizeCallback="_s + encoded(callback);
    const Answer answer = m_central.call(u"/sso/login/"_s + m_providerId + query);
    QCOMPARE(answer.status, status);
    if (status == 303)
        return;
    QVERIFY(answer.header("content-type").startsWith("text/plain"));
    QVERIFY(answer.body.startsWith("Attaching state: "));
    if (callback.startsWith(u"https://example"_s))
        QCOMPARE(answer.body, "Attaching state: roxctl authorization is only allowed for "
                              "localhost as callback target\n"_ba);
    const Answer unknown =
        m_central.call(u"/sso/login/no-such?authorizeCallback="_s + encoded(Callback));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.body, "Unknown auth provider ID \"no-such\"\n"_ba);
}

void TestDemoSignIn::browserLogin_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("user");
    QTest::newRow("Admin") << u"Admin"_s << u"admin"_s;
    QTest::newRow("Analyst") << u"Analyst"_s << u"analyst"_s;
}

void TestDemoSignIn::browserLogin()
{
    QFETCH(QString, role);
    QFETCH(QString, user);
    const QUrl sentTo(logIn(Callback, u"user="_s + role));
    QCOMPARE(sentTo.adjusted(QUrl::RemoveQuery).toString(), Callback);
    const QUrlQuery query(sentTo);
    const QByteArray token = query.queryItemValue(u"token"_s, QUrl::FullyDecoded).toLatin1();
    QCOMPARE(jwtPayload(token)[u"aud"_s].toString(), m_providerId);
    QCOMPARE(timeOf(query.queryItemValue(u"expiresAt"_s, QUrl::FullyDecoded)).toSecsSinceEpoch(),
             jwtPayload(token)[u"exp"_s].toInteger());
    const QUrlQuery cookie(query.queryItemValue(u"refreshToken"_s, QUrl::FullyDecoded));
    QCOMPARE(cookie.queryItemValue(u"providerId"_s), m_providerId);
    QCOMPARE(cookie.queryItemValue(u"providerType"_s), u"oidc"_s);
    QVERIFY(cookie.hasQueryItem(u"refreshToken"_s) && cookie.hasQueryItem(u"refreshTokenType"_s));

    const QJsonObject status = m_central.withToken(token, Status).json();
    QCOMPARE(status[u"userId"_s].toString(), u"sso:"_s + m_providerId + u':' + user);
    QCOMPARE(status[u"userInfo"_s][u"roles"_s][0][u"name"_s].toString(), role);
    QVERIFY(status[u"userInfo"_s][u"friendlyName"_s].toString().contains(u'@'));
    const Answer made =
        m_central.withToken(token, u"/v1/apitokens/generate"_s,
                            {u"--data-binary"_s, uR"({"name":"x","role":"Analyst"})"_s});
    QCOMPARE(made.status, role == u"Admin"_s ? 200 : 403);
}

void TestDemoSignIn::callbackKeepsItsQuery()
{
    const QUrlQuery query(QUrl(logIn(Callback + u"?kept=1&token=forged"_s, u"user=Admin"_s)));
    QCOMPARE(query.queryItemValue(u"kept"_s), u"1"_s);
    QCOMPARE(query.allQueryItemValues(u"token"_s).size(), 1);
    QVERIFY(query.queryItemValue(u"token"_s).startsWith(u"eyJ"_s));
}

void TestDemoSignIn::deniedNeverReachesTheCallback()
{
    const QString target = logIn(Callback, u"error=access_denied"_s);
    QVERIFY2(target.startsWith(u"/auth/response/generic#error=access_denied&"_s),
             qPrintable(target));
    QCOMPARE(m_central.call(target.section(u'#', 0, 0)).status, 200);
}

void TestDemoSignIn::forgedReturn()
{
    const QString path = u"/sso/providers/oidc/callback?user=Admin&state="_s;
    const QString mode = u":2ed17ca6-4b3c-4279-8317-f26f8ba01c52#"_s;
    const QStringList states{u"no-such"_s + mode + Callback, BasicId + mode + Callback,
                             m_providerId + mode + u"https://example.com/"_s,
                             m_providerId + mode + u"ftp://localhost/"_s, QString()};
    for (const QString &state : states) {
        const Answer answer = m_central.call(path + encoded(state));
        QCOMPARE(answer.status, 303);
        QVERIFY(targetOf(answer).startsWith(u"/auth/response/generic#error="_s));
        QVERIFY(!targetOf(answer).contains(u"eyJ"_s));
    }
}

void TestDemoSignIn::loginOfTheConsole()
{
    const QString path = u"/sso/providers/oidc/callback?user=Admin&state="_s;
    const Answer answer = m_central.call(path + encoded(m_providerId + u":page"_s));
    QVERIFY(targetOf(answer).startsWith(u"/auth/response/generic#state=page&token=eyJ"_s));
    QVERIFY(answer.header("set-cookie").startsWith("RoxRefreshToken=providerId="));
}

void TestDemoSignIn::pagesAreServed()
{
    const Answer authorize = m_central.call(u"/authorize-roxctl"_s);
    QCOMPARE(authorize.status, 200);
    QVERIFY(authorize.header("content-type").startsWith("text/html"));
    QVERIFY(authorize.body.contains("authorizeCallback"));
    QVERIFY(authorize.body.contains("/v1/login/authproviders"));
    const Answer identity =
        m_central.call(u"/demo-identity-provider?state="_s + encoded(u"\"><script>"_s));
    QVERIFY(!identity.body.contains("<script>"));
    for (const auto *button : {"Sign in as an Admin user", "Sign in as an Analyst user", "Deny"})
        QVERIFY(identity.body.contains(button));
    QCOMPARE(m_central.call(u"/sso/no-such"_s).status, 404);
}

void TestDemoSignIn::refreshRotates()
{
    const QUrlQuery login = loggedIn();
    const QString first = login.queryItemValue(u"refreshToken"_s, QUrl::FullyDecoded);
    const Answer renewed = withCookie(first, Refresh);
    QCOMPARE(renewed.status, 200);
    QCOMPARE(renewed.json().keys(), (QStringList{u"expiry"_s, u"token"_s}));
    const QByteArray token = renewed.json()[u"token"_s].toString().toLatin1();
    QCOMPARE(timeOf(renewed.json()[u"expiry"_s]).toSecsSinceEpoch(),
             jwtPayload(token)[u"exp"_s].toInteger());
    QCOMPARE(m_central.withToken(token, Status).status, 200);
    QCOMPARE(m_central.withToken(login.queryItemValue(u"token"_s).toLatin1(), Status).status, 200);

    const QByteArray cookie = renewed.header("set-cookie");
    QVERIFY(cookie.startsWith("RoxRefreshToken="));
    QVERIFY(cookie.endsWith("; Path=/sso/session/; HttpOnly; Secure; SameSite=Strict"));
    const QString second = QString::fromLatin1(cookie).section(u';', 0, 0).section(u'=', 1);
    QVERIFY(second != first);
    const Answer dead = withCookie(first, Refresh);
    QCOMPARE(dead.status, 500);
    QVERIFY(dead.message().startsWith(u"failed to obtain new access token for refresh token"_s));
    QCOMPARE(withCookie(second, Refresh, {u"--request"_s, u"POST"_s}).status, 200);
}

void TestDemoSignIn::refreshRefused_data()
{
    QTest::addColumn<QString>("cookie");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QString() << u"unparseable data in refresh token cookie"_s;
    QTest::newRow("not a form") << u"abc"_s << u"unparseable data in refresh token cookie"_s;
    QTest::newRow("no such provider")
        << u"providerId=x&providerType=oidc&refreshToken=y"_s
        << u"refresh token cookie references invalid auth provider \"x\""_s;
    QTest::newRow("basic") << u"providerId="_s + BasicId + u"&providerType=basic&refreshToken=y"_s
                           << u"auth provider backend of type \"basic\" does not support"_s;
}

void TestDemoSignIn::refreshRefused()
{
    QFETCH(QString, cookie);
    QFETCH(QString, message);
    const Answer answer = withCookie(cookie, Refresh);
    QCOMPARE(answer.status, 400);
    QVERIFY2(answer.message().startsWith(message), qPrintable(answer.message()));
    const Answer none = m_central.call(Refresh);
    QCOMPARE(none.status, 400);
    QVERIFY(none.message().startsWith(u"could not obtain refresh token cookie"_s));
}

void TestDemoSignIn::logoutForgetsTheRefreshToken()
{
    const QString logout = u"/sso/session/logout"_s;
    const QStringList post{u"--request"_s, u"POST"_s};
    const QUrlQuery login = loggedIn();
    const QString cookie = login.queryItemValue(u"refreshToken"_s, QUrl::FullyDecoded);
    QCOMPARE(withCookie(cookie, logout).status, 405);
    const Answer out = withCookie(cookie, logout, post);
    QCOMPARE(out.status, 200);
    QCOMPARE(out.header("set-cookie"), "RoxRefreshToken=; Path=/sso/session/; Max-Age=0; HttpOnly; "
                                       "Secure; SameSite=Strict"_ba);
    QCOMPARE(withCookie(cookie, Refresh).status, 500);
    QCOMPARE(m_central.withToken(login.queryItemValue(u"token"_s).toLatin1(), Status).status, 200);
    QCOMPARE(m_central.call(logout, post).status, 400);
}

QTEST_GUILESS_MAIN(TestDemoSignIn)
#include "tst_demosignin.moc"
