// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/openwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

/// Search and filters in the window: the first hits are visible, and the selection is kept.
class TestSearching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void firstHitsAreVisible();
    void selectionStaysVisible();
    void refreshDoesNotScroll();

private:
    [[nodiscard]] QScrollBar *bar() const { return m_window->tokens()->verticalScrollBar(); }
    void search(const QString &text) { type(find<QLineEdit>(u"Search tokens"_s), text); }

    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<OpenWindow> m_window;
};

void TestSearching::init()
{
    m_central = std::make_unique<ScriptedCentral>();
    for (int i = 100; i < 400; ++i)
        m_central->tokens.append(
            tokenNamed((i % 3 == 0 ? u"jenkins-%1"_s : u"gitlab-%1"_s).arg(i)));
    m_window = std::make_unique<OpenWindow>(m_central->connection());
    QTRY_COMPARE(m_window->rowCount(), 300);
}

void TestSearching::cleanup()
{
    m_window.reset();
    m_central.reset();
}

void TestSearching::firstHitsAreVisible()
{
    bar()->setValue(bar()->maximum() / 2);
    search(u"jenkins"_s);
    QTRY_COMPARE(m_window->rowCount(), 100);
    QTRY_COMPARE(bar()->value(), 0);
    bar()->setValue(bar()->maximum());
    QTest::keyClick(find<QLineEdit>(u"Search tokens"_s), Qt::Key_Escape);
    QTRY_COMPARE(m_window->rowCount(), 300);
    QTRY_COMPARE(bar()->value(), 0);
}

void TestSearching::selectionStaysVisible()
{
    const QString id = u"id-of-jenkins-300"_s;
    (*m_window)->selectIds({id});
    search(u"jenkins"_s);
    QTRY_COMPARE(m_window->rowCount(), 100);
    QTRY_COMPARE((*m_window)->selectedIds(), QStringList{id});
    QTableView *view = m_window->tokens();
    const int row = rowOf(view, u"jenkins-300"_s);
    QTRY_VERIFY(
        view->viewport()->rect().intersects(view->visualRect(view->model()->index(row, 1))));
}

void TestSearching::refreshDoesNotScroll()
{
    bar()->setValue(bar()->maximum() / 2);
    const int before = bar()->value();
    QTest::keyClick(m_window->operator->(), Qt::Key_F5);
    QTRY_COMPARE(m_central->seen("GET", "/v1/apitokens"), 2);
    QTRY_VERIFY((*m_window)->action(MainWindow::Action::Refresh)->isEnabled());
    QCOMPARE(bar()->value(), before);
}

QTEST_MAIN(TestSearching)
#include "tst_searching.moc"
