// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/ui/dialogsamples.h"
#include "ui/generate/expirypicker.h"
#include "ui/style/colors.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextCharFormat>
#include <QTimeZone>
#include <QToolButton>

#include <ctime>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

void setZone(const char *name)
{
    qputenv("TZ", name);
    ::tzset();
}

QDateTimeEdit *dateOf(const ExpiryPicker &picker)
{
    return gui::part<QDateTimeEdit>(&picker, u"Expiration date"_s);
}

UtcMs utc(int year, int month, int day, int hour, int minute)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone::utc())
        .toMSecsSinceEpoch();
}

} // namespace

class TestExpiryPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        gui::beginTest();
        setZone("UTC");
        m_clock = {};
    }
    void presetsAreExactToTheSecond_data();
    void presetsAreExactToTheSecond();
    void presetsCountFromNow();
    void presetsKeepTheHourOfTheDay();
    void dateIsEditableForCustomOnly();
    void customTimes();
    void calendarHasTheColorsOfTheForm_data();
    void calendarHasTheColorsOfTheForm();
    void summerTimeKeepsTheHour_data();
    void summerTimeKeepsTheHour();
    void aPastTimeIsRefused();
    void timeMayPassWhileTheFormIsOpen();
    void latestTimeIsCapped();
    void errorEndsWithTheNextChange();

private:
    samples::FakeClock m_clock;
};

void TestExpiryPicker::presetsAreExactToTheSecond_data()
{
    QTest::addColumn<QString>("segment");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("length");
    QTest::newRow("7") << u"7 days"_s << 7 << u"7 days"_s;
    QTest::newRow("30") << u"30 days"_s << 30 << u"30 days"_s;
    QTest::newRow("90") << u"90 days"_s << 90 << u"90 days"_s;
    QTest::newRow("180") << u"180 days"_s << 180 << u"6 months"_s;
    QTest::newRow("365") << u"365 days"_s << 365 << u"12 months"_s;
}

void TestExpiryPicker::presetsAreExactToTheSecond()
{
    QFETCH(QString, segment);
    QFETCH(int, days);
    QFETCH(QString, length);
    m_clock.time += 789; // a fraction that Central would cut off
    ExpiryPicker picker(&m_clock);
    picker.show();
    gui::button(&picker, segment)->click();
    QCOMPARE(picker.expiresAt(), m_clock.time - 789 + days * DayMs);
    QCOMPARE(picker.lengthWords(), length);
    QVERIFY(picker.isComplete());
    QCOMPARE(gui::said(&picker, u"expirationHint"_s), u"Central's default is 365 days."_s);
}

void TestExpiryPicker::presetsCountFromNow()
{
    ExpiryPicker picker(&m_clock);
    const UtcMs before = picker.expiresAt();
    QCOMPARE(before, m_clock.time + 90 * DayMs); // 90 days at first
    m_clock.time += 37 * SecondMs;
    QCOMPARE(picker.expiresAt(), before + 37 * SecondMs);
}

void TestExpiryPicker::presetsKeepTheHourOfTheDay()
{
    setZone("Europe/Berlin");
    ExpiryPicker picker(&m_clock);                          // 10:42 CEST
    QCOMPARE(picker.expiresAt(), utc(2026, 11, 23, 9, 42)); // 10:42 CET
    QCOMPARE(dateOf(picker)->dateTime().time(), QTime(10, 42));
}

void TestExpiryPicker::dateIsEditableForCustomOnly()
{
    ExpiryPicker picker(&m_clock);
    picker.show();
    QVERIFY(!dateOf(picker)->isEnabled());
    QCOMPARE(dateOf(picker)->text(), u"Mon 23 Nov 2026, 08:42"_s);
    gui::button(&picker, u"Custom"_s)->click();
    QVERIFY(dateOf(picker)->isEnabled());
    QVERIFY(dateOf(picker)->calendarPopup());
    QCOMPARE(dateOf(picker)->text(), u"Mon 23 Nov 2026, 08:42"_s);
    gui::button(&picker, u"7 days"_s)->click();
    QVERIFY(!dateOf(picker)->isEnabled());
    QCOMPARE(dateOf(picker)->text(), u"Tue 1 Sep 2026, 08:42"_s);
    gui::button(&picker, u"Custom"_s)->click();
    picker.setLocked(true);
    QVERIFY(!dateOf(picker)->isEnabled());
    QVERIFY(!gui::button(&picker, u"7 days"_s)->isEnabled());
    picker.setLocked(false);
    QVERIFY(dateOf(picker)->isEnabled());
}

void TestExpiryPicker::calendarHasTheColorsOfTheForm_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestExpiryPicker::calendarHasTheColorsOfTheForm()
{
    QFETCH(bool, dark);
    ExpiryPicker picker(&m_clock);
    picker.setPalette(dark ? darkPalette() : lightPalette());
    picker.show();
    const auto *calendar = dateOf(picker)->calendarWidget();
    QVERIFY(calendar);
    // Qt's weekends are pure red, which is hard to read on a dark ground and means an error here.
    for (const auto day : {Qt::Saturday, Qt::Sunday})
        QCOMPARE(calendar->weekdayTextFormat(day).foreground().color(),
                 calendar->weekdayTextFormat(Qt::Monday).foreground().color());
    // Qt's arrows are green.
    for (const QString &name : {u"qt_calendar_prevmonth"_s, u"qt_calendar_nextmonth"_s}) {
        const QImage arrow = calendar->findChild<QToolButton *>(name)->icon().pixmap(16).toImage();
        for (int i = 0; i < 256; ++i) {
            const QColor pixel = arrow.pixelColor(i % 16, i / 16);
            QVERIFY2(pixel.alpha() < 128 || pixel.green() - pixel.red() < 40, qPrintable(name));
        }
    }
}

void TestExpiryPicker::customTimes()
{
    setZone("Europe/Berlin");
    ExpiryPicker picker(&m_clock);
    picker.show();
    gui::button(&picker, u"Custom"_s)->click();
    QSignalSpy changed(&picker, &ExpiryPicker::expiryChanged);
    dateOf(picker)->setDateTime(QDateTime(QDate(2026, 9, 30), QTime(18, 0), QTimeZone::utc()));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(picker.expiresAt(), utc(2026, 9, 30, 16, 0));
    QCOMPARE(gui::said(&picker, u"expirationHint"_s), u"In 36 days, in your time zone (CEST)."_s);
    picker.setExpiresAt(utc(2026, 12, 1, 0, 0) + 5 * SecondMs);
    QCOMPARE(picker.expiresAt(), utc(2026, 12, 1, 0, 0) + 5 * SecondMs); // seconds are kept
    picker.setExpiresAt(NoTime);
    QCOMPARE(picker.lengthWords(), u"90 days"_s);
}

void TestExpiryPicker::summerTimeKeepsTheHour_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QList<UtcMs>>("allowed");

    QTest::newRow("summer") << QDate(2026, 10, 24) << QTime(12, 0)
                            << QList<UtcMs>{utc(2026, 10, 24, 10, 0)};
    QTest::newRow("winter") << QDate(2026, 10, 26) << QTime(12, 0)
                            << QList<UtcMs>{utc(2026, 10, 26, 11, 0)};
    // 02:30 comes twice; either is right.
    QTest::newRow("twice") << QDate(2026, 10, 25) << QTime(2, 30)
                           << QList<UtcMs>{utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30)};
    // 02:30 does not exist: the next hour, never another day.
    QTest::newRow("never") << QDate(2027, 3, 28) << QTime(2, 30)
                           << QList<UtcMs>{utc(2027, 3, 28, 1, 30)};
}

void TestExpiryPicker::summerTimeKeepsTheHour()
{
    QFETCH(QDate, date);
    QFETCH(QTime, time);
    QFETCH(QList<UtcMs>, allowed);
    setZone("Europe/Berlin");
    ExpiryPicker picker(&m_clock);
    picker.show();
    gui::button(&picker, u"Custom"_s)->click();
    dateOf(picker)->setDate(date);
    dateOf(picker)->setTime(time);
    QVERIFY2(allowed.contains(picker.expiresAt()), qPrintable(QString::number(picker.expiresAt())));
}

void TestExpiryPicker::aPastTimeIsRefused()
{
    ExpiryPicker picker(&m_clock);
    picker.show();
    gui::button(&picker, u"Custom"_s)->click();
    dateOf(picker)->setDateTime(QDateTime::fromMSecsSinceEpoch(m_clock.time - 60'000));
    QVERIFY(!picker.isComplete());
    QCOMPARE(gui::said(&picker, u"expirationHint"_s),
             u"This time has passed. Central would refuse it."_s);
    QCOMPARE(dateOf(picker)->accessibleDescription(),
             u"This time has passed. Central would refuse it."_s);
    dateOf(picker)->setDateTime(QDateTime::fromMSecsSinceEpoch(m_clock.time));
    QVERIFY(!picker.isComplete()); // now is past when Central reads it
    dateOf(picker)->setDateTime(QDateTime::fromMSecsSinceEpoch(m_clock.time + 60'000));
    QVERIFY(picker.isComplete());
}

void TestExpiryPicker::timeMayPassWhileTheFormIsOpen()
{
    ExpiryPicker picker(&m_clock);
    picker.setExpiresAt(m_clock.time + 60'000);
    QVERIFY(picker.isComplete());
    m_clock.time += 60'000;
    QVERIFY(!picker.isComplete());
}

void TestExpiryPicker::latestTimeIsCapped()
{
    ExpiryPicker picker(&m_clock);
    picker.setExpiresAt(utc(9999, 12, 31, 23, 59));
    QCOMPARE(picker.expiresAt(), utc(9999, 12, 31, 23, 59));
    QVERIFY(picker.isComplete());
}

void TestExpiryPicker::errorEndsWithTheNextChange()
{
    ExpiryPicker picker(&m_clock);
    picker.show();
    picker.setError(u"Central refused the request."_s);
    QCOMPARE(gui::said(&picker, u"expirationHint"_s), u"Central refused the request."_s);
    QVERIFY(!picker.isComplete());
    gui::button(&picker, u"30 days"_s)->click();
    QVERIFY(picker.isComplete());
}

QTEST_MAIN(TestExpiryPicker)
#include "tst_expirypicker.moc"
