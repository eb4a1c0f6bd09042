// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

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

QTEST_MAIN(TestSegmentedBar)
#include "tst_segmentedbar.moc"
