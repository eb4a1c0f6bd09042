// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/paintedtexts.h"
#include "tests/ui/windowfixture.h"
#include "ui/text/times.h"
#include "ui/tokens/columnwidths.h"
#include "ui/tokens/tokendelegate.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QScopeGuard>
#include <QTest>
#include <QTranslator>

#include <numeric>

using namespace rox;
using namespace Qt::StringLiterals;

class TestColumnWidths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { testing::failOnWarning(); }
    void fillTheViewport_data();
    void fillTheViewport();
    void dropIssuedThenTheDate();
    void growWithTheFont();
    void theExpiresColumnHoldsEveryTime_data();
    void theExpiresColumnHoldsEveryTime();
    void pastAndFutureDiffer();

private:
    QTranslator m_english;
};

namespace {
int sum(const ColumnWidths &widths)
{
    return std::accumulate(widths.width.begin(), widths.width.end(), 0);
}

/// Lengths with every kind of text, and the widest counts of each unit.
QList<UtcMs> lengths()
{
    QList<UtcMs> all = {SecondMs};
    for (int minutes = 1; minutes < 60; ++minutes)
        all.append(minutes * MinuteMs);
    for (int hours = 1; hours < 48; ++hours)
        all.append(hours * HourMs);
    for (int days = 2; days <= 120; ++days)
        all.append(days * DayMs);
    for (int months = 4; months <= 24; ++months)
        all.append(months * 365 * DayMs / 12);
    for (const int years : {3, 10, 28, 56})
        all.append(years * 365 * DayMs);
    return all;
}

QList<Token> tokensOfEveryTime()
{
    QList<Token> tokens;
    const auto add = [&](UtcMs expires, bool revoked) {
        tokens.append({u"id-%1"_s.arg(tokens.size()), u"x"_s, {}, NoTime, expires, revoked});
    };
    for (const UtcMs length : lengths()) {
        add(testing::Now + length, false);
        add(testing::Now - length, false);
    }
    for (int month = 1; month <= 12; ++month) // dates like "28 Sep 2027", also of revoked tokens
        add(QDate(2027, month, 28).startOfDay().toMSecsSinceEpoch(), month % 2 == 0);
    add(NeverMs, false);
    add(NeverMs - DayMs, false);
    return tokens;
}

} // namespace

void TestColumnWidths::initTestCase()
{
    QVERIFY(m_english.load(u":/i18n/rox-tokens_en"_s));
    QCoreApplication::installTranslator(&m_english);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestColumnWidths::fillTheViewport_data()
{
    QTest::addColumn<int>("viewport");
    for (const int viewport : {460, 560, 648, 784, 900, 1080, 1720, 3600})
        QTest::addRow("%d", viewport) << viewport;
}

void TestColumnWidths::fillTheViewport()
{
    QFETCH(int, viewport);
    for (const bool issued : {true, false}) {
        const ColumnWidths widths = columnWidths(viewport, QApplication::font(), issued);
        QCOMPARE(sum(widths), viewport);
        QVERIFY(widths.of(TokenColumn::Roles) >= 80);
        QCOMPARE(widths.of(TokenColumn::Issued) > 0, widths.issued);
        if (widths.date)
            QVERIFY(widths.of(TokenColumn::Name) >= 160);
    }
}

void TestColumnWidths::dropIssuedThenTheDate()
{
    const QFont font = QApplication::font();
    QVERIFY(columnWidths(1080, font, true).issued);
    QVERIFY(!columnWidths(1080, font, false).issued);
    bool issuedGone = false;
    bool dateGone = false;
    for (int viewport = 1000; viewport > 420; viewport -= 10) {
        const ColumnWidths widths = columnWidths(viewport, font, true);
        QVERIFY2(!(issuedGone && widths.issued), "came back while it got narrower");
        QVERIFY2(!(dateGone && widths.date), "came back while it got narrower");
        QVERIFY2(widths.date || !widths.issued, "the date goes after Issued");
        issuedGone = !widths.issued;
        dateGone = !widths.date;
    }
    QVERIFY(issuedGone && dateGone);
}

void TestColumnWidths::growWithTheFont()
{
    QFont big = QApplication::font();
    big.setPixelSize(26);
    QFont small = QApplication::font();
    small.setPixelSize(13);
    const ColumnWidths wide = columnWidths(2000, big, true);
    const ColumnWidths narrow = columnWidths(2000, small, true);
    QVERIFY(wide.of(TokenColumn::Status) > narrow.of(TokenColumn::Status));
    QVERIFY(wide.of(TokenColumn::Expires) > narrow.of(TokenColumn::Expires));
    QVERIFY(wide.relativeRoom > narrow.relativeRoom);
}

void TestColumnWidths::theExpiresColumnHoldsEveryTime_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("pixels");
    QTest::addColumn<int>("viewport");
    for (const QString &family : {u"Inter"_s, u"DejaVu Sans"_s, u"serif"_s, u"monospace"_s}) {
        for (const int pixels : {8, 13, 17, 26, 52}) {
            for (const int viewport : {300, 784, 4000})
                QTest::addRow("%s %d px in %d", qPrintable(family), pixels, viewport)
                    << family << pixels << viewport;
        }
    }
}

void TestColumnWidths::theExpiresColumnHoldsEveryTime()
{
    QFETCH(QString, family);
    QFETCH(int, pixels);
    QFETCH(int, viewport);
    const auto back =
        qScopeGuard([before = QApplication::font()] { QApplication::setFont(before); });
    QFont font(family);
    font.setPixelSize(pixels);
    QApplication::setFont(font);
    TokenListModel model;
    const TokenTablePtr table = testing::tableOf(tokensOfEveryTime());
    model.show(table, testing::everything(*table), testing::Now);
    const ColumnWidths widths = columnWidths(viewport, font, true);
    TokenDelegate delegate;
    delegate.setColumnWidths(widths);
    QStyleOptionViewItem option;
    option.rect = {0, 0, widths.of(TokenColumn::Expires), 4 * pixels};
    for (int row = 0; row < model.rowCount(); ++row) {
        gui::PaintedTexts page(option.rect.size());
        QPainter painter(&page);
        delegate.paint(&painter, option, model.index(row, int(TokenColumn::Expires)));
        painter.end();
        QVERIFY(!page.texts().isEmpty());
        double end = 0;
        for (const gui::PaintedTexts::Text &text : page.texts()) {
            QVERIFY2(!text.text.contains(u'…'), qPrintable(text.text));
            QVERIFY2(text.rect.left() >= end, qPrintable(text.text + u" stands on the one before"));
            end = text.rect.right() + 2; // a visible gap
        }
        QVERIFY2(end <= option.rect.width() + 1, qPrintable(page.texts().last().text));
    }
}

void TestColumnWidths::pastAndFutureDiffer()
{
    for (const UtcMs length : lengths()) {
        const QString past = relativeTime(testing::Now - length, testing::Now);
        const QString future = relativeTime(testing::Now + length, testing::Now);
        QVERIFY2(future.startsWith(u"in "), qPrintable(future));
        QVERIFY2(past.endsWith(u" ago") || past == u"just now", qPrintable(past));
    }
}

QTEST_MAIN(TestColumnWidths)
#include "tst_columnwidths.moc"
