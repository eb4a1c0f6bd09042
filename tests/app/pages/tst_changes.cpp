// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenlistmodel.h"
#include "tests/app/openwindow.h"
#include "tests/support/caught.h"
#include "tests/support/democentral.h"
#include "ui/servers/viewlist.h"

#include <QAction>
#include <QPushButton>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

ViewList *views(const OpenWindow &window)
{
    return window->findChild<ViewList *>();
}

QString countOf(const OpenWindow &window, const QString &title)
{
    const QListWidgetItem *item = views(window)->item(rowOf(views(window), title));
    return item ? item->data(ViewList::CountRole).toString() : u"no such view"_s;
}

/// "New three, Gone one": the rows of the view Changes.
QStringList changes(const OpenWindow &window)
{
    const TokenListModel *model = window.application().context()->model;
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows.append(model->index(row, sectionOf(TokenColumn::Change)).data().toString() + u' '
                    + model->tokenAt(row).name);
    rows.sort();
    return rows;
}

} // namespace

/// What is said of changes that others made at Central.
class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstListIsNoNews();
    void changesAreToldOnceAndShown();
    void changesAreKeptOverARestartUntilTheyAreSeen();
    void ownRevokeIsNoNews();
    void noticeSaysWhoMadeTheNewTokens();

private:
    void change()
    {
        m_central->tokens.removeFirst(); // revoked elsewhere, and deleted by Central
        m_central->tokens.append(tokenNamed(u"three"_s));
    }
    std::unique_ptr<ScriptedCentral> m_central;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestChanges::init()
{
    beginTest();
    m_central = std::make_unique<ScriptedCentral>();
    m_central->tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    m_home = std::make_unique<QTemporaryDir>();
}

void TestChanges::firstListIsNoNews()
{
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(window.rowCount(), 2);
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY(m_central->seen("GET", "apitokens") >= 2);
    QTRY_VERIFY(window->action(MainWindow::Action::Refresh)->isEnabled());
    QCOMPARE(countOf(window, u"Changes"_s), u"0"_s);
    QVERIFY2(!window.news().contains("changed"_L1), qPrintable(window.news()));
}

void TestChanges::changesAreToldOnceAndShown()
{
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(window.rowCount(), 2);
    change();
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY2(window.news().contains("2 tokens of"_L1), qPrintable(window.news()));
    QVERIFY2(window.news().contains("1 new, 1 gone"_L1), qPrintable(window.news()));
    QCOMPARE(countOf(window, u"Changes"_s), u"2"_s);
    press(u"Show"_s);
    QTRY_COMPARE(changes(window), (QStringList{u"Gone one"_s, u"New three"_s}));
    QCOMPARE(views(window)->chosenId(), u"changes"_s);
    window->messageBar()->dismiss();
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY(window->action(MainWindow::Action::Refresh)->isEnabled());
    QVERIFY2(!window.news().contains("2 tokens of"_L1), qPrintable(window.news()));
    press(u"Mark all as seen"_s);
    QTRY_COMPARE(window.rowCount(), 0);
    QCOMPARE(countOf(window, u"Changes"_s), u"0"_s);
}

void TestChanges::changesAreKeptOverARestartUntilTheyAreSeen()
{
    {
        const OpenWindow window(m_central->connection(), {}, m_home->path());
        QTRY_COMPARE(window.rowCount(), 2);
    }
    change();
    {
        const OpenWindow window(m_central->connection(), {}, m_home->path());
        QTRY_VERIFY2(window.news().contains("1 new, 1 gone"_L1), qPrintable(window.news()));
    }
    {
        const OpenWindow window(m_central->connection(), {}, m_home->path());
        QTRY_COMPARE(countOf(window, u"Changes"_s), u"2"_s);
        clickRow(views(window), rowOf(views(window), u"Changes"_s));
        QTRY_COMPARE(changes(window), (QStringList{u"Gone one"_s, u"New three"_s}));
        press(u"Mark all as seen"_s);
        QTRY_COMPARE(countOf(window, u"Changes"_s), u"0"_s);
    }
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(countOf(window, u"Changes"_s), u"0"_s);
}

void TestChanges::ownRevokeIsNoNews()
{
    const OpenWindow window(m_central->connection(), {}, m_home->path());
    QTRY_COMPARE(window.rowCount(), 2);
    window->selectIds({u"id-of-one"_s});
    QTRY_VERIFY(window->action(MainWindow::Action::Revoke)->isEnabled());
    QTest::keyClick(window.tokens(), Qt::Key_Delete);
    press(u"Revoke"_s);
    QTRY_COMPARE(countOf(window, u"Changes"_s), u"1"_s);
    QVERIFY2(!window.news().contains("changed since"_L1), qPrintable(window.news()));
}

/// Central tells it in events, which are read after the list.
void TestChanges::noticeSaysWhoMadeTheNewTokens()
{
    const rox::test::DemoCentral central({u"--tokens"_s, u"10"_s});
    QVERIFY2(central.isUp(), qPrintable(central.why()));
    const OpenWindow window(central.adminConnection(), {}, m_home->path());
    QTRY_VERIFY(window.rowCount() > 0);
    const auto session = [&] { return window.application().context()->session(); };
    QTRY_VERIFY(session() && session()->tokens().history()
                && session()->tokens().history()->seenUntil != NoTime);
    CentralClient elsewhere(central.adminConnection());
    CaughtGenerate made;
    elsewhere.generate({u"nightly"_s, {u"Analyst"_s}, NoTime}, &elsewhere, made.handler());
    QTRY_COMPARE(made.calls, 1);
    window->action(MainWindow::Action::Refresh)->trigger();
    QTRY_VERIFY2(window.news().contains("1 new by admin"_L1), qPrintable(window.news()));
    press(u"Show"_s);
    const TokenListModel *model = window.application().context()->model;
    QTRY_COMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, sectionOf(TokenColumn::By)).data().toString(), u"admin"_s);
}

QTEST_MAIN(TestChanges)
#include "tst_changes.moc"
