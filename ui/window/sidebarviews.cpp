// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/sidebarviews.h"

#include "models/tokens/tokenselection.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/servers/viewlist.h"
#include "ui/tokens/tokenpage.h"

namespace rox {

using namespace Qt::StringLiterals;

SidebarViews::SidebarViews(ServerSidebar *sidebar, TokenPage *page, QObject *parent)
    : QObject(parent)
    , m_sidebar(sidebar)
    , m_page(page)
{
    ViewList *list = sidebar->views();
    QList<ViewList::View> views;
    for (const TokenViewInfo &view : tokenViews()) {
        if (view.isInSidebar)
            views.append({view.id, view.title(), QLatin1String(view.symbol), view.isNews});
    }
    list->setViews(views);
    connect(list, &ViewList::chosen, page, &TokenPage::viewChosen);
    connect(page, &TokenPage::viewShown, list, &ViewList::setChosen);
    connect(page, &TokenPage::countsShown, this, &SidebarViews::showCounts);
    const ServerList *servers = sidebar->list();
    connect(servers, &QAbstractItemView::pressed, this, [this, servers](const QModelIndex &row) {
        m_isShownServerPressed = servers->selectionModel()->isSelected(row);
    });
    connect(servers, &QAbstractItemView::clicked, this, [this, list] {
        const TokenViewInfo *view = tokenView(list->chosenId());
        if (m_isShownServerPressed && view && view->advice)
            Q_EMIT m_page->viewChosen(u"all"_s);
    });
}

void SidebarViews::showCounts(const TokenCounts &counts, quint32 total)
{
    ViewList *list = m_sidebar->views();
    for (const TokenViewInfo &view : tokenViews()) {
        if (view.isInSidebar)
            list->setCount(view.id, total > 0 ? std::optional(counts.count(view)) : std::nullopt);
    }
    list->setEnabled(total > 0);
}

} // namespace rox
