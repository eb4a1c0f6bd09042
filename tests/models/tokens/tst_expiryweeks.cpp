// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/expiryweeks.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

#include <ctime>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

UtcMs at(int year, int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

} // namespace

/// The weeks of the chart and the ranges that are offered by name, in the user's zone.
class TestExpiryWeeks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setZone("UTC"); }
    void cleanup() { setZone("UTC"); }
    void weeksShareNoDay();
    void changedClocksMoveNoDay();
    void weekOfFindsEachTime();
    void rangeCoversItsWeeks();
    void presetsAreWholeDays();
    void spansHaveTheirBars_data();
    void spansHaveTheirBars();
    void eachTimeIsInTheBarOfItsRange();
    void monthsBeginOnTheirFirstDay();

private:
    static void setZone(const char *zone)
    {
        qputenv("TZ", zone);
        ::tzset();
    }
};

void TestExpiryWeeks::weeksShareNoDay()
{
    const ExpiryGrid grid(at(2026, 8, 25, 10, 42));
    QCOMPARE(grid.range(0, 0).from, at(2026, 8, 25));
    for (int week = 1; week < MaxExpiryBars; ++week)
        QCOMPARE(grid.range(week, week).from, grid.range(week - 1, week - 1).until);
    QCOMPARE(grid.range(0, 2).until, at(2026, 9, 15));
}

void TestExpiryWeeks::changedClocksMoveNoDay()
{
    setZone("Europe/Berlin"); // summer time ends on 25 Oct 2026
    const ExpiryGrid grid(at(2026, 8, 25, 10, 42));
    for (int week = 0; week < MaxExpiryBars; ++week) {
        const TimeRange range = grid.range(week, week);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(range.from).time(), QTime(0, 0));
        QCOMPARE(grid.barOf(range.from), week);
        QCOMPARE(grid.barOf(range.until - 1), week);
    }
}

void TestExpiryWeeks::weekOfFindsEachTime()
{
    const ExpiryGrid grid(at(2026, 8, 25, 10, 42));
    QCOMPARE(grid.barOf(NoTime), -1);
    QCOMPARE(grid.barOf(at(2026, 8, 24, 23, 59)), -1);
    QCOMPARE(grid.barOf(at(2026, 8, 25)), 0);
    QCOMPARE(grid.barOf(at(2026, 8, 31, 23, 59)), 0);
    QCOMPARE(grid.barOf(at(2026, 9, 1)), 1);
    QCOMPARE(grid.barOf(grid.range(0, MaxExpiryBars - 1).until), -1);
    QCOMPARE(grid.barOf(at(9999, 12, 31)), -1);
}

void TestExpiryWeeks::rangeCoversItsWeeks()
{
    using Weeks = std::pair<int, int>;
    const ExpiryGrid grid(at(2026, 8, 25, 10, 42));
    QCOMPARE(grid.barsIn({}), Weeks(-1, -1));
    QCOMPARE(grid.barsIn(grid.range(3, 5)), Weeks(3, 5));
    QCOMPARE(grid.barsIn({at(2026, 8, 1), at(2026, 9, 1)}), Weeks(0, 0));
    QCOMPARE(grid.barsIn({at(2026, 9, 2), at(2026, 9, 9)}), Weeks(1, 2));
    QCOMPARE(grid.barsIn({at(2020, 1, 1), at(2026, 8, 25)}), Weeks(-1, -1));
    QCOMPARE(grid.barsIn({at(2030, 1, 1), at(2030, 2, 1)}), Weeks(-1, -1));
    QCOMPARE(grid.barsIn({NoTime, at(2026, 9, 2)}), Weeks(0, 1));
    QCOMPARE(grid.barsIn({at(2026, 9, 2), NoTime}), Weeks(1, MaxExpiryBars - 1));
}

void TestExpiryWeeks::presetsAreWholeDays()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); // a week begins on Monday
    const UtcMs now = at(2026, 8, 25, 10, 42);                       // Tuesday
    QCOMPARE(weekAround(now), (TimeRange{at(2026, 8, 24), at(2026, 8, 31)}));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // on Sunday
    QCOMPARE(weekAround(now), (TimeRange{at(2026, 8, 23), at(2026, 8, 30)}));
    QLocale::setDefault(QLocale::c());
    QCOMPARE(monthAround(now), (TimeRange{at(2026, 8, 1), at(2026, 9, 1)}));
    QCOMPARE(monthAround(at(2026, 12, 31)), (TimeRange{at(2026, 12, 1), at(2027, 1, 1)}));
    QCOMPARE(daysFrom(now, 30), (TimeRange{at(2026, 8, 25), at(2026, 9, 24)}));
}

void TestExpiryWeeks::spansHaveTheirBars_data()
{
    QTest::addColumn<ChartSpan>("span");
    QTest::addColumn<int>("bars");
    QTest::addColumn<UtcMs>("until");
    QTest::newRow("13 weeks") << ChartSpan::Weeks13 << 13 << at(2026, 11, 24);
    QTest::newRow("6 months") << ChartSpan::Months6 << 26 << at(2027, 2, 23);
    QTest::newRow("12 months") << ChartSpan::Months12 << 13 << at(2027, 9, 1);
    QTest::newRow("2 years") << ChartSpan::Years2 << 25 << at(2028, 9, 1);
}

void TestExpiryWeeks::spansHaveTheirBars()
{
    QFETCH(const ChartSpan, span);
    QFETCH(const int, bars);
    const ExpiryGrid grid(at(2026, 8, 25, 10, 42), span);
    QCOMPARE(grid.count(), bars);
    QCOMPARE(grid.range(0, 0).from, at(2026, 8, 25));
    QTEST(grid.range(bars - 1, bars - 1).until, "until");
    for (int bar = 1; bar < bars; ++bar)
        QCOMPARE(grid.range(bar, bar).from, grid.range(bar - 1, bar - 1).until);
}

/// Of each span, on days of the year at which months and weeks end in different ways.
void TestExpiryWeeks::eachTimeIsInTheBarOfItsRange()
{
    for (const ChartSpanInfo &info : ChartSpans) {
        for (int day = 0; day < 366; ++day) {
            const UtcMs now = at(2027, 12, 1, 23, 59) + day * DayMs;
            const ExpiryGrid grid(now, info.span);
            for (int bar = 0; bar < grid.count(); ++bar) {
                const TimeRange range = grid.range(bar, bar);
                QVERIFY(range.from < range.until);
                QCOMPARE(grid.barOf(range.from), bar);
                QCOMPARE(grid.barOf(range.until - 1), bar);
                QCOMPARE(grid.barsIn(range), std::pair(bar, bar));
            }
            QCOMPARE(grid.barOf(grid.range(0, 0).from - 1), -1);
            QCOMPARE(grid.barOf(grid.range(0, grid.count() - 1).until), -1);
        }
    }
}

void TestExpiryWeeks::monthsBeginOnTheirFirstDay()
{
    const ExpiryGrid grid(at(2027, 1, 31, 12, 0), ChartSpan::Months12);
    QCOMPARE(grid.range(0, 0), (TimeRange{at(2027, 1, 31), at(2027, 2, 1)}));
    QCOMPARE(grid.range(1, 1), (TimeRange{at(2027, 2, 1), at(2027, 3, 1)}));
    const ExpiryGrid first(at(2027, 3, 1), ChartSpan::Months12);
    QCOMPARE(first.range(0, 0), (TimeRange{at(2027, 3, 1), at(2027, 4, 1)}));
}

QTEST_GUILESS_MAIN(TestExpiryWeeks)
#include "tst_expiryweeks.moc"
