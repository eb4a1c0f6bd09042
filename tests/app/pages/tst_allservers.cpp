// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/rotations.h"
#include "models/servers/serverlistmodel.h"
#include "models/tokens/tokenlistmodel.h"
#include "tests/app/connectingtest.h"
#include "ui/generate/rotatedialog.h"
#include "ui/servers/serverlist.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/actionbutton.h"
#include "ui/window/tokenarea.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace rox;
using namespace rox::gui;
using namespace rox::test;
using namespace Qt::StringLiterals;
using State = Session::State;

/// The window is on two Centrals at once.
class TestAllServers : public ConnectingTest
{
    Q_OBJECT

private Q_SLOTS:
    void tokensOfBothServersAreInOneList();
    void oneServerHasNoRowForAll();
    void rowsSortByServer();
    void offlineServerKeepsItsRowsForReading();
    void refreshReadsEachList();
    void centralOfTwoProfilesIsListedOnce();
    void openingUnlocksNothingByItself();
    void lastRunOnAllServersIsShownAgain();
    void revokesOnEachServerWithItsOwnCredential();
    void generateAsksOnWhichServer();
    void rotatesOnTheServerOfTheRow();

private:
    void beSignedInAtBoth();
    void showAll();
    void expectToolTip(MainWindow::Action which, QLatin1StringView part);
    void expectMarks(const QString &id, const QString &successor);
    [[nodiscard]] Session *session(const QString &name) const;
    [[nodiscard]] TokenListModel *model() const
    {
        return static_cast<TokenListModel *>(window()->tokens()->view()->model());
    }
    /// An id of this server's list that can be revoked, and is not in use.
    [[nodiscard]] QString activeId(const Session *of) const;
    /// The flags of this token in the list.
    [[nodiscard]] TokenFlags flagsOf(const QString &id) const
    {
        const int row = model()->rowOf(id);
        return row < 0 ? TokenFlags() : model()->detailAt(row).flags;
    }
    void select(const QStringList &ids);
    [[nodiscard]] QAction *action(MainWindow::Action which) const
    {
        return window()->action(which);
    }
    [[nodiscard]] bool hasServerColumn() const
    {
        return !window()->tokens()->view()->isColumnHidden(sectionOf(TokenColumn::Server));
    }

    std::unique_ptr<rox::test::DemoCentral> m_prod;
};

void TestAllServers::beSignedInAtBoth()
{
    beSignedInAtLab();
    m_prod = std::make_unique<rox::test::DemoCentral>(
        QStringList{u"--tokens"_s, u"40"_s, u"--seed"_s, u"2"_s});
    QVERIFY2(m_prod->isUp(), qPrintable(m_prod->why()));
    press(u"Add server"_s);
    std::swap(m_prod, m_central);
    connectByPassword(u"prod"_s, m_central->adminPassword());
    std::swap(m_prod, m_central);
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(session(u"prod"_s) && session(u"prod"_s)->table());
    QTRY_COMPARE(rowCount(), int(session(u"prod"_s)->table()->size()));
}

void TestAllServers::showAll()
{
    window()->activateWindow(); // the offscreen platform does not do it after a dialog
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keySequence(window(), QKeySequence(u"Ctrl+0"_s));
    QCOMPARE(window()->windowTitle(), u"All servers – Rox Tokens"_s);
}

Session *TestAllServers::session(const QString &name) const
{
    const auto entries = directory()->entries();
    for (const ServerEntry &entry : entries) {
        if (entry.profile.name == name)
            return pool()->find(entry.id());
    }
    return nullptr;
}

QString TestAllServers::activeId(const Session *of) const
{
    const TokenTable &table = *of->table();
    for (TokenTable::Row row = 0; row < table.size(); ++row) {
        const Token token = table.token(row);
        if (!token.revoked && token.id != of->signedInTokenId())
            return token.id;
    }
    return {};
}

void TestAllServers::select(const QStringList &ids)
{
    QTRY_VERIFY((window()->selectIds(ids), window()->selectedCount() == ids.size()));
}

void TestAllServers::tokensOfBothServersAreInOneList()
{
    beSignedInAtBoth();
    QVERIFY(!hasServerColumn());
    const int lab = int(session(u"lab"_s)->table()->size());
    const int prod = int(session(u"prod"_s)->table()->size());
    showAll();
    QTRY_COMPARE(rowCount(), lab + prod);
    QVERIFY(hasServerColumn());
    QVERIFY2(shownText().contains("2 Centrals, 2 up to date"_L1), qPrintable(shownText()));
    const auto *rows = static_cast<ServerListModel *>(window()->serverList()->model());
    QCOMPARE(rows->servers().constFirst().name, u"All servers"_s);
    QCOMPARE(rows->servers().constFirst().count, std::optional<quint32>(lab + prod));
    QCOMPARE(window()->serverList()->currentIndex().row(), 0);

    QTest::keySequence(window(), QKeySequence(u"Ctrl+1"_s));
    QTRY_COMPARE(rowCount(), lab);
    QVERIFY(!hasServerColumn());
    QVERIFY(model()->knowledge().parts.empty());
}

void TestAllServers::oneServerHasNoRowForAll()
{
    beSignedInAtLab();
    QCOMPARE(window()->serverList()->model()->rowCount(), 1);
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keySequence(window(), QKeySequence(u"Ctrl+0"_s));
    QCOMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
}

void TestAllServers::rowsSortByServer()
{
    beSignedInAtBoth();
    const int lab = int(session(u"lab"_s)->table()->size());
    showAll();
    QTRY_VERIFY(rowCount() > lab);
    Q_EMIT window()->sortChosen(TokenColumn::Server, Qt::AscendingOrder);
    const auto serverAt = [this](int row) {
        return model()->index(row, sectionOf(TokenColumn::Server)).data().toString();
    };
    QTRY_COMPARE(serverAt(0), u"lab"_s);
    QCOMPARE(serverAt(lab - 1), u"lab"_s);
    QCOMPARE(serverAt(lab), u"prod"_s);
    Q_EMIT window()->sortChosen(TokenColumn::Server, Qt::DescendingOrder);
    QTRY_COMPARE(serverAt(0), u"prod"_s);
    QCOMPARE(serverAt(rowCount() - 1), u"lab"_s);
}

void TestAllServers::expectToolTip(MainWindow::Action which, QLatin1StringView part)
{
    QTRY_VERIFY2(action(which)->toolTip().contains(part), qPrintable(action(which)->toolTip()));
}

void TestAllServers::offlineServerKeepsItsRowsForReading()
{
    beSignedInAtBoth();
    const QString onLab = activeId(session(u"lab"_s));
    const QString onProd = activeId(session(u"prod"_s));
    showAll();
    const int all = int(session(u"lab"_s)->table()->size() + session(u"prod"_s)->table()->size());
    QTRY_COMPARE(rowCount(), all);
    QTRY_VERIFY(!session(u"lab"_s)->isReading() && !session(u"prod"_s)->isReading());
    QVERIFY(window()->messageBar()->isHidden());
    m_prod->kill();
    QTRY_VERIFY(action(MainWindow::Action::Refresh)->isEnabled());
    action(MainWindow::Action::Refresh)->trigger();
    QTRY_COMPARE(window()->messageBar()->message().lead, u"1 of 2 servers is not up to date."_s);
    QVERIFY(window()->messageBar()->message().text.contains("Offline: prod."_L1));
    QCOMPARE(rowCount(), all);

    select({onProd});
    const auto server = model()->index(model()->rowOf(onProd), 0).data(TokenListModel::ServerRole);
    QVERIFY(!server.value<ListedServer>().isOfNow);
    QTRY_VERIFY(!action(MainWindow::Action::Revoke)->isEnabled());
    expectToolTip(MainWindow::Action::Revoke, "prod"_L1);
    QTRY_VERIFY(action(MainWindow::Action::CopyId)->isEnabled());
    QVERIFY(!action(MainWindow::Action::Rotate)->isEnabled());
    expectToolTip(MainWindow::Action::Rotate, "prod"_L1);
    select({onLab, onProd});
    expectToolTip(MainWindow::Action::Rotate, "cannot be rotated now"_L1);
    expectToolTip(MainWindow::Action::Revoke, "1 of the 2 selected"_L1);
    select({onLab});
    QTRY_VERIFY(action(MainWindow::Action::Revoke)->isEnabled());
    QTRY_VERIFY(action(MainWindow::Action::Rotate)->isEnabled());
}

void TestAllServers::refreshReadsEachList()
{
    beSignedInAtBoth();
    showAll();
    QTRY_VERIFY(!session(u"lab"_s)->isReading() && !session(u"prod"_s)->isReading());
    QSignalSpy lab(session(u"lab"_s), &Session::listRead);
    QSignalSpy prod(session(u"prod"_s), &Session::listRead);
    QTest::keySequence(window(), QKeySequence(Qt::Key_F5));
    QTRY_VERIFY(lab.count() == 1 && prod.count() == 1);
}

void TestAllServers::centralOfTwoProfilesIsListedOnce()
{
    beSignedInAtLab();
    const int rows = int(session(u"lab"_s)->table()->size());
    press(u"Add server"_s);
    connectByPassword(u"twin"_s, m_central->adminPassword());
    press(u"Trust this certificate"_s);
    press(u"Show tokens"_s);
    QTRY_VERIFY(session(u"twin"_s) && session(u"twin"_s)->table());
    showAll();
    QTRY_COMPARE(rowCount(), rows);
    QTRY_VERIFY(shownText().contains("2 Centrals, 2 up to date"_L1));
    QCOMPARE(rowCount(), rows);
}

void TestAllServers::openingUnlocksNothingByItself()
{
    beSignedInAtBoth();
    m_program->servers()->clearCredentials();
    QTRY_VERIFY(sessions().isEmpty());
    QVERIFY(m_keyring->lock());
    showAll();
    QTRY_COMPARE(session(u"lab"_s)->state(), State::NeedsUnlock);
    QTRY_COMPARE(session(u"prod"_s)->state(), State::NeedsUnlock);
    QTRY_COMPARE(window()->messageBar()->message().lead, u"2 of 2 servers are not up to date."_s);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(!session(u"lab"_s)->isUnlocking());
    QVERIFY2(window()->messageBar()->message().text.contains("Keychain locked: lab, prod."_L1),
             qPrintable(window()->messageBar()->message().text));
    QTRY_VERIFY(rowCount() > 50); // what the history has
    QVERIFY(m_keyring->unlock());
    press(u"Unlock keychain…"_s);
    QTRY_COMPARE(session(u"lab"_s)->state(), State::Live);
    QTRY_COMPARE(session(u"prod"_s)->state(), State::Live);
    QTRY_VERIFY(window()->messageBar()->isHidden());
}

void TestAllServers::lastRunOnAllServersIsShownAgain()
{
    beSignedInAtBoth();
    showAll();
    const int all = int(session(u"lab"_s)->table()->size() + session(u"prod"_s)->table()->size());
    QTRY_COMPARE(rowCount(), all);
    quit();
    startProgram();
    QCOMPARE(window()->windowTitle(), u"All servers – Rox Tokens"_s);
    QTRY_COMPARE(rowCount(), all);
    QTRY_VERIFY(shownText().contains("2 Centrals, 2 up to date"_L1));
}

void TestAllServers::revokesOnEachServerWithItsOwnCredential()
{
    beSignedInAtBoth();
    const QString onLab = activeId(session(u"lab"_s));
    const QString onProd = activeId(session(u"prod"_s));
    showAll();
    QTRY_VERIFY(rowCount() > int(session(u"lab"_s)->table()->size()));
    select({onLab, onProd});
    QTRY_VERIFY(action(MainWindow::Action::Revoke)->isEnabled());
    action(MainWindow::Action::Revoke)->trigger();
    QTRY_VERIFY(QApplication::activeModalWidget());
    const auto *heading = QApplication::activeModalWidget()->findChild<QLabel *>(u"heading"_s);
    QVERIFY(heading);
    QCOMPARE(heading->text(), u"Revoke 2 tokens on 2 servers?"_s);
    auto *word = find<QLineEdit>(u"Confirmation"_s, 300);
    if (word && word->isVisible())
        type(word, u"revoke"_s);
    press(u"Revoke"_s);
    QTRY_VERIFY(session(u"lab"_s)->tokens().isRevoked(onLab));
    QTRY_VERIFY(session(u"prod"_s)->tokens().isRevoked(onProd));
    QVERIFY(!session(u"lab"_s)->tokens().isRevoked(onProd));
    press(u"Close"_s);
    QTRY_VERIFY(model()->isRevoked(model()->rowOf(onLab)));
    QTRY_VERIFY(model()->isRevoked(model()->rowOf(onProd)));
}

void TestAllServers::generateAsksOnWhichServer()
{
    beSignedInAtBoth();
    showAll();
    QTRY_VERIFY(action(MainWindow::Action::Generate)->isEnabled());
    auto *button = window()->findChild<ActionButton *>(u"generateTokenButton"_s);
    QVERIFY(button->hasArrow());
    gui::click(button);
    auto *menu = window()->findChild<QMenu *>(u"generateOn"_s);
    QTRY_VERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions().constLast()->text(), u"prod"_s);
    menu->actions().constLast()->trigger();
    menu->close();
    QTRY_VERIFY(QApplication::activeModalWidget());
    QString said;
    const auto labels = QApplication::activeModalWidget()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said += label->text() + u'\n';
    QVERIFY2(said.contains("prod"_L1) && !said.contains("lab"_L1), qPrintable(said));
    QApplication::activeModalWidget()->close();
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keySequence(window(), QKeySequence(u"Ctrl+1"_s));
    QTRY_VERIFY(!button->hasArrow()); // there is nothing to choose
}

void TestAllServers::rotatesOnTheServerOfTheRow()
{
    beSignedInAtBoth();
    const Session *prod = session(u"prod"_s);
    QString id;
    const UtcMs now = prod->centralClock()->now();
    for (TokenTable::Row row = 0; row < prod->table()->size() && id.isEmpty(); ++row) {
        const Token token = prod->table()->token(row);
        if (isLive(statusAt(token, now)) && token.roles == QStringList{u"Analyst"_s})
            id = token.id;
    }
    QVERIFY(!id.isEmpty());
    showAll();
    select({id});
    QTRY_VERIFY(action(MainWindow::Action::Rotate)->isEnabled());
    action(MainWindow::Action::Rotate)->trigger();
    auto *form = find<RotateDialog>(QString());
    QVERIFY(form);
    auto *generate = form->findChild<QPushButton *>(u"generate"_s);
    QTRY_VERIFY(generate->isEnabled());
    QVERIFY2(everythingSaid(form).contains("prod"_L1), qPrintable(everythingSaid(form)));
    click(generate);
    press(u"Copy token"_s);
    press(u"Done"_s);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    const auto *rotations = m_program->findChild<Rotations *>();
    QTRY_COMPARE(rotations->rows().size(), 1);
    const RotationRow row = rotations->rows().constFirst();
    QCOMPARE(row.key, prod->key());
    QCOMPARE(row.rotation.old.id, id);
    expectMarks(id, row.rotation.newId);
}

/// On all servers, on prod, and not on lab.
void TestAllServers::expectMarks(const QString &id, const QString &successor)
{
    QTRY_VERIFY(flagsOf(id).testFlag(TokenFlag::Rotated));
    QTRY_VERIFY(flagsOf(successor).testFlag(TokenFlag::Successor));
    window()->activateWindow(); // the offscreen platform does not do it after a dialog
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keySequence(window(), QKeySequence(u"Ctrl+2"_s));
    QTRY_VERIFY(model()->knowledge().parts.empty());
    QTRY_VERIFY(flagsOf(id).testFlag(TokenFlag::Rotated));
    QTest::keySequence(window(), QKeySequence(u"Ctrl+1"_s));
    QTRY_COMPARE(window()->windowTitle(), u"lab – Rox Tokens"_s);
    QTRY_VERIFY(model()->rowOf(id) < 0);
    QTRY_VERIFY(model()->knowledge().rotations.isEmpty());
}

QTEST_MAIN(TestAllServers)
#include "tst_allservers.moc"
