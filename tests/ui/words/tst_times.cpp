// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/words/times.h"

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
    void zones();

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
    QTest::newRow("59 s ago") << -59 * SecondMs << u"just now"_s;
    QTest::newRow("soon") << 59 * SecondMs << u"in under a minute"_s;
    QTest::newRow("one minute") << MinuteMs << u"in 1 minute"_s;
    QTest::newRow("59 minutes") << 59 * MinuteMs + 59 * SecondMs << u"in 59 minutes"_s;
    QTest::newRow("one hour") << HourMs << u"in 1 hour"_s;
    QTest::newRow("3 hours ago") << -3 * HourMs << u"3 hours ago"_s;
    QTest::newRow("47 hours") << 48 * HourMs - 1 << u"in 47 hours"_s;
    QTest::newRow("48 hours are days") << 48 * HourMs << u"in 2 days"_s;
    QTest::newRow("89 days") << 90 * DayMs - 1 << u"in 89 days"_s;
    QTest::newRow("90 days are months") << 92 * DayMs << u"in 3 months"_s;
    QTest::newRow("23 months") << 729 * DayMs << u"in 23 months"_s;
    QTest::newRow("2 years") << 731 * DayMs << u"in 2 years"_s;
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
    QTest::newRow("180 days") << 180 * DayMs << u"180 days"_s;
    QTest::newRow("365 days") << 365 * DayMs << u"365 days"_s;
    QTest::newRow("a day is 24 hours") << DayMs << u"24 hours"_s;
    QTest::newRow("5 years") << 5 * 365 * DayMs << u"5 years"_s;
    QTest::newRow("backwards") << -DayMs << u"0 minutes"_s;
}

void TestTimes::lengths()
{
    QFETCH(qint64, span);
    QFETCH(QString, said);
    QCOMPARE(duration(span), said);
}

void TestTimes::zones()
{
    const UtcMs time = at("2026-08-31T07:12:00Z");
    QCOMPARE(longTime(time), u"31 Aug 2026, 07:12 UTC"_s);
    QVERIFY(zoneAndUtc(time).endsWith("2026-08-31T07:12:00Z"_L1));
    QCOMPARE(clockTime(time), u"07:12"_s);
    QCOMPARE(timeLeft(Now + 5 * DayMs, Now), u"5 days left"_s);
    QCOMPARE(timeLeft(Now - DayMs, Now), u"0 minutes left"_s);
    QVERIFY(relativeTime(NoTime, Now).isEmpty());
}

QTEST_GUILESS_MAIN(TestTimes)
#include "tst_times.moc"
