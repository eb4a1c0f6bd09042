// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/allserverspresenter.h"

#include "app/pages/emptystates.h"
#include "app/tokens/tokenlisting.h"
#include "models/tokens/tokenlistmodel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/offlinemessages.h"
#include "ui/window/tokenarea.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// More buttons do not fit into a bar.
constexpr qsizetype MaxButtons = 2;

QString allKey()
{
    return allServersId().toString();
}

} // namespace

AllServersPresenter::AllServersPresenter(CommandContext *context, MergedTokens *all,
                                         QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_all(all)
{
    MainWindow *window = context->window;
    connect(context->scope, &Scope::changed, this, &AllServersPresenter::follow);
    connect(all, &MergedTokens::serversChanged, this, &AllServersPresenter::tellServers);
    connect(all, &MergedTokens::tableChanged, this, &AllServersPresenter::tellTable);
    connect(context->listing, &TokenListing::shownChanged, this, &AllServersPresenter::tellPage);
    connect(window->messageBar(), &MessageStack::dismissed, this, [this](const QString &id) {
        if (m_context->scope->isAll() && id == QLatin1String(StateBarId))
            m_closed = m_state.lead() + m_state.text();
    });
    // Called as a copy: the action may replace m_page.
    connect(window, &MainWindow::emptyPagePrimary, this, [this] {
        if (const Page::Action action = m_page ? m_page->primary() : nullptr)
            action();
    });
}

void AllServersPresenter::follow()
{
    m_page.reset();
    m_closed.clear();
    if (m_context->scope->isAll()) {
        m_context->listing->setClockAhead(0);
        m_context->window->tokens()->setOwnToken({});
        m_all->setOn(true);
    } else if (m_all->isOn()) {
        m_all->setOn(false);
        m_context->model->setKnowledge({});
    }
}

void AllServersPresenter::tellServers()
{
    if (!m_context->scope->isAll())
        return;
    m_state = stateOfAll(*m_context);
    const auto entries = m_context->directory->entries();
    const bool isBusy = std::any_of(entries.cbegin(), entries.cend(), [this](const auto &entry) {
        const Session *session = m_context->sessions->find(entry.id());
        return session && session->isBusy();
    });
    m_context->window->setServer(m_state.facts());
    m_context->window->setBusy(isBusy || m_all->isMerging());
    m_context->model->setKnowledge(m_all->knowledge());
    tellBar();
    tellTimes();
    tellPage();
    Q_EMIT commandsNeedUpdate();
}

void AllServersPresenter::tellTable()
{
    m_context->model->setKnowledge(m_all->knowledge());
    m_context->listing->setTable(m_all->table());
    tellServers();
}

void AllServersPresenter::tellBar()
{
    MessageStack *bar = m_context->window->messageBar();
    const QString lead = m_state.lead();
    if (lead.isEmpty()) {
        m_closed.clear();
        bar->dismiss(QLatin1String(StateBarId), allKey());
        m_closed.clear();
        return;
    }
    if (lead + m_state.text() == m_closed)
        return;
    Message message{.id = QLatin1String(StateBarId),
                    .server = allKey(),
                    .severity = Severity::Caution,
                    .lead = lead,
                    .text = m_state.text()};
    const auto troubles = m_state.troubles();
    for (const ServerTrouble trouble : troubles.mid(0, MaxButtons))
        message.actions.append(MessageAction(
            m_state.button(trouble), [this, trouble] { goOn(trouble); },
            AllServersState::symbol(trouble)));
    bar->showUnder(message);
}

/// A question asks about one server; what may pass is tried at each.
void AllServersPresenter::goOn(ServerTrouble trouble)
{
    const bool isOfEach = trouble == ServerTrouble::KeychainLocked
                          || trouble == ServerTrouble::Offline || trouble == ServerTrouble::Keychain
                          || trouble == ServerTrouble::Busy;
    const auto ids = m_state.with(trouble);
    for (const ServerId &id : isOfEach ? ids : ids.mid(0, 1))
        Q_EMIT goOnRequested(id);
}

void AllServersPresenter::tellTimes()
{
    if (!m_context->scope->isAll())
        return;
    TokenListing *listing = m_context->listing;
    m_context->window->setAsOf(m_all->table() ? m_state.asOf(listing->now()) : QString());
    if (m_all->table() && listing->shownAt() != NoTime
        && listing->now() - listing->shownAt() >= MinuteMs)
        listing->refreshTimes();
}

void AllServersPresenter::tellPage()
{
    if (!m_context->scope->isAll())
        return;
    m_page = page();
    m_context->window->setEmptyPage(m_page ? std::optional(m_page->words()) : std::nullopt);
    Q_EMIT commandsNeedUpdate();
}

std::optional<Page> AllServersPresenter::page()
{
    const TokenTablePtr &table = m_all->table();
    if (!table || table->isEmpty()) {
        const auto troubles = m_state.troubles();
        const Page::Action mend = [this, troubles] {
            if (!troubles.isEmpty())
                goOn(troubles.constFirst());
        };
        return Page(m_state.pageWithoutLists(), troubles.isEmpty() ? Page::Action() : mend);
    }
    const TokenListing *listing = m_context->listing;
    if (m_context->model->rowCount() == 0 && !listing->query().hidesNothing()
        && !listing->isSelecting() && listing->table() == table)
        return Page(nothingMatchesPage(tr("all servers"), listing->query(), int(table->size())),
                    [this] { Q_EMIT m_context->window->filterCleared(); });
    return std::nullopt;
}

} // namespace rox
