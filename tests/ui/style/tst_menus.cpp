// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/calmstyle.h"

#include <QMenu>
#include <QStyleFactory>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new CalmStyle); }
    void separatorIsLowerThanARow();
    void rowsKeepAwayFromTheEdges();
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

QTEST_MAIN(TestMenus)
#include "tst_menus.moc"
