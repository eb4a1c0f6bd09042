// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/sidebarviews.h"

#include "models/tokens/tokenselection.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/servers/viewlist.h"
#include "ui/text/rotationtext.h"
#include "ui/tokens/tokenpage.h"

#include <QAction>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
const QString RotationsId = u"rotations"_s;
} // namespace

SidebarViews::SidebarViews(ServerSidebar *sidebar, TokenPage *page, QAction *rotations,
                           QObject *parent)
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
    views.append({RotationsId, tr("Rotations"), u"rotate"_s});
    list->setViews(views);
    connect(list, &ViewList::chosen, page, [page, rotations](const QString &id) {
        if (id == RotationsId)
            rotations->trigger();
        else
            Q_EMIT page->viewChosen(id);
    });
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
        if (!view.isInSidebar)
            continue;
        list->setCount(view.id, total > 0 ? std::optional(counts.count(view)) : std::nullopt);
        list->setOn(view.id, total > 0);
    }
}

void SidebarViews::setRotations(const RotationCounts &counts)
{
    ViewList *list = m_sidebar->views();
    const int underWay = underWayOf(counts);
    list->setCount(RotationsId, underWay > 0 ? std::optional(quint32(underWay)) : std::nullopt);
    list->setState(RotationsId, rotationsDue(counts));
}

} // namespace rox
