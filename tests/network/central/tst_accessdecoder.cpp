// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/accessdecoder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using rox::Access;
using rox::ApiError;
using rox::ReplyBody;

class TestAccessDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRoleNames();
    void readsRoles();
    void readsPermissionSets();
    void readsAccessScopes();
    void readsIdentityOfAToken();
    void readsIdentityOfAUser();
    void readsIdentityOfAService();
    void readsPermissions();
    void readsTheVersion();
    void malformedReplyIsRefused_data();
    void malformedReplyIsRefused();
    void readsErrorBodies_data();
    void readsErrorBodies();
};

void TestAccessDecoder::readsRoleNames()
{
    const auto names = rox::decodeRoleNames(ReplyBody(R"({"roleNames":["Admin","Analyst"]})"_ba));
    QVERIFY(names);
    QCOMPARE(*names, (QStringList{u"Admin"_s, u"Analyst"_s}));
    QVERIFY(rox::decodeRoleNames(ReplyBody(R"({"roleNames":[]})"_ba))->isEmpty());
}

void TestAccessDecoder::readsRoles()
{
    const auto roles = rox::decodeRoles(ReplyBody(
        R"({"roles":[{"name":"Admin","description":"all","permissionSetId":"p","globalAccess":
        "NO_ACCESS","resourceToAccess":{"Access":"READ_WRITE_ACCESS","CVE":"READ_ACCESS",
        "Odd":"SOME_ACCESS"},"traits":null},{"name":"Bare","resourceToAccess":null}]})"_ba));
    QVERIFY(roles);
    QCOMPARE(roles->size(), 2);
    const rox::RoleGrant &admin = roles->at(0).role;
    QCOMPARE(admin.description, u"all"_s);
    QCOMPARE(roles->at(0).permissionSetId, u"p"_s);
    QCOMPARE(admin.access.value(u"Access"_s), Access::ReadWrite);
    QCOMPARE(admin.access.value(u"CVE"_s), Access::Read);
    QCOMPARE(admin.access.value(u"Odd"_s, Access::Read), Access::None);
    QVERIFY(roles->at(1).role.access.isEmpty());
}

void TestAccessDecoder::readsPermissionSets()
{
    const auto sets = rox::decodePermissionSets(ReplyBody(
        R"({"permissionSets":[{"id":"p","name":"Admin","description":"","resourceToAccess":
        {"Access":"READ_WRITE_ACCESS"},"traits":null},{"id":"q","resourceToAccess":{}}]})"_ba));
    QVERIFY(sets);
    QCOMPARE(sets->size(), 2);
    QCOMPARE(sets->value(u"p"_s).value(u"Access"_s), Access::ReadWrite);
}

void TestAccessDecoder::readsAccessScopes()
{
    const auto roles = rox::decodeRoles(
        ReplyBody(R"({"roles":[{"name":"A","accessScopeId":"s"},{"name":"B"}]})"_ba));
    QVERIFY(roles);
    QCOMPARE(roles->at(0).role.scopeId, u"s"_s);
    QVERIFY(!roles->at(0).role.isUnrestricted());
    QVERIFY(roles->at(1).role.isUnrestricted()); // Central before access scopes
    const auto names = rox::decodeAccessScopes(ReplyBody(
        R"({"accessScopes":[{"id":"s","name":"Production","rules":null},{"id":"t"}]})"_ba));
    QVERIFY(names);
    QCOMPARE(names->value(u"s"_s), u"Production"_s);
    QCOMPARE(names->size(), 2);
}

void TestAccessDecoder::readsIdentityOfAToken()
{
    const auto who = rox::decodeIdentity(ReplyBody(
        R"({"userId":"auth-token:0d8f6c1e","expires":"2027-08-22T10:15:30Z","refreshUrl":"",
        "authProvider":null,"userInfo":{"username":"","friendlyName":"anonymous bearer token",
        "permissions":{"resourceToAccess":{"Access":"READ_ACCESS"}},
        "roles":[{"name":"Analyst","resourceToAccess":{"Access":"READ_ACCESS"}}]},
        "userAttributes":[{"key":"role","values":["Analyst"]},{"key":"name","values":["ci"]}],
        "idpToken":""})"_ba));
    QVERIFY(who);
    QCOMPARE(who->tokenId, u"0d8f6c1e"_s);
    QCOMPARE(who->displayName, u"ci"_s);
    QCOMPARE(who->roles, QStringList(u"Analyst"_s));
    QCOMPARE(who->expiresAt, rox::UtcMs(1787393730000) + 365 * rox::DayMs);
}

void TestAccessDecoder::readsIdentityOfAUser()
{
    const auto who = rox::decodeIdentity(ReplyBody(
        R"({"userId":"admin","expires":"9999-12-31T23:59:59.999999999Z","userInfo":
        {"username":"admin","friendlyName":"","roles":[]},"userAttributes":
        [{"key":"name","values":["not a token"]}]})"_ba));
    QVERIFY(who);
    QVERIFY(who->tokenId.isEmpty());
    QCOMPARE(who->displayName, u"admin"_s);
    QCOMPARE(who->expiresAt, rox::UtcMs(253402300799999));
}

void TestAccessDecoder::readsIdentityOfAService()
{
    const auto who = rox::decodeIdentity(ReplyBody(
        R"({"serviceId":{"id":"x","type":"SENSOR_SERVICE"},"expires":null,"userInfo":null,
        "userAttributes":[]})"_ba));
    QVERIFY(who);
    QVERIFY(who->userId.isEmpty());
    QCOMPARE(who->expiresAt, rox::NoTime);
}

void TestAccessDecoder::readsPermissions()
{
    const auto may = rox::decodePermissions(ReplyBody(
        R"({"resourceToAccess":{"Integration":"READ_WRITE_ACCESS","Access":"READ_ACCESS"}})"_ba));
    QVERIFY(may);
    QVERIFY(may->mayGenerate());
    QVERIFY(!rox::decodePermissions(ReplyBody(R"({"resourceToAccess":{}})"_ba))->mayList());
}

void TestAccessDecoder::readsTheVersion()
{
    QCOMPARE(*rox::decodeVersion(ReplyBody(R"({"version":"4.11.2","releaseBuild":true})"_ba)),
             u"4.11.2"_s);
    QCOMPARE(*rox::decodeVersion(ReplyBody(R"({"version":""})"_ba)), QString());
}

void TestAccessDecoder::malformedReplyIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::newRow("empty object") << "{}"_ba << ApiError::Kind::WrongShape;
    QTest::newRow("array") << "[]"_ba << ApiError::Kind::WrongShape;
    QTest::newRow("html") << "<html>"_ba << ApiError::Kind::BadJson;
    QTest::newRow("nothing") << ""_ba << ApiError::Kind::EmptyReply;
    QTest::newRow("wrong types") << R"({"roleNames":[1],"roles":[{"name":7}],
           "permissionSets":{},"accessScopes":7,"userId":1,"resourceToAccess":[],"version":4})"_ba
                                 << ApiError::Kind::WrongShape;
    QTest::newRow("nameless")
        << R"({"roleNames":"Admin","roles":[{}],"permissionSets":[{}],"accessScopes":[{}],"userId":"x","userInfo":[],"resourceToAccess":
           {"A":1},"version":null})"_ba
        << ApiError::Kind::WrongShape;
    QTest::newRow("cut")
        << R"({"roleNames":["A"],"roles":[],"permissionSets":[],"accessScopes":[],"userId":"x","resourceToAccess":{},
           "version":"4")"_ba
        << ApiError::Kind::BadJson;
}

void TestAccessDecoder::malformedReplyIsRefused()
{
    QFETCH(QByteArray, json);
    QFETCH(ApiError::Kind, kind);
    const auto refused = [kind](const auto &result) {
        return !result && result.error().kind == kind;
    };
    const ReplyBody body(json);
    QVERIFY(refused(rox::decodeRoleNames(body)));
    QVERIFY(refused(rox::decodeRoles(body)));
    QVERIFY(refused(rox::decodePermissionSets(body)));
    QVERIFY(refused(rox::decodeAccessScopes(body)));
    QVERIFY(refused(rox::decodeIdentity(body)));
    QVERIFY(refused(rox::decodePermissions(body)));
    QVERIFY(refused(rox::decodeVersion(body)));
}

void TestAccessDecoder::readsErrorBodies_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code"); // -1: not Central's
    QTest::addColumn<QString>("message");
    QTest::newRow("today") << R"({"code":3,"message":"no","details":[],"error":"no"})"_ba << 3
                           << u"no"_s;
    QTest::newRow("another order")
        << R"({"error":"no","message":"no","code":13})"_ba << 13 << u"no"_s;
    QTest::newRow("before 4.6") << R"({"error":"no","code":16})"_ba << 16 << u"no"_s;
    QTest::newRow("no code") << R"({"message":"Not Found"})"_ba << -1 << QString();
    QTest::newRow("no text") << R"({"code":5})"_ba << -1 << QString();
    QTest::newRow("words for a code") << R"({"code":"5","message":"x"})"_ba << -1 << QString();
    QTest::newRow("html") << "<html>502</html>"_ba << -1 << QString();
    QTest::newRow("cut") << R"({"code":5,"message":"x")"_ba << -1 << QString();
    QTest::newRow("nothing") << ""_ba << -1 << QString();
}

void TestAccessDecoder::readsErrorBodies()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    QFETCH(QString, message);
    const auto error = rox::decodeErrorBody(ReplyBody(json));
    QCOMPARE(error.has_value(), code >= 0);
    if (error) {
        QCOMPARE(error->code, code);
        QCOMPARE(error->message, message);
    }
}

QTEST_APPLESS_MAIN(TestAccessDecoder)
#include "tst_accessdecoder.moc"
