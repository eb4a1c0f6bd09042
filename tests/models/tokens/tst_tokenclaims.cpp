// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenclaims.h"
#include "tests/support/stricttest.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Kind = TokenClaims::Kind;

namespace {

constexpr char Header[] = R"({"alg":"RS256","kid":"jwtk0","typ":"JWT"})";
constexpr char ApiPayload[] =
    R"({"aud":"https://stackrox.io/jwt-sources#api-tokens","exp":1818930930,"iat":1787394930,)"
    R"("iss":"https://stackrox.io/jwt","jti":"0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11",)"
    R"("name":"ci","roles":["Continuous Integration","Analyst"]})";

QByteArray jwt(const QByteArray &payload, const QByteArray &header = Header,
               const QByteArray &signature = "signature")
{
    constexpr auto Form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return header.toBase64(Form) + '.' + payload.toBase64(Form) + '.' + signature.toBase64(Form);
}

} // namespace

class TestTokenClaims : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void apiTokenIsRecognized();
    void sessionIsRecognized_data();
    void sessionIsRecognized();
    void otherIssuersAreOther_data();
    void otherIssuersAreOther();
    void otherTextHasNoClaims_data();
    void otherTextHasNoClaims();
    void wrongTypesAreEmpty_data();
    void wrongTypesAreEmpty();
    void cutTokenHasNoClaims();
    void whiteSpaceAroundIsIgnored();
    void hugeTextHasNoClaims();
    void longestAllowedTokenHasClaims();
};

void TestTokenClaims::apiTokenIsRecognized()
{
    const auto claims = claimsOf(jwt(ApiPayload));
    QVERIFY(claims);
    QCOMPARE(claims->kind, Kind::ApiToken);
    QCOMPARE(claims->id, u"0d8f6c1e-9a53-4a0e-8c59-3d1c1d6f2b11"_s);
    QCOMPARE(claims->name, u"ci"_s);
    QCOMPARE(claims->roles, (QStringList{u"Continuous Integration"_s, u"Analyst"_s}));
    QCOMPARE(claims->issuedAt, 1787394930 * SecondMs);
    QCOMPARE(claims->expiresAt, 1818930930 * SecondMs);
    QVERIFY(claims->userName.isEmpty());
}

void TestTokenClaims::sessionIsRecognized_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("name");
    QTest::newRow("full name") << R"({"user_id":"a","full_name":"Ann","email":"a@b"})"_ba
                               << u"Ann"_s;
    QTest::newRow("e-mail") << R"({"user_id":"a","full_name":"","email":"a@b"})"_ba << u"a@b"_s;
    QTest::newRow("id") << R"({"user_id":"admin"})"_ba << u"admin"_s;
    QTest::newRow("nobody") << "{}"_ba << QString();
    QTest::newRow("wrong types") << R"({"user_id":1,"full_name":[]})"_ba << QString();
}

void TestTokenClaims::sessionIsRecognized()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, name);
    const auto claims = claimsOf(jwt(R"({"aud":["4df1b98c"],"iss":"https://stackrox.io/jwt",)"
                                     R"("exp":1787394930,"external_user":)"
                                     + user + '}'));
    QVERIFY(claims);
    QCOMPARE(claims->kind, Kind::Session);
    QCOMPARE(claims->audience, u"4df1b98c"_s);
    QCOMPARE(claims->userName, name);
    QCOMPARE(claims->expiresAt, 1787394930 * SecondMs);
    QCOMPARE(claims->issuedAt, NoTime);
}

void TestTokenClaims::otherIssuersAreOther_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("nothing") << "{}"_ba;
    QTest::newRow("another issuer")
        << R"({"iss":"https://example.com","aud":"https://stackrox.io/jwt-sources#api-tokens"})"_ba;
    QTest::newRow("neither user nor API token")
        << R"({"iss":"https://stackrox.io/jwt","aud":"x","external_user":null})"_ba;
    QTest::newRow("two audiences")
        << R"({"iss":"https://stackrox.io/jwt","aud":["https://stackrox.io/jwt-sources#api-tokens","x"]})"_ba;
}

void TestTokenClaims::otherIssuersAreOther()
{
    QFETCH(QByteArray, payload);
    const auto claims = claimsOf(jwt(payload));
    QVERIFY(claims);
    QCOMPARE(claims->kind, Kind::Other);
}

void TestTokenClaims::otherTextHasNoClaims_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("a word") << "secret"_ba;
    QTest::newRow("dots") << ".."_ba;
    QTest::newRow("two parts") << "e30.e30"_ba;
    QTest::newRow("four parts") << "e30.e30.e30.e30"_ba;
    QTest::newRow("no signature") << jwt("{}", Header, "");
    QTest::newRow("no base64url") << "e30.e3+.e30"_ba;
    QTest::newRow("padded") << "e30=.e30=.e30="_ba;
    QTest::newRow("space inside") << "e30. e30.e30"_ba;
    QTest::newRow("a length that base64 has not") << "e30.e30ab.e30"_ba;
    QTest::newRow("no JSON") << jwt("{");
    QTest::newRow("a list") << jwt("[]");
    QTest::newRow("header no JSON") << jwt("{}", "x");
    QTest::newRow("no UTF-8") << jwt("{\"name\":\"\xff\xfe\"}");
    QTest::newRow("too deep") << jwt("{\"a\":" + QByteArray(3000, '[') + QByteArray(3000, ']')
                                     + '}');
    QTest::newRow("NUL") << QByteArray("e30.\0e30.e30", 12);
}

void TestTokenClaims::otherTextHasNoClaims()
{
    QFETCH(QByteArray, text);
    QVERIFY(!claimsOf(text));
}

void TestTokenClaims::wrongTypesAreEmpty_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const auto *value : {"null", "true", "{}", "[]", "[1,null]", "\"1787394930x\"", "1e300",
                              "-1e300", "9223372036854775807", "253402300800", "-62135596801"})
        QTest::newRow(value) << QByteArray(value);
}

void TestTokenClaims::wrongTypesAreEmpty()
{
    QFETCH(QByteArray, value);
    QByteArray payload = R"({"exp":V,"iat":V,"roles":V,"jti":[V],"aud":{"a":V}})";
    const auto claims = claimsOf(jwt(payload.replace('V', value)));
    QVERIFY(claims);
    QVERIFY(*claims == TokenClaims{});
}

void TestTokenClaims::cutTokenHasNoClaims()
{
    const QByteArray whole = jwt(ApiPayload);
    const auto signature = whole.lastIndexOf('.') + 1;
    for (qsizetype size = 0; size <= signature; ++size)
        QVERIFY2(!claimsOf(whole.first(size)), qPrintable(QString::number(size)));
    QVERIFY(claimsOf(whole.first(signature + 2)));
}

void TestTokenClaims::whiteSpaceAroundIsIgnored()
{
    const QByteArray pasted = " \r\n" + jwt(ApiPayload) + "\n\t";
    QVERIFY(claimsOf(pasted));
    QVERIFY(claimsOf(pasted) == claimsOf(jwt(ApiPayload)));
}

void TestTokenClaims::hugeTextHasNoClaims()
{
    QVERIFY(!claimsOf(jwt("{\"name\":\"" + QByteArray(16 * 1024, 'x') + "\"}")));
    QVERIFY(!claimsOf(QByteArray(64 << 20, 'A')));
}

void TestTokenClaims::longestAllowedTokenHasClaims()
{
    const auto claims = claimsOf(jwt("{\"name\":\"" + QByteArray(12'000, 'x') + "\"}"));
    QVERIFY(claims);
    QCOMPARE(claims->name.size(), 12'000);
}

QTEST_GUILESS_MAIN(TestTokenClaims)
#include "tst_tokenclaims.moc"
