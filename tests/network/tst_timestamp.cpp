// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/timestamp.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesTimes_data();
    void parsesTimes();
    void invalidTimesAreRefused_data();
    void invalidTimesAreRefused();
    void agreesWithQtOnEveryDay();
    void formatsTimes_data();
    void formatsTimes();
    void yearsOutOfRangeAreNotFormatted();
};

void TestTimestamp::parsesTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<rox::UtcMs>("expected");
    const auto at = [](const QString &iso) {
        return QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch();
    };
    QTest::newRow("Central's own") << "2026-08-22T10:15:30Z"_ba << at(u"2026-08-22T10:15:30Z"_s);
    QTest::newRow("epoch") << "1970-01-01T00:00:00Z"_ba << rox::UtcMs(0);
    QTest::newRow("three digits") << "1970-01-01T00:00:00.123Z"_ba << rox::UtcMs(123);
    QTest::newRow("six digits") << "1970-01-01T00:00:00.123456Z"_ba << rox::UtcMs(123);
    QTest::newRow("nine digits are truncated, not rounded")
        << "9999-12-31T23:59:59.999999999Z"_ba << rox::UtcMs(253402300799999);
    QTest::newRow("one digit") << "1970-01-01T00:00:00.5Z"_ba << rox::UtcMs(500);
    QTest::newRow("before the epoch") << "1969-12-31T23:59:59.250Z"_ba << rox::UtcMs(-750);
    QTest::newRow("leap day") << "2024-02-29T00:00:00Z"_ba << at(u"2024-02-29T00:00:00Z"_s);
    QTest::newRow("leap century") << "2000-02-29T23:59:59Z"_ba << at(u"2000-02-29T23:59:59Z"_s);
    QTest::newRow("first year") << "0001-01-01T00:00:00Z"_ba << rox::UtcMs(-62135596800000);
    QTest::newRow("east") << "2026-08-22T12:15:30+02:00"_ba << at(u"2026-08-22T10:15:30Z"_s);
    QTest::newRow("west, half an hour")
        << "2026-08-22T06:45:30-03:30"_ba << at(u"2026-08-22T10:15:30Z"_s);
    QTest::newRow("zero offset") << "1970-01-01T00:00:00+00:00"_ba << rox::UtcMs(0);
    QTest::newRow("NeverMs") << "9999-01-01T00:00:00Z"_ba << rox::NeverMs;
}

void TestTimestamp::parsesTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(rox::UtcMs, expected);
    const auto parsed = rox::parseTimestamp({text.constData(), std::size_t(text.size())});
    QVERIFY(parsed);
    QCOMPARE(*parsed, expected);
}

void TestTimestamp::invalidTimesAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArrayList bad{
        "",
        "Z",
        "2026-08-22",
        "2026-08-22T10:15:30",
        "2026-08-22T10:15:30z",
        "2026-08-22t10:15:30Z",
        "2026-08-22 10:15:30Z",
        "2026-08-22T10:15Z",
        "2026-8-22T10:15:30Z",
        "0000-01-01T00:00:00Z",
        "2026-00-22T10:15:30Z",
        "2026-13-22T10:15:30Z",
        "2026-08-00T10:15:30Z",
        "2026-08-32T10:15:30Z",
        "2026-02-29T10:15:30Z",
        "1900-02-29T10:15:30Z",
        "2026-04-31T10:15:30Z",
        "2026-08-22T24:00:00Z",
        "2026-08-22T10:60:30Z",
        "2026-08-22T10:15:60Z",
        "2026-08-22T10:15:30.Z",
        "2026-08-22T10:15:30.1234567890Z",
        "2026-08-22T10:15:30.12x4Z",
        "2026-08-22T10:15:30ZZ",
        "2026-08-22T10:15:30+2:00",
        "2026-08-22T10:15:30+0200",
        "2026-08-22T10:15:30+24:00",
        "2026-08-22T10:15:30+02:60",
        "2026-08-22T10:15:30+02:00Z",
        "+026-08-22T10:15:30Z",
        "2026-08-22T10:15:-1Z",
        "20260822T101530Z....",
        "12026-08-22T10:15:30Z",
        "\xe2\x82\xac\xe2\x82\xac-08-22T10:15:30Z",
    };
    for (const QByteArray &text : bad)
        QTest::newRow(text.constData()) << text;
    QTest::newRow("embedded nul") << QByteArray("2026-08-22T10:15:30\0Z", 21);
}

void TestTimestamp::invalidTimesAreRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!rox::parseTimestamp({text.constData(), std::size_t(text.size())}));
}

void TestTimestamp::agreesWithQtOnEveryDay()
{
    // 0001-01-01 to 9999-12-31, in steps of 13 days and 12,345 s.
    constexpr rox::UtcMs Stride = 13 * rox::DayMs + 12345 * rox::SecondMs;
    for (rox::UtcMs time = -62135596800000; time < 253402300800000; time += Stride) {
        const QString text = QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODate);
        const QByteArray bytes = text.toLatin1();
        QCOMPARE(rox::parseTimestamp({bytes.constData(), std::size_t(bytes.size())}), time);
        QCOMPARE(rox::formatTimestamp(time), text);
    }
}

void TestTimestamp::formatsTimes_data()
{
    QTest::addColumn<rox::UtcMs>("time");
    QTest::addColumn<QString>("expected");
    QTest::newRow("epoch") << rox::UtcMs(0) << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("fraction cut") << rox::UtcMs(1999) << u"1970-01-01T00:00:01Z"_s;
    QTest::newRow("before the epoch") << rox::UtcMs(-1) << u"1969-12-31T23:59:59Z"_s;
    QTest::newRow("last") << rox::UtcMs(253402300799999) << u"9999-12-31T23:59:59Z"_s;
    QTest::newRow("first") << rox::UtcMs(-62135596800000) << u"0001-01-01T00:00:00Z"_s;
}

void TestTimestamp::formatsTimes()
{
    QFETCH(rox::UtcMs, time);
    QFETCH(QString, expected);
    QCOMPARE(rox::formatTimestamp(time), expected);
}

void TestTimestamp::yearsOutOfRangeAreNotFormatted()
{
    QVERIFY(!rox::formatTimestamp(253402300800000));
    QVERIFY(!rox::formatTimestamp(-62135596800001));
    QVERIFY(!rox::formatTimestamp(rox::NoTime));
}

QTEST_APPLESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
