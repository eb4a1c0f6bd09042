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
    void names_data();
    void names();
    void grants();
    void whoMayRevoke_data();
    void whoMayRevoke();
    void permissions_data();
    void permissions();
};

void TestAccess::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("access");
    QTest::newRow("write") << u"READ_WRITE_ACCESS"_s << int(Access::ReadWrite);
    QTest::newRow("read") << u"READ_ACCESS"_s << int(Access::Read);
    QTest::newRow("none") << u"NO_ACCESS"_s << int(Access::None);
    QTest::newRow("of a later Central") << u"ADMIN_ACCESS"_s << int(Access::None);
    QTest::newRow("other case") << u"read_access"_s << int(Access::None);
    QTest::newRow("longer") << u"READ_ACCESS "_s << int(Access::None);
    QTest::newRow("empty") << QString() << int(Access::None);
}

void TestAccess::names()
{
    QFETCH(QString, name);
    QTEST(int(accessFromName(name)), "access");
}

void TestAccess::grants()
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

void TestAccess::whoMayRevoke_data()
{
    QTest::addColumn<AccessMap>("access");
    QTest::addColumn<bool>("may");
    QTest::newRow("nothing") << AccessMap{} << false;
    QTest::newRow("reads") << AccessMap{{u"Integration"_s, Access::Read}} << false;
    QTest::newRow("writes") << AccessMap{{u"Integration"_s, Access::ReadWrite}} << true;
    QTest::newRow("writes another") << AccessMap{{u"Access"_s, Access::ReadWrite}} << false;
}

void TestAccess::whoMayRevoke()
{
    QFETCH(AccessMap, access);
    QTEST((RoleGrant{u"Role"_s, {}, access}.mayRevokeTokens()), "may");
}

void TestAccess::permissions_data()
{
    QTest::addColumn<AccessMap>("access");
    QTest::addColumn<QString>("may"); // list, revoke, roles, generate
    const auto map = [](Access integration, Access access) {
        return AccessMap{{u"Integration"_s, integration}, {u"Access"_s, access}};
    };
    QTest::newRow("nobody") << AccessMap{} << u"----"_s;
    QTest::newRow("reader") << map(Access::Read, Access::None) << u"l---"_s;
    QTest::newRow("analyst") << map(Access::Read, Access::Read) << u"l-r-"_s;
    QTest::newRow("revoker") << map(Access::ReadWrite, Access::None) << u"lv--"_s;
    QTest::newRow("generator") << map(Access::ReadWrite, Access::Read) << u"lvrg"_s;
    QTest::newRow("admin") << map(Access::ReadWrite, Access::ReadWrite) << u"lvrg"_s;
    QTest::newRow("access alone") << map(Access::None, Access::ReadWrite) << u"--r-"_s;
}

void TestAccess::permissions()
{
    QFETCH(AccessMap, access);
    const Permissions can{access};
    const QString may = QString(can.mayList() ? u'l' : u'-') + (can.mayRevoke() ? u'v' : u'-')
                        + (can.mayReadRoles() ? u'r' : u'-') + (can.mayGenerate() ? u'g' : u'-');
    QTEST(may, "may");
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
