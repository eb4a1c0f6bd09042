// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/calmstyle.h"

#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QMenuBar>
#include <QStyleFactory>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

class TestMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new CalmStyle); }
    void separatorIsLowerThanARow();
    void rowsKeepAwayFromTheEdges();
    void overflowButtonFollowsTheColors();
};

void TestMenus::separatorIsLowerThanARow()
{
    QMenu menu;
    const QAction *first = menu.addAction(u"Show details"_s);
    const QAction *line = menu.addSeparator();
    menu.addAction(u"Copy ID"_s);
    menu.ensurePolished();
    QCOMPARE(menu.actionGeometry(const_cast<QAction *>(line)).height(), 9);
    QVERIFY(menu.actionGeometry(const_cast<QAction *>(first)).height() >= 28);
}

void TestMenus::rowsKeepAwayFromTheEdges()
{
    QMenu menu;
    QAction *first = menu.addAction(u"Show details"_s);
    QAction *last = menu.addAction(u"Copy ID"_s);
    const int edge = 5; // the frame of one pixel, and four
    QCOMPARE(menu.actionGeometry(first).top(), edge);
    QCOMPARE(menu.sizeHint().height() - menu.actionGeometry(last).bottom() - 1, edge);
    QCOMPARE(menu.actionGeometry(first).left(), edge);
}

// The symbol is drawn in the palette's color; Qt's own icon stays dark on a dark menu bar.
void TestMenus::overflowButtonFollowsTheColors()
{
    const QPalette before = QApplication::palette();
    const auto strongest = [](QColor text) {
        QPalette palette;
        palette.setColor(QPalette::ButtonText, text);
        QApplication::setPalette(palette);
        const QMenuBar bar;
        const auto *button = bar.findChild<QToolButton *>(u"qt_menubar_ext_button"_s);
        const QImage image = button->icon().pixmap(16, 16).toImage();
        QColor found(Qt::transparent);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > found.alpha())
                    found = image.pixelColor(x, y);
            }
        }
        return found.lightness();
    };
    QVERIFY(strongest(Qt::white) > 200);
    QVERIFY(strongest(Qt::black) < 55);
    QApplication::setPalette(before);
}

QTEST_MAIN(TestMenus)
#include "tst_menus.moc"
