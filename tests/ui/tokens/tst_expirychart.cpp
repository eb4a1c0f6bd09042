// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/tokens/expirychart.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestExpiryChart : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_strip.reset(); }
    void barHeightsFollowTheCounts();
    void weekWithoutTokensHasAFlatBar();
    void secondClickClearsTheChoice();
    void shiftClickJoinsWeeks();
    void draggingJoinsWeeks();
    void shiftArrowsJoinWeeks();
    void arrowKeysChooseAndEscClears_data();
    void arrowKeysChooseAndEscClears();
    void setRangeIsSilent();
    void weeksShareNoDayInWords();
    void hoveringDoesNotReplaceTheTitle();
    void rightToLeftIsMirrored();
    void screenReadersFindEachBar();
    void accessibleBarSurvivesTheChart();
    void spanIsChosenInTheContextMenu();
    void monthsAreBars();
    void fewerBarsLeaveNoAccessibleOnesBehind();

private:
    using Weeks = std::pair<int, int>;
    void click(int week, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_strip.get(), Qt::LeftButton, modifiers,
                          m_strip->slotRect(week).center());
    }

    std::unique_ptr<ExpiryChart> m_strip;
};

void TestExpiryChart::init()
{
    StrictTest::init();
    m_strip = std::make_unique<ExpiryChart>();
    m_strip->resize(784, m_strip->sizeHint().height());
    m_strip->setCounts({14, 24, 0, 1, 44}, testing::Now);
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowActive(m_strip.get()));
    m_strip->setFocus();
}

void TestExpiryChart::barHeightsFollowTheCounts()
{
    const int tallest = m_strip->barRect(4).height();
    QCOMPARE(m_strip->barRect(0).height(), qRound(tallest * 14 / 44.0));
    QCOMPARE(m_strip->barRect(2).height(), 0);
    QVERIFY2(m_strip->barRect(3).height() >= 2, "one token of many is still to be seen");
    for (int week = 1; week < MaxExpiryBars; ++week) {
        QCOMPARE(m_strip->slotRect(week).left(), m_strip->slotRect(week - 1).right() + 1);
        QVERIFY(m_strip->rect().contains(m_strip->slotRect(week)));
        QCOMPARE(m_strip->barRect(week).bottom(), m_strip->barRect(0).bottom());
    }
}

void TestExpiryChart::weekWithoutTokensHasAFlatBar()
{
    m_strip->setCounts({}, testing::Now);
    for (int week = 0; week < MaxExpiryBars; ++week)
        QCOMPARE(m_strip->barRect(week).height(), 0);
}

void TestExpiryChart::secondClickClearsTheChoice()
{
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::rangeChosen);
    click(4);
    QCOMPARE(m_strip->chosenBars(), Weeks(4, 4));
    QCOMPARE(chosen.last().at(0).value<TimeRange>(), ExpiryGrid(testing::Now).range(4, 4));
    click(25);
    QCOMPARE(m_strip->chosenBars(), Weeks(25, 25));
    click(25);
    QCOMPARE(m_strip->chosenBars(), Weeks(-1, -1));
    QVERIFY(chosen.last().at(0).value<TimeRange>().isOpen());
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(20, 5)); // on the title
    QTest::mouseClick(m_strip.get(), Qt::RightButton, {}, m_strip->slotRect(3).center());
    QCOMPARE(chosen.count(), 3);
}

void TestExpiryChart::shiftClickJoinsWeeks()
{
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::rangeChosen);
    click(6);
    click(9, Qt::ShiftModifier);
    QCOMPARE(m_strip->chosenBars(), Weeks(6, 9));
    click(3, Qt::ShiftModifier); // from the first one on, to the other side
    QCOMPARE(m_strip->chosenBars(), Weeks(3, 6));
    QCOMPARE(chosen.last().at(0).value<TimeRange>(), ExpiryGrid(testing::Now).range(3, 6));
    click(4); // of those that are chosen: it alone
    QCOMPARE(m_strip->chosenBars(), Weeks(4, 4));
}

void TestExpiryChart::draggingJoinsWeeks()
{
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, m_strip->slotRect(8).center());
    QTest::mouseMove(m_strip.get(), m_strip->slotRect(11).center());
    QCOMPARE(m_strip->chosenBars(), Weeks(8, 11));
    QTest::mouseMove(m_strip.get(), {-50, 0}); // beyond the first week, above the bars
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, {-50, 0});
    QCOMPARE(m_strip->chosenBars(), Weeks(0, 8));
    QTest::mouseMove(m_strip.get(), m_strip->slotRect(20).center()); // no button is pressed
    QCOMPARE(m_strip->chosenBars(), Weeks(0, 8));
}

void TestExpiryChart::shiftArrowsJoinWeeks()
{
    m_strip->setRange(ExpiryGrid(testing::Now).range(5, 5));
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_strip->chosenBars(), Weeks(5, 7));
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_strip.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_strip->chosenBars(), Weeks(3, 5));
    QTest::keyClick(m_strip.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_strip->chosenBars(), Weeks(5, 25));
    QTest::keyClick(m_strip.get(), Qt::Key_Escape);
    QCOMPARE(m_strip->chosenBars(), Weeks(-1, -1));
}

void TestExpiryChart::arrowKeysChooseAndEscClears_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("week");
    QTest::newRow("right from none") << -1 << int(Qt::Key_Right) << 0;
    QTest::newRow("left from none") << -1 << int(Qt::Key_Left) << 25;
    QTest::newRow("right") << 3 << int(Qt::Key_Right) << 4;
    QTest::newRow("left") << 3 << int(Qt::Key_Left) << 2;
    QTest::newRow("right at the end") << 25 << int(Qt::Key_Right) << 25;
    QTest::newRow("left at the start") << 0 << int(Qt::Key_Left) << 0;
    QTest::newRow("home") << 9 << int(Qt::Key_Home) << 0;
    QTest::newRow("end") << 9 << int(Qt::Key_End) << 25;
    QTest::newRow("escape") << 9 << int(Qt::Key_Escape) << -1;
    QTest::newRow("escape from none") << -1 << int(Qt::Key_Escape) << -1;
}

void TestExpiryChart::arrowKeysChooseAndEscClears()
{
    QFETCH(int, from);
    QFETCH(int, key);
    QFETCH(int, week);
    m_strip->setRange(from < 0 ? TimeRange() : ExpiryGrid(testing::Now).range(from, from));
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::rangeChosen);
    QTest::keyClick(m_strip.get(), static_cast<Qt::Key>(key));
    QCOMPARE(m_strip->chosenBars(), Weeks(week, week));
    QCOMPARE(chosen.count(), from == week ? 0 : 1);
}

void TestExpiryChart::setRangeIsSilent()
{
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::rangeChosen);
    m_strip->setRange(ExpiryGrid(testing::Now).range(7, 8));
    QCOMPARE(m_strip->chosenBars(), Weeks(7, 8));
    QCOMPARE(chosen.count(), 0);
}

void TestExpiryChart::weeksShareNoDayInWords()
{
    const auto days = [&](int week) { return m_strip->barText(week).section(u':', 0, 0); };
    QCOMPARE(days(0), u"25–31 Aug"_s);
    QCOMPARE(days(1), u"1–7 Sep"_s);
    QCOMPARE(days(5), u"29 Sep – 5 Oct"_s);
    QCOMPARE(days(18), u"29 Dec – 4 Jan 2027"_s);
}

void TestExpiryChart::hoveringDoesNotReplaceTheTitle()
{
    m_strip->setRange(ExpiryGrid(testing::Now).range(4, 4));
    const QRect title(0, 0, m_strip->width() / 2, 20);
    const QImage before = m_strip->grab(title).toImage();
    QTest::mouseMove(m_strip.get(), m_strip->slotRect(12).center());
    QCOMPARE(m_strip->grab(title).toImage(), before);
}

void TestExpiryChart::rightToLeftIsMirrored()
{
    m_strip->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(m_strip->slotRect(0).left() > m_strip->slotRect(25).left());
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    QCOMPARE(m_strip->chosenBars(), Weeks(0, 0));
}

void TestExpiryChart::screenReadersFindEachBar()
{
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_strip.get());
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->text(QAccessible::Name), u"Expiry by week"_s);
    QCOMPARE(chart->childCount(), MaxExpiryBars);
    QAccessibleInterface *bar = chart->child(4);
    QVERIFY(bar && bar->isValid());
    QCOMPARE(chart->indexOfChild(bar), 4);
    QCOMPARE(bar->parent(), chart);
    QCOMPARE(bar->text(QAccessible::Name), m_strip->barText(4));
    QVERIFY(bar->text(QAccessible::Name).contains(u"44"_s));
    QVERIFY(!bar->state().checked);
    const QPoint middle = bar->rect().center();
    QCOMPARE(chart->childAt(middle.x(), middle.y()), bar);
    bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_strip->chosenBars(), Weeks(4, 4));
    QVERIFY(bar->state().checked);
    QVERIFY(!chart->child(MaxExpiryBars));
}

void TestExpiryChart::accessibleBarSurvivesTheChart()
{
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_strip.get());
    const QAccessible::Id bar = QAccessible::uniqueId(chart->child(4));
    QVERIFY(QAccessible::accessibleInterface(bar));
    m_strip.reset();
    QVERIFY(!QAccessible::accessibleInterface(bar));
}

void TestExpiryChart::spanIsChosenInTheContextMenu()
{
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::spanChosen);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, m_strip->rect().center(),
                            m_strip->mapToGlobal(m_strip->rect().center()));
    QApplication::sendEvent(m_strip.get(), &event);
    auto *menu = m_strip->findChild<QMenu *>(u"chartSpanMenu"_s);
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), qsizetype(ChartSpans.size()));
    QVERIFY(m_strip->findChild<QAction *>(u"span6months"_s)->isChecked());
    m_strip->findChild<QAction *>(u"span2years"_s)->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().at(0).value<ChartSpan>(), ChartSpan::Years2);
    menu->close();
    auto *button = m_strip->findChild<QAbstractButton *>(u"chartSpan"_s);
    QCOMPARE(button->accessibleName(), u"Range of the chart: next 26 week(s)"_s);
}

void TestExpiryChart::monthsAreBars()
{
    ExpiryChart::Counts counts{};
    counts[1] = 12;
    m_strip->setCounts(counts, testing::Now, 0, 14, ChartSpan::Months12);
    QCOMPARE(m_strip->accessibleName(), u"Expiry by month"_s);
    QCOMPARE(m_strip->barCount(), 13);
    QVERIFY2(m_strip->barText(1).startsWith(u"1–30 Sep: 12"_s), qPrintable(m_strip->barText(1)));
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::rangeChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, m_strip->slotRect(12).center());
    QCOMPARE(chosen.last().at(0).value<TimeRange>(),
             ExpiryGrid(testing::Now, ChartSpan::Months12).range(12, 12));
    QTest::keyClick(m_strip.get(), Qt::Key_Right);
    QCOMPARE(m_strip->chosenBars(), std::pair(12, 12)); // the last one
}

void TestExpiryChart::fewerBarsLeaveNoAccessibleOnesBehind()
{
    auto *chart = QAccessible::queryAccessibleInterface(m_strip.get());
    QAccessibleInterface *last = chart->child(MaxExpiryBars - 1);
    QVERIFY(last->isValid());
    m_strip->setCounts({}, testing::Now, 0, 14, ChartSpan::Weeks13);
    QCOMPARE(chart->childCount(), 13);
    QVERIFY(!chart->child(13));
    QVERIFY(!last->isValid());
    QCOMPARE(last->text(QAccessible::Name), QString());
}

QTEST_MAIN(TestExpiryChart)
#include "tst_expirychart.moc"
