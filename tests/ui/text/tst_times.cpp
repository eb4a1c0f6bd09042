// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/times.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs Now = 1'787'656'920'000; // 2026-08-25T11:22:00Z

UtcMs at(const char *iso)
{
    return QDateTime::fromString(QLatin1String(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

class TestTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void relative_data();
    void relative();
    void shortDates_data();
    void shortDates();
    void lengths_data();
    void lengths();
    void timeLeftUsesOneUnit_data();
    void timeLeftUsesOneUnit();
    void untilTimeWithinADay_data();
    void untilTimeWithinADay();
    void zones();
    void datesAreNotBroken();

private:
    QTranslator m_english;
};

void TestTimes::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(at("2026-08-25T11:22:00Z"), Now);
}

void TestTimes::relative_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QString>("said");
    QTest::newRow("now") << qint64(0) << u"just now"_s;
    QTest::newRow("30 s ago") << -30 * SecondMs << u"just now"_s;
    QTest::newRow("31 s ago") << -31 * SecondMs << u"1 minute ago"_s;
    QTest::newRow("soon") << 30 * SecondMs << u"in seconds"_s;
    QTest::newRow("one minute") << MinuteMs << u"in 1 minute"_s;
    QTest::newRow("59 minutes") << 59 * MinuteMs + 29 * SecondMs << u"in 59 minutes"_s;
    QTest::newRow("one hour") << HourMs << u"in 1 hour"_s;
    QTest::newRow("3 hours ago") << -3 * HourMs << u"3 hours ago"_s;
    QTest::newRow("47 hours") << 47 * HourMs + 29 * MinuteMs << u"in 47 hours"_s;
    QTest::newRow("48 hours are days") << 48 * HourMs - 5 * SecondMs << u"in 2 days"_s;
    QTest::newRow("90 days, just made") << 90 * DayMs - 5 * SecondMs << u"in 90 days"_s;
    QTest::newRow("91 days") << 91 * DayMs << u"in 91 days"_s;
    QTest::newRow("121 days are months") << 121 * DayMs << u"in 4 months"_s;
    QTest::newRow("a year") << 365 * DayMs - 5 * SecondMs << u"in 12 months"_s;
    QTest::newRow("23 months") << 700 * DayMs << u"in 23 months"_s;
    QTest::newRow("2 years 8 months") << 974 * DayMs << u"in 3 years"_s;
    QTest::newRow("a number has its separator") << 400'000 * DayMs << u"in 1,095 years"_s;
    QTest::newRow("never") << NeverMs - Now << u"never"_s;
}

void TestTimes::relative()
{
    QFETCH(qint64, span);
    QFETCH(QString, said);
    QCOMPARE(relativeTime(Now + span, Now), said);
}

void TestTimes::shortDates_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("said");
    QTest::newRow("this year") << at("2026-08-31T07:12:00Z") << u"31 Aug"_s;
    QTest::newRow("next year") << at("2027-07-28T07:12:00Z") << u"28 Jul 2027"_s;
    QTest::newRow("last year") << at("2025-12-31T23:59:59Z") << u"31 Dec 2025"_s;
    QTest::newRow("never") << at("9999-12-31T23:59:59Z") << u"year 9999"_s;
    QTest::newRow("none") << NoTime << u"–"_s;
}

void TestTimes::shortDates()
{
    QFETCH(qint64, time);
    QFETCH(QString, said);
    QCOMPARE(shortDate(time, Now), said);
}

void TestTimes::lengths_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<QString>("said");
    QTest::newRow("90 days") << 90 * DayMs << u"90 days"_s;
    QTest::newRow("180 days") << 180 * DayMs << u"6 months"_s;
    QTest::newRow("365 days") << 365 * DayMs << u"12 months"_s;
    QTest::newRow("a day is 24 hours") << DayMs << u"24 hours"_s;
    QTest::newRow("5 years") << 5 * 365 * DayMs << u"5 years"_s;
    QTest::newRow("seconds") << 20 * SecondMs << u"under a minute"_s;
    QTest::newRow("backwards") << -DayMs << u"under a minute"_s;
}

void TestTimes::lengths()
{
    QFETCH(qint64, span);
    QFETCH(QString, said);
    QCOMPARE(duration(span), said);
}

void TestTimes::timeLeftUsesOneUnit_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<QString>("said");
    QTest::newRow("days") << 9 * DayMs << 90 * DayMs << u"<b>9 days left</b> of 90 days"_s;
    QTest::newRow("one day of many")
        << 49 * HourMs << 90 * DayMs << u"<b>2 days left</b> of 90 days"_s;
    QTest::newRow("days of months")
        << 5 * DayMs << 365 * DayMs << u"<b>5 days left</b> of 365 days"_s;
    QTest::newRow("just made") << 90 * DayMs - 5 * SecondMs << 90 * DayMs
                               << u"<b>90 days left</b> of 90 days"_s;
    QTest::newRow("months") << 334 * DayMs << 365 * DayMs
                            << u"<b>11 months left</b> of 12 months"_s;
    QTest::newRow("years") << 1096 * DayMs << 3652 * DayMs << u"<b>3 years left</b> of 10 years"_s;
    QTest::newRow("hours") << 3 * HourMs << 24 * HourMs << u"<b>3 hours left</b> of 24 hours"_s;
    QTest::newRow("hours of days")
        << 7 * HourMs << 7 * DayMs << u"<b>7 hours left</b> of 168 hours"_s;
    QTest::newRow("one minute") << MinuteMs << HourMs << u"<b>1 minute left</b> of 60 minutes"_s;
    QTest::newRow("too small a unit") << 7 * HourMs << 90 * DayMs << u"<b>7 hours left</b>"_s;
    QTest::newRow("seconds") << 5 * SecondMs << HourMs << u"<b>under a minute left</b>"_s;
    QTest::newRow("no whole") << 5 * DayMs << qint64(0) << u"<b>5 days left</b>"_s;
}

void TestTimes::timeLeftUsesOneUnit()
{
    QFETCH(qint64, left);
    QFETCH(qint64, whole);
    QFETCH(QString, said);
    QCOMPARE(timeLeftOf(left, whole), said);
}

void TestTimes::untilTimeWithinADay_data()
{
    QTest::addColumn<qint64>("end");
    QTest::addColumn<QString>("said");
    QTest::newRow("this evening") << at("2026-08-25T22:05:00Z") << u"22:05"_s;
    QTest::newRow("tonight") << at("2026-08-26T00:10:00Z") << u"26 Aug, 00:10"_s;
    QTest::newRow("earlier today") << at("2026-08-25T08:00:00Z") << u"08:00"_s;
    QTest::newRow("a day ahead") << Now + DayMs << u"26 Aug"_s;
    QTest::newRow("next year") << at("2027-01-12T10:00:00Z") << u"12 Jan 2027"_s;
    QTest::newRow("never") << NeverMs << u"year 9999"_s;
    QTest::newRow("none") << NoTime << u"–"_s;
}

void TestTimes::untilTimeWithinADay()
{
    QFETCH(qint64, end);
    QFETCH(QString, said);
    QCOMPARE(untilTime(end, Now), said);
    if (end != NoTime)
        QCOMPARE(untilTime(end, NoTime),
                 mediumDate(end)); // without the current time: the whole date
}

void TestTimes::zones()
{
    const UtcMs time = at("2026-08-31T07:12:00Z");
    QCOMPARE(longTime(time), u"31 Aug 2026, 07:12 UTC"_s);
    QVERIFY(zoneAndUtc(time).endsWith("2026-08-31T07:12:00Z"_L1));
    QCOMPARE(clockTime(time), u"07:12"_s);
    QCOMPARE(timeLeft(Now + 5 * DayMs, Now), u"5 days left"_s);
    QCOMPARE(timeLeft(Now - DayMs, Now), u"under a minute left"_s);
    QVERIFY(relativeTime(NoTime, Now).isEmpty());
}

void TestTimes::datesAreNotBroken()
{
    QCOMPARE(unbroken(u"valid for 90 days, until 23 Nov 2026, 10:42 CET."_s),
             u"valid for 90\u00A0days, until 23\u00A0Nov\u00A02026, 10:42\u00A0CET."_s);
    QCOMPARE(unbroken(u"\u0669\u0660 \u064A\u0648\u0645"_s),
             u"\u0669\u0660\u00A0\u064A\u0648\u0645"_s);
    for (const QString &text :
         {QString(), u" "_s, u" 2026"_s, u"90 "_s, u"2 2026"_s, u"in 20261."_s, u"of 2026b"_s,
          u"of 202"_s, u"a b"_s, u"90  days"_s})
        QCOMPARE(unbroken(text), text);
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
