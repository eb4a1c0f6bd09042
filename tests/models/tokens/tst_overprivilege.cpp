// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/overprivilege.h"
#include "models/tokens/table/tokentablebuilder.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Now = 1'787'647'320'000;

KnownRoles someRoles()
{
    const auto image = [](Access access) { return AccessMap{{u"Image"_s, access}}; };
    return KnownRoles({{u"Admin"_s,
                        {},
                        {{u"Image"_s, Access::ReadWrite},
                         {u"Node"_s, Access::ReadWrite},
                         {u"Integration"_s, Access::ReadWrite}}},
                       {u"Reader"_s, {}, image(Access::Read)},
                       {u"Writer"_s, {}, image(Access::ReadWrite)},
                       {u"Nodes"_s, {}, {{u"Node"_s, Access::ReadWrite}}},
                       {u"Integrations"_s, {}, {{u"Integration"_s, Access::ReadWrite}}}});
}

class Tokens
{
public:
    Tokens &add(const QString &name, const QStringList &roles, UtcMs expiresAt = Now + DayMs,
                bool revoked = false)
    {
        Token token;
        token.id = u"id-%1"_s.arg(++m_count);
        token.name = name;
        token.roles = roles;
        token.expiresAt = expiresAt;
        token.revoked = revoked;
        m_builder.add(token);
        return *this;
    }
    std::vector<OverPrivilege> found(const KnownRoles &known = someRoles())
    {
        return overPrivileges(
            *m_builder.build(), [&known](TokenTable::Part) -> const KnownRoles & { return known; },
            Now);
    }

private:
    TokenTableBuilder m_builder;
    int m_count = 0;
};

} // namespace

class TestOverPrivilege : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nameStems_data();
    void nameStems();
    void writersOfAllAreFound();
    void tokensThatRaiseTheirRightsAreFound();
    void heaviestOfANameGroupIsFound();
    void smallGroupSaysNothing();
    void halfOfAGroupIsNotOverIt();
    void deadTokensDoNotCount();
    void unknownRolesDoNotCount();
    void adminIsFoundBeforeTheRolesWereRead();
};

void TestOverPrivilege::nameStems_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("stem");
    QTest::newRow("number") << "gitlab-runner-07"_ba
                            << "gitlab-runner"_ba;
    QTest::newRow("rotated") << "gitlab-runner-07-2"_ba
                             << "gitlab-runner"_ba;
    QTest::newRow("no separator") << "ci2"_ba
                                  << "ci"_ba;
    QTest::newRow("no number") << "jenkins-"_ba
                               << "jenkins-"_ba;
    QTest::newRow("inside") << "ci-2-prod"_ba
                            << "ci-2-prod"_ba;
    QTest::newRow("digits") << "2026"_ba
                            << "2026"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("UTF-8") << "läufer 3"_ba
                           << "läufer"_ba;
}

void TestOverPrivilege::nameStems()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, stem);
    const std::string_view text(name.constData(), std::size_t(name.size()));
    QCOMPARE(QByteArray(nameStem(text).data(), qsizetype(nameStem(text).size())), stem);
}

void TestOverPrivilege::writersOfAllAreFound()
{
    const auto found = Tokens()
                           .add(u"a"_s, {u"Admin"_s})
                           .add(u"b"_s, {u"Writer"_s, u"Nodes"_s, u"Integrations"_s})
                           .add(u"c"_s, {u"Writer"_s, u"Nodes"_s})
                           .found();
    QCOMPARE(found[0], OverPrivilege::WritesEverything);
    QCOMPARE(found[1], OverPrivilege::WritesEverything); // together
    QCOMPARE(found[2], OverPrivilege::None);
}

void TestOverPrivilege::tokensThatRaiseTheirRightsAreFound()
{
    const auto found = Tokens().add(u"a"_s, {u"Reader"_s, u"Integrations"_s}).found();
    QCOMPARE(found[0], OverPrivilege::RaisesRights);
    const KnownRoles reader(
        {{u"Auditor"_s, {}, {{u"Access"_s, Access::Read}, {u"Node"_s, Access::None}}}});
    QCOMPARE(Tokens().add(u"a"_s, {u"Auditor"_s}).found(reader)[0], OverPrivilege::None);
    // As Central's own role for a sensor does.
    const KnownRoles sensors({{u"Sensors"_s,
                               {},
                               {{u"Administration"_s, Access::ReadWrite},
                                {u"Cluster"_s, Access::ReadWrite},
                                {u"Node"_s, Access::None}}},
                              {u"Nodes"_s, {}, {{u"Node"_s, Access::ReadWrite}}}});
    QCOMPARE(Tokens().add(u"a"_s, {u"Sensors"_s}).found(sensors)[0], OverPrivilege::None);
}

void TestOverPrivilege::heaviestOfANameGroupIsFound()
{
    const auto found = Tokens()
                           .add(u"ci-1"_s, {u"Reader"_s})
                           .add(u"ci-2"_s, {u"Reader"_s})
                           .add(u"ci-3-2"_s, {u"Writer"_s, u"Nodes"_s})
                           .add(u"other"_s, {u"Writer"_s})
                           .found();
    QCOMPARE(found, (std::vector{OverPrivilege::None, OverPrivilege::None,
                                 OverPrivilege::MoreThanGroup, OverPrivilege::None}));
}

void TestOverPrivilege::smallGroupSaysNothing()
{
    const auto found = Tokens().add(u"ci-1"_s, {u"Reader"_s}).add(u"ci-2"_s, {u"Writer"_s}).found();
    QCOMPARE(found, std::vector(2, OverPrivilege::None));
}

void TestOverPrivilege::halfOfAGroupIsNotOverIt()
{
    const auto found = Tokens()
                           .add(u"ci-1"_s, {u"Reader"_s})
                           .add(u"ci-2"_s, {u"Writer"_s})
                           .add(u"ci-3"_s, {u"Reader"_s})
                           .add(u"ci-4"_s, {u"Writer"_s})
                           .found();
    QCOMPARE(found, std::vector(4, OverPrivilege::None));
}

void TestOverPrivilege::deadTokensDoNotCount()
{
    const auto found = Tokens()
                           .add(u"ci-1"_s, {u"Reader"_s}, Now - 1)
                           .add(u"ci-2"_s, {u"Reader"_s}, Now + DayMs, true)
                           .add(u"ci-3"_s, {u"Writer"_s})
                           .add(u"x"_s, {u"Admin"_s}, Now + DayMs, true)
                           .found();
    QCOMPARE(found, std::vector(4, OverPrivilege::None));
}

void TestOverPrivilege::unknownRolesDoNotCount()
{
    const auto found = Tokens()
                           .add(u"ci-1"_s, {u"Deleted"_s})
                           .add(u"ci-2"_s, {u"Deleted"_s})
                           .add(u"ci-3"_s, {u"Writer"_s})
                           .add(u"ci-4"_s, {u"Deleted"_s, u"Integrations"_s})
                           .found();
    QCOMPARE(found, (std::vector{OverPrivilege::None, OverPrivilege::None, OverPrivilege::None,
                                 OverPrivilege::RaisesRights}));
}

void TestOverPrivilege::adminIsFoundBeforeTheRolesWereRead()
{
    const auto found =
        Tokens().add(u"a"_s, {u"Admin"_s}).add(u"b"_s, {u"Writer"_s}).found(KnownRoles());
    QCOMPARE(found, (std::vector{OverPrivilege::WritesEverything, OverPrivilege::None}));
}

QTEST_GUILESS_MAIN(TestOverPrivilege)
#include "tst_overprivilege.moc"
