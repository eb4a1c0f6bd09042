// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/paintedtexts.h"
#include "ui/widgets/segmentedbar.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace Qt::StringLiterals;

/// A segment can be chosen by mouse, keyboard and screen reader.
class TestSegmentedBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mouseChooses();
    void keyboardChooses();
    void screenReaderChooses();
    void setCurrentEmitsNothing();
    void narrowBarLosesSymbolsThenCounts();

private:
    std::unique_ptr<SegmentedBar> m_bar;
    std::unique_ptr<QSignalSpy> m_chosen;
};

void TestSegmentedBar::init()
{
    m_bar = std::make_unique<SegmentedBar>();
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s})
        m_bar->addSegment("segment"_L1, text);
    m_bar->setCurrent(0);
    m_chosen = std::make_unique<QSignalSpy>(m_bar.get(), &SegmentedBar::chosen);
    m_bar->show();
}

void TestSegmentedBar::mouseChooses()
{
    QTest::mouseClick(m_bar->button(1), Qt::LeftButton);
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(m_chosen->takeFirst().first().toInt(), 1);
    QCOMPARE(m_bar->current(), 1);
    QTest::mouseClick(m_bar->button(1), Qt::LeftButton); // chooses the same segment again
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(m_chosen->takeFirst().first().toInt(), 1);
}

void TestSegmentedBar::keyboardChooses()
{
    m_bar->button(2)->setFocus();
    QTest::keyClick(m_bar->button(2), Qt::Key_Space);
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(m_chosen->takeFirst().first().toInt(), 2);
    QTest::keyClick(m_bar->button(2), Qt::Key_Space);
    QCOMPARE(m_chosen->count(), 1);
}

void TestSegmentedBar::screenReaderChooses()
{
    QAccessibleInterface *segment = QAccessible::queryAccessibleInterface(m_bar->button(1));
    QVERIFY(segment && segment->actionInterface());
    segment->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(m_chosen->count(), 1);
    QCOMPARE(m_chosen->takeFirst().first().toInt(), 1);
    QTest::mouseClick(m_bar->button(1), Qt::LeftButton);
    QCOMPARE(m_chosen->count(), 1);
}

void TestSegmentedBar::setCurrentEmitsNothing()
{
    m_bar->setCurrent(2);
    m_bar->setCurrent(7);
    QCOMPARE(m_bar->current(), 2);
    QCOMPARE(m_chosen->count(), 0);
}

/// In all segments alike, and none is cut off.
void TestSegmentedBar::narrowBarLosesSymbolsThenCounts()
{
    SegmentedBar bar;
    for (const QString &text : {u"Active"_s, u"Expired"_s, u"All"_s})
        bar.setCount(bar.addSegment("segment"_L1, text, u"clock"_s), u"102,420"_s);
    bar.setCurrent(0);
    bar.show();
    const int whole = bar.sizeHint().width();
    const int symbols = 2 * (16 + 4); // the checked segment has none
    const auto textsAt = [&bar](int width) {
        bar.resize(width, bar.sizeHint().height());
        QStringList texts;
        for (int i = 0; i < 3; ++i) {
            gui::PaintedTexts device(bar.button(i)->size());
            bar.button(i)->render(&device, {}, {}, {});
            for (const gui::PaintedTexts::Text &text : device.texts()) {
                texts.append(text.text);
                if (!QRectF(bar.button(i)->rect()).contains(text.rect))
                    texts.append(u"cut off at %1"_s.arg(width));
            }
        }
        return texts.join(u' ');
    };
    const QString all = u"Active 102,420 Expired 102,420 All 102,420"_s;
    for (int width = whole; width >= whole - symbols; --width)
        QCOMPARE(textsAt(width), all);
    QCOMPARE(textsAt(whole - symbols - 1), u"Active Expired All"_s);
    bar.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(textsAt(whole - symbols), all);
    QVERIFY(bar.button(0)->x() > bar.button(2)->x());
    bar.setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(textsAt(whole), all);
}

QTEST_MAIN(TestSegmentedBar)
#include "tst_segmentedbar.moc"
