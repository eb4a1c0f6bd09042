// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/details/detailspanel.h"
#include "ui/style/calmstyle.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tokenarea.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;

/// Tab follows the eye through the main window, F6 goes from part to part.
class TestTabOrder : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup();

    void tabFollowsTheEye();
    void tabLandsOnTheChosenSegment();
    void arrowsChooseASegment();
    void backtabIsTheWayBack();
    void scrollingChangesNoOrder_data();
    void scrollingChangesNoOrder();
    void messageComesInItsPlace();
    void f6GoesFromPartToPart();
    void pageOfFailureHasTheFocus();
    void pageLeavesTheServersAlone();
    void firstDownSelectsTheFirstRow();
    void ctrlHomeSelectsTheFirstRow();

private:
    /// Object names of what Tab reaches, from `from` on, until it is there again.
    QStringList walk(QWidget *from, Qt::Key key = Qt::Key_Tab);
    [[nodiscard]] TokenView *view() const { return m_window->findChild<TokenView *>(); }

    std::unique_ptr<TokenListModel> m_model;
    std::unique_ptr<MainWindow> m_window;
};

void TestTabOrder::init()
{
    StrictTest::init();
    m_model = std::make_unique<TokenListModel>();
    m_window = std::make_unique<MainWindow>(m_model.get());
    testing::showFilledWindow(m_window.get(), m_model.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestTabOrder::cleanup()
{
    m_window.reset();
    m_model.reset();
}

QStringList TestTabOrder::walk(QWidget *from, Qt::Key key)
{
    from->setFocus();
    QStringList names;
    do {
        names.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), key,
                        key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
    } while (QApplication::focusWidget() != from && names.size() < 50);
    return names;
}

void TestTabOrder::tabFollowsTheEye()
{
    m_window->selectIds({u"a4"_s});
    QTRY_VERIFY(find<QToolButton>(u"Close details"_s, 100));
    QStringList names = walk(m_window->findChild<QWidget *>(u"searchTokens"_s));
    names.removeAll(QString());
    const QStringList wanted{
        u"searchTokens"_s,      u"refreshButton"_s, u"revokeButton"_s,    u"generateTokenButton"_s,
        u"menuButton"_s,        u"allButton"_s,     u"tokens"_s,          u"closeDetails"_s,
        u"rotateTokenButton"_s, u"copyIdButton"_s,  u"addServerButton"_s, u"servers"_s};
    qsizetype last = -1;
    for (const QString &name : wanted) {
        const qsizetype at = names.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" of "_s + names.join(u'|')));
        last = at;
    }
}

void TestTabOrder::tabLandsOnTheChosenSegment()
{
    click(find<QToolButton>(u"Expired"_s));
    const QStringList names = walk(m_window->findChild<QWidget *>(u"searchTokens"_s));
    QVERIFY(names.contains(u"expiredButton"_s));
    for (const QString &other : {u"activeButton"_s, u"expiringButton"_s, u"allButton"_s})
        QVERIFY2(!names.contains(other), qPrintable(other));
}

void TestTabOrder::arrowsChooseASegment()
{
    auto *all = find<QToolButton>(u"All"_s);
    click(find<QToolButton>(u"Revoked"_s));
    QTest::keyClick(find<QToolButton>(u"Revoked"_s), Qt::Key_Left);
    QVERIFY(find<QToolButton>(u"Expired"_s)->hasFocus());
    QVERIFY(find<QToolButton>(u"Expired"_s)->isChecked());
    QVERIFY(!all->isChecked());
}

void TestTabOrder::backtabIsTheWayBack()
{
    auto *search = m_window->findChild<QWidget *>(u"searchTokens"_s);
    QStringList forth = walk(search);
    QStringList back = walk(search, Qt::Key_Backtab);
    std::reverse(back.begin() + 1, back.end());
    QCOMPARE(back, forth);
}

void TestTabOrder::scrollingChangesNoOrder_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("forth") << u"menuButton"_s << Qt::Key_Tab;
    QTest::newRow("back") << u"searchTokens"_s << Qt::Key_Backtab;
}

/// In a low window the details are longer than their scroll area.
void TestTabOrder::scrollingChangesNoOrder()
{
    QFETCH(QString, from);
    QFETCH(Qt::Key, key);
    m_window->resize(683, 347);
    m_window->selectIds({u"a4"_s});
    m_window->tokens()->editNote();
    auto *note = m_window->findChild<QWidget *>(u"tokenNote"_s);
    QTRY_VERIFY(note->hasFocus());
    const auto *bar =
        m_window->findChild<DetailsPanel *>()->findChild<QScrollArea *>()->verticalScrollBar();
    QVERIFY(bar->value() > 0);
    QStringList names = walk(m_window->findChild<QWidget *>(from), key);
    if (key == Qt::Key_Backtab)
        std::reverse(names.begin(), names.end());
    qsizetype last = -1;
    for (const QString &name : {u"closeDetails"_s, u"tokenId"_s, u"tokenNote"_s, u"tokenTags"_s,
                                u"rotateTokenButton"_s, u"copyIdButton"_s}) {
        const qsizetype at = names.indexOf(name);
        QVERIFY2(at > last, qPrintable(name + u" of "_s + names.join(u'|')));
        last = at;
    }
}

void TestTabOrder::messageComesInItsPlace()
{
    m_window->messageBar()->show({.id = u"x"_s,
                                  .severity = Severity::Bad,
                                  .lead = u"It failed."_s,
                                  .actions = {{u"Try again"_s, {}}}});
    auto *button = find<QPushButton>(u"Try again"_s);
    QVERIFY(button);
    m_window->findChild<QWidget *>(u"menuButton"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), button);
    QTest::keyClick(button, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), find<QToolButton>(u"Close message"_s));
}

void TestTabOrder::f6GoesFromPartToPart()
{
    m_window->selectIds({u"a4"_s});
    QTRY_VERIFY(find<QToolButton>(u"Close details"_s, 100));
    view()->setFocus();
    QStringList names;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        names.append(QApplication::focusWidget()->objectName());
    }
    QCOMPARE(names.at(0), u"closeDetails"_s);
    QVERIFY(names.at(1) == "addServerButton"_L1 || names.at(1) == "servers"_L1);
    QCOMPARE(names.at(2), u"searchTokens"_s);
    QCOMPARE(names.at(3), u"tokens"_s); // where the focus was before
    QTest::keyClick(view(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), u"searchTokens"_s);
}

void TestTabOrder::pageOfFailureHasTheFocus()
{
    view()->setFocus();
    m_window->setServer(testing::believableServer());
    testing::showList(m_window.get(), m_model.get(), testing::tableOf({}), {});
    m_window->setEmptyPage(EmptyPageContent{.symbol = u"busy"_s, .heading = u"Reading…"_s});
    m_window->setEmptyPage(EmptyPageContent{.symbol = u"key"_s,
                                            .heading = u"Central refused the credential."_s,
                                            .primary = u"Sign in again…"_s});
    QTRY_COMPARE(QApplication::focusWidget(), find<QPushButton>(u"Sign in again…"_s));
    // The same page again, with another note, takes no focus.
    auto *search = m_window->findChild<QWidget *>(u"searchTokens"_s);
    search->setFocus();
    m_window->setEmptyPage(EmptyPageContent{.symbol = u"key"_s,
                                            .heading = u"Central refused the credential."_s,
                                            .primary = u"Sign in again…"_s,
                                            .note = u"Next try in 20 s"_s});
    QCOMPARE(QApplication::focusWidget(), search);
}

void TestTabOrder::pageLeavesTheServersAlone()
{
    auto *servers = m_window->findChild<QWidget *>(u"servers"_s);
    servers->setFocus();
    testing::showList(m_window.get(), m_model.get(), testing::tableOf({}), {});
    m_window->setEmptyPage(EmptyPageContent{
        .symbol = u"key"_s, .heading = u"It failed."_s, .primary = u"Try again"_s});
    QCOMPARE(QApplication::focusWidget(), servers);
}

void TestTabOrder::firstDownSelectsTheFirstRow()
{
    m_window->selectIds({});
    m_window->findChild<QWidget *>(u"searchTokens"_s)->setFocus();
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(m_window->selectedIds(), QStringList{m_model->idAt(0)});
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(m_window->selectedIds(), QStringList{m_model->idAt(1)});
}

void TestTabOrder::ctrlHomeSelectsTheFirstRow()
{
    m_window->selectIds({m_model->idAt(50)});
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_window->selectedIds(), QStringList{m_model->idAt(0)});
    QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_window->selectedIds(), QStringList{m_model->idAt(99)});
}

QTEST_MAIN(TestTabOrder)
#include "tst_taborder.moc"
