// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/network/demo/curledcentral.h"

#include <QHash>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString Read = u"READ_ACCESS"_s;
const QString Write = u"READ_WRITE_ACCESS"_s;
const QString Nothing = u"NO_ACCESS"_s;

QString line(const QString &resource, const QString &scope, const QString &asked,
             const QString &had)
{
    return u"\t* resource="_s + resource + u", access scope=\""_s + scope
           + u"\": requested access is "_s + asked + u", when user access is "_s + had;
}

QString missing(const QString &access, const QString &resource)
{
    return u"not authorized: \""_s + access + u"\" for \""_s + resource + u'"';
}

} // namespace

/// Which calls a token's roles permit, and which roles it may give to new tokens.
class TestDemoPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void callsNeedPermissions_data();
    void callsNeedPermissions();
    void permissionsOfRolesAreUnited_data();
    void permissionsOfRolesAreUnited();
    void escalationIsRefused_data();
    void escalationIsRefused();
    void allowedRoles_data();
    void allowedRoles();
    void tenDefaultRoles();
    void rolesNeedAccess();

private:
    QByteArray tokenWith(const QStringList &roles);

    CurledCentral m_central;
    QHash<QStringList, QByteArray> m_tokens;
};

void TestDemoPermissions::initTestCase()
{
    QVERIFY(m_central.start());
}

QByteArray TestDemoPermissions::tokenWith(const QStringList &roles)
{
    QByteArray &token = m_tokens[roles];
    if (token.isEmpty())
        token = m_central.newToken(roles.join(u','), roles);
    return token;
}

void TestDemoPermissions::callsNeedPermissions_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("list"); // each column: the error of the call; empty: granted
    QTest::addColumn<QString>("revoke");
    QTest::addColumn<QString>("generate");
    QTest::addColumn<QString>("allowed");
    const QString noRead = missing(Read, u"Integration"_s);
    const QString noWrite = missing(Write, u"Integration"_s);
    const QString noAccess = missing(Read, u"Access"_s);
    const QString ok;
    QTest::newRow("Admin") << u"Admin"_s << ok << ok << ok << ok;
    QTest::newRow("Analyst") << u"Analyst"_s << ok << noWrite << noWrite << ok;
    QTest::newRow("Continuous Integration")
        << u"Continuous Integration"_s << noRead << noWrite << noAccess << noAccess;
    QTest::newRow("Vulnerability Report Creator")
        << u"Vulnerability Report Creator"_s << ok << noWrite << noAccess << noAccess;
    QTest::newRow("Configuration Controller")
        << u"Configuration Controller"_s << ok << noWrite << noAccess << noAccess;
    QTest::newRow("Token Manager") << u"Token Manager"_s << ok << ok << ok << ok;
    QTest::newRow("Token Auditor") << u"Token Auditor"_s << ok << noWrite << noWrite << ok;
}

void TestDemoPermissions::callsNeedPermissions()
{
    QFETCH(QString, role);
    const QByteArray token = tokenWith({role});
    const QString victim =
        jwtPayload(m_central.newToken(u"v"_s, {u"Analyst"_s})).value(u"jti"_s).toString();
    const auto check = [&](const char *column, const QString &path, const QStringList &arguments) {
        const QString refusal = *static_cast<QString *>(QTest::qData(column, QMetaType::QString));
        const Answer answer = m_central.withToken(token, path, arguments);
        QCOMPARE(answer.status, refusal.isEmpty() ? 200 : 403);
        QCOMPARE(answer.message(), refusal);
        if (!refusal.isEmpty())
            QCOMPARE(answer.json().value(u"code"_s).toInt(), 7);
    };
    check("list", u"/v1/apitokens"_s, {});
    check("list", u"/v1/apitokens/"_s + victim, {});
    check("revoke", u"/v1/apitokens/revoke/"_s + victim, {u"--request"_s, u"PATCH"_s});
    check("generate", u"/v1/apitokens/generate"_s, {u"--data"_s, uR"({"name":"n"})"_s});
    check("allowed", u"/v1/apitokens/generate/allowed-roles"_s, {});
}

void TestDemoPermissions::permissionsOfRolesAreUnited_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<int>("list");
    QTest::newRow("neither") << QStringList{u"Continuous Integration"_s, u"Sensor Creator"_s}
                             << 403;
    QTest::newRow("one of two") << QStringList{u"Continuous Integration"_s,
                                               u"Configuration Controller"_s}
                                << 200;
    QTest::newRow("None adds nothing")
        << QStringList{u"None"_s, u"Configuration Controller"_s} << 200;
}

void TestDemoPermissions::permissionsOfRolesAreUnited()
{
    QFETCH(QStringList, roles);
    QFETCH(int, list);
    QCOMPARE(m_central.withToken(tokenWith(roles), u"/v1/apitokens"_s).status, list);
}

void TestDemoPermissions::escalationIsRefused_data()
{
    QTest::addColumn<QStringList>("caller");
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<QStringList>("lines"); // empty: granted
    const QString manager = u"Token Manager"_s;
    const QString scoped = u"Production Token Manager"_s;
    const QString all = u"Unrestricted"_s;
    const QString production = u"Production clusters"_s;
    const QString image = u"Image"_s;
    const QString deployment = u"Deployment"_s;
    const QStringList granted;

    QTest::newRow("no roles asked") << QStringList{manager} << QStringList{} << granted;
    QTest::newRow("the same role") << QStringList{manager} << QStringList{manager} << granted;
    QTest::newRow("a superset of roles")
        << QStringList{manager, u"Analyst"_s} << QStringList{u"Network Graph Viewer"_s} << granted;
    QTest::newRow("an error for each resource")
        << QStringList{manager} << QStringList{u"Continuous Integration"_s}
        << QStringList{line(u"Detection"_s, all, Read, Nothing), line(image, all, Write, Nothing)};
    QTest::newRow("the same scope, write covers read")
        << QStringList{scoped} << QStringList{u"Production Reader"_s} << granted;
    QTest::newRow("unrestricted covers scoped")
        << QStringList{u"Admin"_s} << QStringList{u"Production Deployer"_s} << granted;
    QTest::newRow("scoped and unrestricted together")
        << QStringList{scoped, u"Image Writer"_s} << QStringList{u"Production Deployer"_s}
        << granted;
    QTest::newRow("a reader asks to write")
        << QStringList{manager, u"Production Reader"_s} << QStringList{u"Production Deployer"_s}
        << QStringList{line(deployment, production, Write, Read),
                       line(image, production, Write, Read)};
    QTest::newRow("an unrestricted reader asks to write")
        << QStringList{manager, u"Analyst"_s} << QStringList{u"Image Writer"_s}
        << QStringList{line(image, all, Write, Read)};
    QTest::newRow("scoped asks for unrestricted")
        << QStringList{scoped} << QStringList{u"Deployment Reader"_s}
        << QStringList{line(deployment, all, Read, Nothing)};
}

void TestDemoPermissions::escalationIsRefused()
{
    QFETCH(QStringList, caller);
    QFETCH(QStringList, asked);
    QFETCH(QStringList, lines);
    const QJsonObject request{{u"name"_s, u"n"_s}, {u"roles"_s, QJsonArray::fromStringList(asked)}};
    const Answer answer = m_central.withToken(tokenWith(caller), u"/v1/apitokens/generate"_s,
                                              {u"--data"_s, toText(request)});
    if (lines.isEmpty()) {
        QCOMPARE(answer.status, 200);
        return;
    }
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.json().value(u"code"_s).toInt(), 7);
    const QString count =
        lines.size() == 1 ? u"1 error"_s : QString::number(lines.size()) + u" errors"_s;
    QVERIFY(answer.message().startsWith(u"not authorized: "_s + count + u" occurred:\n\t* "_s));
    QVERIFY(answer.message().endsWith(u"\n\n"_s));
    QStringList got = answer.message().split(u'\n').mid(1, lines.size()); // in any order
    got.sort();
    QCOMPARE(got, lines);
}

void TestDemoPermissions::allowedRoles_data()
{
    QTest::addColumn<QStringList>("caller");
    QTest::addColumn<QStringList>("allowed");
    QTest::newRow("Admin: sorted, every role but None")
        << QStringList{u"Admin"_s}
        << QStringList{u"Admin"_s,
                       u"Analyst"_s,
                       u"CI Lead"_s,
                       u"Configuration Controller"_s,
                       u"Continuous Integration"_s,
                       u"Decommissioned"_s,
                       u"Deployment Reader"_s,
                       u"Image Writer"_s,
                       u"Network Graph Viewer"_s,
                       u"Production Deployer"_s,
                       u"Production Reader"_s,
                       u"Production Token Manager"_s,
                       u"Sensor Creator"_s,
                       u"Token Auditor"_s,
                       u"Token Manager"_s,
                       u"Vulnerability Management Approver"_s,
                       u"Vulnerability Management Requester"_s,
                       u"Vulnerability Report Creator"_s};
    QTest::newRow("Analyst, and what the demo adds")
        << QStringList{u"Analyst"_s}
        << QStringList{u"Analyst"_s,           u"Decommissioned"_s,
                       u"Deployment Reader"_s, u"Network Graph Viewer"_s,
                       u"Production Reader"_s, u"Token Auditor"_s};
    QTest::newRow("Token Manager")
        << QStringList{u"Token Manager"_s}
        << QStringList{u"Decommissioned"_s, u"Token Auditor"_s, u"Token Manager"_s};
}

void TestDemoPermissions::allowedRoles()
{
    QFETCH(QStringList, caller);
    QFETCH(QStringList, allowed);
    const Answer answer =
        m_central.withToken(tokenWith(caller), u"/v1/apitokens/generate/allowed-roles"_s);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json().value(u"roleNames"_s).toArray(), QJsonArray::fromStringList(allowed));
}

void TestDemoPermissions::tenDefaultRoles()
{
    QStringList defaults;
    QStringList all;
    for (const auto &role : m_central.asAdmin(u"/v1/roles"_s).json().value(u"roles"_s).toArray()) {
        all << role[u"name"_s].toString();
        if (role[u"traits"_s][u"origin"_s] == u"DEFAULT"_s) {
            defaults << all.last();
            QCOMPARE(role[u"accessScopeId"_s].toString(),
                     u"ffffffff-ffff-fff4-f5ff-ffffffffffff"_s);
        }
    }
    QStringList sorted = all;
    sorted.sort();
    QCOMPARE(all, sorted);
    QCOMPARE(
        defaults,
        QStringList({u"Admin"_s, u"Analyst"_s, u"Configuration Controller"_s,
                     u"Continuous Integration"_s, u"Network Graph Viewer"_s, u"None"_s,
                     u"Sensor Creator"_s, u"Vulnerability Management Approver"_s,
                     u"Vulnerability Management Requester"_s, u"Vulnerability Report Creator"_s}));
}

void TestDemoPermissions::rolesNeedAccess()
{
    const Answer answer =
        m_central.withToken(tokenWith({u"Continuous Integration"_s}), u"/v1/roles"_s);
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.message(), missing(Read, u"Access"_s));
}

QTEST_GUILESS_MAIN(TestDemoPermissions)
#include "tst_demopermissions.moc"
