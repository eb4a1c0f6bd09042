// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/listpresenter.h"

#include "app/tokens/tokenlisting.h"
#include "ui/tokens/tokenview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tokenarea.h"

#include <utility>

namespace rox {

namespace {

void putOnView(const TokenViewInfo &view, TokenQuery &query)
{
    const TokenViewInfo &before = viewOf(query);
    query.status = view.status;
    query.flags = view.flags;
    if (view.newestFirstBy) {
        query.sortColumn = *view.newestFirstBy;
        query.order = Qt::DescendingOrder;
    } else if (before.newestFirstBy && query.sortColumn == *before.newestFirstBy) {
        query.sortColumn = TokenQuery().sortColumn; // the other view has no such column
        query.order = TokenQuery().order;
    }
}

} // namespace

ListPresenter::ListPresenter(CommandContext *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(context->listing, &TokenListing::shownChanged, this, &ListPresenter::showCounts);
    connect(context->directory, &ServerDirectory::changed, this, &ListPresenter::forgetRemoved);
    forgetRemoved();
    connectWindow();
}

void ListPresenter::connectWindow()
{
    MainWindow *window = m_context->window;
    connect(window, &MainWindow::searchChanged, this, [this](const QString &text) {
        setQuery([&](TokenQuery &query) { query.text = text; });
    });
    connect(window, &MainWindow::viewChosen, this, [this](const QString &id) {
        const TokenViewInfo &view = *tokenView(id);
        setQuery([&](TokenQuery &query) { putOnView(view, query); });
    });
    connect(window, &MainWindow::sortChosen, this, [this](TokenColumn column, Qt::SortOrder order) {
        setQuery(
            [&](TokenQuery &query) {
                query.sortColumn = column;
                query.order = order;
            },
            Then::ShowTop);
    });
    connect(window, &MainWindow::queryChosen, this, [this](const TokenQuery &chosen) {
        setQuery([&](TokenQuery &query) { query = chosen; });
    });
    connect(window, &MainWindow::filterCleared, this, &ListPresenter::clearFilter);
}

void ListPresenter::setQuery(const std::function<void(TokenQuery &)> &change, Then then)
{
    TokenQuery query = m_context->listing->query();
    change(query);
    m_context->window->setQuery(query);
    if (query != m_context->listing->query())
        m_then = then;
    m_context->listing->setQuery(query);
}

void ListPresenter::clearFilter()
{
    setQuery([](TokenQuery &query) {
        putOnView(*tokenView(u"all"), query);
        query = withoutFilters(query);
        query.text.clear();
    });
}

void ListPresenter::follow()
{
    leave();
    m_context->listing->setTable(std::make_shared<const TokenTable>());
    m_server = m_context->scope->shown();
    enter();
}

void ListPresenter::leave()
{
    const auto entry = m_server ? m_context->directory->find(*m_server) : std::nullopt;
    const bool isAll = m_server == allServersId();
    if (!entry && !isAll)
        return;
    const TokenView *view = m_context->window->tokens()->view();
    ListPlace place{m_context->listing->query(), m_places.find(*m_server).view,
                    view->columnState()};
    if ((!m_placeToCome || hasMoved()) && !m_context->listing->table()->isEmpty())
        place.view = view->place();
    m_places.set(*m_server, place, isAll || entry->isProfile());
}

void ListPresenter::enter()
{
    m_placeToCome.reset();
    if (!m_server)
        return;
    const ListPlace place = m_places.find(*m_server);
    m_then = Then::Stay;
    m_placeToCome = place.view;
    m_reached = {};
    m_context->listing->setQuery(place.query);
    if (!place.columns.isEmpty())
        m_context->window->tokens()->view()->restoreColumnState(place.columns);
}

void ListPresenter::forgetRemoved()
{
    QSet<ServerId> listed;
    const auto entries = m_context->directory->entries();
    for (const ServerEntry &entry : entries)
        listed.insert(entry.id());
    const auto removed = std::exchange(m_listed, listed) - listed;
    for (const ServerId &id : removed)
        m_places.forget(id);
}

void ListPresenter::showCounts()
{
    TokenArea *tokens = m_context->window->tokens();
    const Then then = std::exchange(m_then, Then::Stay);
    if (then == Then::ShowTop)
        tokens->view()->scrollToTop();
    else if (then == Then::ShowSelection)
        tokens->showSelectionOrTop();
    const TokenListing *listing = m_context->listing;
    const auto total = listing->table()->size();
    m_context->window->setCounts(listing->shown(), total, listing->shownAt());
    const TokenTablePtr current = m_context->table();
    if (current)
        m_context->window->setServerCount(total);
    Q_EMIT countsShown();
    if (m_placeToCome && current && current == listing->table())
        goToPlace();
}

/// With each new table until all rows of the place are there: those that the history remembers come
/// after the list.
void ListPresenter::goToPlace()
{
    TokenView *view = m_context->window->tokens()->view();
    if (hasMoved() || view->restorePlace(*m_placeToCome))
        m_placeToCome.reset();
    m_reached = view->place();
}

/// Whether the user has scrolled or selected since goToPlace(). Qt itself makes a row the current
/// one when the list gets the focus.
bool ListPresenter::hasMoved() const
{
    const ViewPlace now = m_context->window->tokens()->view()->place();
    return now.topId != m_reached.topId || now.offset != m_reached.offset
           || now.selectedIds != m_reached.selectedIds;
}

} // namespace rox
