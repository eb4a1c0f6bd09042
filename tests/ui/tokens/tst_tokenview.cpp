// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokentablebuilder.h"
#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/style/calmstyle.h"
#include "ui/style/typography.h"
#include "ui/tokens/dayheadings.h"
#include "ui/tokens/tokenheader.h"
#include "ui/tokens/tokenview.h"

#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace rox;
using namespace Qt::StringLiterals;

class TestTokenView : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup() { m_view.reset(); }
    void rowsHaveOneHeight();
    void homeAndEndGoToFirstAndLastRow();
    void arrowsKeepTheColumn();
    void shiftAndControlSelectRows();
    void selectingAllSelectsEveryRow();
    void adjacentRowsAreOneRun();
    void newSelectionReplacesTheOldOne();
    void keysSortByHeader();
    void mouseSortsByHeader();
    void copyKeyIsLeftToTheAction();
    void returnKeyOpensTheDetails();
    void hoveredRowIsHighlighted();
    void paintsHostileNames_data();
    void paintsHostileNames();
    void blankNameIsShownAsNoName();
    void tooltipsAreNotMarkup();
    void eachDayOfChangesHasAHeading();
    void headingIsNoPartOfItsRow();

private:
    void show(const QList<Token> &tokens, int count = 0);
    void showChanges();
    [[nodiscard]] QList<int> tallRows() const;
    TokenListModel m_model;
    std::unique_ptr<TokenView> m_view;
};

void TestTokenView::init()
{
    StrictTest::init();
    m_view = std::make_unique<TokenView>(&m_model);
    m_view->resize(784, 600);
    show(testing::believableTokens(), 100);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setFocus();
}

void TestTokenView::show(const QList<Token> &tokens, int count)
{
    const TokenTablePtr table = testing::tableOf(tokens, count);
    m_model.show(table, testing::everything(*table), testing::Now);
}

void TestTokenView::rowsHaveOneHeight()
{
    QVERIFY(!m_view->showGrid());
    QCOMPARE(m_view->verticalHeader()->sectionResizeMode(0), QHeaderView::Fixed);
    QCOMPARE(m_view->rowHeight(0), rox::rowHeight(QApplication::font()));
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
}

void TestTokenView::homeAndEndGoToFirstAndLastRow()
{
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), 99);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QCOMPARE(m_view->selectedCount(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(m_view->selectedCount(), 100);
}

void TestTokenView::arrowsKeepTheColumn()
{
    gui::clickRow(m_view.get(), 3, 3);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->currentIndex().row(), 3);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QCOMPARE(m_view->currentIndex().row(), 4);
    QCOMPARE(m_view->selectedCount(), 1);
}

void TestTokenView::shiftAndControlSelectRows()
{
    gui::clickRow(m_view.get(), 2, 1);
    gui::clickRow(m_view.get(), 5, 1, Qt::ShiftModifier);
    gui::clickRow(m_view.get(), 8, 1, Qt::ControlModifier);
    QCOMPARE(m_view->selectedRuns(), (QList<std::pair<int, int>>{{2, 5}, {8, 8}}));
    gui::clickRow(m_view.get(), 4, 1, Qt::ControlModifier);
    QCOMPARE(m_view->selectedCount(), 4);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedCount(), 100);
}

void TestTokenView::selectingAllSelectsEveryRow()
{
    show(testing::believableTokens(), 300'000);
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selectedCount(), 300'000);
}

void TestTokenView::adjacentRowsAreOneRun()
{
    m_view->selectRows({7, 3, 4, 5, 5, 1});
    QCOMPARE(m_view->selectedRuns(), (QList<std::pair<int, int>>{{1, 1}, {3, 5}, {7, 7}}));
    m_view->selectRows({});
    QCOMPARE(m_view->selectedCount(), 0);
}

void TestTokenView::newSelectionReplacesTheOldOne()
{
    m_view->selectRows({1, 3, 5});
    const QSignalSpy told(m_view.get(), &TokenView::selectedRowsChanged);
    m_view->selectRows({3, 6});
    QCOMPARE(m_view->selectedRuns(), (QList<std::pair<int, int>>{{3, 3}, {6, 6}}));
    QCOMPARE(told.count(), 1);
    QVERIFY(!m_view->selectionModel()->isRowSelected(1));
    m_view->selectRows({});
    QCOMPARE(told.count(), 2);
    QVERIFY(!m_view->selectionModel()->hasSelection());
}

void TestTokenView::keysSortByHeader()
{
    m_view->setSort(TokenColumn::Expires, Qt::AscendingOrder);
    const QSignalSpy sorted(m_view.get(), &TokenView::sortChosen);
    auto *header = m_view->findChild<TokenHeader *>(u"columns"_s);
    QVERIFY(header);
    header->setFocus();
    QTest::keyClick(header, Qt::Key_Space);
    QCOMPARE(sorted.last().at(0).value<TokenColumn>(), TokenColumn::Expires);
    QCOMPARE(sorted.last().at(1).value<Qt::SortOrder>(), Qt::DescendingOrder);
    QTest::keyClick(header, Qt::Key_Left);
    QTest::keyClick(header, Qt::Key_Left);
    QTest::keyClick(header, Qt::Key_Return);
    QCOMPARE(sorted.last().at(0).value<TokenColumn>(), TokenColumn::Name);
    QCOMPARE(sorted.last().at(1).value<Qt::SortOrder>(), Qt::AscendingOrder);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(header, Qt::Key_Left);
    QTest::keyClick(header, Qt::Key_Return);
    QCOMPARE(sorted.last().at(0).value<TokenColumn>(), TokenColumn::Status);
}

void TestTokenView::mouseSortsByHeader()
{
    m_view->setSort(TokenColumn::Expires, Qt::AscendingOrder);
    const QSignalSpy sorted(m_view.get(), &TokenView::sortChosen);
    QHeaderView *header = m_view->horizontalHeader();
    const auto press = [&](TokenColumn column) {
        const int section = int(column);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          QPoint(header->sectionViewportPosition(section) + 20, 15));
    };
    press(TokenColumn::Roles);
    press(TokenColumn::Roles);
    QCOMPARE(sorted.count(), 2);
    QCOMPARE(sorted.at(0).at(0).value<TokenColumn>(), TokenColumn::Roles);
    QCOMPARE(sorted.at(0).at(1).value<Qt::SortOrder>(), Qt::AscendingOrder);
    QCOMPARE(sorted.at(1).at(1).value<Qt::SortOrder>(), Qt::DescendingOrder);
    QCOMPARE(header->sortIndicatorSection(), 2);
}

void TestTokenView::copyKeyIsLeftToTheAction()
{
    QGuiApplication::clipboard()->setText(u"mine"_s);
    gui::clickRow(m_view.get(), 2, 1);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
}

void TestTokenView::returnKeyOpensTheDetails()
{
    const QSignalSpy opened(m_view.get(), &TokenView::opened);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
}

void TestTokenView::hoveredRowIsHighlighted()
{
    const auto ground = [this](int row) {
        const QRect cell = m_view->visualRect(m_model.index(row, 1));
        return m_view->viewport()->grab().toImage().pixelColor(cell.right() - 2, cell.top() + 3);
    };
    const QColor quiet = ground(4);
    const QRect cell = m_view->visualRect(m_model.index(4, 2));
    QTest::mouseMove(m_view->viewport(), cell.center());
    QTRY_COMPARE(ground(4), m_view->palette().color(QPalette::AlternateBase));
    QCOMPARE(ground(5), quiet);
}

void TestTokenView::paintsHostileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("10,000 characters") << QString(10'000, u'x');
    QTest::newRow("10,000 emoji") << u"\U0001F600"_s.repeated(10'000);
    QTest::newRow("combining") << QString(u"e" + QString(5'000, QChar(0x301)));
    QTest::newRow("turned") << u"abc\u202Egnp.exe"_s;
    QTest::newRow("lines") << u"a\nb\r\nc\td"_s;
    QTest::newRow("markup") << u"<img src=x onerror=alert(1)><h1>big</h1>"_s;
    QTest::newRow("arabic") << u"مفتاح الخادم"_s;
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("nul") << QString::fromUtf8("a\0b", 3);
}

void TestTokenView::paintsHostileNames()
{
    QFETCH(QString, name);
    QList<Token> tokens;
    for (int i = 0; i < 40; ++i)
        tokens.append({u"id-%1"_s.arg(i),
                       name,
                       {name, name, u"Admin"_s},
                       testing::Now - DayMs,
                       testing::Now + i * DayMs,
                       i % 7 == 0});
    show(tokens);
    const int height = m_view->rowHeight(0);
    const QImage image = m_view->grab().toImage();
    QCOMPARE(m_view->rowHeight(0), height);
    // Every name is clipped to its cell: the gap before Expires has the background color.
    const int x = m_view->columnViewportPosition(3) + 2;
    const QRect row = m_view->visualRect(m_model.index(3, 1));
    const int y = row.center().y() + m_view->viewport()->y();
    QCOMPARE(image.pixelColor(x, y), m_view->palette().color(QPalette::Base));
}

void TestTokenView::blankNameIsShownAsNoName()
{
    const auto nameCell = [this](const QString &name) {
        show({{u"1"_s, name, {u"Analyst"_s}, NoTime, NoTime}});
        const QModelIndex cell = m_model.index(0, sectionOf(TokenColumn::Name));
        return m_view->viewport()->grab(m_view->visualRect(cell)).toImage();
    };
    // All names without a visible character look the same, and differ from any name.
    const QImage blank = nameCell(u" "_s);
    QCOMPARE(nameCell(u"\u2800\u3164"_s), blank);
    QVERIFY(nameCell(u"(no name)"_s) != blank); // the placeholder is in italics
    QImage empty = blank;
    empty.fill(blank.pixelColor(blank.width() - 2, 2));
    QVERIFY(blank.copy(0, 0, 100, blank.height() - 2) != empty.copy(0, 0, 100, blank.height() - 2));
}

void TestTokenView::tooltipsAreNotMarkup()
{
    const QString evil = u"<img src='file:///etc/passwd'>"_s + QString(200, u'x');
    show({{u"id"_s, evil, {evil}, testing::Now, testing::Now + DayMs, false}});
    for (const int column : {1, 2}) {
        const QRect cell = m_view->visualRect(m_model.index(0, column));
        QHelpEvent help(QEvent::ToolTip, cell.center(),
                        m_view->viewport()->mapToGlobal(cell.center()));
        QApplication::sendEvent(m_view->viewport(), &help);
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY(QToolTip::text().contains(u"&lt;img"_s));
        QVERIFY(!QToolTip::text().contains(u"<img"_s));
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
    }
}

/// Of three tokens, newest first: two of today and one of yesterday.
void TestTokenView::showChanges()
{
    QList<Token> tokens;
    TokenHistory history;
    history.seenUntil = testing::Now - 5 * DayMs;
    for (const UtcMs ago : {HourMs, 2 * HourMs, DayMs + HourMs}) {
        const QString id = u"id-%1"_s.arg(ago);
        tokens.append({id, id, {}, testing::Now - ago, testing::Now + 30 * DayMs, false});
        history.lives[id].firstList = 1;
    }
    m_model.setHistory(std::make_shared<const TokenHistory>(history));
    m_view->setColumnsOf(*tokenView(u"changes"));
    m_view->setSort(TokenColumn::ChangedAt, Qt::DescendingOrder);
    show(tokens);
}

QList<int> TestTokenView::tallRows() const
{
    const QHeaderView *rows = m_view->verticalHeader();
    QList<int> tall;
    for (int row = 0; row < rows->count(); ++row) {
        if (rows->sectionSize(row) > rows->defaultSectionSize())
            tall.append(row);
    }
    return tall;
}

void TestTokenView::eachDayOfChangesHasAHeading()
{
    showChanges();
    QTRY_COMPARE(tallRows(), (QList<int>{0, 2}));
    const auto *days = m_view->findChild<DayHeadings *>();
    QCOMPARE(days->textOf(0), u"Today"_s);
    QCOMPARE(days->textOf(1), QString());
    QCOMPARE(days->textOf(2), u"Yesterday"_s);
    m_model.setNow(testing::Now + DayMs); // midnight has passed
    QTRY_COMPARE(days->textOf(0), u"Yesterday"_s);
    QCOMPARE(days->textOf(2), u"Mon 24 Aug"_s);
    m_view->setSort(TokenColumn::Name, Qt::AscendingOrder);
    QCOMPARE(tallRows(), QList<int>());
    m_view->setSort(TokenColumn::ChangedAt, Qt::DescendingOrder);
    QCOMPARE(tallRows(), (QList<int>{0, 2}));
    m_view->setColumnsOf(*tokenView(u"all"));
    QCOMPARE(tallRows(), QList<int>());
}

void TestTokenView::headingIsNoPartOfItsRow()
{
    showChanges();
    QTRY_COMPARE(tallRows(), (QList<int>{0, 2}));
    const int top = m_view->rowViewportPosition(2);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {40, top + 4});
    QCOMPARE(m_view->selectedCount(), 0);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {40, top + m_view->rowHeight(2) - 4});
    QCOMPARE(m_view->selectedRuns(), (QList<std::pair<int, int>>{{2, 2}}));
    // The place is kept with headings above it.
    m_view->resize(784, m_view->horizontalHeader()->height() + 60);
    m_view->showRow(2);
    const ViewPlace place = m_view->place();
    m_view->scrollToTop();
    m_view->restorePlace(place);
    QCOMPARE(m_view->place(), place);
}

QTEST_MAIN(TestTokenView)
#include "tst_tokenview.moc"
