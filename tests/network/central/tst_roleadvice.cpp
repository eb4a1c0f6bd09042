// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/leastrole.h"
#include "models/roles/resource.h"
#include "models/roles/rolepreset.h"
#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/democentral.h"

#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// What is advised on roles fits the roles that a Central has from the start.
class TestRoleAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void resourcesAreThoseOfCentral();
    void scopesHaveTheirNames();
    void presetsAreDefaultRoles_data();
    void presetsAreDefaultRoles();
    void eachPresetHasARole();

private:
    std::unique_ptr<DemoCentral> m_demo;
    QList<RoleGrant> m_roles;
};

void TestRoleAdvice::initTestCase()
{
    m_demo = std::make_unique<DemoCentral>(QStringList{u"--tokens"_s, u"20"_s});
    QVERIFY2(m_demo->isUp(), qPrintable(m_demo->why()));
    CentralClient client(m_demo->connection());
    Caught<QList<RoleGrant>> caught;
    client.roles(this, caught.handler());
    QTRY_VERIFY_WITH_TIMEOUT(caught.calls == 1, 20'000);
    QVERIFY(caught.succeeded());
    m_roles = **caught.result;
}

void TestRoleAdvice::resourcesAreThoseOfCentral()
{
    QStringList names;
    for (const ResourceInfo &info : resources()) {
        names.append(info.name);
        QVERIFY2(!info.sentence().isEmpty(), qPrintable(names.last()));
    }
    QCOMPARE(names.size(), 26);
    QVERIFY(std::is_sorted(names.cbegin(), names.cend()));
    for (const RoleGrant &role : std::as_const(m_roles)) {
        if (role.name == u"Admin"_s)
            QCOMPARE(role.access.keys(), names);
    }
}

void TestRoleAdvice::scopesHaveTheirNames()
{
    QHash<QString, QString> scopes;
    for (const RoleGrant &role : std::as_const(m_roles))
        scopes.insert(role.name, role.scopeName);
    QCOMPARE(scopes.value(u"Admin"_s), u"Unrestricted"_s);
    QCOMPARE(scopes.value(u"Production Reader"_s), u"Production clusters"_s);
}

void TestRoleAdvice::presetsAreDefaultRoles_data()
{
    QTest::addColumn<QString>("roles");
    QTest::addColumn<int>("excess"); ///< resources
    QTest::newRow("scanImages") << u"Continuous Integration"_s << 0;
    QTest::newRow("createSensors") << u"Sensor Creator"_s << 0;
    QTest::newRow("viewNetwork") << u"Network Graph Viewer"_s << 0;
    QTest::newRow("managePolicies") << u"Configuration Controller"_s << 0;
    QTest::newRow("createReports") << u"Vulnerability Report Creator"_s << 0;
    QTest::newRow("requestExceptions") << u"Vulnerability Management Requester"_s << 0;
    QTest::newRow("approveExceptions") << u"Vulnerability Management Approver"_s << 0;
    QTest::newRow("readAlerts") << u"Analyst"_s << 24;
    QTest::newRow("readVulnerabilities") << u"Continuous Integration, Network Graph Viewer"_s << 4;
    QTest::newRow("manageTokens") << u"Admin"_s << 25;
    QTest::newRow("listTokens") << u"Vulnerability Report Creator"_s << 1;
}

void TestRoleAdvice::presetsAreDefaultRoles()
{
    QFETCH(QString, roles);
    QFETCH(int, excess);
    static const QStringList defaults{u"Admin"_s,
                                      u"Analyst"_s,
                                      u"Configuration Controller"_s,
                                      u"Continuous Integration"_s,
                                      u"Network Graph Viewer"_s,
                                      u"None"_s,
                                      u"Sensor Creator"_s,
                                      u"Vulnerability Management Approver"_s,
                                      u"Vulnerability Management Requester"_s,
                                      u"Vulnerability Report Creator"_s};
    QList<RoleGrant> known;
    for (const RoleGrant &each : std::as_const(m_roles)) {
        if (defaults.contains(each.name))
            known.append(each);
    }
    QCOMPARE(known.size(), defaults.size());
    for (const RolePreset &preset : rolePresets()) {
        if (preset.id != QLatin1StringView(QTest::currentDataTag()))
            continue;
        const auto least = LeastRoleSearch(known).find({preset.need()});
        QVERIFY(least);
        QCOMPARE(least->names, roles.split(u", "_s));
        QCOMPARE(least->excess.size(), excess);
        QCOMPARE(least->isAdmin, roles == u"Admin"_s);
        return;
    }
    QFAIL("no such preset");
}

void TestRoleAdvice::eachPresetHasARole()
{
    const LeastRoleSearch search(m_roles);
    for (const RolePreset &preset : rolePresets()) {
        const auto least = search.find({preset.need()});
        QVERIFY2(least && !least->isAdmin, preset.id.data());
        QVERIFY(!preset.title().isEmpty());
    }
    const auto tokens =
        search.find({{{u"Access"_s, Access::Read}, {u"Integration"_s, Access::ReadWrite}}});
    QCOMPARE(tokens->names, QStringList{u"Token Manager"_s});
    QVERIFY(tokens->excess.isEmpty());
}

QTEST_GUILESS_MAIN(TestRoleAdvice)
#include "tst_roleadvice.moc"
