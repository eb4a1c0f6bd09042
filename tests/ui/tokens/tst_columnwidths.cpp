// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/paintedtexts.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/text/times.h"
#include "ui/tokens/columnlayout.h"
#include "ui/tokens/columnlook.h"
#include "ui/tokens/tokendelegate.h"

#include <QApplication>
#include <QDataStream>
#include <QLocale>
#include <QPainter>
#include <QScopeGuard>
#include <QTest>
#include <QTranslator>

#include <numeric>

using namespace rox;
using namespace Qt::StringLiterals;

class TestColumnWidths : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyColumnHasALook();
    void columnsFillTheViewport_data();
    void columnsFillTheViewport();
    void narrowListDropsIssuedThenTheDate();
    void addedColumnsGoBeforeIssued_data();
    void addedColumnsGoBeforeIssued();
    void widthsGrowWithTheFont();
    void expiresColumnHoldsEveryTime_data();
    void expiresColumnHoldsEveryTime();
    void pastAndFutureDiffer();
    void hiddenColumnsGetNoWidth();
    void userWidthsAreKeptInANarrowList();
    void nameTakesWhatTheViewportChanges();
    void lastColumnTakesWhatUserWidthsLeave();
    void layoutSurvivesSaving();
    void brokenLayoutIsIgnored_data();
    void brokenLayoutIsIgnored();
    void columnsUnknownToASavedLayoutKeepTheirPlace();
    void statusAndNameCannotBeHidden();

private:
    QTranslator m_english;
};

namespace {

/// The widths of the columns that are shown.
struct Widths
{
    QList<int> bySection;

    [[nodiscard]] int of(TokenColumn column) const { return bySection.at(sectionOf(column)); }
    [[nodiscard]] int sum() const { return std::accumulate(bySection.begin(), bySection.end(), 0); }
};

Widths widthsIn(int viewport, const QFont &font = QApplication::font(),
                const ColumnLayout &layout = firstLayout())
{
    return {columnWidths(viewport, MeasuredColumns(font), layout)};
}

bool hasDate(const Widths &widths, const QFont &font = QApplication::font())
{
    return widths.of(TokenColumn::Expires) >= lookOf(TokenColumn::Expires).sizes(font).least;
}

/// As if the user had just moved a border in a list of this width.
ColumnLayout layoutWithWidths(int viewport)
{
    ColumnLayout layout = firstLayout();
    const Widths widths = widthsIn(viewport);
    layout.viewport = viewport;
    for (ColumnLayout::Entry &entry : layout.columns)
        entry.width = widths.of(entry.column); // 0 for hidden columns
    return layout;
}

void setWidth(ColumnLayout &layout, TokenColumn column, int width)
{
    for (ColumnLayout::Entry &entry : layout.columns) {
        if (entry.column == column)
            entry.width = width;
    }
}

QByteArray bytesOf(const ColumnLayout &layout)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << layout;
    return bytes;
}

ColumnLayout layoutOf(const QByteArray &bytes, ColumnLayout into = firstLayout())
{
    QDataStream in(bytes);
    in >> into;
    return into;
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

void TestColumnWidths::everyColumnHasALook()
{
    for (const TokenColumnInfo &info : tokenColumns()) {
        const ColumnLook &look = lookOf(info.column);
        QCOMPARE(look.column, info.column);
        const ColumnSizes sizes = look.sizes(QApplication::font());
        QVERIFY2(sizes.squeezed > 0 && sizes.squeezed <= sizes.least && sizes.least <= sizes.most,
                 info.id.data());
        QVERIFY2(!info.mayBeHidden || info.isOfServers || info.column == TokenColumn::Roles
                     || info.column == TokenColumn::Expires || look.dropRank > 0,
                 info.id.data());
    }
}

void TestColumnWidths::columnsFillTheViewport_data()
{
    QTest::addColumn<int>("viewport");
    for (const int viewport : {460, 560, 648, 784, 900, 1080, 1720, 3600})
        QTest::addRow("%d", viewport) << viewport;
}

void TestColumnWidths::columnsFillTheViewport()
{
    QFETCH(int, viewport);
    const Widths widths = widthsIn(viewport);
    QCOMPARE(widths.sum(), viewport);
    QVERIFY(widths.of(TokenColumn::Roles) >= 80);
    if (hasDate(widths))
        QVERIFY(widths.of(TokenColumn::Name) >= 160);
}

void TestColumnWidths::narrowListDropsIssuedThenTheDate()
{
    QVERIFY(widthsIn(1080).of(TokenColumn::Issued) > 0);
    bool issuedGone = false;
    bool dateGone = false;
    for (int viewport = 1000; viewport > 420; viewport -= 10) {
        const Widths widths = widthsIn(viewport);
        const bool hasIssued = widths.of(TokenColumn::Issued) > 0;
        QVERIFY2(!(issuedGone && hasIssued), "came back while the list got narrower");
        QVERIFY2(!(dateGone && hasDate(widths)), "came back while the list got narrower");
        QVERIFY2(hasDate(widths) || !hasIssued, "the date goes after Issued");
        issuedGone = !hasIssued;
        dateGone = !hasDate(widths);
    }
    QVERIFY(issuedGone && dateGone);
}

/// Issued is in the list from the start, and goes after the columns that the user has added.
void TestColumnWidths::addedColumnsGoBeforeIssued_data()
{
    QTest::addColumn<TokenColumn>("column");
    for (const TokenColumnInfo &info : tokenColumns()) {
        const bool isOfChanges =
            info.column == TokenColumn::Change || info.column == TokenColumn::ChangedAt;
        // A time too.
        if (!info.isShownAtFirst && !isOfChanges && info.column != TokenColumn::Revoked)
            QTest::newRow(info.id.data()) << info.column;
    }
}

void TestColumnWidths::addedColumnsGoBeforeIssued()
{
    QFETCH(TokenColumn, column);
    ColumnLayout layout = firstLayout();
    layout.show(column, true);
    QVERIFY(widthsIn(2000, QApplication::font(), layout).of(column) > 0);
    bool hasLeft = false;
    for (int viewport = 2000; viewport > 420; viewport -= 10) {
        const Widths widths = widthsIn(viewport, QApplication::font(), layout);
        QVERIFY(widths.of(TokenColumn::Issued) > 0 || widths.of(column) == 0);
        hasLeft |= widths.of(column) == 0 && widths.of(TokenColumn::Issued) > 0;
    }
    QVERIFY(hasLeft);
}

void TestColumnWidths::widthsGrowWithTheFont()
{
    QFont big = QApplication::font();
    big.setPixelSize(26);
    QFont small = QApplication::font();
    small.setPixelSize(13);
    const Widths wide = widthsIn(2000, big);
    const Widths narrow = widthsIn(2000, small);
    for (const TokenColumn column :
         {TokenColumn::Status, TokenColumn::Expires, TokenColumn::Issued})
        QVERIFY(wide.of(column) > narrow.of(column));
}

void TestColumnWidths::expiresColumnHoldsEveryTime_data()
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

void TestColumnWidths::expiresColumnHoldsEveryTime()
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
    const Widths widths = widthsIn(viewport, font);
    const TokenDelegate delegate;
    QStyleOptionViewItem option;
    option.rect = {0, 0, widths.of(TokenColumn::Expires), 4 * pixels};
    for (int row = 0; row < model.rowCount(); ++row) {
        gui::PaintedTexts page(option.rect.size());
        QPainter painter(&page);
        delegate.paint(&painter, option, model.index(row, sectionOf(TokenColumn::Expires)));
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

void TestColumnWidths::hiddenColumnsGetNoWidth()
{
    ColumnLayout layout = firstLayout();
    layout.show(TokenColumn::Roles, false);
    const Widths widths = widthsIn(900, QApplication::font(), layout);
    QCOMPARE(widths.of(TokenColumn::Roles), 0);
    QCOMPARE(widths.sum(), 900);
}

void TestColumnWidths::userWidthsAreKeptInANarrowList()
{
    ColumnLayout layout = layoutWithWidths(1080);
    setWidth(layout, TokenColumn::Roles, 400);
    const Widths widths = widthsIn(600, QApplication::font(), layout);
    QCOMPARE(widths.of(TokenColumn::Roles), 400);
    QVERIFY2(widths.of(TokenColumn::Issued) > 0, "dropped although the user set widths");
}

void TestColumnWidths::nameTakesWhatTheViewportChanges()
{
    const ColumnLayout layout = layoutWithWidths(1080);
    const int name = widthsIn(1080).of(TokenColumn::Name);
    QCOMPARE(widthsIn(1080, QApplication::font(), layout).of(TokenColumn::Name), name);
    QCOMPARE(widthsIn(1200, QApplication::font(), layout).of(TokenColumn::Name), name + 120);
    QCOMPARE(widthsIn(1070, QApplication::font(), layout).of(TokenColumn::Name), name - 10);
}

void TestColumnWidths::lastColumnTakesWhatUserWidthsLeave()
{
    ColumnLayout layout = layoutWithWidths(1080);
    setWidth(layout, TokenColumn::Name, 120);
    const Widths widths = widthsIn(1080, QApplication::font(), layout);
    QCOMPARE(widths.of(TokenColumn::Name), 120);
    QCOMPARE(widths.sum(), 1080);
}

void TestColumnWidths::layoutSurvivesSaving()
{
    ColumnLayout layout = layoutWithWidths(1080);
    layout.columns.move(0, 3);
    layout.show(TokenColumn::Issued, false);
    QCOMPARE(layoutOf(bytesOf(layout)), layout);
}

void TestColumnWidths::brokenLayoutIsIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = bytesOf(layoutWithWidths(1080));
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << whole.first(whole.size() - 5);
    QTest::newRow("nonsense") << QByteArray(1'000, '\xff');
}

void TestColumnWidths::brokenLayoutIsIgnored()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(layoutOf(bytes), firstLayout());
}

void TestColumnWidths::columnsUnknownToASavedLayoutKeepTheirPlace()
{
    ColumnLayout older = firstLayout();
    older.columns.removeIf([](const auto &entry) { return entry.column == TokenColumn::Roles; });
    QCOMPARE(layoutOf(bytesOf(older)), firstLayout());
}

void TestColumnWidths::statusAndNameCannotBeHidden()
{
    ColumnLayout layout = firstLayout();
    layout.show(TokenColumn::Status, false);
    layout.show(TokenColumn::Name, false);
    QCOMPARE(layout, firstLayout());
    for (ColumnLayout::Entry &entry : layout.columns)
        entry.isShown = false;
    const ColumnLayout read = layoutOf(bytesOf(layout)); // as a settings file might say
    QCOMPARE(widthsIn(900, QApplication::font(), read).sum(), 900);
    QVERIFY(widthsIn(900, QApplication::font(), read).of(TokenColumn::Name) > 0);
}

QTEST_MAIN(TestColumnWidths)
#include "tst_columnwidths.moc"
