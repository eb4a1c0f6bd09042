// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Status = u"/v1/auth/status"_s;
const QString NotFound = u"credentials not found"_s;
const QString Invalid =
    u"credentials not found: token-based: cannot extract identity: token validation failed"_s;

QByteArray part(const QJsonObject &object)
{
    return toText(object).toUtf8().toBase64(QByteArray::Base64UrlEncoding
                                            | QByteArray::OmitTrailingEquals);
}

} // namespace

/// Which credentials the demo Central accepts, and its errors for the others.
class TestDemoCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void refused_data();
    void refused();
    void accepted_data();
    void accepted();
    void forged_data();
    void forged();
    void expiredTokenHasLeeway();
    void unusableTokens_data();
    void unusableTokens();
    void deletedRole();
    void defaultRolesStay();

    void statusOfToken();
    void statusOfBasic();
    void ownTokenIsListed();
    void anonymousCalls();
    void generatedByBasicWithForm();

private:
    CurledCentral m_central;
    QByteArray m_analyst;
};

void TestDemoCredentials::initTestCase()
{
    QVERIFY(m_central.start());
    m_analyst = m_central.newToken(u"reader"_s, {u"Analyst"_s});
    QVERIFY(!m_analyst.isEmpty());
}

void TestDemoCredentials::refused_data()
{
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString basic = u"credentials not found: basic: cannot extract identity: "_s;
    const QString parse = basic + u"failed to parse basic auth token"_s;
    const auto encoded = [](const QByteArray &pair) -> QString {
        return u"Authorization: Basic "_s + QString::fromLatin1(pair.toBase64());
    };
    QTest::newRow("anonymous") << QStringList{} << 401 << NotFound;
    QTest::newRow("empty header") << QStringList{u"Authorization;"_s} << 401 << NotFound;
    QTest::newRow("empty bearer") << QStringList{u"Authorization: Bearer "_s} << 401 << NotFound;
    QTest::newRow("another scheme")
        << QStringList{u"Authorization: Digest abc"_s} << 401 << NotFound;
    QTest::newRow("basic is case-sensitive")
        << QStringList{u"Authorization: basic YWRtaW46eA=="_s} << 401 << NotFound;
    QTest::newRow("token and password")
        << QStringList{u"Authorization: Bearer x"_s, encoded("admin:x"_ba)} << 401 << NotFound;
    QTest::newRow("wrong password") << QStringList{encoded("admin:wrong"_ba)} << 401
                                    << basic + u"failed to identify user with username \"admin\""_s;
    QTest::newRow("another user") << QStringList{encoded("r\"oot:wrong"_ba)} << 401
                                  << basic
                                         + u"failed to identify user with username \"r\\\"oot\""_s;
    QTest::newRow("not base64") << QStringList{u"Authorization: Basic ###"_s} << 401 << parse;
    QTest::newRow("no colon") << QStringList{encoded("admin"_ba)} << 401 << parse;
    QTest::newRow("not a JWT") << QStringList{u"Authorization: Bearer abc"_s} << 400 << Invalid;
    QTest::newRow("three parts, not a JWT")
        << QStringList{u"Authorization: Bearer a.b.c"_s} << 400 << Invalid;
}

void TestDemoCredentials::refused()
{
    QFETCH(QStringList, headers);
    QFETCH(int, status);
    QFETCH(QString, message);
    QStringList arguments;
    for (const QString &header : headers)
        arguments << u"--header"_s << header;
    const Answer answer = m_central.call(Status, arguments);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), status == 401 ? 16 : 3);
    QCOMPARE(answer.message(), message);
    QCOMPARE(answer.header("www-authenticate"), status == 401 ? message.toUtf8() : QByteArray());
}

void TestDemoCredentials::accepted_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("Bearer") << u"Bearer"_s;
    QTest::newRow("bearer") << u"bearer"_s;
    QTest::newRow("BEARER") << u"BEARER"_s;
}

void TestDemoCredentials::accepted()
{
    QFETCH(QString, scheme);
    const QString header =
        u"Authorization: "_s + scheme + u' ' + QString::fromLatin1(m_central.ownToken());
    QCOMPARE(m_central.call(Status, {u"--header"_s, header}).status, 200);
}

void TestDemoCredentials::forged_data()
{
    QTest::addColumn<QByteArray>("token");
    const QList<QByteArray> parts = m_central.ownToken().split('.');
    QByteArray signature = parts.at(2);
    signature[10] = signature.at(10) == 'A' ? 'B' : 'A';
    QJsonObject claims = jwtPayload(m_central.ownToken());
    claims[u"exp"_s] = claims.value(u"exp"_s).toInteger() + 1;
    QTest::newRow("another signature") << parts.at(0) + '.' + parts.at(1) + '.' + signature;
    QTest::newRow("another payload") << parts.at(0) + '.' + part(claims) + '.' + parts.at(2);
    QTest::newRow("no algorithm") << part({{u"alg"_s, u"none"_s}, {u"typ"_s, u"JWT"_s}}) + '.'
                                         + parts.at(1) + '.';
    QTest::newRow("no signature") << parts.at(0) + '.' + parts.at(1) + '.';
    const QByteArray signedPart =
        part({{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}}) + '.' + parts.at(1);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(signedPart, {}, QCryptographicHash::Sha256);
    QTest::newRow("a shared key") << signedPart + '.'
                                         + mac.toBase64(QByteArray::Base64UrlEncoding
                                                        | QByteArray::OmitTrailingEquals);
}

void TestDemoCredentials::forged()
{
    QFETCH(QByteArray, token);
    const Answer answer = m_central.withToken(token, Status);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.message(), Invalid); // every cause has the same message
}

void TestDemoCredentials::expiredTokenHasLeeway()
{
    const QString soon =
        QDateTime::currentDateTimeUtc().addSecs(1).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    const Answer answer = m_central.generate(
        {{u"name"_s, u"x"_s}, {u"role"_s, u"Analyst"_s}, {u"expiration"_s, soon}});
    const QByteArray token = answer.json()[u"token"_s].toString().toLatin1();
    QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() > jwtPayload(token).value(u"exp"_s).toInteger());
    QCOMPARE(m_central.withToken(token, Status).status, 200);
}

void TestDemoCredentials::unusableTokens_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty roles") << QStringList{}
                                 << u"credentials not found: token-based: cannot extract identity: "
                                    "could not determine token type"_s;
    QTest::newRow("role None only") << QStringList{u"None"_s}
                                    << u"access for this user is not authorized: no valid role, "
                                       "please contact your system administrator"_s;
    QTest::newRow("a role without permissions") << QStringList{u"Decommissioned"_s} << NotFound;
}

void TestDemoCredentials::unusableTokens()
{
    QFETCH(QStringList, roles);
    QFETCH(QString, message);
    const QByteArray token = m_central.newToken(u"unusable"_s, roles);
    QVERIFY(!token.isEmpty());
    const Answer answer = m_central.withToken(token, Status);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.message(), message);
    QCOMPARE(m_central.withToken(token, u"/v1/ping"_s).status, 200); // /v1/ping needs no credential
}

void TestDemoCredentials::deletedRole()
{
    const QByteArray alone = m_central.newToken(u"alone"_s, {u"Token Auditor"_s});
    const QByteArray both = m_central.newToken(u"both"_s, {u"Token Auditor"_s, u"Analyst"_s});
    QCOMPARE(m_central.withToken(alone, u"/v1/apitokens"_s).status, 200);
    const QString role = u"/v1/roles/Token%20Auditor"_s;
    QCOMPARE(m_central.withToken(both, role, {u"--request"_s, u"DELETE"_s}).status, 403);
    QCOMPARE(m_central.asAdmin(role, {u"--request"_s, u"DELETE"_s}).status, 200);
    QCOMPARE(m_central.asAdmin(role, {u"--request"_s, u"DELETE"_s}).status, 404);

    const Answer answer = m_central.withToken(alone, u"/v1/apitokens"_s);
    QCOMPARE(answer.status, 401);
    QVERIFY(answer.message().contains(u"no valid role"_s));
    const QJsonObject status = m_central.withToken(both, Status).json();
    QCOMPARE(status[u"userInfo"_s][u"roles"_s].toArray().size(), 1);
    const Answer again = m_central.generate({{u"name"_s, u"x"_s}, {u"role"_s, u"Token Auditor"_s}});
    QCOMPARE(again.message(), u"role(s) Token Auditor don't exist: invalid arguments"_s);
}

void TestDemoCredentials::defaultRolesStay()
{
    QCOMPARE(m_central.asAdmin(u"/v1/roles/Analyst"_s, {u"--request"_s, u"DELETE"_s}).status, 400);
    QCOMPARE(m_central.withToken(m_analyst, Status).status, 200);
}

void TestDemoCredentials::statusOfToken()
{
    const QString id = jwtPayload(m_analyst).value(u"jti"_s).toString();
    const QJsonObject status = m_central.withToken(m_analyst, Status).json();
    QCOMPARE(status.value(u"userId"_s).toString(), u"auth-token:"_s + id);
    QCOMPARE(status.value(u"authProvider"_s), QJsonValue(QJsonValue::Null));
    const QJsonObject info = status.value(u"userInfo"_s).toObject();
    const QString expires = status.value(u"expires"_s).toString();
    QCOMPARE(info.value(u"friendlyName"_s).toString(),
             u"anonymous bearer token \"reader\" with roles [Analyst] (jti: "_s + id
                 + u", expires: "_s + expires + u')');
    const QJsonObject access = info[u"permissions"_s][u"resourceToAccess"_s].toObject();
    QCOMPARE(access.size(), 25); // all 26 but Administration
    QCOMPARE(access.value(u"Access"_s).toString(), u"READ_ACCESS"_s);
    QVERIFY(!access.contains(u"Administration"_s));
    QCOMPARE(status[u"userAttributes"_s][0][u"values"_s][0].toString(), u"reader"_s);
    QCOMPARE(m_central.withToken(m_analyst, u"/v1/mypermissions"_s).json(),
             info.value(u"permissions"_s).toObject());
}

void TestDemoCredentials::statusOfBasic()
{
    const QJsonObject status = m_central.asAdmin(Status).json();
    QCOMPARE(status.value(u"userId"_s).toString(), u"admin"_s);
    QCOMPARE(status.value(u"expires"_s).toString(), u"9999-12-31T23:59:59.999999999Z"_s);
    QCOMPARE(status[u"userInfo"_s][u"username"_s].toString(), u"admin"_s);
    QCOMPARE(status[u"authProvider"_s][u"type"_s].toString(), u"basic"_s);
}

void TestDemoCredentials::ownTokenIsListed()
{
    const QString id = jwtPayload(m_central.ownToken()).value(u"jti"_s).toString();
    const Answer own = m_central.withToken(m_central.ownToken(), u"/v1/apitokens/"_s + id);
    QCOMPARE(own.status, 200);
    QCOMPARE(own.json().value(u"name"_s).toString(), u"rox-tokens-demo"_s);
    QCOMPARE(m_central.list().size(), m_central.list(u"?revoked=false"_s).size()
                                          + m_central.list(u"?revoked=true"_s).size());
}

void TestDemoCredentials::anonymousCalls()
{
    QCOMPARE(m_central.call(u"/v1/ping"_s).json().value(u"status"_s).toString(), u"ok"_s);
    const Answer metadata = m_central.call(u"/v1/metadata"_s);
    QCOMPARE(metadata.status, 403);
    QCOMPARE(metadata.message(),
             u"not authorized: no authorizer could authorize this request: errors: "
             "[credentials not found, credentials not found]"_s);
    const QJsonObject known = m_central.withToken(m_analyst, u"/v1/metadata"_s).json();
    QCOMPARE(known.value(u"version"_s).toString(), u"4.11.2"_s);
    QCOMPARE(known.value(u"licenseStatus"_s).toString(), u"VALID"_s);
}

void TestDemoCredentials::generatedByBasicWithForm()
{
    const QString form = u"Content-Type: application/x-www-form-urlencoded"_s;
    const Answer answer =
        m_central.asAdmin(u"/v1/apitokens/generate"_s, {u"--header"_s, form, u"--data"_s,
                                                        uR"({"name":"e2e","role":"Admin"})"_s});
    QCOMPARE(answer.status, 200);
    const QByteArray token = answer.json()[u"token"_s].toString().toLatin1();
    QCOMPARE(m_central.withToken(token, u"/v1/apitokens"_s).status, 200);
}

QTEST_GUILESS_MAIN(TestDemoCredentials)
#include "tst_democredentials.moc"
