// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/details/detailspanel.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/viewlist.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/tokens/expirychart.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

class TestMainWindow : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup();

    void names_data();
    void names();
    void titles();
    void pageWithoutAServer();
    void searchEmitsAsTyped();
    void searchHasAMaximum();
    void searchHintGivesWayToClear();
    void downLeavesTheSearch();
    void statusButtons();
    void viewOfTheSidebarHasAdviceInPlaceOfButtons();
    void clickOnTheShownServerLeavesTheView();
    void countsAndStatusLine();
    void sortsByHeader();
    void arrowKeysChooseWeeks();
    void setQueryEmitsNothing();
    void escapeClearsSearchThenFilter();
    void filterHidesAll();
    void nothingToList();
    void shortcuts_data();
    void shortcuts();
    void deleteInTheSearchDeletesText();
    void disabledActionSaysWhy();
    void selection();
    void selectionChangedIsEmittedOnce();
    void selectionSurvivesARefresh();
    void selectedStatusesAreCountedLater();
    void detailsComeAndGo();
    void rowMenu();
    void narrow();
    void followsTheTheme();
    void busyLine();
    void messageOverTheList();
    void layoutIsKept();
    void sidebarKeepsItsWidth();
    void paintsOnce();

private:
    void showAll(int count = 100);
    [[nodiscard]] TokenView *view() const { return m_window->findChild<TokenView *>(); }
    [[nodiscard]] QLineEdit *search() const
    {
        return m_window->findChild<QLineEdit *>(u"searchTokens"_s);
    }
    [[nodiscard]] QString listState() const
    {
        return m_window->findChild<QLabel *>(u"listState"_s)->text();
    }
    std::unique_ptr<TokenListModel> m_model;
    std::unique_ptr<MainWindow> m_window;
    TokenTablePtr m_table;
};

void TestMainWindow::init()
{
    StrictTest::init();
    m_model = std::make_unique<TokenListModel>();
    m_window = std::make_unique<MainWindow>(m_model.get());
    testing::openServer(m_window.get());
    m_window->setAsOf(u"As of 10:42"_s);
    showAll();
    m_window->resize(1280, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_model.reset();
    QApplication::setPalette(lightPalette());
}

void TestMainWindow::showAll(int count)
{
    m_table = testing::tableOf(testing::believableTokens(), count);
    testing::showList(m_window.get(), m_model.get(), m_table, {});
    m_window->setEmptyPage({});
}

void TestMainWindow::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("object");
    QTest::newRow("servers") << u"Servers"_s << "QListView"_ba << u"servers"_s;
    QTest::newRow("tokens") << u"Tokens"_s << "QTableView"_ba << u"tokens"_s;
    QTest::newRow("search") << u"Search tokens"_s << "QLineEdit"_ba << u"searchTokens"_s;
    for (const QString &status : {u"Active"_s, u"Expiring"_s, u"Expired"_s, u"Revoked"_s, u"All"_s})
        QTest::newRow(qPrintable(status)) << status << "QToolButton"_ba << QString();
    QTest::newRow("chart") << u"Expiry by week"_s << "QWidget"_ba << u"expiryByWeek"_s;
    QTest::newRow("generate") << u"Generate token"_s << "QPushButton"_ba
                              << u"generateTokenButton"_s;
    QTest::newRow("refresh") << u"Refresh"_s << "QPushButton"_ba << u"refreshButton"_s;
    QTest::newRow("revoke") << u"Revoke"_s << "QPushButton"_ba << u"revokeButton"_s;
    QTest::newRow("copy") << u"Copy ID"_s << "QPushButton"_ba << u"copyIdButton"_s;
    QTest::newRow("details") << u"Token details"_s << "QWidget"_ba << u"tokenDetails"_s;
    QTest::newRow("message") << u"Message"_s << "QFrame"_ba << u"message"_s;
    QTest::newRow("notice") << u"Notice"_s << "QFrame"_ba << u"notice"_s;
    QTest::newRow("filter") << u"Filter"_s << "QToolButton"_ba << u"addFilter"_s;
}

void TestMainWindow::names()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, type);
    QFETCH(QString, object);
    m_window->selectIds({u"a4"_s});
    m_window->messageBar()->show({.id = u"x"_s, .lead = u"Revoked."_s});
    m_window->messageBar()->show(
        {.id = u"y"_s, .severity = Severity::Caution, .lead = u"Offline."_s});
    QTRY_VERIFY(find<DetailsPanel>(u"Token details"_s, 100));
    const QWidget *widget = find<QWidget>(name, 1000);
    QVERIFY(widget);
    QVERIFY(widget->inherits(type.constData()));
    if (!object.isEmpty())
        QCOMPARE(widget->objectName(), object);
}

void TestMainWindow::titles()
{
    QCOMPARE(m_window->windowTitle(), u"prod-eu – Rox Tokens"_s);
    m_window->setServer({});
    QCOMPARE(m_window->windowTitle(), u"Rox Tokens"_s);
}

void TestMainWindow::pageWithoutAServer()
{
    EmptyPageContent starting;
    starting.heading = u"Starting the demo…"_s;
    starting.primary = u"Stop"_s;
    m_window->setServers({}, {});
    m_window->setServer({});
    m_window->setEmptyPage(starting);
    QVERIFY(!m_window->findChild<QListView *>(u"servers"_s)->isVisible());
    QVERIFY(!search()->isVisible());
    QVERIFY(!view()->isVisible());
    const QSignalSpy primary(m_window.get(), &MainWindow::emptyPagePrimary);
    QVERIFY(find<QPushButton>(u"Stop"_s)->hasFocus());
    click(find<QPushButton>(u"Stop"_s));
    QCOMPARE(primary.count(), 1);
    testing::openServer(m_window.get());
    m_window->setEmptyPage({});
    QVERIFY(view()->isVisible());
    QVERIFY(view()->hasFocus());
}

void TestMainWindow::searchEmitsAsTyped()
{
    const QSignalSpy changed(m_window.get(), &MainWindow::searchChanged);
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search()->hasFocus());
    QTest::keyClicks(search(), u"jen"_s);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(changed.last().at(0).toString(), u"jen"_s);
}

void TestMainWindow::searchHasAMaximum()
{
    const QSignalSpy changed(m_window.get(), &MainWindow::searchChanged);
    search()->insert(QString(5000, u'x'));
    QCOMPARE(changed.last().at(0).toString().size(), 1000);
}

void TestMainWindow::searchHintGivesWayToClear()
{
    QVERIFY(!find<QToolButton>(u"Clear search"_s, 20));
    type(search(), u"jen"_s);
    const QSignalSpy changed(m_window.get(), &MainWindow::searchChanged);
    click(find<QToolButton>(u"Clear search"_s));
    QCOMPARE(changed.count(), 1);
    QVERIFY(search()->text().isEmpty());
    QVERIFY(search()->hasFocus());
    QVERIFY(!find<QToolButton>(u"Clear search"_s, 20));
}

void TestMainWindow::downLeavesTheSearch()
{
    m_window->focusSearch();
    QTest::keyClick(search(), Qt::Key_Down);
    QVERIFY(view()->hasFocus());
    QCOMPARE(m_window->selectedCount(), 1);
}

void TestMainWindow::statusButtons()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::viewChosen);
    for (const QString &name : {u"Active"_s, u"Expiring"_s, u"Expired"_s, u"Revoked"_s, u"All"_s}) {
        auto *button = find<QToolButton>(name);
        click(button);
        QCOMPARE(chosen.last().at(0).toString(), name.toLower());
        QCOMPARE(button->objectName(), name.toLower() + u"Button"_s);
        QVERIFY(button->isChecked());
    }
    QCOMPARE(chosen.count(), 5);
}

void TestMainWindow::viewOfTheSidebarHasAdviceInPlaceOfButtons()
{
    m_model->setRoles(KnownRoles({{u"Continuous Integration"_s, {}, {}}}));
    testing::showList(m_window.get(), m_model.get(), m_table, {});
    auto *views = find<ViewList>(u"Views"_s);
    const int row = gui::rowOf(views, u"Dead roles"_s);
    QVERIFY(row >= 0);
    const QString count = views->item(row)->data(ViewList::CountRole).toString();
    QVERIFY(count.toInt() > 0);
    QCOMPARE(views->item(row)->data(Qt::AccessibleTextRole).toString(), u"Dead roles: "_s + count);
    const QSignalSpy chosen(m_window.get(), &MainWindow::viewChosen);
    gui::clickRow(views, row);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().at(0).toString(), u"deadRoles"_s);
    TokenQuery query;
    query.flags = TokenFlag::DeadRole;
    testing::showList(m_window.get(), m_model.get(), m_table, query);
    QCOMPARE(m_model->rowCount(), count.toInt());
    QCOMPARE(views->chosenId(), u"deadRoles"_s);
    QVERIFY(view()->isColumnHidden(sectionOf(TokenColumn::Issued)));
    const auto *advice = m_window->findChild<QLabel *>(u"viewAdviceText"_s);
    QVERIFY(advice && advice->isVisible());
    QVERIFY2(advice->text().contains(u"gets its rights back"_s), qPrintable(advice->text()));
    QVERIFY(!m_window->findChild<QToolButton *>(u"allButton"_s)->isVisible());
    click(find<QAbstractButton>(u"All tokens"_s));
    QCOMPARE(chosen.last().at(0).toString(), u"all"_s);
    testing::showList(m_window.get(), m_model.get(), m_table, {});
    QVERIFY(!advice->isVisible());
    QVERIFY(m_window->findChild<QToolButton *>(u"allButton"_s)->isVisible());
    QCOMPARE(views->chosenId(), QString());
}

void TestMainWindow::clickOnTheShownServerLeavesTheView()
{
    TokenQuery query;
    query.flags = TokenFlag::NeverExpires;
    testing::showList(m_window.get(), m_model.get(), m_table, query);
    const QSignalSpy chosen(m_window.get(), &MainWindow::viewChosen);
    gui::clickRow(m_window->serverList(), 0);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().at(0).toString(), u"all"_s);
    testing::showList(m_window.get(), m_model.get(), m_table, {});
    gui::clickRow(m_window->serverList(), 0);
    QCOMPARE(chosen.count(), 1);
}

void TestMainWindow::countsAndStatusLine()
{
    QCOMPARE(find<QToolButton>(u"Expiring"_s)->accessibleDescription(), u"4"_s);
    QCOMPARE(find<QToolButton>(u"All"_s)->accessibleDescription(), u"100"_s);
    QVERIFY2(listState().contains(u"100 token"_s), qPrintable(listState()));
    m_window->selectIds({u"a4"_s, u"a5"_s});
    QTRY_VERIFY2(listState().endsWith(u", 2 selected"_s), qPrintable(listState()));
    TokenQuery query;
    query.text = u"jenkins"_s;
    testing::showList(m_window.get(), m_model.get(), m_table, query);
    QVERIFY2(listState().contains(u"2 of 100"_s), qPrintable(listState()));
    QCOMPARE(find<QToolButton>(u"All"_s)->accessibleDescription(), u"2"_s);
    m_window->setAsOf({});
    QCOMPARE(listState(), u"No list"_s);
}

void TestMainWindow::sortsByHeader()
{
    const QSignalSpy sorted(m_window.get(), &MainWindow::sortChosen);
    QHeaderView *header = view()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(1) + 20, 15));
    QCOMPARE(sorted.last().at(0).value<TokenColumn>(), TokenColumn::Name);
    QCOMPARE(sorted.last().at(1).value<Qt::SortOrder>(), Qt::AscendingOrder);
    TokenQuery query;
    query.sortColumn = TokenColumn::Issued;
    query.order = Qt::DescendingOrder;
    m_window->setQuery(query);
    QCOMPARE(header->sortIndicatorSection(), 4);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(sorted.count(), 1);
}

void TestMainWindow::arrowKeysChooseWeeks()
{
    const QSignalSpy chosen(m_window.get(), &MainWindow::queryChosen);
    const auto range = [&] { return chosen.last().at(0).value<TokenQuery>().expiry; };
    const ExpiryGrid weeks(testing::Now);
    auto *strip = find<ExpiryChart>(u"Expiry by week"_s);
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Right);
    QTest::keyClick(strip, Qt::Key_Right);
    QCOMPARE(range(), weeks.range(1, 1));
    QTest::keyClick(strip, Qt::Key_Escape);
    QVERIFY(range().isOpen());
    TokenQuery query;
    query.expiry = weeks.range(12, 13);
    m_window->setQuery(query);
    QCOMPARE(strip->chosenBars(), std::pair(12, 13));
    QCOMPARE(chosen.count(), 3);
}

void TestMainWindow::setQueryEmitsNothing()
{
    const QSignalSpy text(m_window.get(), &MainWindow::searchChanged);
    const QSignalSpy view(m_window.get(), &MainWindow::viewChosen);
    const QSignalSpy filter(m_window.get(), &MainWindow::queryChosen);
    const QSignalSpy sort(m_window.get(), &MainWindow::sortChosen);
    TokenQuery query;
    query.text = u"tekton"_s;
    query.status = TokenStatus::Revoked;
    query.expiry.from = testing::Now;
    query.sortColumn = TokenColumn::Name;
    m_window->setQuery(query);
    QCOMPARE(search()->text(), u"tekton"_s);
    QVERIFY(find<QToolButton>(u"Revoked"_s)->isChecked());
    QVERIFY(find<QToolButton>(u"Clear search"_s)->isVisible());
    QCOMPARE(text.count() + view.count() + filter.count() + sort.count(), 0);
}

void TestMainWindow::escapeClearsSearchThenFilter()
{
    const QSignalSpy text(m_window.get(), &MainWindow::searchChanged);
    const QSignalSpy cleared(m_window.get(), &MainWindow::filterCleared);
    TokenQuery query;
    query.text = u"jen"_s;
    query.status = TokenStatus::Active;
    m_window->setQuery(query);
    m_window->focusSearch();
    QTest::keyClick(search(), Qt::Key_Escape);
    QCOMPARE(text.count(), 1);
    QVERIFY(text.last().at(0).toString().isEmpty());
    QCOMPARE(cleared.count(), 0);
    query.text.clear();
    m_window->setQuery(query);
    QTest::keyClick(search(), Qt::Key_Escape);
    QCOMPARE(cleared.count(), 1);
    m_window->setQuery({});
    QTest::keyClick(search(), Qt::Key_Escape);
    QCOMPARE(cleared.count(), 1);
    QVERIFY(view()->hasFocus());
}

void TestMainWindow::filterHidesAll()
{
    TokenQuery query;
    query.text = u"jenkns"_s;
    testing::showList(m_window.get(), m_model.get(), m_table, query);
    EmptyPageContent content;
    content.symbol = u"search"_s;
    content.heading = u"No token matches “jenkns”"_s;
    content.primary = u"Clear filter"_s;
    m_window->setEmptyPage(content);
    QVERIFY(find<QToolButton>(u"All"_s, 100));
    QVERIFY(view()->horizontalHeader()->isVisible());
    QVERIFY(!find<ExpiryChart>(u"Expiry by week"_s, 20));
    QTRY_COMPARE(view()->height(), view()->horizontalHeader()->height());
    const QSignalSpy primary(m_window.get(), &MainWindow::emptyPagePrimary);
    click(find<QPushButton>(u"Clear filter"_s));
    QCOMPARE(primary.count(), 1);
    showAll();
    QVERIFY(find<ExpiryChart>(u"Expiry by week"_s, 100));
    QTRY_VERIFY(view()->height() > 300);
    QVERIFY(!find<QPushButton>(u"Clear filter"_s, 20));
}

void TestMainWindow::nothingToList()
{
    const TokenTablePtr none = testing::tableOf({});
    testing::showList(m_window.get(), m_model.get(), none, {});
    EmptyPageContent content;
    content.symbol = u"shield"_s;
    content.heading = u"You may not list the tokens of prod-eu"_s;
    content.secondary = u"Copy details"_s;
    content.needs = {{u"List tokens"_s, u"Integration, read: missing"_s, false},
                     {u"Generate tokens"_s, u"Access, read: yes"_s, true}};
    m_window->setEmptyPage(content);
    m_window->setServerState(u"May not list tokens"_s);
    QVERIFY(!view()->isVisible());
    QVERIFY(!find<QToolButton>(u"All"_s, 20));
    QVERIFY(search()->isVisible());
    const auto *needs = find<QWidget>(u"What is needed"_s);
    QVERIFY(needs);
    QStringList said;
    for (const auto *label : needs->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.contains(u"Integration, read: missing"_s));
    const QSignalSpy secondary(m_window.get(), &MainWindow::emptyPageSecondary);
    click(find<QPushButton>(u"Copy details"_s));
    QCOMPARE(secondary.count(), 1);
    QTRY_COMPARE(cutOff(m_window.get()), QString());
    showAll();
    QVERIFY(view()->isVisible());
}

void TestMainWindow::shortcuts_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QKeyCombination>("keys");
    QTest::newRow("generate") << Action::Generate << (Qt::CTRL | Qt::Key_N);
    QTest::newRow("refresh") << Action::Refresh << QKeyCombination(Qt::Key_F5);
    QTest::newRow("revoke") << Action::Revoke << QKeyCombination(Qt::Key_Delete);
    QTest::newRow("export") << Action::Export << (Qt::CTRL | Qt::Key_E);
    QTest::newRow("report") << Action::Report << (Qt::CTRL | Qt::Key_P);
    QTest::newRow("copy") << Action::CopyTable << (Qt::CTRL | Qt::Key_C);
    QTest::newRow("copy id") << Action::CopyId << (Qt::CTRL | Qt::SHIFT | Qt::Key_C);
}

void TestMainWindow::shortcuts()
{
    QFETCH(Action, action);
    QFETCH(QKeyCombination, keys);
    m_window->selectIds({u"a4"_s});
    view()->setFocus();
    const QSignalSpy triggered(m_window->action(action), &QAction::triggered);
    QTest::keyClick(view(), keys.key(), keys.keyboardModifiers());
    QCOMPARE(triggered.count(), 1);
    m_window->setActionState(action, false, u"No."_s);
    QTest::keyClick(view(), keys.key(), keys.keyboardModifiers());
    QCOMPARE(triggered.count(), 1);
}

void TestMainWindow::deleteInTheSearchDeletesText()
{
    m_window->selectIds({u"a4"_s});
    type(search(), u"jen"_s);
    QTest::keyClick(search(), Qt::Key_Home);
    const QSignalSpy revoke(m_window->action(Action::Revoke), &QAction::triggered);
    QTest::keyClick(search(), Qt::Key_Delete);
    QCOMPARE(search()->text(), u"en"_s);
    QCOMPARE(revoke.count(), 0);
}

void TestMainWindow::disabledActionSaysWhy()
{
    auto *button = find<QPushButton>(u"Revoke"_s);
    QVERIFY(button->toolTip().startsWith(u"Revoke (Del"_s));
    m_window->setActionState(Action::Revoke, false, u"You may not revoke on <b>prod</b>."_s);
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains(u"You may not revoke on &lt;b&gt;prod"_s));
    QCOMPARE(button->accessibleName(), u"Revoke"_s);
    m_window->setActionState(Action::Revoke, true, u"ignored"_s);
    QVERIFY(button->isEnabled());
    QVERIFY(!button->toolTip().contains(u"ignored"_s));
}

void TestMainWindow::selection()
{
    view()->setFocus();
    clickRow(view(), 5, 1);
    clickRow(view(), 2, 1, Qt::ControlModifier);
    QCOMPARE(m_window->selectedCount(), 2);
    QCOMPARE(m_window->selectedIds(), QStringList({m_model->idAt(2), m_model->idAt(5)}));
    m_window->selectIds({u"b2"_s, u"not there"_s, u"a5"_s});
    QCOMPARE(m_window->selectedCount(), 2);
    m_window->selectIds({});
    QCOMPARE(m_window->selectedCount(), 0);
    m_window->selectIds({m_model->idAt(99)});
    QVERIFY(view()->viewport()->rect().intersects(view()->visualRect(m_model->index(99, 1))));
}

void TestMainWindow::selectionChangedIsEmittedOnce()
{
    QCoreApplication::processEvents();
    const QSignalSpy changed(m_window.get(), &MainWindow::selectionChanged);
    m_window->selectIds({u"a4"_s});
    m_window->selectIds({u"a5"_s});
    QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
    QTRY_COMPARE(changed.count(), 1);
    m_model->setNow(testing::Now + MinuteMs); // only times: no selection changed
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
}

void TestMainWindow::selectionSurvivesARefresh()
{
    m_window->selectIds({u"a4"_s, u"b2"_s});
    TokenQuery query;
    query.sortColumn = TokenColumn::Name;
    query.order = Qt::DescendingOrder;
    testing::showList(m_window.get(), m_model.get(), m_table, query);
    QStringList ids = m_window->selectedIds();
    ids.sort();
    QCOMPARE(ids, (QStringList{u"a4"_s, u"b2"_s}));
    query.text = u"gitlab"_s;
    const QSignalSpy changed(m_window.get(), &MainWindow::selectionChanged);
    testing::showList(m_window.get(), m_model.get(), m_table, query);
    QCOMPARE(m_window->selectedIds(), QStringList{u"a4"_s});
    QTRY_COMPARE(changed.count(), 1);
}

void TestMainWindow::selectedStatusesAreCountedLater()
{
    showAll(300'000);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_window->selectedCount(), 300'000);
    const auto said = [this] {
        const auto *label = m_window->findChild<QLabel *>(u"selectionStatuses"_s);
        return label ? label->text() : QString();
    };
    QVERIFY(!said().contains(u"revoked"_s)); // counted after the key press was answered
    QTRY_VERIFY(said().contains(u"revoked"_s));
}

void TestMainWindow::detailsComeAndGo()
{
    auto *details = m_window->findChild<DetailsPanel *>();
    QVERIFY(!details->isVisible());
    m_window->selectIds({u"a4"_s});
    QTRY_VERIFY(details->isVisible());
    click(find<QToolButton>(u"Close details"_s));
    QVERIFY(!details->isVisible());
    QVERIFY(view()->hasFocus());
    m_window->selectIds({u"a5"_s});
    QCoreApplication::processEvents();
    QVERIFY(!details->isVisible()); // closed stays closed
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(details->isVisible());
    QCOMPARE(details->findChild<QLabel *>(u"tokenTitle"_s)->text(), u"break-glass-2026"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QVERIFY(!details->isVisible());
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(details->isVisible());
    m_window->selectIds({});
    QTRY_VERIFY(!details->isVisible());
}

void TestMainWindow::rowMenu()
{
    m_window->selectIds({u"a4"_s});
    view()->setFocus();
    const QPoint place = view()->visualRect(m_model->index(4, 1)).center();
    // From here the mouse moves to the item. Qt 6.8 takes a click where the menu came up for a
    // slip.
    QTest::mouseMove(view()->viewport(), place);
    Q_EMIT view()->customContextMenuRequested(place);
    auto *menu = m_window->findChild<QMenu *>(u"rowMenu"_s);
    QVERIFY(menu);
    QVERIFY(menu->isVisible());
    for (const Action action : {Action::CopyName, Action::CopyId, Action::Revoke})
        QVERIFY(menu->actions().contains(m_window->action(action)));
    const QSignalSpy revoke(m_window->action(Action::Revoke), &QAction::triggered);
    const QRect item = menu->actionGeometry(m_window->action(Action::Revoke));
    QTest::mouseClick(menu, Qt::LeftButton, {}, item.center());
    QCOMPARE(revoke.count(), 1);
    QTRY_VERIFY(!m_window->findChild<QMenu *>(u"rowMenu"_s));
}

void TestMainWindow::narrow()
{
    const auto *servers = m_window->findChild<QListView *>(u"servers"_s);
    QCOMPARE(servers->width(), 199);
    m_window->resize(1000, 700);
    QTRY_COMPARE(servers->width(), 55);
    QVERIFY(find<QPushButton>(u"Refresh"_s)->text().isEmpty());
    QVERIFY(find<QPushButton>(u"Revoke"_s)->text().isEmpty());
    QCOMPARE(find<QPushButton>(u"Generate token"_s)->text(), u"Generate"_s);
    m_window->setActionState(Action::Revoke, false, u"Select tokens first."_s);
    QVERIFY(find<QPushButton>(u"Revoke"_s)->text().isEmpty());
    QTRY_COMPARE(cutOff(m_window.get()), QString());
    m_window->resize(1280, 768);
    QTRY_COMPARE(servers->width(), 199);
    QCOMPARE(find<QPushButton>(u"Refresh"_s)->text(), u"Refresh"_s);
    QVERIFY(!view()->isColumnHidden(4));
    m_window->resize(100, 100);
    QCOMPARE(m_window->size(), QSize(600, 300));
    m_window->resize(800, 520);
    m_window->selectIds({u"a4"_s}); // the details take room
    QTRY_VERIFY(view()->isColumnHidden(sectionOf(TokenColumn::Issued)));
}

void TestMainWindow::followsTheTheme()
{
    m_window->selectIds({u"a4"_s});
    QTRY_VERIFY(m_window->findChild<DetailsPanel *>()->isVisible());
    const auto lightness = [this](const QPoint &point) {
        return m_window->grab().toImage().pixelColor(point).lightness();
    };
    const QPoint sidebar(100, 500);
    const QPoint table = view()->mapTo(m_window.get(), QPoint(500, view()->height() - 4));
    const QPoint details(1000, 650);
    for (const QPoint &point : {sidebar, table, details})
        QVERIFY(lightness(point) > 200);
    QApplication::setPalette(darkPalette());
    for (const QPoint &point : {sidebar, table, details})
        QTRY_VERIFY2(lightness(point) < 60,
                     qPrintable(u"at %1,%2"_s.arg(point.x()).arg(point.y())));
    QApplication::setPalette(lightPalette());
    for (const QPoint &point : {sidebar, table, details})
        QTRY_VERIFY(lightness(point) > 200);
}

void TestMainWindow::busyLine()
{
    auto *line = m_window->findChild<QWidget *>(u"busyLine"_s);
    QVERIFY(!line->isVisible());
    m_window->setBusy(true);
    QVERIFY(line->isVisible());
    QCOMPARE(line->height(), 2);
    QCOMPARE(line->mapTo(m_window.get(), QPoint()).y(), 54);
    m_window->setBusy(false);
    QVERIFY(!line->isVisible());
}

void TestMainWindow::messageOverTheList()
{
    const int top = view()->mapTo(m_window.get(), QPoint()).y();
    m_window->messageBar()->show(
        {.id = u"x"_s, .severity = Severity::Caution, .lead = u"prod-eu cannot be reached."_s});
    QTRY_VERIFY(view()->mapTo(m_window.get(), QPoint()).y() > top + 40);
    QVERIFY(!find<QWidget>(u"Message"_s)->hasFocus());
    m_window->messageBar()->dismiss();
    QTRY_COMPARE(view()->mapTo(m_window.get(), QPoint()).y(), top);
}

void TestMainWindow::layoutIsKept()
{
    m_window->selectIds({u"a4"_s});
    QTRY_VERIFY(find<QToolButton>(u"Close details"_s, 100));
    click(find<QToolButton>(u"Close details"_s));
    auto *header = view()->horizontalHeader();
    header->moveSection(header->visualIndex(sectionOf(TokenColumn::Roles)), 1);
    const QByteArray state = m_window->layoutState();
    MainWindow other(m_model.get());
    testing::openServer(&other);
    other.restoreLayoutState(u"nonsense"_s.toUtf8());
    other.restoreLayoutState({});
    other.restoreLayoutState(state);
    testing::showList(&other, m_model.get(), m_table, {});
    other.show();
    other.selectIds({u"a4"_s});
    QTRY_COMPARE(other.selectedCount(), 1);
    QCoreApplication::processEvents();
    QVERIFY(!other.findChild<DetailsPanel *>()->isVisible());
    header = other.findChild<TokenView *>()->horizontalHeader();
    QCOMPARE(header->visualIndex(sectionOf(TokenColumn::Roles)), 1);
}

void TestMainWindow::sidebarKeepsItsWidth()
{
    auto *splitter = qobject_cast<QSplitter *>(m_window->centralWidget()->findChild<QSplitter *>());
    const auto width = [](const MainWindow &window) {
        return window.findChild<QListView *>(u"servers"_s)->parentWidget()->width();
    };
    const int before = width(*m_window);
    Q_EMIT splitter->splitterMoved(before + 60, 1);
    m_window->resize(1000, 700); // the rail is no width of the user's
    m_window->resize(1280, 768);
    QTRY_COMPARE(width(*m_window), before + 60);
    MainWindow other(m_model.get());
    other.restoreLayoutState(m_window->layoutState());
    testing::openServer(&other);
    other.show();
    other.resize(1280, 768);
    QTRY_COMPARE(width(other), before + 60);

    QByteArray second; // as version 2 kept it
    QDataStream(&second, QIODevice::WriteOnly)
        << quint32(2) << other.saveGeometry() << QByteArray() << true << qint32(before + 40);
    other.restoreLayoutState(second);
    QTRY_COMPARE(width(other), before + 40);
}

void TestMainWindow::paintsOnce()
{
    MainWindow other(m_model.get());
    const QSignalSpy painted(&other, &MainWindow::firstPainted);
    other.show();
    QTRY_COMPARE(painted.count(), 1);
    other.update();
    other.resize(900, 600);
    QCoreApplication::processEvents();
    QCOMPARE(painted.count(), 1);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
