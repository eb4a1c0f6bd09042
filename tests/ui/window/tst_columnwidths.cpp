// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/window/windowfixture.h"
#include "ui/columnwidths.h"

#include <QApplication>
#include <QTest>

#include <numeric>

using namespace rox;

class TestColumnWidths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarning(); }
    void fillTheViewport_data();
    void fillTheViewport();
    void dropIssuedThenTheDate();
    void growWithTheFont();
};

namespace {
int sum(const ColumnWidths &widths)
{
    return std::accumulate(widths.width.begin(), widths.width.end(), 0);
}
} // namespace

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

QTEST_MAIN(TestColumnWidths)
#include "tst_columnwidths.moc"
