// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"

#include <QFocusFrame>
#include <QPushButton>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestFocusRing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new CalmStyle); }
    void cornersAreWhole();
};

/// The inner edge of a corner lies over the rectangle of the widget.
void TestFocusRing::cornersAreWhole()
{
    QWidget window;
    window.setPalette(lightPalette());
    auto *button = new QPushButton(u"Compare"_s, &window);
    button->setGeometry(20, 20, 100, 30);
    window.resize(140, 70);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    button->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(window.findChild<QFocusFrame *>());
    const QColor ring = statusColors(window.palette()).focusRing;
    const QImage image = window.grab().toImage();
    for (const QPoint &corner :
         {button->geometry().topLeft(), button->geometry().topRight(),
          button->geometry().bottomLeft(), button->geometry().bottomRight()}) {
        const QColor seen = image.pixelColor(corner);
        QVERIFY2(qAbs(seen.red() - ring.red()) < 60, qPrintable(seen.name()));
    }
}

QTEST_MAIN(TestFocusRing)
#include "tst_focusring.moc"
