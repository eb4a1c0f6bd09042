// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/gui/driver.h"
#include "tests/support/stricttest.h"
#include "tests/ui/windowfixture.h"
#include "ui/servers/serverlist.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace rox;
using namespace rox::gui;
using namespace Qt::StringLiterals;

namespace {

ServerId id(int number)
{
    return ServerId(QUuid(uint(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
}

QList<ServerRow> threeServers()
{
    return {{id(1), u"prod-eu"_s, u"central-eu.acme.example"_s, u"blue"_s},
            {id(2), u"prod-us"_s, u"central-us.acme.example"_s, u"plum"_s, {}, {}, 967},
            {id(3), u"lab"_s, u"127.0.0.1:8443"_s, u"sand"_s, u"Offline since 08:42"_s}};
}

} // namespace

/// The window with several Centrals.
class TestServers : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(u"light"_s); }
    void init();
    void cleanup();

    void serversAreListedBesideEachPage();
    void choosing();
    void ctrlNumberChooses();
    void stateAndCountBelongToTheCurrentServer();
    void countsAndStatesSurviveSetServers();
    void titleMakesControlCharactersVisible();
    void deleteInTheListRemovesTheServer();
    void addServerIsAlwaysEnabled();
    void listKeepsTheFocus();
    void firstRunOffersAnImport();
    void statusBarColoursItsFacts();
    void statusBarShowsNotSignedIn();

private:
    [[nodiscard]] QListView *list() const { return m_window->findChild<QListView *>(u"servers"_s); }
    std::unique_ptr<TokenListModel> m_model;
    std::unique_ptr<MainWindow> m_window;
};

void TestServers::init()
{
    StrictTest::init();
    m_model = std::make_unique<TokenListModel>();
    m_window = std::make_unique<MainWindow>(m_model.get());
    m_window->resize(1280, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestServers::cleanup()
{
    m_window.reset();
    m_model.reset();
}

void TestServers::serversAreListedBesideEachPage()
{
    QVERIFY(!list()->isVisible());
    m_window->setServers(threeServers(), {});
    QVERIFY(list()->isVisible());
    QVERIFY(!list()->currentIndex().isValid());
    QCOMPARE(m_window->windowTitle(), u"Rox Tokens"_s);
    QVERIFY(!m_window->findChild<QWidget *>(u"searchTokens"_s)->isVisible());

    m_window->setServers(threeServers(), id(2));
    ServerFacts facts = testing::believableServer();
    facts.name = u"prod-us"_s;
    m_window->setServer(facts);
    QCOMPARE(m_window->windowTitle(), u"prod-us – Rox Tokens"_s);
    QCOMPARE(list()->model()->rowCount(), 3);
    QCOMPARE(list()->currentIndex().row(), 1);
    m_window->setServer({});
    QCOMPARE(list()->model()->rowCount(), 3);
    m_window->setServers({}, {});
    QVERIFY(!list()->isVisible());
}

void TestServers::choosing()
{
    m_window->setServers(threeServers(), id(1));
    QSignalSpy chosen(m_window->serverList(), &ServerList::chosen);
    clickRow(list(), 2);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(3)));
    m_window->setServers(threeServers(), id(3));
    clickRow(list(), 2); // it is already there
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(chosen.count(), 0); // only moves the current row
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(2)));
}

void TestServers::ctrlNumberChooses()
{
    m_window->setServer(testing::believableServer());
    m_window->setServers(threeServers(), id(1));
    QSignalSpy chosen(m_window->serverList(), &ServerList::chosen);
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(chosen.takeFirst().first(), QVariant::fromValue(id(3)));
    QTest::keyClick(m_window.get(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(chosen.count(), 0);
}

void TestServers::stateAndCountBelongToTheCurrentServer()
{
    m_window->setServer(testing::believableServer());
    m_window->setServers(threeServers(), id(1));
    m_window->setServerState(u"Certificate changed"_s, StateTone::Bad);
    const auto table = testing::tableOf(testing::believableTokens(), 1284);
    testing::showList(m_window.get(), m_model.get(), table, {});
    const auto first = list()->model()->index(0, 0);
    QCOMPARE(first.data(ServerListModel::StateRole).toString(), u"Certificate changed"_s);
    QCOMPARE(first.data(ServerListModel::ToneRole).toInt(), int(StateTone::Bad));
    QCOMPARE(first.data(ServerListModel::CountRole).toString().remove(u','), u"1284"_s);
    QCOMPARE(list()->model()->index(1, 0).data(ServerListModel::CountRole).toString(), u"967"_s);
    m_window->setServerState({});
    QVERIFY(list()->model()->index(0, 0).data(ServerListModel::StateRole).toString().isEmpty());
}

void TestServers::countsAndStatesSurviveSetServers()
{
    m_window->setServer(testing::believableServer());
    m_window->setServers(threeServers(), id(1));
    const auto table = testing::tableOf(testing::believableTokens(), 1284);
    testing::showList(m_window.get(), m_model.get(), table, {});
    m_window->setServerState(u"Sign-in ends Friday"_s);
    QList<ServerRow> bare = threeServers();
    for (ServerRow &row : bare) {
        row.count.reset();
        row.state.clear();
    }
    std::swap(bare[0], bare[2]);
    m_window->setServers(bare, id(2));
    const auto at = [this](int row, int role) {
        return list()->model()->index(row, 0).data(role).toString();
    };
    QCOMPARE(at(0, ServerListModel::StateRole), u"Offline since 08:42"_s);
    QCOMPARE(at(1, ServerListModel::CountRole), u"967"_s);
    QCOMPARE(at(2, ServerListModel::StateRole), u"Sign-in ends Friday"_s);
    QCOMPARE(at(2, ServerListModel::ToneRole).toInt(), int(StateTone::Caution));
    QCOMPARE(at(2, ServerListModel::CountRole).remove(u','), u"1284"_s);

    bare[0].isStateKnown = true; // it is there again
    m_window->setServers(bare, id(1));
    QCOMPARE(at(0, ServerListModel::StateRole), QString());
    m_window->setServerState({});
    m_window->setServers(bare, id(1));
    QCOMPARE(at(2, ServerListModel::StateRole), QString());
    bare[1].address = u"elsewhere.example"_s; // its count was another Central's
    m_window->setServers(bare, id(1));
    QCOMPARE(at(1, ServerListModel::CountRole), QString());
}

void TestServers::titleMakesControlCharactersVisible()
{
    ServerFacts facts = testing::believableServer();
    facts.name = u"prod\u202Eeu"_s + QString(500, u'x');
    m_window->setServer(facts);
    QVERIFY(m_window->windowTitle().startsWith(u"prod⟨U+202E⟩eu"_s));
    QVERIFY(m_window->windowTitle().size() < 120);
}

void TestServers::deleteInTheListRemovesTheServer()
{
    m_window->setServer(testing::believableServer());
    m_window->setServers(threeServers(), id(1));
    QSignalSpy revoke(m_window->action(MainWindow::Action::Revoke), &QAction::triggered);
    QSignalSpy remove(m_window->serverList(), &ServerList::removeRequested);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(remove.count(), 1);
    QCOMPARE(revoke.count(), 0);
    QTest::keyClick(m_window->findChild<QWidget *>(u"tokens"_s), Qt::Key_Delete);
    QCOMPARE(revoke.count(), 1);
}

void TestServers::addServerIsAlwaysEnabled()
{
    QSignalSpy add(m_window.get(), &MainWindow::addServerRequested);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(add.count(), 1);
    m_window->setServers(threeServers(), id(1));
    auto *button = find<QToolButton>(u"Add server"_s);
    click(button);
    QCOMPARE(add.count(), 2);
    QVERIFY(button->toolTip().contains(u"Ctrl+Shift+N"_s));
    m_window->resize(1000, 700); // shows the rail
    click(find<QToolButton>(u"Add server"_s));
    QCOMPARE(add.count(), 3);
}

void TestServers::listKeepsTheFocus()
{
    m_window->setServer(testing::believableServer());
    m_window->setServers(threeServers(), id(1));
    const auto table = testing::tableOf(testing::believableTokens(), 100);
    list()->setFocus();
    EmptyPageContent reading;
    reading.heading = u"Reading…"_s;
    m_window->setEmptyPage(reading);
    testing::showList(m_window.get(), m_model.get(), table, {});
    m_window->setEmptyPage({});
    QVERIFY(list()->hasFocus());
}

void TestServers::firstRunOffersAnImport()
{
    QSignalSpy imported(m_window.get(), &MainWindow::importRequested);
    QSignalSpy primary(m_window.get(), &MainWindow::emptyPagePrimary);
    EmptyPageContent page;
    page.heading = u"See the API tokens of your Centrals"_s;
    page.primary = u"Connect to Central…"_s;
    page.offer = {u"terminal"_s, u"roxctl knows 2 Centrals."_s,
                  u"evil\u202Eeu, <b>x</b>"_s + QString(10'000, u'W'), u"Import…"_s};
    m_window->setEmptyPage(page);
    const QLabel *text = nullptr;
    for (const auto *label : m_window->findChildren<QLabel *>(u"offerText"_s)) {
        if (label->isVisible())
            text = label;
    }
    QVERIFY(text);
    QVERIFY(text->text().startsWith(u"evil⟨U+202E⟩eu, <b>x</b>"_s));
    QVERIFY(text->window()->width() <= 1280);
    click(find<QPushButton>(u"Import…"_s));
    QCOMPARE(imported.count(), 1);
    click(find<QPushButton>(u"Connect to Central…"_s));
    QCOMPARE(primary.count(), 1);
    page.offer.reset();
    m_window->setEmptyPage(page);
    QVERIFY(!text->isVisible());
}

void TestServers::statusBarColoursItsFacts()
{
    ServerFacts facts = testing::believableServer();
    facts.credential = u"Keychain locked"_s;
    facts.credentialStyle = {u"lock"_s, StatusFact::Tone::Caution};
    m_window->setServer(facts);
    auto *credential = m_window->findChild<QLabel *>(u"credentialState"_s);
    QCOMPARE(credential->text(), u"Keychain locked"_s);
    const QColor caution = statusColors(m_window->palette()).caution.text;
    const auto holds = [&](const QColor &color) {
        const QImage drawn = credential->grab().toImage();
        for (int y = 0; y < drawn.height(); ++y) {
            for (int x = 0; x < drawn.width(); ++x) {
                if (drawn.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(holds(caution));
    facts.credentialStyle = {};
    m_window->setServer(facts);
    QVERIFY(!holds(caution));
}

void TestServers::statusBarShowsNotSignedIn()
{
    ServerFacts facts = testing::believableServer();
    m_window->setServer(facts);
    const auto *who = m_window->findChild<QLabel *>(u"signedInAs"_s);
    QCOMPARE(who->text(), u"Signed in as desktop-mkeller"_s);
    const int indent = who->contentsMargins().left();
    facts.notSignedIn = u"Offline"_s;
    facts.signedInStyle = {u"offline"_s};
    m_window->setServer(facts);
    QCOMPARE(who->text(), u"Offline"_s);
    facts.notSignedIn = u"Not signed in"_s;
    facts.signedInStyle = {QLatin1String(StatusFact::NoSymbol)};
    m_window->setServer(facts);
    QCOMPARE(who->text(), u"Not signed in"_s);
    QVERIFY(who->contentsMargins().left() < indent);
    facts.notSignedIn.clear();
    facts.signedInAs.clear();
    m_window->setServer(facts);
    QVERIFY(!who->isVisible());
}

QTEST_MAIN(TestServers)
#include "tst_servers.moc"
