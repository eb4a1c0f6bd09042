// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 YearOfSeconds = 365LL * 24 * 3600;
const QString Generate = u"/v1/apitokens/generate"_s;

QString rfc3339(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds).toUTC().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

qint64 secondsOf(const QJsonObject &token, const QString &field)
{
    return QDateTime::fromString(token.value(field).toString(), Qt::ISODate).toSecsSinceEpoch();
}

QJsonObject findById(const QJsonArray &tokens, const QString &id)
{
    for (const auto &token : tokens) {
        if (token[u"id"_s] == id)
            return token.toObject();
    }
    return {};
}

/// The names of an object's members in the order of the body; QJsonObject does not keep it.
QList<QByteArray> fieldOrder(const QByteArray &body, const QList<QByteArray> &fields)
{
    QList<QByteArray> order = fields;
    const auto position = [&body](const QByteArray &field) {
        return body.indexOf(QByteArray("\"" + field + "\":"));
    };
    std::sort(order.begin(), order.end(), [&](const QByteArray &one, const QByteArray &other) {
        return position(one) < position(other);
    });
    return order;
}

} // namespace

/// The five calls of /v1/apitokens.
class TestDemoTokenCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void metadataShape();
    void explicitExpirationBecomesExp();
    void omittedExpirationIsAYear();
    void claimsEqualTheRequest_data();
    void claimsEqualTheRequest();
    void jwtShape();
    void generateRefuses_data();
    void generateRefuses();
    void generateAccepts_data();
    void generateAccepts();
    void expirationForms_data();
    void expirationForms();

    void getMissing_data();
    void getMissing();
    void revokeMissing();
    void revokeIsIdempotentAndFinal();
    void revokedAndExpired();

    void listFilter_data();
    void listFilter();
    void listRefuses_data();
    void listRefuses();
    void counts();
    void wholeSecondTimes();
    void webConsoleCalls();
    void errorShape();

private:
    CurledCentral m_central{{u"--tokens"_s, u"200"_s}};
};

void TestDemoTokenCalls::initTestCase()
{
    QVERIFY(m_central.start());
}

void TestDemoTokenCalls::metadataShape()
{
    const Answer one = m_central.generate(
        {{u"name"_s, u"ci"_s}, {u"roles"_s, QJsonArray{u"Continuous Integration"_s}}});
    QCOMPARE(one.status, 200);
    QCOMPARE(one.header("content-type"), "application/json"_ba);
    const QJsonObject metadata = one.json().value(u"metadata"_s).toObject();
    const QList<QByteArray> fields = {"id"_ba,         "name"_ba,    "roles"_ba, "issuedAt"_ba,
                                      "expiration"_ba, "revoked"_ba, "role"_ba};
    QCOMPARE(metadata.size(), fields.size());
    QCOMPARE(fieldOrder(one.body, fields), fields);
    QCOMPARE(metadata.value(u"role"_s).toString(), u"Continuous Integration"_s);
    QCOMPARE(metadata.value(u"revoked"_s), QJsonValue(false));
    static const QRegularExpression uuid(
        u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    QVERIFY(uuid.match(metadata.value(u"id"_s).toString()).hasMatch());

    const Answer two = m_central.generate(
        {{u"name"_s, u"ci"_s}, {u"roles"_s, QJsonArray{u"Analyst"_s, u"Analyst"_s}}});
    const QJsonObject twice = two.json().value(u"metadata"_s).toObject();
    QCOMPARE(twice.value(u"role"_s), QJsonValue(QString()));
    QCOMPARE(twice.value(u"roles"_s).toArray().size(), 2);

    const Answer got = m_central.asAdmin(u"/v1/apitokens/"_s + metadata.value(u"id"_s).toString());
    QCOMPARE(got.status, 200);
    QCOMPARE(got.json(), metadata);
}

void TestDemoTokenCalls::explicitExpirationBecomesExp()
{
    const qint64 when = QDateTime::currentSecsSinceEpoch() + 7 * 24 * 3600;
    const QJsonObject reply = m_central
                                  .generate({{u"name"_s, u"week"_s},
                                             {u"role"_s, u"Analyst"_s},
                                             {u"expiration"_s, rfc3339(when)}})
                                  .json();
    QCOMPARE(secondsOf(reply.value(u"metadata"_s).toObject(), u"expiration"_s), when);
    QCOMPARE(jwtPayload(reply.value(u"token"_s).toString().toLatin1()).value(u"exp"_s).toInteger(),
             when);
}

void TestDemoTokenCalls::omittedExpirationIsAYear()
{
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const QJsonObject reply = m_central
                                  .generate({{u"name"_s, u"year"_s},
                                             {u"role"_s, u"Analyst"_s},
                                             {u"expiration"_s, QJsonValue::Null}})
                                  .json();
    const QJsonObject claims = jwtPayload(reply.value(u"token"_s).toString().toLatin1());
    const qint64 issued = claims.value(u"iat"_s).toInteger();
    QVERIFY(issued >= before && issued <= QDateTime::currentSecsSinceEpoch());
    QCOMPARE(claims.value(u"exp"_s).toInteger(), issued + YearOfSeconds);
    const QJsonObject metadata = reply.value(u"metadata"_s).toObject();
    QCOMPARE(secondsOf(metadata, u"issuedAt"_s), issued);
    QCOMPARE(secondsOf(metadata, u"expiration"_s), issued + YearOfSeconds);
}

void TestDemoTokenCalls::claimsEqualTheRequest_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("roles");
    const QString ci = u"Continuous Integration"_s;
    QTest::newRow("plain") << u"ci-token"_s << QStringList{ci};
    QTest::newRow("several roles") << u"x"_s << QStringList{u"Sensor Creator"_s, u"Analyst"_s, ci};
    QTest::newRow("odd Unicode") << u"\u202bمراقبة\u202c 🚀 e\u0301 本番"_s << QStringList{ci};
    QTest::newRow("control characters") << u"a\n\t\u0001\"\\/<b>"_s << QStringList{ci};
    QTest::newRow("blank, not trimmed") << u"  "_s << QStringList{ci};
    QTest::newRow("10,000 characters") << QString(10000, u'n') << QStringList{ci};
}

void TestDemoTokenCalls::claimsEqualTheRequest()
{
    QFETCH(QString, name);
    QFETCH(QStringList, roles);
    const QJsonArray asked = QJsonArray::fromStringList(roles);
    const Answer answer = m_central.generate({{u"name"_s, name}, {u"roles"_s, asked}});
    QCOMPARE(answer.status, 200);
    const QJsonObject metadata = answer.json().value(u"metadata"_s).toObject();
    QCOMPARE(metadata.value(u"name"_s).toString(), name);
    QCOMPARE(metadata.value(u"roles"_s).toArray(), asked);
    const QByteArray token = answer.json().value(u"token"_s).toString().toLatin1();
    QCOMPARE(jwtPayload(token).value(u"name"_s).toString(), name);
    QCOMPARE(jwtPayload(token).value(u"roles"_s).toArray(), asked);
    QCOMPARE(jwtPayload(token).value(u"jti"_s), metadata.value(u"id"_s));
    const QString id = metadata.value(u"id"_s).toString();
    QCOMPARE(findById(m_central.list(), id), metadata);
    if (name.size() < 1000)
        QCOMPARE(m_central.withToken(token, u"/v1/auth/status"_s).status, 200);
}

void TestDemoTokenCalls::jwtShape()
{
    const QByteArray token = m_central.newToken(u"x"_s, {u"Admin"_s});
    QCOMPARE(token.size(), 996); // the length with a 4,096 bit key
    const QJsonObject header{{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"jwtk0"_s}, {u"typ"_s, u"JWT"_s}};
    QCOMPARE(jwtHeader(token), header);
    const QJsonObject claims = jwtPayload(token);
    QCOMPARE(claims.keys(), QStringList({u"aud"_s, u"exp"_s, u"iat"_s, u"iss"_s, u"jti"_s,
                                         u"name"_s, u"roles"_s}));
    QCOMPARE(claims.value(u"aud"_s).toString(), u"https://stackrox.io/jwt-sources#api-tokens"_s);
    QCOMPARE(claims.value(u"iss"_s).toString(), u"https://stackrox.io/jwt"_s);
}

void TestDemoTokenCalls::generateRefuses_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("message");
    const QString both = u"must use either role or roles, but not both: invalid arguments"_s;
    const QString noName = u"token name cannot be empty: invalid arguments"_s;
    const QString past = u"Expiration date cannot be in the past"_s;
    QTest::newRow("empty request") << QString() << noName;
    QTest::newRow("empty name") << uR"({"name":"","role":"Admin"})"_s << noName;
    QTest::newRow("null name") << uR"({"name":null,"role":"Admin"})"_s << noName;
    QTest::newRow("role and roles")
        << uR"({"name":"x","role":"Admin","roles":["Admin"]})"_s << both;
    QTest::newRow("name before role and roles")
        << uR"({"role":"Admin","roles":["Admin"]})"_s << noName;
    QTest::newRow("unknown role") << uR"({"name":"x","role":"Nobody"})"_s
                                  << u"role(s) Nobody don't exist: invalid arguments"_s;
    QTest::newRow("unknown roles, case-sensitive")
        << uR"({"name":"x","roles":["admin","Analyst","B"]})"_s
        << u"role(s) admin,B don't exist: invalid arguments"_s;
    QTest::newRow("past expiry")
        << uR"({"name":"x","role":"Admin","expiration":"2020-01-01T00:00:00Z"})"_s << past;
    QTest::newRow("the first year")
        << uR"({"name":"x","role":"Admin","expiration":"0001-01-01T00:00:00Z"})"_s << past;
    QTest::newRow("roles before expiry")
        << uR"({"name":"x","role":"N","expiration":"2020-01-01T00:00:00Z"})"_s
        << u"role(s) N don't exist: invalid arguments"_s;
}

void TestDemoTokenCalls::generateRefuses()
{
    QFETCH(QString, body);
    QFETCH(QString, message);
    const auto before = m_central.list().size();
    const Answer answer = m_central.asAdmin(Generate, {u"--data-binary"_s, body});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), 3);
    QCOMPARE(answer.message(), message);
    QCOMPARE(m_central.list().size(), before);
}

void TestDemoTokenCalls::generateAccepts_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QJsonArray>("roles");
    const QJsonArray admin{u"Admin"_s};
    QTest::newRow("no roles") << uR"({"name":"x"})"_s << QJsonArray{};
    QTest::newRow("empty roles") << uR"({"name":"x","roles":[]})"_s << QJsonArray{};
    QTest::newRow("null roles") << uR"({"name":"x","roles":null,"role":"Admin"})"_s << admin;
    QTest::newRow("None") << uR"({"name":"x","role":"None"})"_s << QJsonArray{u"None"_s};
    QTest::newRow("unknown fields")
        << uR"({"name":"x","role":"Admin","extra":{"name":1,"roles":[{}]},"more":[1]})"_s << admin;
    QTest::newRow("text after the object")
        << uR"({"name":"x","role":"Admin"} {"name":1} ]])"_s << admin;
}

void TestDemoTokenCalls::generateAccepts()
{
    QFETCH(QString, body);
    QFETCH(QJsonArray, roles);
    const Answer answer = m_central.asAdmin(Generate, {u"--data-binary"_s, body});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[u"metadata"_s][u"roles"_s].toArray(), roles);
    const QJsonObject claims = jwtPayload(answer.json()[u"token"_s].toString().toLatin1());
    QCOMPARE(claims.contains(u"roles"_s), !roles.isEmpty());
}

void TestDemoTokenCalls::expirationForms_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("got"); // empty: malformed
    QTest::newRow("fraction dropped")
        << u"2040-02-29T01:02:03.999999999Z"_s << u"2040-02-29T01:02:03Z"_s;
    QTest::newRow("offset") << u"2040-01-01T00:30:00+01:00"_s << u"2039-12-31T23:30:00Z"_s;
    QTest::newRow("the last second") << u"9999-12-31T23:59:59Z"_s << u"9999-12-31T23:59:59Z"_s;
    QTest::newRow("no offset") << u"2040-01-01T00:00:00"_s << QString();
    QTest::newRow("ten digits") << u"2040-01-01T00:00:00.0123456789Z"_s << QString();
    QTest::newRow("no such day") << u"2039-02-29T00:00:00Z"_s << QString();
    QTest::newRow("beyond 9999") << u"9999-12-31T23:59:59-01:00"_s << QString();
    QTest::newRow("not a time") << u"tomorrow"_s << QString();
}

void TestDemoTokenCalls::expirationForms()
{
    QFETCH(QString, asked);
    QFETCH(QString, got);
    const Answer answer = m_central.generate(
        {{u"name"_s, u"x"_s}, {u"role"_s, u"Analyst"_s}, {u"expiration"_s, asked}});
    QCOMPARE(answer.status, got.isEmpty() ? 400 : 200);
    QCOMPARE(answer.json()[u"metadata"_s][u"expiration"_s].toString(), got);
}

void TestDemoTokenCalls::getMissing_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("message");
    const auto missing = [](const QString &id) -> QString {
        return u"token with id '"_s + id + u"' does not exist: invalid arguments"_s;
    };
    const QString uuid = u"00000000-0000-4000-8000-000000000000"_s;
    QTest::newRow("get-missing 400") << uuid << missing(uuid);
    QTest::newRow("not a UUID") << u"what%20is%27this"_s << missing(u"what is'this"_s);
    QTest::newRow("invalid UTF-8") << u"a%FFb"_s << missing(u"a\ufffdb"_s);
    QTest::newRow("empty id") << QString() << u"empty id passed: invalid arguments"_s;
    QTest::newRow("id \"generate\"") << u"generate"_s << missing(u"generate"_s);
    QTest::newRow("id \"revoke\"") << u"revoke"_s << missing(u"revoke"_s);
}

void TestDemoTokenCalls::getMissing()
{
    QFETCH(QString, path);
    QFETCH(QString, message);
    const Answer answer = m_central.asAdmin(u"/v1/apitokens/"_s + path);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), 3);
    QCOMPARE(answer.message(), message);
}

void TestDemoTokenCalls::revokeMissing()
{
    const QString id = u"00000000-0000-4000-8000-000000000000"_s;
    const Answer answer =
        m_central.asAdmin(u"/v1/apitokens/revoke/"_s + id, {u"--request"_s, u"PATCH"_s});
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), 13);
    QCOMPARE(answer.message(), u"token with id '"_s + id + u"' does not exist"_s);
}

void TestDemoTokenCalls::revokeIsIdempotentAndFinal()
{
    const QByteArray token = m_central.newToken(u"short-lived"_s, {u"Admin"_s});
    const QString id = jwtPayload(token).value(u"jti"_s).toString();
    QCOMPARE(m_central.withToken(token, u"/v1/apitokens/"_s + id).status, 200);
    for (const QStringList &arguments :
         {QStringList{u"--request"_s, u"PATCH"_s},
          QStringList{u"--request"_s, u"PATCH"_s, u"--data"_s, u"not json"_s}}) {
        const Answer answer = m_central.asAdmin(u"/v1/apitokens/revoke/"_s + id, arguments);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body.trimmed(), "{}"_ba);
    }
    const QJsonObject metadata = m_central.asAdmin(u"/v1/apitokens/"_s + id).json();
    QCOMPARE(metadata.value(u"revoked"_s), QJsonValue(true));
    const Answer used = m_central.withToken(token, u"/v1/apitokens"_s);
    QCOMPARE(used.status, 401);
    QCOMPARE(used.message(), u"credentials not found: token-based: cannot extract identity: "
                             "token validation failed"_s);
}

void TestDemoTokenCalls::revokedAndExpired()
{
    const qint64 when = QDateTime::currentSecsSinceEpoch() + 1;
    const QJsonObject reply = m_central
                                  .generate({{u"name"_s, u"both"_s},
                                             {u"role"_s, u"Analyst"_s},
                                             {u"expiration"_s, rfc3339(when)}})
                                  .json();
    const QString id = reply[u"metadata"_s][u"id"_s].toString();
    m_central.asAdmin(u"/v1/apitokens/revoke/"_s + id, {u"--request"_s, u"PATCH"_s});
    QTRY_VERIFY(QDateTime::currentSecsSinceEpoch() > when);
    QCOMPARE(findById(m_central.list(u"?revoked=true"_s), id).value(u"revoked"_s), true);
    QVERIFY(findById(m_central.list(u"?revoked=false"_s), id).isEmpty());
}

void TestDemoTokenCalls::listFilter_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("live");
    QTest::addColumn<bool>("revoked");
    QTest::newRow("none") << QString() << true << true;
    QTest::newRow("another key") << u"?limit=1&sort=name"_s << true << true;
    for (const QString &yes : {u"1"_s, u"t"_s, u"T"_s, u"TRUE"_s, u"true"_s, u"True"_s})
        QTest::addRow("%s", qPrintable(yes)) << u"?revoked="_s + yes << false << true;
    for (const QString &no : {u"0"_s, u"f"_s, u"F"_s, u"FALSE"_s, u"false"_s, u"False"_s})
        QTest::addRow("%s", qPrintable(no)) << u"?revoked="_s + no << true << false;
}

void TestDemoTokenCalls::listFilter()
{
    QFETCH(QString, query);
    QFETCH(bool, live);
    QFETCH(bool, revoked);
    int counted[2] = {0, 0};
    for (const auto &token : m_central.list(query))
        ++counted[token[u"revoked"_s].toBool() ? 1 : 0];
    QCOMPARE(counted[0] > 0, live);
    QCOMPARE(counted[1] > 0, revoked);
}

void TestDemoTokenCalls::listRefuses_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("message");
    const QString prefix = u"parsing field \"revoked\": strconv.ParseBool: parsing "_s;
    QTest::newRow("not a bool") << u"?revoked=x"_s << prefix + u"\"x\": invalid syntax"_s;
    QTest::newRow("yes") << u"?revoked=yes"_s << prefix + u"\"yes\": invalid syntax"_s;
    QTest::newRow("empty") << u"?revoked="_s << prefix + u"\"\": invalid syntax"_s;
    QTest::newRow("repeated") << u"?revoked=true&revoked=false"_s
                              << u"too many values for field \"revoked\": true, false"_s;
}

void TestDemoTokenCalls::listRefuses()
{
    QFETCH(QString, query);
    QFETCH(QString, message);
    const Answer answer =
        m_central.call(u"/v1/apitokens"_s + query); // checked before authentication
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.message(), message);
}

void TestDemoTokenCalls::counts()
{
    CurledCentral fresh({u"--tokens"_s, u"1000"_s});
    QVERIFY(fresh.start());
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    int expired = 0;
    int revoked = 0;
    int expiring = 0;
    int valid = 0;
    const QJsonArray tokens = fresh.list();
    for (const auto &value : tokens) {
        const QJsonObject token = value.toObject();
        const qint64 left = secondsOf(token, u"expiration"_s) - now;
        if (token.value(u"revoked"_s).toBool())
            ++revoked;
        else if (left <= 0)
            ++expired;
        else
            ++(left < 14 * 24 * 3600 ? expiring : valid);
    }
    QCOMPARE(tokens.size(), 1001);
    QCOMPARE(revoked, 90);
    QCOMPARE(expired, 16);
    QCOMPARE(expiring, 30);
    QCOMPARE(valid, 865);
    QCOMPARE(fresh.list(u"?revoked=false"_s).size(), 911); // with the expired ones
}

void TestDemoTokenCalls::wholeSecondTimes()
{
    static const QRegularExpression form(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
    for (const auto &token : m_central.list()) {
        QVERIFY(form.match(token[u"issuedAt"_s].toString()).hasMatch());
        QVERIFY(form.match(token[u"expiration"_s].toString()).hasMatch());
    }
}

void TestDemoTokenCalls::webConsoleCalls()
{
    const QByteArray token = m_central.newToken(u"journey"_s, {u"Analyst"_s});
    const QString id = jwtPayload(token).value(u"jti"_s).toString();
    QCOMPARE(findById(m_central.list(u"?revoked=false"_s), id).value(u"name"_s).toString(),
             u"journey"_s);
    QCOMPARE(m_central
                 .asAdmin(u"/v1/apitokens/revoke/"_s + id,
                          {u"--request"_s, u"PATCH"_s, u"--data"_s, u"{}"_s})
                 .status,
             200);
    QVERIFY(findById(m_central.list(u"?revoked=false"_s), id).isEmpty());
    QVERIFY(!findById(m_central.list(u"?revoked=true"_s), id).isEmpty());
}

void TestDemoTokenCalls::errorShape()
{
    const Answer answer = m_central.asAdmin(u"/v1/apitokens/missing"_s);
    QCOMPARE(answer.header("content-type"), "application/json"_ba);
    const QJsonObject error = answer.json();
    QCOMPARE(error.keys(), QStringList({u"code"_s, u"details"_s, u"error"_s, u"message"_s}));
    QCOMPARE(error.value(u"error"_s), error.value(u"message"_s));
    QVERIFY(error.value(u"details"_s).isArray());
    QVERIFY(error.value(u"details"_s).toArray().isEmpty());
    const QList<QByteArray> fields = {"code"_ba, "message"_ba, "details"_ba, "error"_ba};
    QCOMPARE(fieldOrder(answer.body, fields), fields);
}

QTEST_GUILESS_MAIN(TestDemoTokenCalls)
#include "tst_demotokencalls.moc"
