// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/windowfixture.h"

#include "models/tokens/table/tokentablebuilder.h"
#include "ui/window/mainwindow.h"

#include <numeric>

namespace rox::testing {

using namespace Qt::StringLiterals;

namespace {

Token token(const QString &id, const QString &name, const QStringList &roles, UtcMs expires,
            UtcMs issued, bool revoked = false)
{
    return {id, name, roles, issued, expires, revoked};
}

} // namespace

QList<Token> believableTokens()
{
    const QString ci = u"Continuous Integration"_s;
    const auto at = [](double days) { return Now + UtcMs(days * double(DayMs)); };
    return {
        token(u"a0"_s, u"nightly-scan-legacy"_s, {ci}, Now - 3 * HourMs - MinuteMs, at(-90)),
        token(u"a1"_s, u"grafana-export"_s, {u"Analyst"_s}, Now - 19 * HourMs - MinuteMs, at(-366)),
        token(u"a2"_s, u"jenkins-prod-eu"_s, {ci}, at(2.1), at(-88)),
        token(u"0d8f6c1e-9a53-4c08-b7e2-5d3f1d6f2b11"_s, u"desktop-mkeller"_s,
              {u"Token Manager"_s, u"Analyst"_s}, Now + 6 * DayMs - 90 * MinuteMs,
              Now - 84 * DayMs - 90 * MinuteMs),
        token(u"a4"_s, u"gitlab-runner-07"_s, {u"Sensor Creator"_s, u"Analyst"_s, ci}, at(9.1),
              at(-81)),
        token(u"a5"_s, u"break-glass-2026"_s, {u"Admin"_s}, at(12.1), at(-353)),
        token(u"a6"_s, u"tekton-image-check-9"_s, {ci}, at(23.1), at(-67)),
        token(u"a7"_s, u"tekton-image-check-10"_s, {ci}, at(30.1), at(-60)),
        token(u"a8"_s, u"argo-sync-old"_s, {u"Sensor Creator"_s}, at(44.1), at(-321), true),
        token(u"a9"_s, u"config-controller-eu"_s, {u"Configuration Controller"_s}, at(51.1),
              at(-314)),
        token(u"b0"_s, u"soc-siem-forwarder"_s,
              {u"Analyst"_s, u"Network Graph Viewer"_s, u"Vulnerability Report Creator"_s,
               u"Scope Manager"_s},
              at(68.1), at(-112)),
        token(u"b1"_s, u"vuln-report-weekly"_s, {u"Vulnerability Report Creator"_s}, at(97.1),
              at(-268)),
        token(u"b2"_s, u"Überwachung – Köln"_s, {u"Analyst"_s}, at(132.1), at(-233)),
        token(u"b3"_s, u"team-payments-integration-staging-cluster"_s, {ci}, at(250.1), at(-115)),
        token(u"b4"_s, u"jenkins-prod-eu"_s, {ci}, at(337.1), at(-28)),
        token(u"b5"_s, u"terraform-state"_s, {u"Admin"_s}, NeverMs + DayMs, at(-195)),
    };
}

KnownRoles believableRoles()
{
    QList<RoleGrant> grants;
    for (const Token &each : believableTokens()) {
        for (const QString &role : each.roles)
            grants.append({role, {}, {}});
    }
    grants.append({u"Token Manager"_s, {}, {{u"Integration"_s, Access::ReadWrite}}});
    return KnownRoles(grants);
}

TokenTablePtr tableOf(const QList<Token> &tokens, int count)
{
    TokenTableBuilder builder;
    for (const Token &each : tokens)
        builder.add(each);
    for (auto i = int(tokens.size()); i < count; ++i)
        builder.add(token(u"filler-%1"_s.arg(i), u"ci-build-%1"_s.arg(i),
                          {u"Continuous Integration"_s}, Now + (200 + i % 160) * DayMs,
                          Now - (i % 160) * DayMs));
    return builder.build();
}

TokenSelection everything(const TokenTable &table)
{
    TokenSelection selection;
    selection.rows.resize(table.size());
    std::iota(selection.rows.begin(), selection.rows.end(), TokenTable::Row(0));
    selection.countByStatus = {1102, 38, 21, 123};
    selection.expiringSoon = 38;
    selection.expiringByBar = {14, 24, 9,  12, 6,  18, 22, 16, 11, 9,  13, 31, 44,
                               28, 19, 15, 20, 11, 9,  14, 17, 26, 38, 22, 15, 11};
    return selection;
}

ServerFacts believableServer()
{
    return {u"prod-eu"_s,
            u"central-eu.acme.example"_s,
            u"4.8.2"_s,
            u"blue"_s,
            u"desktop-mkeller"_s,
            u"Certificate checked by CA file"_s,
            u"Credential until Rox Tokens is closed"_s};
}

void openServer(MainWindow *window)
{
    const ServerFacts facts = believableServer();
    const ServerId id = ServerId::fresh();
    window->setServers({{id, facts.name, facts.address, facts.colorName}}, id);
    window->setServer(facts);
}

void showList(MainWindow *window, TokenListModel *model, const TokenTablePtr &table,
              const TokenQuery &query)
{
    const TokenSelection selection = select(*table, query, Now, model->knowledge());
    model->show(table, selection, Now);
    window->setQuery(query);
    window->setCounts(selection, table->size(), Now);
    window->setServerCount(table->size());
}

void showFilledWindow(MainWindow *window, TokenListModel *model)
{
    openServer(window);
    showList(window, model, tableOf(believableTokens(), 100), {});
    window->setEmptyPage({});
    window->resize(1280, 768);
    window->show();
}

} // namespace rox::testing
