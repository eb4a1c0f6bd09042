// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/style/calmstyle.h"
#include "ui/tokens/tokenheader.h"
#include "ui/tokens/tokenview.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

/// What the user does to the columns with mouse and keyboard.
class TestUserColumns : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup() { m_view.reset(); }
    void keyOpensTheMenu_data();
    void keyOpensTheMenu();
    void markAtTheEndOpensTheMenu();
    void menuHidesAndShows();
    void statusAndNameStay();
    void dragWidensAColumn();
    void widenedColumnSurvivesANarrowList();
    void dragMovesAColumn();
    void movedColumnIsFirst();
    void resetRestoresEverything();
    void stateComesBack();
    void brokenStateIsIgnored();
    void viewWithItsOwnColumnsHasItsOwnLayout();

private:
    [[nodiscard]] TokenHeader *header() const { return m_view->findChild<TokenHeader *>(); }
    [[nodiscard]] int width(TokenColumn column) const
    {
        return m_view->columnWidth(sectionOf(column));
    }
    [[nodiscard]] bool isHidden(TokenColumn column) const
    {
        return m_view->isColumnHidden(sectionOf(column));
    }
    [[nodiscard]] int place(TokenColumn column) const
    {
        return header()->visualIndex(sectionOf(column));
    }
    void choose(const QString &action);
    void drag(int fromX, int toX);
    void widenRoles(int by);
    void moveRolesToTheStart();

    TokenListModel m_model;
    std::unique_ptr<TokenView> m_view;
};

void TestUserColumns::init()
{
    StrictTest::init();
    const TokenTablePtr table = testing::tableOf(testing::believableTokens(), 40);
    m_model.show(table, testing::everything(*table), testing::Now);
    m_view = std::make_unique<TokenView>(&m_model);
    m_view->resize(900, 500);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

/// Of the menu of columns, as chosen there by the mouse.
void TestUserColumns::choose(const QString &action)
{
    // QMenu ignores a click where the pointer was when the menu opened.
    QTest::mouseMove(m_view.get(), m_view->rect().bottomRight());
    header()->setFocus();
    QTest::keyClick(header(), Qt::Key_F10, Qt::ShiftModifier);
    auto *menu = header()->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    auto *chosen = m_view->findChild<QAction *>(action);
    QVERIFY2(chosen, qPrintable(action));
    const QPoint place = menu->actionGeometry(chosen).center();
    for (const QPoint &way : {menu->rect().bottomRight(), menu->rect().topLeft(), place})
        QTest::mouseMove(menu, way);
    QTest::mouseClick(menu, Qt::LeftButton, {}, place);
    menu->close();
    QTRY_VERIFY(!header()->findChild<QMenu *>(u"columnMenu"_s));
}

void TestUserColumns::drag(int fromX, int toX)
{
    QWidget *area = header()->viewport();
    const int y = header()->height() / 2;
    QTest::mouseMove(area, {fromX, y});
    QTest::mousePress(area, Qt::LeftButton, {}, {fromX, y});
    for (const int x : {(fromX * 2 + toX) / 3, (fromX + toX * 2) / 3, toX}) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, y), area->mapToGlobal(QPointF(x, y)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(area, &move);
    }
    QTest::mouseRelease(area, Qt::LeftButton, {}, {toX, y});
}

void TestUserColumns::widenRoles(int by)
{
    const int section = sectionOf(TokenColumn::Roles);
    const int border = header()->sectionViewportPosition(section) + header()->sectionSize(section);
    drag(border - 1, border - 1 + by);
}

void TestUserColumns::moveRolesToTheStart()
{
    const int section = sectionOf(TokenColumn::Roles);
    drag(header()->sectionViewportPosition(section) + 30, 10);
    QCOMPARE(place(TokenColumn::Roles), 0);
}

void TestUserColumns::keyOpensTheMenu_data()
{
    QTest::addColumn<bool>("isMenuKey");
    QTest::newRow("Menu") << true;
    QTest::newRow("Shift+F10") << false;
}

void TestUserColumns::keyOpensTheMenu()
{
    QFETCH(bool, isMenuKey);
    header()->setFocus();
    if (isMenuKey) { // what the platform makes of the key
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5),
                                header()->mapToGlobal(QPoint(5, 5)));
        QApplication::sendEvent(header(), &event);
    } else {
        QTest::keyClick(header(), Qt::Key_F10, Qt::ShiftModifier);
    }
    auto *menu = header()->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QCOMPARE(menu->accessibleName(), u"Columns"_s);
    menu->close();
}

/// It stays at the end whichever column is there, also from right to left.
void TestUserColumns::markAtTheEndOpensTheMenu()
{
    auto *mark = header()->findChild<QToolButton *>(u"columnsMark"_s);
    QVERIFY(mark);
    QVERIFY(mark->isVisible());
    QVERIFY(mark->geometry().right() > header()->width() - 10);
    QCOMPARE(mark->geometry().center().y() / 2, header()->rect().center().y() / 2);
    QTest::mouseClick(mark, Qt::LeftButton);
    auto *menu = header()->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    menu->close();
    QTRY_VERIFY(!header()->findChild<QMenu *>(u"columnMenu"_s));
    choose(u"issuedColumn"_s);
    QVERIFY(mark->geometry().right() > header()->width() - 10);
    m_view->setLayoutDirection(Qt::RightToLeft);
    m_view->resize(m_view->width() + 10, m_view->height());
    QVERIFY(mark->geometry().left() < 10);
}

void TestUserColumns::menuHidesAndShows()
{
    choose(u"rolesColumn"_s);
    QVERIFY(isHidden(TokenColumn::Roles));
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    choose(u"rolesColumn"_s);
    QVERIFY(!isHidden(TokenColumn::Roles));
}

void TestUserColumns::statusAndNameStay()
{
    for (const QString &name : {u"statusColumn"_s, u"nameColumn"_s})
        choose(name);
    QVERIFY(!isHidden(TokenColumn::Status) && !isHidden(TokenColumn::Name));
}

void TestUserColumns::dragWidensAColumn()
{
    const int roles = width(TokenColumn::Roles);
    const int name = width(TokenColumn::Name);
    widenRoles(60);
    QCOMPARE(width(TokenColumn::Roles), roles + 60);
    QCOMPARE(width(TokenColumn::Name), name); // nothing jumps when the mouse is released
    QTRY_VERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    m_view->resize(1000, 500);
    QTRY_COMPARE(width(TokenColumn::Name), name + 100);
    QCOMPARE(width(TokenColumn::Roles), roles + 60);
}

void TestUserColumns::widenedColumnSurvivesANarrowList()
{
    widenRoles(60);
    const int roles = width(TokenColumn::Roles);
    m_view->resize(500, 500);
    QTRY_VERIFY(m_view->viewport()->width() <= 500);
    QCOMPARE(width(TokenColumn::Roles), roles);
    QVERIFY(!isHidden(TokenColumn::Issued));
}

void TestUserColumns::dragMovesAColumn()
{
    moveRolesToTheStart();
    QCOMPARE(place(TokenColumn::Roles), 0);
    m_view->resize(950, 500);
    QCOMPARE(place(TokenColumn::Roles), 0);
}

void TestUserColumns::movedColumnIsFirst()
{
    moveRolesToTheStart();
    QCOMPARE(header()->firstSection(), sectionOf(TokenColumn::Roles));
    m_view->selectRows({3});
    const QRect cell = m_view->visualRect(m_model.index(3, sectionOf(TokenColumn::Roles)));
    const QImage image = m_view->viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(1, cell.center().y()),
             m_view->palette().color(QPalette::Active, QPalette::Highlight));
}

void TestUserColumns::resetRestoresEverything()
{
    const QByteArray before = m_view->columnState();
    const int name = width(TokenColumn::Name);
    const int roles = place(TokenColumn::Roles);
    widenRoles(60);
    moveRolesToTheStart();
    choose(u"issuedColumn"_s);
    QVERIFY(m_view->columnState() != before);
    choose(u"resetColumns"_s);
    QCOMPARE(m_view->columnState(), before);
    QCOMPARE(place(TokenColumn::Roles), roles);
    QCOMPARE(width(TokenColumn::Name), name);
    QVERIFY(!isHidden(TokenColumn::Issued));
}

void TestUserColumns::stateComesBack()
{
    widenRoles(60);
    moveRolesToTheStart();
    choose(u"issuedColumn"_s);
    const int roles = width(TokenColumn::Roles);
    const QByteArray state = m_view->columnState();
    cleanup();
    init();
    m_view->restoreColumnState(state);
    QCOMPARE(place(TokenColumn::Roles), 0);
    QCOMPARE(width(TokenColumn::Roles), roles);
    QVERIFY(isHidden(TokenColumn::Issued));
    QCOMPARE(m_view->columnState(), state);
}

void TestUserColumns::brokenStateIsIgnored()
{
    const QByteArray before = m_view->columnState();
    for (const QByteArray &state : {QByteArray(), QByteArray("x"), QByteArray(2'000, '\xff')}) {
        m_view->restoreColumnState(state);
        QCOMPARE(m_view->columnState(), before);
        QVERIFY(!isHidden(TokenColumn::Name));
    }
}

void TestUserColumns::viewWithItsOwnColumnsHasItsOwnLayout()
{
    static constexpr TokenColumn few[] = {TokenColumn::Name, TokenColumn::Status};
    TokenViewInfo view = tokenViews().front();
    choose(u"rolesColumn"_s);
    view.columns = few;
    m_view->setColumnsOf(view);
    QCOMPARE(place(TokenColumn::Name), 0);
    QVERIFY(isHidden(TokenColumn::Expires));
    choose(u"expiresColumn"_s);
    m_view->setColumnsOf(tokenViews().front());
    QCOMPARE(place(TokenColumn::Name), 1);
    QVERIFY(isHidden(TokenColumn::Roles) && !isHidden(TokenColumn::Issued));
    m_view->setColumnsOf(view);
    QVERIFY(!isHidden(TokenColumn::Expires));
}

QTEST_MAIN(TestUserColumns)
#include "tst_usercolumns.moc"
