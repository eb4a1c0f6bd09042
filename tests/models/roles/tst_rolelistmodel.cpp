// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolelistmodel.h"
#include "tests/support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <random>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

QList<RoleGrant> someGrants()
{
    return {
        {u"Admin"_s,
         u"Does all"_s,
         {{u"Image"_s, Access::ReadWrite}, {u"Node"_s, Access::ReadWrite}}},
        {u"Analyst"_s, {}, {{u"Image"_s, Access::Read}, {u"Node"_s, Access::Read}}},
        {u"Sensor Creator"_s, {}, {{u"Node"_s, Access::ReadWrite}, {u"Image"_s, Access::None}}},
    };
}

} // namespace

class TestRoleListModel : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void rolesAreSortedBytewise();
    void grantsAreInTheirRoles();
    void checkingEmitsCheckedRolesChanged();
    void searchShowsCheckedRolesFirst();
    void searchKeepsPersistentIndexes();
    void setRolesKeepsAllowedCheckMarks();
    void refusedRolesAreMarked();
    void checkedGrantIsTheUnion();
    void controlCharactersInNamesAreShown();
    void randomSearchesKeepRowsConsistent();

private:
    [[nodiscard]] QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row).data(RoleListModel::NameRole).toString());
        return names;
    }

    std::unique_ptr<RoleListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestRoleListModel::init()
{
    StrictTest::init();
    m_model = std::make_unique<RoleListModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestRoleListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
}

void TestRoleListModel::rolesAreSortedBytewise()
{
    m_model->setRoles({u"b"_s, u"Ä"_s, u"a"_s, u"Z"_s, u"b"_s, u"\U0001f680"_s, u"\uffee"_s}, {});
    // UTF-8 order, like Central's. In UTF-16 order the rocket would be before U+FFEE.
    QCOMPARE(shown(), (QStringList{u"Z"_s, u"a"_s, u"b"_s, u"Ä"_s, u"\uffee"_s, u"\U0001f680"_s}));
    QCOMPARE(m_model->roleCount(), 6);
}

void TestRoleListModel::grantsAreInTheirRoles()
{
    m_model->setRoles({u"Admin"_s, u"Analyst"_s, u"New one"_s}, someGrants());
    const auto dataOf = [&](int row, int role) { return m_model->index(row).data(role); };
    QVERIFY(dataOf(0, RoleListModel::GrantKnownRole).toBool());
    QVERIFY(dataOf(0, RoleListModel::WritesEverythingRole).toBool());
    QCOMPARE(dataOf(0, RoleListModel::WritesRole).toStringList(),
             (QStringList{u"Image"_s, u"Node"_s}));
    QVERIFY(!dataOf(1, RoleListModel::WritesEverythingRole).toBool());
    QCOMPARE(dataOf(1, RoleListModel::ReadsRole).toStringList(),
             (QStringList{u"Image"_s, u"Node"_s}));
    QVERIFY(!dataOf(2, RoleListModel::GrantKnownRole).toBool());
    QVERIFY(!dataOf(2, RoleListModel::WritesEverythingRole).toBool());
    m_model->setRoles({u"Admin"_s}, {});
    QVERIFY(!dataOf(0, RoleListModel::WritesEverythingRole).toBool());
}

void TestRoleListModel::checkingEmitsCheckedRolesChanged()
{
    m_model->setRoles({u"Admin"_s, u"Analyst"_s, u"Zoo"_s}, {});
    QSignalSpy changed(m_model.get(), &RoleListModel::checkedRolesChanged);
    QVERIFY(m_model->flags(m_model->index(1)) & Qt::ItemIsUserCheckable);
    QVERIFY(m_model->setData(m_model->index(2), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_model->setData(m_model->index(0), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_model->setData(m_model->index(0), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(m_model->checkedRoles(), (QStringList{u"Admin"_s, u"Zoo"_s}));
    QVERIFY(!m_model->setData(m_model->index(0), u"x"_s, Qt::EditRole));
    QVERIFY(!m_model->setData({}, Qt::Checked, Qt::CheckStateRole));
    m_model->setChecked({u"Analyst"_s, u"unknown"_s});
    QCOMPARE(changed.size(), 3);
    QCOMPARE(m_model->checkedRoles(), QStringList{u"Analyst"_s});
    m_model->setChecked({u"Analyst"_s});
    QCOMPARE(changed.size(), 3);
}

void TestRoleListModel::searchShowsCheckedRolesFirst()
{
    m_model->setRoles({u"Admin"_s, u"Analyst"_s, u"Continuous Integration"_s, u"Sensor"_s}, {});
    m_model->setChecked({u"Sensor"_s});
    m_model->setSearch(u"AN"_s);
    QCOMPARE(shown(), (QStringList{u"Sensor"_s, u"Analyst"_s}));
    m_model->setSearch(u"integration cont"_s);
    QCOMPARE(shown(), (QStringList{u"Sensor"_s, u"Continuous Integration"_s}));
    m_model->setSearch(u"nothing"_s);
    QCOMPARE(shown(), QStringList{u"Sensor"_s});
    QCOMPARE(m_model->checkedRoles(), QStringList{u"Sensor"_s});
    m_model->setSearch(u" "_s);
    QCOMPARE(shown().size(), 4);
    QCOMPARE(shown().constLast(), u"Sensor"_s);
    QCOMPARE(m_model->roleCount(), 4);
}

void TestRoleListModel::searchKeepsPersistentIndexes()
{
    m_model->setRoles({u"a1"_s, u"b"_s, u"a2"_s, u"c"_s}, {});
    const QPersistentModelIndex index = m_model->index(1);
    QCOMPARE(index.data().toString(), u"a2"_s);
    m_model->setSearch(u"a"_s);
    m_model->setChecked({u"c"_s});
    m_model->setSearch(u"2"_s);
    QCOMPARE(index.row(), 1);
    QCOMPARE(index.data().toString(), u"a2"_s);
}

void TestRoleListModel::setRolesKeepsAllowedCheckMarks()
{
    m_model->setRoles({u"Admin"_s, u"Analyst"_s}, {});
    m_model->setChecked({u"Admin"_s, u"Analyst"_s});
    QSignalSpy changed(m_model.get(), &RoleListModel::checkedRolesChanged);
    m_model->setRoles({u"Admin"_s, u"Analyst"_s, u"New"_s}, someGrants());
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_model->checkedRoles(), (QStringList{u"Admin"_s, u"Analyst"_s}));
    m_model->setRoles({u"Analyst"_s}, {});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->checkedRoles(), QStringList{u"Analyst"_s});
}

void TestRoleListModel::refusedRolesAreMarked()
{
    m_model->setRoles({u"Admin"_s, u"Analyst"_s}, {});
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setRefused({u"Admin"_s, u"unknown"_s});
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_model->index(0).data(RoleListModel::RefusedRole).toBool());
    QCOMPARE(m_model->index(0).data(Qt::AccessibleTextRole).toString(),
             u"Admin, refused by Central"_s);
    m_model->setRefused({});
    QVERIFY(!m_model->index(0).data(RoleListModel::RefusedRole).toBool());
}

void TestRoleListModel::checkedGrantIsTheUnion()
{
    m_model->setRoles({u"Analyst"_s, u"Sensor Creator"_s, u"New one"_s}, someGrants());
    QStringList writes{u"stale"_s};
    QStringList reads;
    QVERIFY(m_model->checkedGrant(&writes, &reads));
    QVERIFY(writes.isEmpty() && reads.isEmpty());
    m_model->setChecked({u"Analyst"_s, u"Sensor Creator"_s});
    QVERIFY(m_model->checkedGrant(&writes, &reads));
    QCOMPARE(writes, QStringList{u"Node"_s});
    QCOMPARE(reads, QStringList{u"Image"_s}); // a resource with write access is not in `reads`
    m_model->setChecked({u"Analyst"_s, u"New one"_s});
    QVERIFY(!m_model->checkedGrant(&writes, &reads));
}

void TestRoleListModel::controlCharactersInNamesAreShown()
{
    m_model->setRoles({QString(), QString(10'000, u'x'), u"\u202eadmin"_s}, {});
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->index(2).data().toString(), u"⟨U+202E⟩admin"_s);
    m_model->setSearch(u"XXX"_s);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestRoleListModel::randomSearchesKeepRowsConsistent()
{
    std::mt19937 random(3);
    QStringList roles;
    for (int at = 0; at < 40; ++at)
        roles.append(u"role "_s + QString::number(at));
    m_model->setRoles(roles, {});
    const QPersistentModelIndex index = m_model->index(20);
    const QString name = index.data().toString();
    for (int turn = 0; turn < 300; ++turn) {
        if (m_model->rowCount() > 0 && random() % 2) {
            const auto row = int(random() % quint32(m_model->rowCount()));
            m_model->setData(m_model->index(row), random() % 3 ? Qt::Unchecked : Qt::Checked,
                             Qt::CheckStateRole);
        }
        m_model->setSearch({});
        m_model->setSearch(QString::number(random() % 20));
        const QStringList checked = m_model->checkedRoles();
        QStringList first = shown().mid(0, checked.size());
        first.sort();
        QStringList expected = checked;
        expected.sort();
        QCOMPARE(first, expected);
        QVERIFY(!index.isValid() || index.data().toString() == name);
    }
    m_model->setSearch({});
    QCOMPARE(m_model->rowCount(), 40);
}

QTEST_MAIN(TestRoleListModel)
#include "tst_rolelistmodel.moc"
