// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/serverlistmodel.h"
#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/servers/viewlist.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

ServerId id(int number)
{
    return ServerId(QUuid(uint(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

QList<ServerRow> three(const QString &stateOfTheFirst = {})
{
    return {{id(1), u"prod-eu"_s, u"central-eu.acme.example"_s, u"blue"_s, stateOfTheFirst},
            {id(2), u"prod-us"_s, u"central-us.acme.example"_s, u"plum"_s},
            {id(3), u"staging"_s, u"central.acme.example"_s, u"teal"_s}};
}

std::unique_ptr<QMenu> menuAt(ServerList *list, const QPoint &point)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, point, list->viewport()->mapToGlobal(point));
    QApplication::sendEvent(list->viewport(), &event);
    return std::unique_ptr<QMenu>(list->findChildren<QMenu *>(u"serverMenu"_s).last());
}

QHash<QString, QAction *> actionsOf(const QMenu *menu)
{
    QHash<QString, QAction *> actions;
    for (QAction *action : menu->actions())
        actions.insert(action->text(), action);
    return actions;
}

} // namespace

class TestServerSidebar : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initials_data();
    void initials();
    void stateLineMakesTheRowTaller();
    void railKeepsTheName();
    void lowRailShowsAWholeServer();
    void setCurrentEmitsNothing();
    void keysEmitRequests();
    void menuOffersTheActionsOfTheRow();
    void connectionOfThisRunCanBeKept();
    void arrowKeysDoNotChoose();
    void clickChooses();
    void droppedRowIsMoved_data();
    void droppedRowIsMoved();
};

void TestServerSidebar::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letters");
    QTest::newRow("last part") << u"prod-eu"_s << u"eu"_s;
    QTest::newRow("one word") << u"staging"_s << u"st"_s;
    QTest::newRow("host") << u"central-eu.acme.example"_s << u"eu"_s;
    QTest::newRow("upper case") << u"Demo"_s << u"de"_s;
    QTest::newRow("address") << u"127.0.0.1"_s << u"12"_s;
    QTest::newRow("short last part") << u"lab-2"_s << u"la"_s;
    QTest::newRow("one letter") << u"x"_s << u"x"_s;
    QTest::newRow("no letter") << u"–!"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestServerSidebar::initials()
{
    QFETCH(QString, name);
    QFETCH(QString, letters);
    QCOMPARE(serverInitials(name), letters);
}

void TestServerSidebar::stateLineMakesTheRowTaller()
{
    ServerSidebar sidebar;
    sidebar.servers()->setServers(three());
    sidebar.list()->setCurrent(id(1));
    sidebar.resize(200, 400);
    sidebar.show();
    const ServerList *list = sidebar.list();
    const int height = list->visualRect(sidebar.servers()->index(0)).height();
    QVERIFY(height >= 32);
    sidebar.servers()->setServers(three(u"May not list tokens"_s));
    QTRY_COMPARE(list->visualRect(sidebar.servers()->index(0)).height(), height + 12);
    const QModelIndex last = sidebar.servers()->index(2);
    QTRY_VERIFY(list->viewport()->rect().contains(list->visualRect(last)));
    QVERIFY(list->selectionModel()->isSelected(sidebar.servers()->index(0)));
}

void TestServerSidebar::railKeepsTheName()
{
    ServerSidebar sidebar;
    QAction add(u"Add server…"_s);
    QAction import(u"Import from roxctl…"_s);
    sidebar.setActions(&add, &import);
    sidebar.servers()->setServers(three());
    sidebar.resize(200, 400);
    sidebar.show();
    for (const bool rail : {true, false, true}) {
        sidebar.setRail(rail);
        QCOMPARE(sidebar.maximumWidth() == ServerSidebar::RailWidth, rail);
        auto *button = gui::find<QToolButton>(u"Add server"_s);
        QVERIFY(button);
        const ServerList *list = sidebar.list();
        QTRY_COMPARE(button->mapTo(&sidebar, QPoint()).y() > list->geometry().bottom(), rail);
    }
    QCOMPARE(sidebar.servers()->index(0).data(Qt::AccessibleTextRole).toString(), u"prod-eu"_s);
}

void TestServerSidebar::lowRailShowsAWholeServer()
{
    ServerSidebar sidebar;
    QList<ViewList::View> views;
    for (int i = 0; i < 7; ++i)
        views.append({QString::number(i), u"Expiring"_s, u"expiring"_s});
    sidebar.views()->setViews(views);
    sidebar.servers()->setServers(three());
    sidebar.setRail(true);
    sidebar.resize(ServerSidebar::RailWidth, 200);
    sidebar.show();
    const ServerList *list = sidebar.list();
    QTRY_VERIFY(list->verticalScrollBar()->maximum() > 0);
    QVERIFY(list->viewport()->height() >= list->visualRect(sidebar.servers()->index(0)).height());
}

void TestServerSidebar::setCurrentEmitsNothing()
{
    ServerSidebar sidebar;
    QSignalSpy chosen(sidebar.list(), &ServerList::chosen);
    sidebar.servers()->setServers(three());
    sidebar.list()->setCurrent(id(2));
    QCOMPARE(sidebar.list()->currentIndex().row(), 1);
    sidebar.list()->setCurrent(id(7));
    QVERIFY(!sidebar.list()->currentIndex().isValid());
    QCOMPARE(chosen.count(), 0);
    sidebar.list()->chooseRow(2);
    sidebar.list()->chooseRow(7);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first(), QVariant::fromValue(id(3)));
}

void TestServerSidebar::keysEmitRequests()
{
    ServerSidebar sidebar;
    sidebar.servers()->setServers(three());
    sidebar.list()->setCurrent(id(2));
    sidebar.show();
    ServerList *list = sidebar.list();
    QSignalSpy edit(list, &ServerList::editRequested);
    QSignalSpy remove(list, &ServerList::removeRequested);
    QSignalSpy move(list, &ServerList::moveRequested);
    QTest::keyClick(list, Qt::Key_F2);
    QCOMPARE(edit.takeFirst().first(), QVariant::fromValue(id(2)));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(remove.takeFirst().first(), QVariant::fromValue(id(2)));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(move.takeFirst(), (QVariantList{QVariant::fromValue(id(2)), 0}));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(move.takeFirst(), (QVariantList{QVariant::fromValue(id(2)), 2}));
    list->setCurrent(id(3));
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier); // already last
    QCOMPARE(move.count() + edit.count() + remove.count(), 0);
    QCOMPARE(sidebar.servers()->idAt(0), id(1)); // nothing moved by itself
}

void TestServerSidebar::menuOffersTheActionsOfTheRow()
{
    ServerSidebar sidebar;
    QAction add(u"Add server…"_s);
    QAction import(u"Import from roxctl…"_s);
    sidebar.setActions(&add, &import);
    sidebar.servers()->setServers(three());
    sidebar.list()->setCurrent(id(1));
    sidebar.resize(200, 400);
    sidebar.show();
    ServerList *list = sidebar.list();
    QSignalSpy duplicate(list, &ServerList::duplicateRequested);
    std::unique_ptr<QMenu> menu =
        menuAt(list, list->visualRect(sidebar.servers()->index(0)).center());
    QVERIFY(menu);
    const auto actions = actionsOf(menu.get());
    for (const QString &name :
         {u"Edit connection…"_s, u"Duplicate…"_s, u"Remove server…"_s, u"Add server…"_s})
        QVERIFY2(actions.value(name) && actions.value(name)->isEnabled(), qPrintable(name));
    QVERIFY(!actions.value(u"Move up"_s)->isEnabled());
    QVERIFY(actions.value(u"Move down"_s)->isEnabled());
    actions.value(u"Duplicate…"_s)->trigger();
    QCOMPARE(duplicate.takeFirst().first(), QVariant::fromValue(id(1)));

    menu = menuAt(list, {20, 390}); // next to the rows
    QVERIFY(menu);
    for (const QAction *action : menu->actions())
        QVERIFY(action->isSeparator() || action == &add || action == &import);
}

void TestServerSidebar::connectionOfThisRunCanBeKept()
{
    ServerSidebar sidebar;
    QAction add(u"Add server…"_s);
    QAction import(u"Import from roxctl…"_s);
    sidebar.setActions(&add, &import);
    QList<ServerRow> rows = three();
    rows.append({id(4), u"from the variables"_s, u"localhost:8443"_s, u"blue"_s});
    rows.last().isProfile = false;
    rows.last().canBeSaved = true;
    sidebar.servers()->setServers(rows);
    sidebar.list()->setCurrent(id(4));
    sidebar.resize(200, 400);
    sidebar.show();
    ServerList *list = sidebar.list();
    QSignalSpy keep(list, &ServerList::keepRequested);
    QSignalSpy edit(list, &ServerList::editRequested);
    QSignalSpy remove(list, &ServerList::removeRequested);
    QSignalSpy move(list, &ServerList::moveRequested);
    const QModelIndex row = sidebar.servers()->index(3);
    QCOMPARE(list->currentIndex(), row);
    QTest::keyClick(list, Qt::Key_F2);
    QCOMPARE(keep.count(), 1);
    // The connection of this run cannot be removed or moved.
    QTest::keyClick(list, Qt::Key_Delete);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(edit.count() + remove.count() + move.count(), 0);
    QVERIFY(!row.flags().testFlag(Qt::ItemIsDragEnabled));
    std::unique_ptr<QMenu> menu = menuAt(list, list->visualRect(row).center());
    auto actions = actionsOf(menu.get());
    QVERIFY(!actions.contains(u"Edit connection…"_s) && !actions.contains(u"Remove server…"_s));
    QVERIFY(actions.contains(u"Keep this connection…"_s));
    actions.value(u"Keep this connection…"_s)->trigger();
    QCOMPARE(keep.count(), 2);
    // A profile cannot be moved below it.
    menu = menuAt(list, list->visualRect(sidebar.servers()->index(2)).center());
    QVERIFY(!actionsOf(menu.get()).value(u"Move down"_s)->isEnabled());

    rows.last().canBeSaved = false; // the demo cannot be saved
    sidebar.servers()->setServers(rows);
    QTest::keyClick(list, Qt::Key_F2);
    QCOMPARE(keep.count(), 2);
    menu = menuAt(list, list->visualRect(row).center());
    QVERIFY(!actionsOf(menu.get()).contains(u"Keep this connection…"_s));
}

void TestServerSidebar::arrowKeysDoNotChoose()
{
    ServerSidebar sidebar;
    sidebar.servers()->setServers(three());
    sidebar.list()->setCurrent(id(1));
    sidebar.show();
    ServerList *list = sidebar.list();
    QSignalSpy chosen(list, &ServerList::chosen);
    const auto selected = [&] {
        const QModelIndexList rows = list->selectionModel()->selectedRows();
        return rows.size() == 1 ? rows.first().row() : -1;
    };
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), 2);
    QCOMPARE(selected(), 0); // the window's server stays selected
    QCOMPARE(chosen.count(), 0);
    // An update of the rows does not move the keyboard's current row.
    sidebar.servers()->setServers(three(u"Sign-in ends Friday"_s));
    list->setCurrent(id(1));
    QCOMPARE(list->currentIndex().row(), 2);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(3)));
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(2)));
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Return); // the current server
    QTest::keyClick(list, Qt::Key_S);      // selects "staging" by its first letter
    QCOMPARE(list->currentIndex().row(), 2);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(selected(), 0);
}

void TestServerSidebar::clickChooses()
{
    ServerSidebar sidebar;
    sidebar.servers()->setServers(three());
    sidebar.list()->setCurrent(id(1));
    sidebar.resize(200, 400);
    sidebar.show();
    ServerList *list = sidebar.list();
    QSignalSpy chosen(list, &ServerList::chosen);
    const auto at = [&](int row) {
        return list->visualRect(sidebar.servers()->index(row)).center();
    };
    QTest::mouseClick(list->viewport(), Qt::RightButton, {}, at(1)); // opens its menu
    QTest::mousePress(list->viewport(), Qt::LeftButton, {}, at(1));  // may start a drag
    QCOMPARE(chosen.count(), 0);
    QVERIFY(list->selectionModel()->isSelected(sidebar.servers()->index(0)));
    QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, at(1));
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(2)));
    // A screen reader selects; the selection itself stays with what the window is on.
    list->selectionModel()->select(sidebar.servers()->index(2),
                                   QItemSelectionModel::ClearAndSelect);
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(3)));
    QVERIFY(list->selectionModel()->isSelected(sidebar.servers()->index(0)));
}

void TestServerSidebar::droppedRowIsMoved_data()
{
    QTest::addColumn<int>("dragged");
    QTest::addColumn<int>("on"); // drop on this row, at this share of its height
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("to"); // -1: no move
    QTest::newRow("to the end") << 1 << 2 << 0.9 << 2;
    QTest::newRow("to the start") << 3 << 0 << 0.1 << 0;
    QTest::newRow("to the middle, from above") << 1 << 1 << 0.9 << 1;
    QTest::newRow("to the middle, from below") << 3 << 1 << 0.1 << 1;
    QTest::newRow("on itself") << 2 << 1 << 0.3 << -1;
    QTest::newRow("before the next") << 2 << 2 << 0.1 << -1;
    QTest::newRow("under the list") << 1 << 2 << 3.0 << 2;
    QTest::newRow("of another program") << 7 << 0 << 0.1 << -1;
}

void TestServerSidebar::droppedRowIsMoved()
{
    QFETCH(int, dragged);
    QFETCH(int, on);
    QFETCH(double, share);
    QFETCH(int, to);
    ServerSidebar sidebar;
    ServerListModel foreign;
    foreign.setServers({{id(7), u"elsewhere"_s, {}, {}}});
    sidebar.servers()->setServers(three());
    sidebar.resize(200, 400);
    sidebar.show();
    ServerList *list = sidebar.list();
    QSignalSpy move(list, &ServerList::moveRequested);
    const ServerListModel *from = dragged == 7 ? &foreign : sidebar.servers();
    const std::unique_ptr<QMimeData> data(from->mimeData({from->index(from->rowOf(id(dragged)))}));
    QVERIFY(!data->hasText() && data->formats() == from->mimeTypes());
    const QRect rect = list->visualRect(sidebar.servers()->index(on));
    const QPointF at(rect.center().x(), rect.top() + rect.height() * share);
    QDragEnterEvent enter(at.toPoint(), Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(list->viewport(), &enter);
    QDropEvent event(at, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(list->viewport(), &event);
    QCOMPARE(move.count(), to < 0 ? 0 : 1);
    if (to >= 0)
        QCOMPARE(move.takeFirst(), (QVariantList{QVariant::fromValue(id(dragged)), to}));
    QCOMPARE(event.dropAction(), Qt::IgnoreAction); // else Qt would take the row out
    QCOMPARE(sidebar.servers()->servers(), three());
}

QTEST_MAIN(TestServerSidebar)
#include "tst_serversidebar.moc"
