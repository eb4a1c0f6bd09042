// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/access.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accessNamesAreParsed_data();
    void accessNamesAreParsed();
    void grantListsWritesAndReads();
    void revokeNeedsIntegrationWrite_data();
    void revokeNeedsIntegrationWrite();
    void permissionsAllowCalls_data();
    void permissionsAllowCalls();
};

void TestAccess::accessNamesAreParsed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("access");
    QTest::newRow("write") << u"READ_WRITE_ACCESS"_s << int(Access::ReadWrite);
    QTest::newRow("read") << u"READ_ACCESS"_s << int(Access::Read);
    QTest::newRow("none") << u"NO_ACCESS"_s << int(Access::None);
    QTest::newRow("unknown access") << u"ADMIN_ACCESS"_s << int(Access::None);
    QTest::newRow("other case") << u"read_access"_s << int(Access::None);
    QTest::newRow("longer") << u"READ_ACCESS "_s << int(Access::None);
    QTest::newRow("empty") << QString() << int(Access::None);
}

void TestAccess::accessNamesAreParsed()
{
    QFETCH(QString, name);
    QTEST(int(accessFromName(name)), "access");
}

void TestAccess::grantListsWritesAndReads()
{
    const RoleGrant grant{u"Writer"_s,
                          {},
                          {{u"Image"_s, Access::ReadWrite},
                           {u"Alert"_s, Access::ReadWrite},
                           {u"Cluster"_s, Access::Read},
                           {u"Node"_s, Access::None}}};
    QCOMPARE(grant.writes(), (QStringList{u"Alert"_s, u"Image"_s}));
    QCOMPARE(grant.reads(), QStringList{u"Cluster"_s});
    QVERIFY(RoleGrant().writes().isEmpty());
}

void TestAccess::revokeNeedsIntegrationWrite_data()
{
    QTest::addColumn<AccessMap>("access");
    QTest::addColumn<bool>("may");
    QTest::newRow("no access") << AccessMap{} << false;
    QTest::newRow("Integration read") << AccessMap{{u"Integration"_s, Access::Read}} << false;
    QTest::newRow("Integration write") << AccessMap{{u"Integration"_s, Access::ReadWrite}} << true;
    QTest::newRow("Access write only") << AccessMap{{u"Access"_s, Access::ReadWrite}} << false;
}

void TestAccess::revokeNeedsIntegrationWrite()
{
    QFETCH(AccessMap, access);
    QTEST((RoleGrant{u"Role"_s, {}, access}.mayRevokeTokens()), "may");
}

void TestAccess::permissionsAllowCalls_data()
{
    QTest::addColumn<AccessMap>("access");
    QTest::addColumn<QString>("may"); // list, revoke, roles, generate
    const auto map = [](Access integration, Access access) {
        return AccessMap{{u"Integration"_s, integration}, {u"Access"_s, access}};
    };
    QTest::newRow("no access") << AccessMap{} << u"----"_s;
    QTest::newRow("reader") << map(Access::Read, Access::None) << u"l---"_s;
    QTest::newRow("analyst") << map(Access::Read, Access::Read) << u"l-r-"_s;
    QTest::newRow("revoker") << map(Access::ReadWrite, Access::None) << u"lv--"_s;
    QTest::newRow("generator") << map(Access::ReadWrite, Access::Read) << u"lvrg"_s;
    QTest::newRow("admin") << map(Access::ReadWrite, Access::ReadWrite) << u"lvrg"_s;
    QTest::newRow("Access write only") << map(Access::None, Access::ReadWrite) << u"--r-"_s;
}

void TestAccess::permissionsAllowCalls()
{
    QFETCH(AccessMap, access);
    const Permissions can{access};
    const QString may = QString(can.mayList() ? u'l' : u'-') + (can.mayRevoke() ? u'v' : u'-')
                        + (can.mayReadRoles() ? u'r' : u'-') + (can.mayGenerate() ? u'g' : u'-');
    QTEST(may, "may");
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
