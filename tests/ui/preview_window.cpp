// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

// preview_window FOLDER [WIDTH HEIGHT [servers]]: saves the main window's states, light and dark.

#include "tests/ui/windowfixture.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"
#include "ui/text/keychaintext.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/window/mainwindow.h"
#include "ui/window/offlinemessages.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QHeaderView>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace rox;
using namespace Qt::StringLiterals;

namespace {

struct Preview
{
    TokenListModel model;
    MainWindow window{&model};
    TokenTablePtr table = testing::tableOf(testing::believableTokens(), 1284);
    QDir folder;
    QString suffix;

    void grab(const QString &name)
    {
        QTest::qWait(400); // a loaded machine needs as long for its layouts
        window.grab().save(folder.filePath(name + suffix + u".png"_s));
    }

    void showAll(const TokenQuery &query = {})
    {
        window.setServer(testing::believableServer());
        window.setAsOf(u"As of 10:42"_s);
        model.setSignedInTokenId(u"0d8f6c1e-9a53-4c08-b7e2-5d3f1d6f2b11"_s);
        TokenSelection all = testing::everything(*table);
        model.show(table, all, testing::Now);
        model.setRoles(testing::believableRoles());
        window.setQuery(query);
        window.setCounts(all, table->size(), testing::Now);
        window.setEmptyPage({});
    }
};

EmptyPageContent notPermitted()
{
    EmptyPageContent page;
    page.symbol = u"shield"_s;
    page.heading = u"You may not list the tokens of prod-eu"_s;
    page.sentence = u"You are signed in as ci-reader. Its roles lack read access to Integration. "
                    "Ask an administrator for it, or sign in with another credential."_s;
    page.primary = u"Sign in differently…"_s;
    page.secondary = u"Copy details"_s;
    page.secondarySymbol = u"copy"_s;
    page.needs = {{u"List tokens"_s, u"Read access to Integration: missing"_s, false},
                  {u"Revoke tokens"_s, u"Write access to Integration: missing"_s, false},
                  {u"Generate tokens"_s,
                   u"Write access to Integration: missing. Read access to Access: yes"_s, false}};
    return page;
}

void grabColumns(Preview &preview)
{
    auto *header = preview.window.findChild<QHeaderView *>(u"columns"_s);
    QContextMenuEvent event(QContextMenuEvent::Mouse, {300, 10},
                            header->mapToGlobal(QPoint(300, 10)));
    QApplication::sendEvent(header->viewport(), &event);
    auto *menu = header->findChild<QMenu *>(u"columnMenu"_s);
    QTest::qWait(60);
    menu->grab().save(preview.folder.filePath(u"columns"_s + preview.suffix + u".png"_s));
    preview.window.findChild<QAction *>(u"idColumn"_s)->trigger();
    menu->close();
    preview.grab(u"with-id"_s);
    preview.window.findChild<TokenView *>()->restoreColumnState({});
    preview.model.setRoles(
        KnownRoles({{u"Continuous Integration"_s,
                     {},
                     {{u"Image"_s, Access::ReadWrite}, {u"Detection"_s, Access::Read}}}}));
    TokenQuery query;
    query.flags = TokenFlag::DeadRole;
    query.sortColumn = TokenColumn::Name;
    testing::showList(&preview.window, &preview.model, preview.table, query);
    preview.grab(u"dead-roles"_s);
    preview.window.selectIds({u"a4"_s});
    preview.grab(u"dead-roles-details"_s);
    preview.window.selectIds({});
    preview.showAll();
}

void grabChanges(Preview &preview)
{
    const QStringList names{u"jenkins-prod-eu-2"_s, u"argo-sync-old"_s,
                            u"poc-scanner"_s,       u"nightly-scan-legacy"_s,
                            u"sensor-us-11"_s,      u"tekton-image-check-10"_s,
                            u"qa-smoke"_s};
    TokenHistory history;
    history.seenUntil = testing::Now - 5 * DayMs;
    QList<Token> tokens;
    for (const QString &name : names) {
        const qsizetype at = tokens.size();
        const UtcMs time = testing::Now - MinuteMs - at * 7 * HourMs;
        TokenLife life{.firstSeen = time, .firstList = 1};
        const bool isRevoked = at == 1 || at == 2 || at == 4;
        if (isRevoked) {
            life.lastActive = time - HourMs;
            life.revokedBy = time;
            life.firstList = 0;
            life.endList = 1;
            life.isRemembered = at == 4;
            life.goneBy = at == 4 ? time : NoTime;
        } else if (at != 6) {
            life.creator.userId = u"r.duarte"_s;
        }
        history.lives.insert(name, life);
        tokens.append(
            {name, name, {u"Sensor Creator"_s}, time, testing::Now + 90 * DayMs, isRevoked});
    }
    preview.model.setHistory(std::make_shared<const TokenHistory>(history));
    TokenQuery query;
    query.flags = TokenFlag::Changed;
    query.sortColumn = TokenColumn::ChangedAt;
    query.order = Qt::DescendingOrder;
    testing::showList(&preview.window, &preview.model, testing::tableOf(tokens), query);
    preview.window.selectIds({u"sensor-us-11"_s});
    preview.grab(u"changes"_s);
    preview.window.selectIds({});
    ServerFacts all = testing::believableServer();
    all.name = u"All servers"_s;
    all.symbol = u"servers"_s;
    preview.window.setServer(all);
    preview.grab(u"changes-on-all"_s);
    preview.model.setHistory({});
    preview.showAll();
}

void grabDetails(Preview &preview)
{
    MainWindow &window = preview.window;
    window.selectIds({u"0d8f6c1e-9a53-4c08-b7e2-5d3f1d6f2b11"_s});
    preview.grab(u"main"_s);
    auto *view = window.findChild<QTableView *>(u"tokens"_s);
    Q_EMIT view->customContextMenuRequested({300, 200});
    auto *menu = window.findChild<QMenu *>(u"rowMenu"_s);
    QTest::qWait(60);
    menu->grab().save(preview.folder.filePath(u"menu"_s + preview.suffix + u".png"_s));
    menu->close();
    window.selectIds({u"a2"_s, u"0d8f6c1e-9a53-4c08-b7e2-5d3f1d6f2b11"_s, u"a5"_s, u"a8"_s});
    window.setBusy(true);
    preview.grab(u"several"_s);
    window.setBusy(false);
    for (const QString &id : {u"a0"_s, u"a8"_s, u"b5"_s, u"b1"_s, u"b0"_s, u"b4"_s}) {
        window.selectIds({id});
        preview.grab(u"details-"_s + id);
    }
    window.selectIds({});
}

/// Tokens with lifetimes of minutes and hours, for which the column Expires is widest.
void grabShortLives(Preview &preview)
{
    QList<Token> tokens;
    for (const UtcMs left : {-59 * MinuteMs, -8 * MinuteMs, -20 * SecondMs, 20 * SecondMs,
                             10 * MinuteMs, 59 * MinuteMs, 31 * HourMs, 120 * DayMs, 700 * DayMs})
        tokens.append({u"id-%1"_s.arg(tokens.size()),
                       u"ci-build-%1"_s.arg(tokens.size()),
                       {u"Continuous Integration"_s},
                       testing::Now - DayMs,
                       testing::Now + left,
                       false});
    testing::showList(&preview.window, &preview.model, testing::tableOf(tokens), {});
    preview.window.selectIds({u"id-6"_s});
    preview.grab(u"short-lives"_s);
    preview.window.selectIds({});
    preview.showAll();
}

void grabFilters(Preview &preview)
{
    MainWindow &window = preview.window;
    window.messageBar()->show({.id = u"x"_s,
                               .severity = Severity::Caution,
                               .symbol = u"offline"_s,
                               .lead = u"prod-eu cannot be reached: connection refused."_s,
                               .text = u"This is the list as of 08:42, 2 h ago."_s,
                               .actions = {{u"Try again"_s, {}}, {u"Details"_s, {}}}});
    preview.grab(u"message"_s);
    window.messageBar()->dismiss();
    TokenQuery week;
    week.expiry = ExpiryGrid(testing::Now).range(12, 12);
    week.roles = {u"Admin"_s};
    week.status = TokenStatus::Active;
    preview.showAll(week);
    preview.grab(u"week"_s);
    const auto search = [&](const QString &text) {
        TokenQuery query;
        query.text = text;
        testing::showList(&window, &preview.model, preview.table, query);
    };
    search(u"0d8f"_s);
    preview.grab(u"id-hit"_s);
    search(u"ci"_s);
    preview.grab(u"name-and-role-hits"_s);
    TokenQuery narrow;
    narrow.status = TokenStatus::Active;
    narrow.roles = {u"Continuous Integration"_s};
    narrow.expiry = ExpiryGrid(testing::Now).range(3, 5);
    testing::showList(&window, &preview.model, preview.table, narrow);
    window.selectIds({u"a6"_s});
    window.messageBar()->show({.id = u"revoked"_s,
                               .severity = Severity::Success,
                               .lead = u"ci-cache-warmer is revoked on prod-us."_s,
                               .text = u"Its successor is ci-cache-warmer-2."_s});
    preview.grab(u"filters-and-notice"_s);
    window.messageBar()->dismiss();
    preview.showAll();
}

void grabEmpty(Preview &preview)
{
    MainWindow &window = preview.window;
    TokenQuery query;
    query.text = u"jenkns"_s;
    testing::showList(&window, &preview.model, preview.table, query);
    EmptyPageContent nothing;
    nothing.symbol = u"search"_s;
    nothing.heading = u"No token matches “jenkns”"_s;
    nothing.sentence = u"The search hides all 1,284 tokens of prod-eu."_s;
    nothing.primary = u"Clear filter"_s;
    nothing.note = u"Esc does the same."_s;
    window.setEmptyPage(nothing);
    window.setActionState(MainWindow::Action::Revoke, false, u"Select tokens first."_s);
    window.focusSearch();
    preview.grab(u"filter-hides-all"_s);

    const auto empty = testing::tableOf({});
    testing::showList(&window, &preview.model, empty, {});
    window.setAsOf({});
    window.setServerState(u"May not list tokens"_s);
    window.setActionState(MainWindow::Action::Generate, false, u"You may not."_s);
    window.setEmptyPage(notPermitted());
    preview.grab(u"not-permitted"_s);
    window.setServerState({});
    window.setActionState(MainWindow::Action::Generate, true);
    window.setActionState(MainWindow::Action::Revoke, true);
}

EmptyPageContent firstRun()
{
    EmptyPageContent first;
    first.heading = u"See the API tokens of your Centrals"_s;
    first.sentence = u"List, inspect, generate and revoke them. Credentials stay in this "
                     "computer's keychain."_s;
    first.primary = u"Connect to Central…"_s;
    first.primarySymbol = u"plus"_s;
    first.secondary = u"Try the demo"_s;
    first.note = u"The demo runs on this computer. It needs no cluster and no network."_s;
    return first;
}

QList<ServerRow> fourServers(const QString &state = {}, StateTone tone = StateTone::Plain)
{
    const auto id = [](uint number) {
        return ServerId(QUuid(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    };
    return {{id(1), u"prod-eu"_s, u"central-eu.acme.example"_s, u"blue"_s, state, tone},
            {id(2), u"prod-us"_s, u"central-us.acme.example"_s, u"plum"_s, {}, {}, 967},
            {id(3), u"staging"_s, u"central.acme.example"_s, u"teal"_s, u"Sign-in ends Friday"_s,
             StateTone::Caution, 142},
            {id(4), u"lab"_s, u"lab.example"_s, u"sand"_s, u"Offline since 08:42"_s}};
}

void grabServers(Preview &preview)
{
    MainWindow &window = preview.window;
    EmptyPageContent first = firstRun();
    first.offer = {u"terminal"_s, u"roxctl knows 2 Centrals."_s,
                   u"central-eu.acme.example, central-us.acme.example"_s, u"Import…"_s};
    window.setServers({}, {});
    window.setServer({});
    window.setEmptyPage(first);
    preview.grab(u"first-run-import"_s);

    const ServerId current = fourServers().constFirst().id;
    window.setServers(fourServers(), current);
    preview.showAll();
    preview.grab(u"servers"_s);
    ApiError refused;
    refused.kind = ApiError::Kind::ConnectionRefused;
    const Standing offline = Standing::Unreachable;
    window.setServers(fourServers(stateLine(offline, testing::Now - 2 * HourMs, testing::Now).text),
                      current);
    window.setServer(factsIn(offline, testing::believableServer()));
    window.messageBar()->show(
        staleListBar(refused, u"prod-eu"_s, testing::Now - 2 * HourMs, testing::Now));
    preview.grab(u"offline"_s);
    ServerFacts facts = notSignedInFacts(testing::believableServer());
    facts.credential = keychainStatus(KeychainState::Locked);
    facts.credentialStyle = {u"lock"_s, StatusFact::Tone::Caution};
    facts.certificate.clear();
    window.setServer(facts);
    window.setServers(fourServers(keychainNotice(KeychainState::Locked), StateTone::Caution),
                      current);
    preview.grab(u"keychain-locked"_s);
    window.messageBar()->dismiss();
    testing::showList(&window, &preview.model, testing::tableOf({}), {});
    window.setEmptyPage(keychainPage(KeychainState::Locked, u"prod-eu"_s));
    preview.grab(u"keychain-page"_s);
    preview.showAll();
    auto *list = window.findChild<QListView *>(u"servers"_s);
    QContextMenuEvent event(QContextMenuEvent::Mouse, {60, 50},
                            list->viewport()->mapToGlobal(QPoint(60, 50)));
    QApplication::sendEvent(list->viewport(), &event);
    auto *menu = list->findChild<QMenu *>(u"serverMenu"_s);
    QTest::qWait(60);
    menu->grab().save(preview.folder.filePath(u"server-menu"_s + preview.suffix + u".png"_s));
    menu->close();
}

void grabStates(Preview &preview)
{
    if (QApplication::arguments().contains(u"servers"_s)) {
        grabServers(preview);
        return;
    }
    MainWindow &window = preview.window;
    window.setServers({}, {});
    window.setServer({});
    window.setEmptyPage(firstRun());
    preview.grab(u"first-run"_s);
    testing::openServer(&window);
    preview.showAll();
    grabColumns(preview);
    grabChanges(preview);
    grabDetails(preview);
    grabShortLives(preview);
    grabFilters(preview);
    grabEmpty(preview);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QTranslator words;
    if (words.load(u":/i18n/rox-tokens_en.qm"_s))
        QApplication::installTranslator(&words);
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    const QStringList arguments = QApplication::arguments();
    const int width = arguments.value(2, u"1280"_s).toInt();
    const int height = arguments.value(3, u"768"_s).toInt();
    installStyle(u"light"_s);
    Preview preview;
    preview.folder = QDir(arguments.value(1, u"."_s));
    preview.folder.mkpath(u"."_s);
    preview.window.resize(width, height);
    preview.window.show();
    preview.window.activateWindow();
    QTest::qWait(200);
    preview.suffix = u"-light"_s;
    grabStates(preview);
    QApplication::setPalette(darkPalette());
    preview.suffix = u"-dark"_s;
    grabStates(preview);
    return 0;
}
