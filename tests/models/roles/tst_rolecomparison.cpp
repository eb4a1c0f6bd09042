// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolecomparison.h"
#include "models/roles/roletext.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestRoleComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readOfAWriterIsShared();
    void equalRolesShareAll();
    void scopesAreComparedById();
    void scopeHasAText();
};

void TestRoleComparison::readOfAWriterIsShared()
{
    const RoleGrant left{
        u"L"_s,
        {},
        {{u"Image"_s, Access::Read}, {u"Node"_s, Access::ReadWrite}, {u"Alert"_s, Access::None}}};
    const RoleGrant right{
        u"R"_s, {}, {{u"Image"_s, Access::ReadWrite}, {u"Alert"_s, Access::Read}}};
    const RoleComparison found = compared(left, right);
    QCOMPARE(found.onlyLeft, (AccessMap{{u"Node"_s, Access::ReadWrite}}));
    QCOMPARE(found.both, (AccessMap{{u"Image"_s, Access::Read}}));
    QCOMPARE(found.onlyRight,
             (AccessMap{{u"Image"_s, Access::ReadWrite}, {u"Alert"_s, Access::Read}}));
    QCOMPARE(grantsAsText(found.onlyRight), (QStringList{u"Alert (read)"_s, u"Image (write)"_s}));
}

void TestRoleComparison::equalRolesShareAll()
{
    const RoleGrant role{u"R"_s, {}, {{u"Image"_s, Access::ReadWrite}}};
    QCOMPARE(compared(role, role), (RoleComparison{{}, role.access, {}, true}));
}

void TestRoleComparison::scopesAreComparedById()
{
    const RoleGrant all{u"A"_s, {}, {}, UnrestrictedScope, u"Unrestricted"_s};
    const RoleGrant old{u"O"_s, {}, {}};
    const RoleGrant one{u"1"_s, {}, {}, u"id-1"_s, u"Production"_s};
    const RoleGrant other{u"2"_s, {}, {}, u"id-2"_s, u"Production"_s};
    QVERIFY(compared(all, old).isSameScope);
    QVERIFY(compared(one, one).isSameScope);
    QVERIFY(!compared(one, other).isSameScope);
    QVERIFY(!compared(one, all).isSameScope);
}

void TestRoleComparison::scopeHasAText()
{
    QCOMPARE(scopeText({u"A"_s, {}, {}, UnrestrictedScope}), u"Unrestricted"_s);
    QCOMPARE(scopeText({u"A"_s, {}, {}, u"7b0cd8a5-2f0e"_s, u"Production\nclusters"_s}),
             u"Production␊clusters"_s);
    QCOMPARE(scopeText({u"A"_s, {}, {}, u"7b0cd8a5-2f0e"_s}), u"Access scope 7b0cd8a5"_s);
}

QTEST_GUILESS_MAIN(TestRoleComparison)
#include "tst_rolecomparison.moc"
