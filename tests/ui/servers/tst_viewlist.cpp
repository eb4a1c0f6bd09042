// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "ui/servers/viewlist.h"
#include "ui/style/calmstyle.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestViewList : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void clickChoosesOnce();
    void arrowKeysDoNotChoose();
    void screenReaderChooses();
    void setChosenEmitsNothing();
    void countIsSpoken();
    void railSaysTheNameInItsToolTip();
    void isAsTallAsItsRows();
    void stateIsSpokenAndMakesTheRowHigher();
    void viewThatIsOffCannotBeChosen();

private:
    std::unique_ptr<ViewList> m_list;
};

void TestViewList::init()
{
    StrictTest::init();
    m_list = std::make_unique<ViewList>();
    m_list->setViews({{u"expiring"_s, u"Expiring"_s, u"expiring"_s},
                      {u"deadRoles"_s, u"Dead roles"_s, u"deadrole"_s},
                      {u"changes"_s, u"Changes"_s, u"changes"_s, true}});
    m_list->resize(199, 200);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
}

void TestViewList::clickChoosesOnce()
{
    const QSignalSpy chosen(m_list.get(), &ViewList::chosen);
    gui::clickRow(m_list.get(), 1);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"deadRoles"_s);
    m_list->setChosen(u"deadRoles"_s);
    gui::clickRow(m_list.get(), 1);
    QCOMPARE(chosen.count(), 1);
}

void TestViewList::arrowKeysDoNotChoose()
{
    const QSignalSpy chosen(m_list.get(), &ViewList::chosen);
    m_list->setFocus();
    m_list->setCurrentRow(0, QItemSelectionModel::NoUpdate);
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QCOMPARE(chosen.count(), 0);
    QCOMPARE(m_list->currentRow(), 1);
    QVERIFY(m_list->selectedItems().isEmpty());
    QTest::keyClick(m_list.get(), Qt::Key_Space);
    QCOMPARE(chosen.count(), 1);
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QTest::keyClick(m_list.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.at(1).at(0).toString(), u"changes"_s);
}

void TestViewList::screenReaderChooses()
{
    m_list->setChosen(u"expiring"_s);
    const QSignalSpy chosen(m_list.get(), &ViewList::chosen);
    m_list->selectionModel()->select(m_list->model()->index(2, 0),
                                     QItemSelectionModel::ClearAndSelect);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), u"changes"_s);
    QVERIFY(m_list->item(0)->isSelected()); // until the list shows the other view
}

void TestViewList::setChosenEmitsNothing()
{
    const QSignalSpy chosen(m_list.get(), &ViewList::chosen);
    m_list->setChosen(u"deadRoles"_s);
    QVERIFY(m_list->item(1)->isSelected());
    m_list->setChosen(u"all"_s); // it is no view of this list
    QVERIFY(m_list->selectedItems().isEmpty());
    QCOMPARE(m_list->chosenId(), QString());
    QCOMPARE(chosen.count(), 0);
}

void TestViewList::countIsSpoken()
{
    m_list->setCount(u"deadRoles"_s, 1'234);
    QCOMPARE(m_list->item(1)->data(Qt::AccessibleTextRole).toString(),
             u"Dead roles: "_s + QLocale().toString(1'234));
    m_list->setCount(u"deadRoles"_s, std::nullopt);
    QCOMPARE(m_list->item(1)->data(Qt::AccessibleTextRole).toString(), u"Dead roles"_s);
}

void TestViewList::railSaysTheNameInItsToolTip()
{
    m_list->setCount(u"changes"_s, 14);
    QVERIFY(m_list->item(2)->toolTip().isEmpty());
    m_list->setRail(true);
    QCOMPARE(m_list->item(2)->toolTip(), u"Changes: 14"_s);
    m_list->setRail(false);
    QVERIFY(m_list->item(2)->toolTip().isEmpty());
}

void TestViewList::isAsTallAsItsRows()
{
    QCOMPARE(m_list->sizeHint().height(), 3 * m_list->sizeHintForRow(0));
    m_list->resize(m_list->width(), m_list->sizeHint().height());
    QCOMPARE(m_list->verticalScrollBar()->maximum(), 0);
}

void TestViewList::stateIsSpokenAndMakesTheRowHigher()
{
    const int height = m_list->sizeHint().height();
    m_list->setCount(u"changes"_s, 6);
    m_list->setState(u"changes"_s, u"1 due"_s);
    QCOMPARE(m_list->item(2)->data(Qt::AccessibleTextRole).toString(), u"Changes: 6; 1 due"_s);
    QVERIFY(m_list->sizeHintForRow(2) > m_list->sizeHintForRow(1));
    QVERIFY(m_list->sizeHint().height() > height);
    m_list->resize(m_list->width(), m_list->sizeHint().height());
    QCOMPARE(m_list->verticalScrollBar()->maximum(), 0);
    m_list->setState(u"changes"_s, QString());
    QCOMPARE(m_list->sizeHint().height(), height);
}

void TestViewList::viewThatIsOffCannotBeChosen()
{
    const QSignalSpy chosen(m_list.get(), &ViewList::chosen);
    m_list->setOn(u"deadRoles"_s, false);
    gui::clickRow(m_list.get(), 1);
    m_list->setFocus();
    m_list->setCurrentRow(0, QItemSelectionModel::NoUpdate);
    QTest::keyClick(m_list.get(), Qt::Key_Down);
    QCOMPARE(m_list->currentRow(), 2);
    QCOMPARE(chosen.count(), 0);
    m_list->setOn(u"deadRoles"_s, true);
    gui::clickRow(m_list.get(), 1);
    QCOMPARE(chosen.count(), 1);
}

QTEST_MAIN(TestViewList)
#include "tst_viewlist.moc"
