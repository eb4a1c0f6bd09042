// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/tokens/expirychart.h"

#include <QAccessible>
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
    void arrowKeysChooseAndEscClears_data();
    void arrowKeysChooseAndEscClears();
    void setWeekIsSilent();
    void rightToLeftIsMirrored();
    void screenReadersFindEachBar();
    void accessibleBarSurvivesTheChart();

private:
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
    for (int week = 1; week < ExpiryWeeks; ++week) {
        QCOMPARE(m_strip->slotRect(week).left(), m_strip->slotRect(week - 1).right() + 1);
        QVERIFY(m_strip->rect().contains(m_strip->slotRect(week)));
        QCOMPARE(m_strip->barRect(week).bottom(), m_strip->barRect(0).bottom());
    }
}

void TestExpiryChart::weekWithoutTokensHasAFlatBar()
{
    m_strip->setCounts({}, testing::Now);
    for (int week = 0; week < ExpiryWeeks; ++week)
        QCOMPARE(m_strip->barRect(week).height(), 0);
}

void TestExpiryChart::secondClickClearsTheChoice()
{
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::weekChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, m_strip->slotRect(4).center());
    QCOMPARE(chosen.last().at(0).toInt(), 4);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, m_strip->slotRect(25).center());
    QCOMPARE(chosen.last().at(0).toInt(), 25);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, m_strip->slotRect(25).center());
    QCOMPARE(chosen.last().at(0).toInt(), -1);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(20, 5)); // on the title
    QTest::mouseClick(m_strip.get(), Qt::RightButton, {}, m_strip->slotRect(3).center());
    QCOMPARE(chosen.count(), 3);
}

void TestExpiryChart::arrowKeysChooseAndEscClears_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<QList<int>>("emitted");
    QTest::newRow("right from none") << -1 << int(Qt::Key_Right) << QList<int>{0};
    QTest::newRow("left from none") << -1 << int(Qt::Key_Left) << QList<int>{25};
    QTest::newRow("right") << 3 << int(Qt::Key_Right) << QList<int>{4};
    QTest::newRow("left") << 3 << int(Qt::Key_Left) << QList<int>{2};
    QTest::newRow("right at the end") << 25 << int(Qt::Key_Right) << QList<int>{};
    QTest::newRow("left at the start") << 0 << int(Qt::Key_Left) << QList<int>{};
    QTest::newRow("home") << 9 << int(Qt::Key_Home) << QList<int>{0};
    QTest::newRow("end") << 9 << int(Qt::Key_End) << QList<int>{25};
    QTest::newRow("escape") << 9 << int(Qt::Key_Escape) << QList<int>{-1};
    QTest::newRow("escape from none") << -1 << int(Qt::Key_Escape) << QList<int>{};
}

void TestExpiryChart::arrowKeysChooseAndEscClears()
{
    QFETCH(int, from);
    QFETCH(int, key);
    QFETCH(QList<int>, emitted);
    m_strip->setWeek(from);
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::weekChosen);
    QTest::keyClick(m_strip.get(), static_cast<Qt::Key>(key));
    QList<int> weeks;
    for (const auto &arguments : chosen)
        weeks.append(arguments.at(0).toInt());
    QCOMPARE(weeks, emitted);
}

void TestExpiryChart::setWeekIsSilent()
{
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::weekChosen);
    m_strip->setWeek(7);
    QCOMPARE(m_strip->week(), 7);
    QCOMPARE(chosen.count(), 0);
}

void TestExpiryChart::rightToLeftIsMirrored()
{
    m_strip->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(m_strip->slotRect(0).left() > m_strip->slotRect(25).left());
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::weekChosen);
    QTest::keyClick(m_strip.get(), Qt::Key_Left);
    QCOMPARE(chosen.last().at(0).toInt(), 0);
}

void TestExpiryChart::screenReadersFindEachBar()
{
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_strip.get());
    QVERIFY(chart);
    QCOMPARE(chart->role(), QAccessible::Chart);
    QCOMPARE(chart->text(QAccessible::Name), u"Expiry by week"_s);
    QCOMPARE(chart->childCount(), ExpiryWeeks);
    QAccessibleInterface *bar = chart->child(4);
    QVERIFY(bar && bar->isValid());
    QCOMPARE(chart->indexOfChild(bar), 4);
    QCOMPARE(bar->parent(), chart);
    QCOMPARE(bar->text(QAccessible::Name), m_strip->weekText(4));
    QVERIFY(bar->text(QAccessible::Name).contains(u"44"_s));
    QVERIFY(!bar->state().checked);
    const QPoint middle = bar->rect().center();
    QCOMPARE(chart->childAt(middle.x(), middle.y()), bar);
    const QSignalSpy chosen(m_strip.get(), &ExpiryChart::weekChosen);
    bar->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen.last().at(0).toInt(), 4);
    QVERIFY(bar->state().checked);
    QVERIFY(!chart->child(ExpiryWeeks));
}

void TestExpiryChart::accessibleBarSurvivesTheChart()
{
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_strip.get());
    const QAccessible::Id bar = QAccessible::uniqueId(chart->child(4));
    QVERIFY(QAccessible::accessibleInterface(bar));
    m_strip.reset();
    QVERIFY(!QAccessible::accessibleInterface(bar));
}

QTEST_MAIN(TestExpiryChart)
#include "tst_expirychart.moc"
