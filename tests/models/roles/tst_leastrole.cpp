// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/leastrole.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <random>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

QString scopeOf(int number)
{
    return number == 0 ? QString(UnrestrictedScope) : u"scope-%1"_s.arg(number);
}

RoleGrant role(const QString &name, const AccessMap &access, int scope = 0)
{
    return {name, {}, access, scopeOf(scope)};
}

class RandomRoles
{
public:
    explicit RandomRoles(quint32 seed)
        : m_random(seed)
    {}

    quint32 below(quint32 bound) { return quint32(m_random() % bound); }
    /// Of 26 resources, among them those that count more; `share` of 100 is granted.
    AccessMap access(quint32 share)
    {
        AccessMap made;
        for (int at = 0; at < 26; ++at) {
            const QString resource = at == 0   ? u"Access"_s
                                     : at == 1 ? u"Integration"_s
                                               : u"Resource%1"_s.arg(at);
            made.insert(resource, below(100) >= share ? Access::None
                                  : below(2)          ? Access::ReadWrite
                                                      : Access::Read);
        }
        return made;
    }
    QList<RoleGrant> roles(int count, quint32 share)
    {
        QList<RoleGrant> made;
        for (int at = 0; at < count; ++at)
            made.append(role(u"role-%1"_s.arg(at), access(share), int(below(3))));
        return made;
    }

private:
    std::mt19937 m_random;
};

/// Tries every combination of at most four roles; -1: none grants the need.
int costByBruteForce(const QList<RoleGrant> &roles, const RoleNeed &need)
{
    int best = -1;
    for (quint32 set = 1; set < 1U << roles.size(); ++set) {
        const int count = int(std::popcount(set));
        if (count > LeastRoleSearch::MostRoles)
            continue;
        AccessMap granted;
        AccessMap outside;
        bool isPossible = true;
        for (qsizetype at = 0; at < roles.size(); ++at) {
            if (!(set & 1U << at))
                continue;
            const RoleGrant &one = roles.at(at);
            isPossible =
                isPossible && (one.scopeId == need.scopeId || one.scopeId == UnrestrictedScope);
            unite(granted, one.access);
            if (one.scopeId != need.scopeId)
                unite(outside, one.access);
        }
        isPossible = isPossible && beyond(need.access, granted).isEmpty();
        const int weight = excessWeight(granted, need.access) + weightOf(outside);
        const int cost = weight * LeastRoleSearch::RoleWeight + count;
        if (isPossible && (best < 0 || cost < best))
            best = cost;
    }
    return best;
}

} // namespace

class TestLeastRole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foundCostIsTheLeastOfAllCombinations();
    void combinationBeatsABroadRole();
    void rolesOfOtherScopesAreLeftOut();
    void unrestrictedRoleGrantsInEachScope();
    void roleOfTheScopeBeatsAnUnrestrictedOne();
    void centralWithoutScopesIsUnrestricted();
    void writeGrantsRead();
    void adminLikeResourcesWeighTenTimes();
    void adminIsTheLastResort();
    void noneIsNeverFound();
    void needThatNoRoleGrantsHasNoAnswer();
    void emptyNeedTakesNoRole();
    void moreThanFourRolesAreNotJoined();
    void excessNamesWhatIsGrantedBeyond();
    void moreThanThirtyTwoResourcesAreTold();
    void unknownResourcesAreExcess();
    void resourcesBeyondTheLimitAreExcess();
    void needWithoutARoleIsNamed();
    void needOfFourRolesAmongAThousandIsMet();
};

void TestLeastRole::foundCostIsTheLeastOfAllCombinations()
{
    RandomRoles random(20260825);
    int found = 0;
    int joined = 0;
    for (int turn = 0; turn < 2'000; ++turn) {
        const QList<RoleGrant> roles =
            random.roles(1 + int(random.below(12)), 10 + random.below(60));
        const RoleNeed need{random.access(2 + random.below(16)), scopeOf(int(random.below(3)))};
        const auto least = LeastRoleSearch(roles).find(need);
        QCOMPARE(least ? least->cost : -1, need.isEmpty() ? 0 : costByBruteForce(roles, need));
        found += least ? 1 : 0;
        joined += least && least->names.size() > 1 ? 1 : 0;
    }
    QVERIFY2(found > 500 && joined > 100, qPrintable(u"%1 %2"_s.arg(found).arg(joined)));
}

void TestLeastRole::combinationBeatsABroadRole()
{
    const LeastRoleSearch search({role(u"Broad"_s, {{u"Image"_s, Access::ReadWrite},
                                                    {u"Detection"_s, Access::ReadWrite},
                                                    {u"Cluster"_s, Access::ReadWrite}}),
                                  role(u"Images"_s, {{u"Image"_s, Access::ReadWrite}}),
                                  role(u"Detections"_s, {{u"Detection"_s, Access::Read}})});
    const auto least =
        search.find({{{u"Image"_s, Access::ReadWrite}, {u"Detection"_s, Access::Read}}});
    QVERIFY(least);
    QCOMPARE(least->names, (QStringList{u"Detections"_s, u"Images"_s}));
    QCOMPARE(least->cost, 2);
    QVERIFY(least->excess.isEmpty());
}

void TestLeastRole::rolesOfOtherScopesAreLeftOut()
{
    const AccessMap image{{u"Image"_s, Access::Read}};
    const LeastRoleSearch search({role(u"Production"_s, image, 1), role(u"Staging"_s, image, 2)});
    QCOMPARE(search.find({image, scopeOf(1)})->names, QStringList{u"Production"_s});
    QVERIFY(!search.find({image, scopeOf(3)}));
    QVERIFY(!search.find({image})); // a scoped role does not grant everywhere
}

void TestLeastRole::unrestrictedRoleGrantsInEachScope()
{
    const LeastRoleSearch search({role(u"Images"_s, {{u"Image"_s, Access::Read}}, 0),
                                  role(u"Alerts"_s, {{u"Alert"_s, Access::Read}}, 1)});
    const auto least =
        search.find({{{u"Image"_s, Access::Read}, {u"Alert"_s, Access::Read}}, scopeOf(1)});
    QVERIFY(least);
    QCOMPARE(least->names.size(), 2);
    QCOMPARE(least->wider, QStringList{u"Images"_s});
    QVERIFY(least->excess.isEmpty());
}

void TestLeastRole::roleOfTheScopeBeatsAnUnrestrictedOne()
{
    const AccessMap image{{u"Image"_s, Access::Read}};
    AccessMap withNode = image;
    withNode.insert(u"Node"_s, Access::Read);
    const LeastRoleSearch search({role(u"Everywhere"_s, image), role(u"Production"_s, image, 1),
                                  role(u"Broader"_s, withNode, 2)});
    QCOMPARE(search.find({image, scopeOf(1)})->names, QStringList{u"Production"_s});
    QVERIFY(search.find({image, scopeOf(1)})->wider.isEmpty());
    // As much beyond the need: Node in the scope, or Image outside of it.
    QCOMPARE(search.find({image, scopeOf(2)})->cost, 16 + 1);
    QCOMPARE(search.find({image})->names, QStringList{u"Everywhere"_s});
}

void TestLeastRole::centralWithoutScopesIsUnrestricted()
{
    const RoleGrant old{u"Images"_s, {}, {{u"Image"_s, Access::Read}}};
    QVERIFY(LeastRoleSearch({old}).find({{{u"Image"_s, Access::Read}}}));
}

void TestLeastRole::writeGrantsRead()
{
    const LeastRoleSearch search({role(u"Writer"_s, {{u"Image"_s, Access::ReadWrite}})});
    const auto least = search.find({{{u"Image"_s, Access::Read}}});
    QVERIFY(least);
    QCOMPARE(least->cost, 2 * 16 + 1);
}

void TestLeastRole::adminLikeResourcesWeighTenTimes()
{
    QCOMPARE(weightOf({{u"Alert"_s, Access::ReadWrite}, {u"Node"_s, Access::None}}), 3);
    for (const QString &resource : {u"Access"_s, u"Administration"_s, u"Integration"_s})
        QCOMPARE(weightOf({{resource, Access::ReadWrite}}), 30);
    const AccessMap image{{u"Image"_s, Access::Read}};
    AccessMap withAccess = image;
    withAccess.insert(u"Access"_s, Access::Read);
    AccessMap withThree = image;
    for (const QString &resource : {u"Alert"_s, u"CVE"_s, u"Node"_s})
        withThree.insert(resource, Access::ReadWrite);
    const LeastRoleSearch search({role(u"Accesses"_s, withAccess), role(u"Three"_s, withThree)});
    QCOMPARE(search.find({image})->names, QStringList{u"Three"_s});
}

void TestLeastRole::adminIsTheLastResort()
{
    const AccessMap all{{u"Image"_s, Access::ReadWrite}, {u"Access"_s, Access::ReadWrite}};
    const LeastRoleSearch search(
        {role(u"Admin"_s, all), role(u"Images"_s, {{u"Image"_s, Access::ReadWrite}})});
    const auto images = search.find({{{u"Image"_s, Access::Read}}});
    QCOMPARE(images->names, QStringList{u"Images"_s});
    QVERIFY(!images->isAdmin);
    const auto access = search.find({{{u"Access"_s, Access::Read}}});
    QCOMPARE(access->names, QStringList{u"Admin"_s});
    QVERIFY(access->isAdmin);
}

void TestLeastRole::noneIsNeverFound()
{
    QVERIFY(!LeastRoleSearch({role(u"None"_s, {{u"Image"_s, Access::Read}})})
                 .find({{{u"Image"_s, Access::Read}}}));
}

void TestLeastRole::needThatNoRoleGrantsHasNoAnswer()
{
    const LeastRoleSearch search({role(u"Images"_s, {{u"Image"_s, Access::Read}})});
    QVERIFY(!search.find({{{u"Image"_s, Access::ReadWrite}}}));
    QVERIFY(!search.find({{{u"Node"_s, Access::Read}}}));
    QVERIFY(!LeastRoleSearch({}).find({{{u"Node"_s, Access::Read}}}));
}

void TestLeastRole::emptyNeedTakesNoRole()
{
    const auto least = LeastRoleSearch({role(u"Images"_s, {{u"Image"_s, Access::Read}})})
                           .find({{{u"Image"_s, Access::None}}});
    QVERIFY(least);
    QVERIFY(least->names.isEmpty());
    QCOMPARE(least->cost, 0);
}

void TestLeastRole::moreThanFourRolesAreNotJoined()
{
    QList<RoleGrant> roles;
    AccessMap need;
    for (int at = 0; at < 5; ++at) {
        const QString resource = u"Resource%1"_s.arg(at);
        roles.append(role(resource, {{resource, Access::Read}}));
        need.insert(resource, Access::Read);
    }
    QVERIFY(!LeastRoleSearch(roles).find({need}));
    need.remove(u"Resource4"_s);
    QCOMPARE(LeastRoleSearch(roles).find({need})->names.size(), 4);
}

void TestLeastRole::excessNamesWhatIsGrantedBeyond()
{
    const auto least = LeastRoleSearch({role(u"Images"_s, {{u"Image"_s, Access::ReadWrite},
                                                           {u"Node"_s, Access::Read},
                                                           {u"Alert"_s, Access::None}})})
                           .find({{{u"Image"_s, Access::Read}}});
    QVERIFY(least);
    QCOMPARE(least->excess,
             (AccessMap{{u"Image"_s, Access::ReadWrite}, {u"Node"_s, Access::Read}}));
}

void TestLeastRole::resourcesBeyondTheLimitAreExcess()
{
    AccessMap many;
    for (int at = 0; at < 300; ++at)
        many.insert(u"Resource%1"_s.arg(at, 3, 10, QLatin1Char('0')), Access::Read);
    const AccessMap need{{u"Resource000"_s, Access::Read}};
    const auto least = LeastRoleSearch({role(u"Many"_s, many)}).find({need});
    QVERIFY(least);
    QCOMPARE(least->cost, 299 * 16 + 1);
}

void TestLeastRole::moreThanThirtyTwoResourcesAreTold()
{
    QList<RoleGrant> roles;
    for (int at = 0; at < 60; ++at)
        roles.append(role(u"Role%1"_s.arg(at), {{u"Resource%1"_s.arg(at), Access::ReadWrite}}));
    const LeastRoleSearch search(roles);
    for (int at = 0; at < 60; ++at) {
        const auto least = search.find({{{u"Resource%1"_s.arg(at), Access::ReadWrite}}});
        QVERIFY(least);
        QCOMPARE(least->names, QStringList{u"Role%1"_s.arg(at)});
        QCOMPARE(least->cost, 1);
    }
}

void TestLeastRole::unknownResourcesAreExcess()
{
    const AccessMap need{{u"Image"_s, Access::Read}};
    AccessMap withNew = need;
    withNew.insert(u"AddedByALaterCentral"_s, Access::ReadWrite);
    AccessMap withTwo = need;
    withTwo.insert(u"Alert"_s, Access::Read);
    withTwo.insert(u"Node"_s, Access::Read);
    const LeastRoleSearch search({role(u"New"_s, withNew), role(u"Two"_s, withTwo)});
    QCOMPARE(search.find({need})->names, QStringList{u"Two"_s});
    QVERIFY(LeastRoleSearch({role(u"New"_s, withNew)})
                .find({need})
                ->excess.contains(u"AddedByALaterCentral"_s));
}

void TestLeastRole::needWithoutARoleIsNamed()
{
    const QList<RoleGrant> roles{role(u"Admin"_s, {{u"Node"_s, Access::ReadWrite}}),
                                 role(u"Images"_s, {{u"Image"_s, Access::Read}}),
                                 role(u"Nodes"_s, {{u"Node"_s, Access::ReadWrite}}, 1)};
    const RoleNeed need{{{u"Image"_s, Access::ReadWrite}, {u"Node"_s, Access::Read}}};
    QCOMPARE(ungranted(roles, need), need.access);
    const RoleNeed inScope{need.access, scopeOf(1)};
    QCOMPARE(ungranted(roles, inScope), (AccessMap{{u"Image"_s, Access::ReadWrite}}));
}

/// Four roles grant 20 resources at most, so nearly every choice of three must be looked at.
void TestLeastRole::needOfFourRolesAmongAThousandIsMet()
{
    RandomRoles random(3);
    QList<RoleGrant> roles;
    AccessMap need;
    for (int at = 0; at < 19; ++at)
        need.insert(u"Resource%1"_s.arg(at), Access::Read);
    for (int at = 0; at < 1'000; ++at) {
        AccessMap access{{u"Excess%1"_s.arg(at % 40), Access::Read}};
        for (int one = 0; one < 5; ++one)
            access.insert(u"Resource%1"_s.arg(random.below(19)), Access::Read);
        roles.append(role(u"Role%1"_s.arg(at), access));
    }
    const LeastRoleSearch search(roles);
    const auto found = search.find({need});
    QVERIFY(found);
    QCOMPARE(found->names.size(), 4);
}

QTEST_GUILESS_MAIN(TestLeastRole)
#include "tst_leastrole.moc"
