// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/needmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestNeedModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resourcesOfRolesHaveRows();
    void writeChecksReadToo();
    void uncheckedReadTakesWriteAway();
    void resourceWithoutARowIsLeftOut();
};

namespace {

int rowOf(const NeedModel &model, const QString &resource)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, NeedModel::Resource).data().toString() == resource)
            return row;
    }
    return -1;
}

bool tick(NeedModel &model, const QString &resource, NeedModel::Column column, bool isChecked)
{
    return model.setData(model.index(rowOf(model, resource), column),
                         isChecked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

} // namespace

void TestNeedModel::resourcesOfRolesHaveRows()
{
    NeedModel model({{u"Role"_s, {}, {{u"Added\u202e"_s, Access::Read}}}});
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 27);
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row) {
        names.append(model.index(row, NeedModel::Resource).data().toString());
        QVERIFY(!model.index(row, NeedModel::Sentence).data().toString().isEmpty());
    }
    QVERIFY(names.contains(u"Added⟨U+202E⟩"_s));
    QCOMPARE(names.first(), u"Access"_s);
}

void TestNeedModel::writeChecksReadToo()
{
    NeedModel model({});
    QSignalSpy spy(&model, &NeedModel::needChanged);
    QVERIFY(tick(model, u"Image"_s, NeedModel::Write, true));
    const int row = rowOf(model, u"Image"_s);
    for (const int column : {NeedModel::Read, NeedModel::Write})
        QCOMPARE(model.index(row, column).data(Qt::CheckStateRole).value<Qt::CheckState>(),
                 Qt::Checked);
    QCOMPARE(model.need(), (AccessMap{{u"Image"_s, Access::ReadWrite}}));
    QVERIFY(tick(model, u"Image"_s, NeedModel::Read, true));
    QCOMPARE(spy.size(), 1);
    QVERIFY(tick(model, u"Image"_s, NeedModel::Write, false));
    QCOMPARE(model.need(), (AccessMap{{u"Image"_s, Access::Read}}));
    QCOMPARE(spy.size(), 2);
}

void TestNeedModel::uncheckedReadTakesWriteAway()
{
    NeedModel model({});
    model.setNeed({{u"Image"_s, Access::ReadWrite}, {u"Node"_s, Access::Read}});
    QVERIFY(tick(model, u"Image"_s, NeedModel::Read, false));
    QCOMPARE(model.need(), (AccessMap{{u"Node"_s, Access::Read}}));
}

void TestNeedModel::resourceWithoutARowIsLeftOut()
{
    NeedModel model({});
    model.setNeed({{u"Unheard"_s, Access::Read}, {u"Node"_s, Access::None}});
    QVERIFY(model.need().isEmpty());
}

QTEST_GUILESS_MAIN(TestNeedModel)
#include "tst_needmodel.moc"
