// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolegrowth.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

RoleSeen seen(UtcMs firstAt, UtcMs lastAt, const AccessMap &access, const QString &scope = {})
{
    return {firstAt, lastAt, scope, access};
}

const AccessMap Reads{{u"Image"_s, Access::Read}};
const AccessMap Writes{{u"Image"_s, Access::ReadWrite}};

} // namespace

class TestRoleGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roleThatGrewAfterTheIssueIsFound();
    void roleThatGrewBeforeTheIssueIsNot();
    void roleThatGrewAndShrankAgainIsNot();
    void roleThatWasNotSeenBeforeIsComparedFromThen();
    void anotherScopeIsWider();
    void rolesThatWereNotSeenSayNothing();
};

void TestRoleGrowth::roleThatGrewAfterTheIssueIsFound()
{
    const RolesSeen roles{{u"CI"_s, {seen(10, 20, Reads), seen(30, 40, Writes)}}};
    QCOMPARE(grownSince(roles, {u"CI"_s}, 15),
             (QList<RoleGrowth>{{u"CI"_s, Writes, false, 20, 30}}));
    QCOMPARE(grownSince(roles, {u"CI"_s}, 25).size(), 1); // between the two
}

void TestRoleGrowth::roleThatGrewBeforeTheIssueIsNot()
{
    const RolesSeen roles{{u"CI"_s, {seen(10, 20, Reads), seen(30, 40, Writes)}}};
    QVERIFY(grownSince(roles, {u"CI"_s}, 30).isEmpty());
    QVERIFY(grownSince(roles, {u"CI"_s}, 50).isEmpty());
}

void TestRoleGrowth::roleThatGrewAndShrankAgainIsNot()
{
    const RolesSeen roles{
        {u"CI"_s, {seen(10, 20, Reads), seen(30, 40, Writes), seen(50, 60, Reads)}}};
    QVERIFY(grownSince(roles, {u"CI"_s}, 15).isEmpty());
}

void TestRoleGrowth::roleThatWasNotSeenBeforeIsComparedFromThen()
{
    const RolesSeen roles{
        {u"CI"_s, {seen(10, 20, Reads), seen(30, 40, Reads, u"x"_s), seen(50, 60, Writes)}}};
    QCOMPARE(grownSince(roles, {u"CI"_s}, 5),
             (QList<RoleGrowth>{{u"CI"_s, Writes, false, 40, 50}}));
    QCOMPARE(grownSince(roles, {u"CI"_s}, NoTime).size(), 1);
}

void TestRoleGrowth::anotherScopeIsWider()
{
    const RolesSeen roles{
        {u"Wider"_s, {seen(10, 20, Reads, u"x"_s), seen(30, 40, Reads, UnrestrictedScope)}},
        {u"Moved"_s, {seen(10, 20, Reads, u"x"_s), seen(30, 40, Reads, u"y"_s)}},
        {u"Narrower"_s, {seen(10, 20, Reads, UnrestrictedScope), seen(30, 40, Reads, u"x"_s)}}};
    const auto grown = grownSince(roles, {u"Wider"_s, u"Moved"_s, u"Narrower"_s}, 15);
    QCOMPARE(grown.size(), 2);
    QVERIFY(grown.at(0).isWider && grown.at(0).added.isEmpty());
    QCOMPARE(grown.at(1).role, u"Moved"_s);
}

void TestRoleGrowth::rolesThatWereNotSeenSayNothing()
{
    QVERIFY(grownSince({}, {u"CI"_s}, 5).isEmpty());
    QVERIFY(grownSince({{u"CI"_s, {seen(10, 20, Reads)}}}, {u"Other"_s}, 5).isEmpty());
}

QTEST_GUILESS_MAIN(TestRoleGrowth)
#include "tst_rolegrowth.moc"
