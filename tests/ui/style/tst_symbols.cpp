// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/stricttest.h"
#include "ui/style/symbols.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestSymbols : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void applicationIconIsDrawnForItsSize_data();
    void applicationIconIsDrawnForItsSize();
};

void TestSymbols::applicationIconIsDrawnForItsSize_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("file");
    for (const int size : {16, 24, 48, 128, 256})
        QTest::addRow("%d", size) << size << size;
    QTest::newRow("between two files") << 32 << 48;
    QTest::newRow("larger than all files") << 512 << 256;
}

void TestSymbols::applicationIconIsDrawnForItsSize()
{
    QFETCH(int, size);
    QFETCH(int, file);
    QImage expected(size, size, QImage::Format_ARGB32_Premultiplied);
    expected.fill(Qt::transparent);
    QSvgRenderer renderer(u":/icons/app-%1.svg"_s.arg(file));
    QPainter painter(&expected);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    const QIcon icon = applicationIcon();
    for (int time = 0; time < 2; ++time) // drawn, and then from the cache
        QCOMPARE(icon.pixmap(QSize(size, size), 1.0)
                     .toImage()
                     .convertToFormat(QImage::Format_ARGB32_Premultiplied),
                 expected);
    QVERIFY(icon.availableSizes().contains(QSize(file, file)));
}

QTEST_MAIN(TestSymbols)
#include "tst_symbols.moc"
