// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/serverlistmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

ServerId id(int number)
{
    return ServerId(QUuid(uint(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

ServerRow row(int number, const QString &state = {})
{
    return {id(number), u"server-%1"_s.arg(number), u"host-%1.example"_s.arg(number), u"blue"_s,
            state};
}

} // namespace

class TestServerListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unchangedListEmitsNothing();
    void movedRowsKeepPersistentIndexes();
    void randomListsReplaceEachOther();
    void newStateLineChangesLayout();
    void controlCharactersAreShown();
    void tooltipShowsShortcut();
    void countsUseTheLocale();
};

void TestServerListModel::unchangedListEmitsNothing()
{
    ServerListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QList<ServerRow> servers = {row(1), row(2, u"Offline since 08:42"_s)};
    model.setServers(servers);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy laidOut(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setServers(servers);
    QCOMPARE(changed.count() + laidOut.count() + moved.count() + reset.count(), 0);
}

void TestServerListModel::movedRowsKeepPersistentIndexes()
{
    ServerListModel model;
    model.setServers({row(1), row(2), row(3)});
    const QPersistentModelIndex third(model.index(2));
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.setServers({row(3), row(1), row(2)});
    QCOMPARE(moved.count(), 1);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(third.row(), 0);
    QCOMPARE(model.rowOf(id(2)), 2);
    QCOMPARE(model.rowOf(id(9)), -1);
    QCOMPARE(model.idAt(1), id(1));
}

void TestServerListModel::randomListsReplaceEachOther()
{
    ServerListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(20261124);
    for (int round = 0; round < 400; ++round) {
        QList<ServerRow> next;
        for (int number = 0; number < 6; ++number) {
            if (random.bounded(3) > 0)
                next.append(row(number, random.bounded(2) == 0 ? QString() : u"state"_s));
        }
        std::shuffle(next.begin(), next.end(), random);
        if (round % 50 == 0 && !next.isEmpty())
            next.append(next.constFirst()); // a duplicate id must not break the model
        model.setServers(next);
        QCOMPARE(model.servers(), next);
    }
}

void TestServerListModel::newStateLineChangesLayout()
{
    ServerListModel model;
    model.setServers({row(1), row(2)});
    QSignalSpy laidOut(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setServers({row(1), row(2, u"Keychain locked"_s)});
    QCOMPARE(laidOut.count(), 1);
    model.setServers({row(1), row(2, u"Offline"_s)});
    QCOMPARE(laidOut.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
}

void TestServerListModel::controlCharactersAreShown()
{
    ServerRow server = row(1, u"of\u202Ef"_s);
    server.name = u"prod\u202Eeu"_s;
    server.address = u"<b>evil</b>"_s;
    ServerListModel model;
    model.setServers({server});
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data().toString(), u"prod⟨U+202E⟩eu"_s);
    QCOMPARE(index.data(ServerListModel::StateRole).toString(), u"of⟨U+202E⟩f"_s);
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"prod⟨U+202E⟩eu, of⟨U+202E⟩f"_s);
    const QString tip = index.data(Qt::ToolTipRole).toString();
    QVERIFY2(!tip.contains(u"<b>evil"_s) && tip.contains(u"&lt;b&gt;evil"_s), qPrintable(tip));
    QVERIFY(!tip.contains(QChar(0x202E)));

    server.name = QString(10'000, u'W');
    model.setServers({server});
    QVERIFY(model.index(0).data().toString().size() <= 400);
}

void TestServerListModel::tooltipShowsShortcut()
{
    ServerListModel model;
    QList<ServerRow> servers;
    for (int number = 1; number <= 10; ++number)
        servers.append(row(number));
    model.setServers(servers);
    QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(u"Ctrl+1"_s));
    QVERIFY(model.index(8).data(Qt::ToolTipRole).toString().contains(u"Ctrl+9"_s));
    QVERIFY(!model.index(9).data(Qt::ToolTipRole).toString().contains(u"Ctrl"_s));
    QCOMPARE(serverKey(9), 0);
}

void TestServerListModel::countsUseTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    ServerRow server = row(1);
    ServerListModel model;
    model.setServers({server});
    QCOMPARE(model.index(0).data(ServerListModel::CountRole).toString(), QString());
    server.count = 1284;
    model.setServers({server});
    QCOMPARE(model.index(0).data(ServerListModel::CountRole).toString(), u"1,284"_s);
}

QTEST_MAIN(TestServerListModel)
#include "tst_serverlistmodel.moc"
