// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/menukey.h"
#include "ui/window/actiontable.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QMetaEnum>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

/// Toolbar, menus and keys come from the action table, and all of them work.
class TestWindowActions : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void eachActionHasOneRow();
    void noTwoActionsShareAKey();
    void keysWork_data();
    void keysWork();
    void menuBarHoldsTheTable();
    void buttonMenuHoldsTheTable();
    void mnemonicsAreUnique();
    void menuButtonOpensItsMenuInsideTheWindow();
    void menuBarTakesThePlaceOfTheButton();
    void barsAreKept();
    void chartIsHidden();
    void viewMenuHasTheChoicesOfTheHeaderAndTheChart();
    void firstRunHasTheMenu();
    void copyNamesTheirNumber();
    void keysListsEachKey();
    void shiftF10OpensTheMenus_data();
    void shiftF10OpensTheMenus();
    void menuBringsItsRowIntoView();

private:
    void sendKeys(const QKeySequence &keys);
    [[nodiscard]] QTableView *view() const
    {
        return m_window->findChild<QTableView *>(u"tokens"_s);
    }
    [[nodiscard]] QMenuBar *menuBar() const { return m_window->findChild<QMenuBar *>(); }
    [[nodiscard]] QPushButton *menuButton() const
    {
        return m_window->findChild<QPushButton *>(u"menuButton"_s);
    }

    std::unique_ptr<TokenListModel> m_model;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowActions::initTestCase()
{
    installStyle(u"light"_s);
    new MenuKey(qApp);
}

void TestWindowActions::init()
{
    StrictTest::init();
    m_model = std::make_unique<TokenListModel>();
    m_window = std::make_unique<MainWindow>(m_model.get());
    testing::showFilledWindow(m_window.get(), m_model.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->selectIds({u"a4"_s});
    view()->setFocus();
}

void TestWindowActions::cleanup()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    m_window.reset();
    m_model.reset();
}

void TestWindowActions::sendKeys(const QKeySequence &keys)
{
    const QKeyCombination key = keys[0];
    QTest::keyClick(m_window.get(), key.key(), key.keyboardModifiers());
}

void TestWindowActions::eachActionHasOneRow()
{
    const auto actions = QMetaEnum::fromType<Action>();
    QSet<QString> names;
    for (int i = 0; i < actions.keyCount(); ++i) {
        int rows = 0;
        for (const ActionRow &row : actionTable())
            rows += row.id == Action(actions.value(i)) ? 1 : 0;
        QVERIFY2(rows == 1, actions.key(i));
    }
    for (const ActionRow &row : actionTable()) {
        QVERIFY2(!names.contains(row.name), row.name.data());
        names.insert(row.name);
        QVERIFY2(m_window->actions().contains(m_window->action(row.id)), row.name.data());
    }
}

void TestWindowActions::noTwoActionsShareAKey()
{
    QSet<QKeySequence> taken;
    for (const ActionRow &row : actionTable()) {
        for (const QKeySequence &keys : keysOf(row)) {
            QVERIFY2(!keys.isEmpty(), row.keys.data());
            QVERIFY2(!taken.contains(keys), row.keys.data());
            taken.insert(keys);
        }
    }
}

void TestWindowActions::keysWork_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QKeySequence>("keys");
    QTest::addColumn<bool>("withMenuBar");
    for (const ActionRow &row : actionTable()) {
        for (const QKeySequence &keys : keysOf(row)) {
            for (const bool bar : {false, true})
                QTest::addRow("%s, %s", qPrintable(keys.toString()), bar ? "menu bar" : "button")
                    << row.id << keys << bar;
        }
    }
}

void TestWindowActions::keysWork()
{
    QFETCH(Action, action);
    QFETCH(QKeySequence, keys);
    QFETCH(bool, withMenuBar);
    if (withMenuBar)
        m_window->action(Action::ShowMenuBar)->trigger();
    QCOMPARE(menuBar()->isVisible(), withMenuBar);
    TokenQuery filtered; // so that there is a filter to clear
    filtered.status = TokenStatus::Active;
    m_window->setQuery(filtered);
    m_window->setActionState(action, true);
    const QSignalSpy triggered(m_window->action(action), &QAction::triggered);
    sendKeys(keys);
    QCOMPARE(triggered.count(), 1);
}

void TestWindowActions::menuBarHoldsTheTable()
{
    const auto menus = menuBar()->actions();
    QCOMPARE(menus.size(), qsizetype(std::size(AllWindowMenus)));
    for (const ActionRow &row : actionTable()) {
        for (qsizetype at = 0; at < menus.size(); ++at) {
            const bool belongs = row.menu == AllWindowMenus[at];
            QVERIFY2(menus.at(at)->menu()->actions().contains(m_window->action(row.id)) == belongs,
                     row.name.data());
        }
    }
}

void TestWindowActions::buttonMenuHoldsTheTable()
{
    const QMenu *menu = menuButton()->menu();
    QList<QAction *> found = menu->actions();
    for (const QAction *action : menu->actions()) {
        if (action->menu())
            found.append(action->menu()->actions());
    }
    for (const ActionRow &row : actionTable()) {
        const bool belongs = row.buttonGroup > 0 || row.menu == WindowMenu::View;
        QVERIFY2(found.contains(m_window->action(row.id)) == belongs, row.name.data());
    }
}

void TestWindowActions::mnemonicsAreUnique()
{
    QList<QList<QAction *>> together{menuBar()->actions(), menuButton()->menu()->actions()};
    // In the menu of columns a letter selects the column that begins with it.
    for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
        if (menu->objectName() != "chooseColumnsMenu"_L1)
            together.append(menu->actions());
    }
    for (const auto &actions : together) {
        QSet<QKeySequence> taken;
        for (const QAction *action : actions) {
            const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
            if (action->isSeparator() || mnemonic.isEmpty())
                continue;
            QVERIFY2(!taken.contains(mnemonic), qPrintable(action->text()));
            taken.insert(mnemonic);
        }
        QVERIFY(taken.size() >= 2);
    }
}

void TestWindowActions::menuButtonOpensItsMenuInsideTheWindow()
{
    QMenu *menu = menuButton()->menu();
    sendKeys(QKeySequence(Qt::Key_F10));
    QVERIFY(menu->isVisible());
    QVERIFY(menu->frameGeometry().right() <= m_window->frameGeometry().right());
    QTest::keyClick(menu, Qt::Key_Escape);
    QVERIFY(!menu->isVisible());
    QVERIFY(!menuButton()->isDown());
    click(menuButton());
    QVERIFY(menu->isVisible());
}

void TestWindowActions::menuBarTakesThePlaceOfTheButton()
{
    QVERIFY(menuButton()->isVisible());
    QVERIFY(!menuBar()->isVisible());
    sendKeys(QKeySequence(u"Ctrl+M"_s));
    QVERIFY(!menuButton()->isVisible());
    QVERIFY(menuBar()->isVisible());
    sendKeys(QKeySequence(Qt::Key_F10));
    QCOMPARE(menuBar()->activeAction(), menuBar()->actions().first());
    if (QWidget *popup = QApplication::activePopupWidget())
        QTest::keyClick(popup, Qt::Key_Escape);
    menuBar()->setActiveAction(nullptr);
    view()->setFocus();
    sendKeys(QKeySequence(u"Ctrl+M"_s));
    QVERIFY(menuButton()->isVisible());
    QVERIFY(!menuBar()->isVisible());
}

void TestWindowActions::barsAreKept()
{
    m_window->action(Action::ShowMenuBar)->trigger();
    sendKeys(QKeySequence(Qt::Key_F8));
    QVERIFY(!m_window->findChild<QWidget *>(u"servers"_s)->isVisible());
    MainWindow other(m_model.get());
    testing::openServer(&other);
    other.restoreLayoutState(m_window->layoutState());
    other.show();
    QVERIFY(other.findChild<QMenuBar *>()->isVisible());
    QVERIFY(!other.findChild<QWidget *>(u"servers"_s)->isVisible());
    QVERIFY(!other.action(Action::ShowSidebar)->isChecked());
    other.action(Action::ShowSidebar)->trigger();
    QVERIFY(other.findChild<QWidget *>(u"servers"_s)->isVisible());
}

void TestWindowActions::chartIsHidden()
{
    const auto *chart = m_window->findChild<QWidget *>(u"expiryByWeek"_s);
    QVERIFY(chart->isVisible());
    QVERIFY(m_window->action(Action::ShowChart)->isChecked());
    m_window->action(Action::ShowChart)->trigger();
    QVERIFY(!chart->isVisible());
    MainWindow other(m_model.get());
    testing::openServer(&other);
    other.restoreLayoutState(m_window->layoutState());
    QVERIFY(!other.action(Action::ShowChart)->isChecked());
    m_window->action(Action::ShowChart)->trigger();
    QVERIFY(chart->isVisible());
}

void TestWindowActions::viewMenuHasTheChoicesOfTheHeaderAndTheChart()
{
    const QMenu *columns = m_window->action(Action::ChooseColumns)->menu();
    auto *header = m_window->findChild<QWidget *>(u"columns"_s);
    QTest::keyClick(header, Qt::Key_F10, Qt::ShiftModifier);
    const auto *ofHeader = header->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(ofHeader);
    QCOMPARE(columns->actions(), ofHeader->actions());
    QApplication::activePopupWidget()->close();
    const int issued = sectionOf(TokenColumn::Issued);
    QVERIFY(!view()->isColumnHidden(issued));
    auto *showIssued = m_window->findChild<QAction *>(u"issuedColumn"_s);
    QVERIFY(columns->actions().contains(showIssued) && showIssued->isChecked());
    showIssued->trigger();
    QVERIFY(view()->isColumnHidden(issued));
    QVERIFY(!showIssued->isChecked());
    m_window->findChild<QAction *>(u"resetColumns"_s)->trigger();
    QVERIFY(showIssued->isChecked());

    const QSignalSpy chosen(m_window.get(), &MainWindow::queryChosen);
    auto *years = m_window->findChild<QAction *>(u"span2years"_s);
    QVERIFY(m_window->action(Action::ChooseChartSpan)->menu()->actions().contains(years));
    years->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().at(0).value<TokenQuery>().chartSpan, ChartSpan::Years2);
}

void TestWindowActions::firstRunHasTheMenu()
{
    MainWindow first(m_model.get());
    first.setEmptyPage(EmptyPageContent{.heading = u"Welcome"_s, .primary = u"Connect"_s});
    first.show();
    QVERIFY(QTest::qWaitForWindowActive(&first));
    const auto *button = first.findChild<QPushButton *>(u"menuButton"_s);
    QVERIFY(button->isVisible());
    QCOMPARE(button->mapTo(&first, QPoint(button->width(), 0)).x(), first.width() - 16);
    QVERIFY(!first.findChild<QWidget *>(u"searchTokens"_s)->isVisible());
    QVERIFY(!first.findChild<QWidget *>(u"refreshButton"_s)->isVisible());
    QTest::keyClick(&first, Qt::Key_F10);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();
}

void TestWindowActions::copyNamesTheirNumber()
{
    const QAction *copy = m_window->action(Action::CopyId);
    QCOMPARE(copy->iconText(), u"Copy ID"_s);
    m_window->selectIds({u"a4"_s, u"a5"_s, u"a6"_s});
    QTRY_COMPARE(copy->iconText(), u"Copy 3 ID(s)"_s); // the catalogue has the plural
    QCOMPARE(m_window->action(Action::CopyName)->iconText(), u"Copy 3 name(s)"_s);
    m_window->selectIds({u"a4"_s});
    QTRY_COMPARE(copy->iconText(), u"Copy ID"_s);
}

void TestWindowActions::keysListsEachKey()
{
    QStringList listed;
    for (const KeyGroup &group : keyGroups()) {
        QVERIFY(!group.title.isEmpty());
        for (const KeyGroup::Line &line : group.lines) {
            QVERIFY2(!line.deed.isEmpty() && !line.deed.contains(u'&'), qPrintable(line.deed));
            for (const QStringList &keys : line.keys)
                listed.append(keys.join(u'+'));
        }
    }
    for (const ActionRow &row : actionTable()) {
        for (const QKeySequence &keys : keysOf(row))
            QVERIFY2(listed.contains(keys.toString(QKeySequence::NativeText)), row.keys.data());
    }
}

void TestWindowActions::shiftF10OpensTheMenus_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("menu");
    QTest::newRow("tokens") << u"tokens"_s << u"rowMenu"_s;
    QTest::newRow("servers") << u"servers"_s << u"serverMenu"_s;
}

void TestWindowActions::shiftF10OpensTheMenus()
{
    QFETCH(QString, list);
    QFETCH(QString, menu);
    auto *widget = m_window->findChild<QWidget *>(list);
    widget->setFocus();
    QTest::keyClick(widget, Qt::Key_F10, Qt::ShiftModifier);
    auto *opened = m_window->findChild<QMenu *>(menu);
    QVERIFY(opened && opened->isVisible());
}

void TestWindowActions::menuBringsItsRowIntoView()
{
    m_window->selectIds({m_model->idAt(0)});
    view()->scrollToBottom();
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(m_window->findChild<QMenu *>(u"rowMenu"_s));
    QVERIFY(
        view()->viewport()->rect().contains(view()->visualRect(view()->currentIndex()).center()));
}

QTEST_MAIN(TestWindowActions)
#include "tst_windowactions.moc"
