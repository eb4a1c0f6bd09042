// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/timespan.h"

#include <QTest>

#include <limits>

using namespace rox;

using Unit = TimeSpan::Unit;
Q_DECLARE_METATYPE(rox::TimeSpan::Unit)

class TestTimeSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesTheUnit_data();
    void choosesTheUnit();
    void roundsToTheNearestCount();
    void shownTimeNeverGrows();
    void oneMinuteLessShowsTheSame_data();
    void oneMinuteLessShowsTheSame();
};

void TestTimeSpan::choosesTheUnit_data()
{
    QTest::addColumn<UtcMs>("length");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, UtcMs length, Unit unit, int count) {
        QTest::newRow(name) << length << unit << count;
    };
    row("negative", -DayMs, Unit::Minutes, 0);
    row("half a minute", 30 * SecondMs, Unit::Minutes, 0);
    row("more than half a minute", 30 * SecondMs + 1, Unit::Minutes, 1);
    row("47 minutes 12 seconds", 47 * MinuteMs + 12 * SecondMs, Unit::Minutes, 47);
    row("59 minutes 30 seconds", 59 * MinuteMs + 30 * SecondMs, Unit::Minutes, 59);
    row("rounds to an hour", 59 * MinuteMs + 31 * SecondMs, Unit::Hours, 1);
    row("90 minutes", 90 * MinuteMs, Unit::Hours, 1);
    row("91 minutes", 91 * MinuteMs, Unit::Hours, 2);
    row("31 hours 20 minutes", 31 * HourMs + 20 * MinuteMs, Unit::Hours, 31);
    row("47 hours 30 minutes", 47 * HourMs + 30 * MinuteMs, Unit::Hours, 47);
    row("rounds to 48 hours", 47 * HourMs + 31 * MinuteMs, Unit::Days, 2);
    row("89 days 23 hours", 89 * DayMs + 23 * HourMs, Unit::Days, 90);
    row("120 days", 120 * DayMs, Unit::Days, 120);
    row("120 days and a half", 120 * DayMs + 12 * HourMs, Unit::Days, 120);
    row("rounds to 121 days", 120 * DayMs + 13 * HourMs, Unit::Months, 4);
    row("337 days", 337 * DayMs, Unit::Months, 11);
    row("a year", 365 * DayMs, Unit::Months, 12);
    row("two years", 2 * 365 * DayMs, Unit::Months, 24);
    row("two years with a leap day", 731 * DayMs, Unit::Months, 24);
    row("rounds to 25 months", 746 * DayMs, Unit::Years, 2);
    row("2 years 8 months", 974 * DayMs, Unit::Years, 3);
    row("ten years", 3652 * DayMs, Unit::Years, 10);
    row("until year 9999", NeverMs, Unit::Years, 8029);
}

void TestTimeSpan::choosesTheUnit()
{
    QFETCH(UtcMs, length);
    QFETCH(Unit, unit);
    QFETCH(int, count);
    const TimeSpan span = timeSpanOf(length);
    QCOMPARE(span.unit, unit);
    QCOMPARE(span.count, count);
}

void TestTimeSpan::roundsToTheNearestCount()
{
    QCOMPARE(timeSpanIn(Unit::Days, 90 * DayMs - 5 * SecondMs).count, 90);
    QCOMPARE(timeSpanIn(Unit::Hours, 90 * DayMs).count, 2160);
    QCOMPARE(timeSpanIn(Unit::Months, 90 * DayMs).count, 3);
    QCOMPARE(timeSpanIn(Unit::Years, 90 * DayMs).count, 0);
    QCOMPARE(timeSpanIn(Unit::Minutes, -1).count, 0);
}

void TestTimeSpan::shownTimeNeverGrows()
{
    const auto inDays = [](TimeSpan span) {
        switch (span.unit) {
        case Unit::Minutes:
            return span.count / 1440.0;
        case Unit::Hours:
            return span.count / 24.0;
        case Unit::Days:
            return double(span.count);
        case Unit::Months:
            return span.count * 365 / 12.0;
        case Unit::Years:
            return span.count * 365.2425;
        }
        return 0.0;
    };
    double before = std::numeric_limits<double>::max();
    for (UtcMs length = 4000 * DayMs; length > 0; length -= 7 * MinuteMs + 13 * SecondMs) {
        const double said = inDays(timeSpanOf(length));
        QVERIFY2(said <= before, qPrintable(QString::number(length)));
        before = said;
    }
}

void TestTimeSpan::oneMinuteLessShowsTheSame_data()
{
    QTest::addColumn<UtcMs>("chosen");
    for (const int minutes : {90, 120})
        QTest::addRow("%d minutes", minutes) << minutes * MinuteMs;
    for (const int hours : {3, 8, 12, 24, 36, 47, 48, 72})
        QTest::addRow("%d hours", hours) << hours * HourMs;
    for (const int days : {7, 30, 90, 91, 120, 121, 180, 364, 365, 366, 730, 1095, 1826, 3652})
        QTest::addRow("%d days", days) << days * DayMs;
}

void TestTimeSpan::oneMinuteLessShowsTheSame()
{
    QFETCH(UtcMs, chosen);
    for (const UtcMs age : {UtcMs(0), SecondMs, 5 * SecondMs, 59 * SecondMs}) {
        QCOMPARE(timeSpanOf(chosen - age).unit, timeSpanOf(chosen).unit);
        QCOMPARE(timeSpanOf(chosen - age).count, timeSpanOf(chosen).count);
    }
}

QTEST_GUILESS_MAIN(TestTimeSpan)
#include "tst_timespan.moc"
