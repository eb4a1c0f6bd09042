// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/keywalk.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/generate/candidatelist.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/returnkey.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using gui::WindowMaker;

Q_DECLARE_METATYPE(WindowMaker)

namespace {

MainWindow *window()
{
    auto *model = new TokenListModel;
    auto *made = new MainWindow(model);
    model->setParent(made);
    made->resize(1280, 768);
    testing::openServer(made);
    testing::showList(made, model, testing::tableOf(testing::believableTokens(), 100), {});
    made->setEmptyPage({});
    for (const auto action : {MainWindow::Action::Generate, MainWindow::Action::Refresh,
                              MainWindow::Action::Revoke, MainWindow::Action::CopyId})
        made->setActionState(action, true);
    made->show();
    return made;
}

QWidget *listWithDetails()
{
    auto *made = window();
    made->findChild<QLineEdit *>(u"searchTokens"_s)->setText(u"jenkins"_s);
    made->findChild<QTableView *>(u"tokens"_s)->selectRow(2);
    return made;
}

QWidget *withMessage()
{
    auto *made = window();
    made->messageBar()->show({.id = u"x"_s,
                              .severity = Severity::Bad,
                              .lead = u"It failed."_s,
                              .actions = {{u"Try again"_s, {}}, {u"Details…"_s, {}}}});
    return made;
}

QWidget *withCandidates()
{
    auto *made = window();
    made->messageBar()->show({.id = u"x"_s, .severity = Severity::Caution, .lead = u"Lost."_s});
    const QList<Token> tokens = testing::believableTokens();
    made->messageBar()->setExtra(u"x"_s, new CandidateList({{tokens.at(2), true, testing::Now},
                                                            {tokens.at(14), true, testing::Now}},
                                                           testing::Now));
    return made;
}

QWidget *emptyPage()
{
    auto *made = window();
    EmptyPageContent content;
    content.symbol = u"offline"_s;
    content.primary = u"Try again"_s;
    content.secondary = u"Edit connection…"_s;
    made->setEmptyPage(content);
    return made;
}

QWidget *firstRun()
{
    auto *made = window();
    made->setServers({}, {});
    made->setServer({});
    EmptyPageContent content;
    content.primary = u"Connect"_s;
    content.secondary = u"Try the demo"_s;
    content.offer = {u"terminal"_s, u"roxctl is signed in."_s, u"Take it over."_s, u"Import…"_s};
    made->setEmptyPage(content);
    return made;
}

} // namespace

/// Return presses the focused button also outside of dialogs, where Qt itself ignores it.
class TestReturnKeyInWindow : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pressesTheFocusedButton_data();
    void pressesTheFocusedButton();
};

void TestReturnKeyInWindow::initTestCase()
{
    installStyle(u"light"_s);
    new ReturnKey(qApp);
}

void TestReturnKeyInWindow::pressesTheFocusedButton_data()
{
    QTest::addColumn<WindowMaker>("make");
    QTest::addColumn<QStringList>("among");
    QTest::newRow("list and details")
        << WindowMaker(listWithDetails)
        << QStringList{u"Generate token"_s, u"Refresh"_s, u"Revoke"_s, u"Copy ID"_s,
                       u"Add server"_s,     u"All"_s,     u"Menu"_s};
    QTest::newRow("message") << WindowMaker(withMessage)
                             << QStringList{u"Try again"_s, u"Details…"_s, u"Close message"_s};
    QTest::newRow("candidates") << WindowMaker(withCandidates)
                                << QStringList{u"Keep jenkins-prod-eu, a2"_s,
                                               u"Revoke jenkins-prod-eu, a2"_s};
    QTest::newRow("page") << WindowMaker(emptyPage)
                          << QStringList{u"Try again"_s, u"Edit connection…"_s};
    QTest::newRow("first run") << WindowMaker(firstRun)
                               << QStringList{u"Connect"_s, u"Try the demo"_s, u"Import…"_s};
}

void TestReturnKeyInWindow::pressesTheFocusedButton()
{
    QFETCH(WindowMaker, make);
    QFETCH(QStringList, among);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const gui::KeyWalk walk = gui::pressEachButton(make, key);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join(u'\n')));
        for (const QString &name : among)
            QVERIFY2(walk.walked.contains(name),
                     qPrintable(name + u" of "_s + walk.walked.join(u'|')));
    }
}

QTEST_MAIN(TestReturnKeyInWindow)
#include "tst_returnkeyinwindow.moc"
