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

private:
    static void setZone(const char *zone)
    {
        qputenv("TZ", zone);
        ::tzset();
    }
};

void TestExpiryWeeks::weeksShareNoDay()
{
    const WeekGrid grid(at(2026, 8, 25, 10, 42));
    QCOMPARE(grid.range(0, 0).from, at(2026, 8, 25));
    for (int week = 1; week < ExpiryWeeks; ++week)
        QCOMPARE(grid.range(week, week).from, grid.range(week - 1, week - 1).until);
    QCOMPARE(grid.range(0, 2).until, at(2026, 9, 15));
}

void TestExpiryWeeks::changedClocksMoveNoDay()
{
    setZone("Europe/Berlin"); // summer time ends on 25 Oct 2026
    const WeekGrid grid(at(2026, 8, 25, 10, 42));
    for (int week = 0; week < ExpiryWeeks; ++week) {
        const TimeRange range = grid.range(week, week);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(range.from).time(), QTime(0, 0));
        QCOMPARE(grid.weekOf(range.from), week);
        QCOMPARE(grid.weekOf(range.until - 1), week);
    }
}

void TestExpiryWeeks::weekOfFindsEachTime()
{
    const WeekGrid grid(at(2026, 8, 25, 10, 42));
    QCOMPARE(grid.weekOf(NoTime), -1);
    QCOMPARE(grid.weekOf(at(2026, 8, 24, 23, 59)), -1);
    QCOMPARE(grid.weekOf(at(2026, 8, 25)), 0);
    QCOMPARE(grid.weekOf(at(2026, 8, 31, 23, 59)), 0);
    QCOMPARE(grid.weekOf(at(2026, 9, 1)), 1);
    QCOMPARE(grid.weekOf(grid.range(0, ExpiryWeeks - 1).until), -1);
    QCOMPARE(grid.weekOf(at(9999, 12, 31)), -1);
}

void TestExpiryWeeks::rangeCoversItsWeeks()
{
    using Weeks = std::pair<int, int>;
    const WeekGrid grid(at(2026, 8, 25, 10, 42));
    QCOMPARE(grid.weeksIn({}), Weeks(-1, -1));
    QCOMPARE(grid.weeksIn(grid.range(3, 5)), Weeks(3, 5));
    QCOMPARE(grid.weeksIn({at(2026, 8, 1), at(2026, 9, 1)}), Weeks(0, 0));
    QCOMPARE(grid.weeksIn({at(2026, 9, 2), at(2026, 9, 9)}), Weeks(1, 2));
    QCOMPARE(grid.weeksIn({at(2020, 1, 1), at(2026, 8, 25)}), Weeks(-1, -1));
    QCOMPARE(grid.weeksIn({at(2030, 1, 1), at(2030, 2, 1)}), Weeks(-1, -1));
    QCOMPARE(grid.weeksIn({NoTime, at(2026, 9, 2)}), Weeks(0, 1));
    QCOMPARE(grid.weeksIn({at(2026, 9, 2), NoTime}), Weeks(1, ExpiryWeeks - 1));
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

QTEST_GUILESS_MAIN(TestExpiryWeeks)
#include "tst_expiryweeks.moc"
