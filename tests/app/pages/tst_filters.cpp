// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"
#include "ui/tokens/expirychart.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/notice.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Filters in the window, and what stays where it is while list and bars change.
class TestFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void idColumnShowsItselfForAnIdHit();
    void oneIdHitOpensTheDetails();
    void roleFilterComesFromTheRowMenu();
    void roleChipOffersItsRoleAlone();
    void countsFollowTheFilters();
    void escapeClearsSearchThenFilters();
    void presetFiltersByExpiry();
    void chartIsAbsentWhereItSaysNothing();
    void barMovesNoRow();
    void newsMoveNoRow();
    void sortGoesToTheTop();
    void selectionIsInViewAfterAnotherView();
    void menuKeyShowsTheCurrentRow();
    void firstDownSelectsTheFirstRow();
    void typingInTheListSearches();
    void spanOfTheChartIsKept();

private:
    [[nodiscard]] TokenView *view() const { return static_cast<TokenView *>(m_window->tokens()); }
    [[nodiscard]] QScrollBar *bar() const { return view()->verticalScrollBar(); }
    void searchFor(const QString &text)
    {
        search()->clear();
        type(search(), text);
    }
    [[nodiscard]] QLineEdit *search() const { return find<QLineEdit>(u"Search tokens"_s); }
    [[nodiscard]] QStringList filters() const;
    /// What the row's menu offers; closes it.
    [[nodiscard]] QHash<QString, QAction *> rowMenu(const QPoint &point);
    void chooseInFilterMenu(const QString &name);
    [[nodiscard]] bool isInView(int row) const
    {
        return view()->viewport()->rect().contains(
            view()->visualRect(view()->model()->index(row, 1)).center());
    }
    /// The name of the row under this point of the screen.
    [[nodiscard]] QString nameAt(const QPoint &onScreen) const
    {
        const QModelIndex at = view()->indexAt(view()->viewport()->mapFromGlobal(onScreen));
        return at.siblingAtColumn(1).data().toString();
    }

    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestFilters::init()
{
    m_central = std::make_unique<ScriptedCentral>();
    for (int i = 100; i < 400; ++i) {
        Token token = tokenNamed((i % 3 == 0 ? u"jenkins-%1"_s : u"gitlab-%1"_s).arg(i));
        token.roles =
            i % 10 == 0 ? QStringList{u"Admin"_s, u"Analyst"_s} : QStringList{u"Analyst"_s};
        token.revoked = i == 399;
        m_central->tokens.append(token);
    }
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    QTRY_COMPARE(m_window->rowCount(), 300);
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::Refresh)->isEnabled());
    // The page of the list is laid out: the list reaches down to the status bar.
    QCoreApplication::processEvents();
    QTRY_VERIFY(view()->mapTo(m_window->operator->(), view()->rect().bottomLeft()).y()
                > (*m_window)->height() - 60);
}

void TestFilters::cleanup()
{
    m_window.reset();
    m_central.reset();
}

QStringList TestFilters::filters() const
{
    QStringList names;
    const auto *row = find<QWidget>(u"Filters"_s, 100);
    for (const auto *chip : row ? row->findChildren<QToolButton *>() : QList<QToolButton *>()) {
        if (chip->isVisible())
            names.append(chip->accessibleName());
    }
    return names;
}

QHash<QString, QAction *> TestFilters::rowMenu(const QPoint &point)
{
    QHash<QString, QAction *> offered;
    Q_EMIT view()->customContextMenuRequested(point);
    auto *menu = (*m_window)->findChild<QMenu *>(u"rowMenu"_s);
    if (!menu)
        return offered;
    for (QAction *action : menu->actions())
        offered.insert(action->objectName(), action);
    menu->close(); // deleted by the event loop
    (*m_window)->activateWindow();
    (void)QTest::qWaitForWindowActive(m_window->operator->());
    return offered;
}

void TestFilters::chooseInFilterMenu(const QString &name)
{
    press(u"Filter"_s);
    auto *menu = (*m_window)->findChild<QMenu *>(u"filterMenu"_s);
    QVERIFY(menu);
    auto *action = menu->findChild<QAction *>(name);
    QVERIFY2(action, qPrintable(name));
    menu->close(); // deleted by the event loop
    action->trigger();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void TestFilters::idColumnShowsItselfForAnIdHit()
{
    const int section = sectionOf(TokenColumn::Id);
    QVERIFY(view()->isColumnHidden(section));
    searchFor(u"jenkins-300"_s); // the ids contain the names
    QTRY_COMPARE(m_window->rowCount(), 1);
    QVERIFY(view()->isColumnHidden(section));
    searchFor(u"id-of-jenkins-3"_s);
    QTRY_COMPARE(m_window->rowCount(), 34);
    QTRY_VERIFY(!view()->isColumnHidden(section));
    QVERIFY(view()->columnWidth(section) > 80);
    searchFor(u"id:jenkins-30"_s);
    QTRY_COMPARE(m_window->rowCount(), 4);
    QVERIFY(!view()->isColumnHidden(section));
    QTest::keyClick(search(), Qt::Key_Escape);
    QTRY_VERIFY(view()->isColumnHidden(section));
}

/// Also if the user has closed them; and once, so that they can be closed for this token too.
void TestFilters::oneIdHitOpensTheDetails()
{
    (*m_window)->action(MainWindow::Action::ShowDetails)->setChecked(false);
    searchFor(u"jenkins-300"_s); // one hit, in its name
    QTRY_COMPARE(m_window->rowCount(), 1);
    QCOMPARE((*m_window)->selectedCount(), 0);
    searchFor(u"id:jenkins-300"_s);
    auto *details = find<QWidget>(u"Token details"_s);
    QVERIFY(details);
    QCOMPARE((*m_window)->selectedIds(), QStringList{u"id-of-jenkins-300"_s});
    QVERIFY(search()->hasFocus());
    press(u"Close details"_s);
    QTRY_VERIFY(!details->isVisible());
    (*m_window)->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::Refresh)->isEnabled());
    QVERIFY(!details->isVisible());
    searchFor(u"id:jenkins-30"_s);
    QTRY_COMPARE(m_window->rowCount(), 4);
    searchFor(u"id:jenkins-300"_s);
    QTRY_VERIFY(details->isVisible());
}

void TestFilters::roleFilterComesFromTheRowMenu()
{
    clickRow(view(), rowOf(view(), u"gitlab-100"_s));
    const QPoint onName = view()->visualRect(view()->currentIndex().siblingAtColumn(1)).center();
    const auto offered = rowMenu(onName);
    QVERIFY(offered.contains(u"onlyRole:Admin"_s) && offered.contains(u"onlyRole:Analyst"_s));
    QVERIFY(offered.contains(u"onlyWeek"_s));
    QCOMPARE(offered.value(u"onlyRole:Admin"_s)->text(), u"Only the role Admin"_s);
    offered.value(u"onlyRole:Admin"_s)->trigger();
    QTRY_COMPARE(m_window->rowCount(), 30);
    QCOMPARE(filters(), QStringList{u"Role: Admin"_s});
    auto *chip = find<QToolButton>(u"Role: Admin"_s);
    chip->setFocus();
    QTest::keyClick(chip, Qt::Key_Delete);
    QTRY_COMPARE(m_window->rowCount(), 300);
    QVERIFY(!find<QWidget>(u"Filters"_s, 20));
    QVERIFY(view()->hasFocus());
}

void TestFilters::roleChipOffersItsRoleAlone()
{
    clickRow(view(), rowOf(view(), u"gitlab-100"_s));
    const QRect cell =
        view()->visualRect(view()->currentIndex().siblingAtColumn(sectionOf(TokenColumn::Roles)));
    const auto offered = rowMenu({cell.left() + 20, cell.center().y()});
    QVERIFY(offered.contains(u"onlyRole:Admin"_s));
    QVERIFY(!offered.contains(u"onlyRole:Analyst"_s));
}

void TestFilters::countsFollowTheFilters()
{
    clickRow(view(), rowOf(view(), u"gitlab-100"_s));
    rowMenu({10, 10}).value(u"onlyRole:Admin"_s)->trigger();
    QTRY_COMPARE(m_window->rowCount(), 30);
    QCOMPARE(find<QToolButton>(u"Active"_s)->accessibleDescription(), u"30"_s);
    QCOMPARE(find<QToolButton>(u"Revoked"_s)->accessibleDescription(), u"0"_s);
    QCOMPARE(find<QToolButton>(u"All"_s)->accessibleDescription(), u"30"_s);
    QVERIFY(m_window->labels().contains("30 of 300 tokens"_L1));
    QVERIFY(find<QToolButton>(u"Active"_s)->toolTip().contains("Active, 14 days or more"_L1));
    press(u"Active"_s);
    QTRY_COMPARE(filters(), (QStringList{u"Status: Active"_s, u"Role: Admin"_s}));
}

void TestFilters::escapeClearsSearchThenFilters()
{
    clickRow(view(), rowOf(view(), u"gitlab-100"_s));
    rowMenu({10, 10}).value(u"onlyRole:Admin"_s)->trigger();
    searchFor(u"jenkins"_s);
    QTRY_COMPARE(m_window->rowCount(), 10);
    QTest::keyClick(search(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->rowCount(), 30);
    QTest::keyClick(search(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->rowCount(), 300);
}

void TestFilters::presetFiltersByExpiry()
{
    chooseInFilterMenu(u"expiresIn30Days"_s);
    QTRY_COMPARE(m_window->rowCount(), 0); // they expire in 90 days
    QCOMPARE(filters().size(), 1);
    QVERIFY(find<ExpiryChart>(u"Expiry by week"_s)->isVisible());
    QTest::keyClick(view(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->rowCount(), 300);
    chooseInFilterMenu(u"onlyRole:Admin"_s);
    QTRY_COMPARE(m_window->rowCount(), 30);
}

void TestFilters::chartIsAbsentWhereItSaysNothing()
{
    press(u"Revoked"_s);
    QTRY_COMPARE(m_window->rowCount(), 1);
    QVERIFY(!find<ExpiryChart>(u"Expiry by week"_s, 20));
    press(u"Active"_s);
    QVERIFY(find<ExpiryChart>(u"Expiry by week"_s));
    press(u"Expired"_s);
    QVERIFY(!find<ExpiryChart>(u"Expiry by week"_s, 20));
}

void TestFilters::barMovesNoRow()
{
    bar()->setValue(bar()->maximum() / 2);
    const QPoint pointer = view()->viewport()->mapToGlobal(QPoint(120, 250));
    const QString name = nameAt(pointer);
    const int top = view()->mapToGlobal(QPoint()).y();
    m_central->instead = [](const SeenRequest &) { return Fault{.bytes = credentialRefusal()}; };
    QTest::keyClick(m_window->operator->(), Qt::Key_F5);
    QTRY_VERIFY2(view()->mapToGlobal(QPoint()).y() > top, qPrintable(m_window->said()));
    QCOMPARE(nameAt(pointer), name);
    (*m_window)->messageBar()->dismiss();
    QTRY_COMPARE(view()->mapToGlobal(QPoint()).y(), top);
    QCOMPARE(nameAt(pointer), name);
}

void TestFilters::newsMoveNoRow()
{
    bar()->setValue(bar()->maximum() / 2);
    clickRow(view(), view()->rowAt(100), 1);
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::CopyId)->isEnabled());
    const QPoint top = view()->mapToGlobal(QPoint());
    const int value = bar()->value();
    (*m_window)->action(MainWindow::Action::CopyId)->trigger();
    const Notice *notice = (*m_window)->messageBar()->notice();
    QVERIFY(notice->isVisible());
    QVERIFY(notice->message().lead.contains("copied"_L1));
    QVERIFY((*m_window)->messageBar()->isHidden());
    QCoreApplication::processEvents(); // layouts that the notice might change
    QCOMPARE(view()->mapToGlobal(QPoint()), top);
    QCOMPARE(bar()->value(), value);
    QVERIFY(view()->hasFocus());
    const QRect card = notice->geometry().adjusted(Notice::Shadow, Notice::Shadow, -Notice::Shadow,
                                                   -Notice::Shadow);
    const QPoint lowerEdge = view()->mapTo(m_window->operator->(), view()->rect().bottomLeft());
    QCOMPARE(card.bottom(), lowerEdge.y() - 8);
    QCOMPARE(card.left(), lowerEdge.x() + 16);
}

void TestFilters::sortGoesToTheTop()
{
    clickRow(view(), 0);
    bar()->setValue(bar()->maximum() / 2);
    QHeaderView *header = view()->horizontalHeader();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(sectionOf(TokenColumn::Name)) + 20, 10});
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(sectionOf(TokenColumn::Name)) + 20, 10});
    QTRY_COMPARE(view()->model()->index(0, 1).data().toString(), u"jenkins-399"_s);
    QCOMPARE(bar()->value(), 0);
    QCOMPARE((*m_window)->selectedCount(), 1);
}

void TestFilters::selectionIsInViewAfterAnotherView()
{
    press(u"Revoked"_s);
    QTRY_COMPARE(m_window->rowCount(), 1);
    clickRow(view(), 0);
    press(u"All"_s);
    QTRY_COMPARE(m_window->rowCount(), 300);
    QCOMPARE((*m_window)->selectedIds(), QStringList{u"id-of-jenkins-399"_s});
    QTRY_VERIFY(isInView(rowOf(view(), u"jenkins-399"_s)));
}

void TestFilters::menuKeyShowsTheCurrentRow()
{
    clickRow(view(), 0);
    bar()->setValue(bar()->maximum());
    QVERIFY(!isInView(0));
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(200, 200), QPoint(200, 200),
                          Qt::NoModifier);
    QCoreApplication::sendEvent(view(), &key);
    auto *menu = (*m_window)->findChild<QMenu *>(u"rowMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY2(isInView(0), qPrintable(u"at %1"_s.arg(bar()->value())));
    const QRect row = view()->visualRect(view()->currentIndex());
    QVERIFY(row.contains(view()->viewport()->mapFromGlobal(menu->pos())));
    menu->close();
}

void TestFilters::firstDownSelectsTheFirstRow()
{
    search()->setFocus();
    view()->setFocus(Qt::TabFocusReason);
    QCOMPARE((*m_window)->selectedCount(), 0);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(view()->currentIndex().row(), 0);
    QCOMPARE((*m_window)->selectedCount(), 1);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(view()->currentIndex().row(), 1);
}

void TestFilters::typingInTheListSearches()
{
    clickRow(view(), 0);
    QTest::keyClicks(view(), u"j"_s);
    QVERIFY(search()->hasFocus());
    QTest::keyClicks(search(), u"en"_s);
    QCOMPARE(search()->text(), u"jen"_s);
    QTRY_COMPARE(m_window->rowCount(), 100);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Space); // selects, as in any list
    QCOMPARE(search()->text(), u"jen"_s);
}

void TestFilters::spanOfTheChartIsKept()
{
    const QTemporaryDir home;
    const QString file = home.filePath(u"settings.ini"_s);
    for (const bool isFirst : {true, false}) {
        m_window.reset();
        m_window = std::make_unique<OpenWindow>(m_central->connection(), file);
        QTRY_COMPARE(m_window->rowCount(), 300);
        const auto *chart = (*m_window)->findChild<ExpiryChart *>();
        QTRY_COMPARE(chart->barCount(), isFirst ? 26 : 25);
        if (!isFirst)
            break;
        click(chart->findChild<QAbstractButton *>(u"chartSpan"_s));
        auto *menu = chart->findChild<QMenu *>(u"chartSpanMenu"_s);
        QVERIFY(menu);
        chart->findChild<QAction *>(u"span2years"_s)->trigger();
        menu->close();
        QTRY_COMPARE(chart->barCount(), 25);
        QCOMPARE(chart->accessibleName(), u"Expiry by month"_s);
    }
}

QTEST_MAIN(TestFilters)
#include "tst_filters.moc"
