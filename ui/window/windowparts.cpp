// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/windowparts.h"

#include "models/values/visibletext.h"
#include "ui/details/detailspanel.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/tokens/tokenpage.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/busyline.h"
#include "ui/window/statusbar.h"
#include "ui/window/taborder.h"
#include "ui/window/tokenarea.h"
#include "ui/window/toolbar.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowlayout.h"
#include "ui/window/windowmenus.h"

#include <QAction>
#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

namespace {
constexpr int NarrowWidth = 1120; // below it the sidebar is a rail, the toolbar's buttons textless
constexpr int CompactWidth = 800; // below it the details take the place of the list
constexpr int LowHeight = 480;    // below it the chart gives its room to the list

QVBoxLayout *plainColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}
} // namespace

WindowParts::WindowParts(QMainWindow *window, TokenListModel *model)
    : actions(new WindowActions(window))
    , sidebar(new ServerSidebar)
    , toolbar(new Toolbar(actions))
    , messageBar(new MessageStack)
    , tokens(new TokenArea(model, actions))
    , fullPage(new EmptyPage)
    , statusLine(new StatusBar)
    , busyLine(new BusyLine)
    , menus(new WindowMenus(window, actions, toolbar->menuButton()))
    , m_window(window)
    , m_outer(new QSplitter(Qt::Horizontal))
    , m_stack(new QStackedWidget)
    , m_sidebarWidth(ServerSidebar::Width)
{
    layOut();
    messageBar->notice()->placeOver(tokens->page());
    sidebar->setActions(actions->action(MainWindow::Action::AddServer),
                        actions->action(MainWindow::Action::ImportServers));
    QObject::connect(m_outer, &QSplitter::splitterMoved, window, [this](int width) {
        if (!m_narrow)
            m_sidebarWidth = width;
    });
}

void WindowParts::layOut()
{
    m_stack->addWidget(tokens);
    m_stack->addWidget(fullPage);
    m_outer->setHandleWidth(1);
    m_outer->setChildrenCollapsible(false);
    m_outer->addWidget(sidebar);
    m_outer->addWidget(makeColumn());
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    m_outer->setSizes({ServerSidebar::Width, 1280 - ServerSidebar::Width});

    auto *whole = new QWidget(m_window);
    auto *column = plainColumn(whole);
    column->addWidget(m_outer, 1);
    column->addWidget(statusLine);
    m_window->setCentralWidget(whole);
}

QWidget *WindowParts::makeColumn()
{
    auto *right = new QWidget;
    messageBar->setContentsMargins(16, 8, 16, 8);
    busyLine->setParent(right);
    auto *column = plainColumn(right);
    column->addWidget(toolbar);
    column->addWidget(messageBar);
    column->addWidget(m_stack, 1);
    return right;
}

void WindowParts::setServer(const std::optional<ServerFacts> &server)
{
    m_server = server;
    if (server) {
        toolbar->setServer(*server);
        statusLine->setServer(*server);
    }
    showPage();
}

void WindowParts::setEmptyPage(const std::optional<EmptyPageContent> &content)
{
    m_emptyPage = content;
    showPage();
}

void WindowParts::setTotal(quint32 total)
{
    const bool hadList = std::exchange(m_total, total) > 0;
    if (hadList != (total > 0))
        showPage();
}

void WindowParts::setSidebarWanted(bool wanted)
{
    m_sidebarWanted = wanted;
    actions->action(MainWindow::Action::ShowSidebar)->setChecked(wanted);
    showPage();
    placeSidebar();
}

void WindowParts::setChartWanted(bool wanted)
{
    actions->action(MainWindow::Action::ShowChart)->setChecked(wanted);
    tokens->page()->setChartWanted(wanted);
}

void WindowParts::showPage()
{
    const bool atHome = m_server.has_value();
    sidebar->setVisible(sidebar->servers()->rowCount() > 0 && m_sidebarWanted);
    toolbar->setBare(!atHome);
    toolbar->setVisible(atHome || !menus->isBarShown());
    statusLine->setVisible(atHome);
    m_window->setWindowTitle(atHome ? tr("%1 – Rox Tokens").arg(shownName(m_server->name))
                                    : tr("Rox Tokens"));
    const bool listStays = atHome && (m_total > 0 || !m_emptyPage);
    showListOrPage(listStays);
    moveFocus(listStays);
    placeBusyLine();
}

void WindowParts::showListOrPage(bool listStays)
{
    tokens->page()->setEmptyPage(listStays ? m_emptyPage : std::nullopt);
    if (!listStays && m_emptyPage)
        fullPage->setContent(*m_emptyPage);
    const bool hasServers = sidebar->servers()->rowCount() > 0;
    fullPage->setBackgroundRole(hasServers ? QPalette::Base : QPalette::Window);
    fullPage->setAutoFillBackground(true);
    m_stack->setCurrentWidget(listStays ? static_cast<QWidget *>(tokens) : fullPage);
}

/// To a page that is new, or to the list when it comes back; not out of the search or the servers.
void WindowParts::moveFocus(bool listStays)
{
    const QWidget *focused = m_window->focusWidget();
    const bool inUse =
        (focused == toolbar->search() || focused == sidebar->list()) && focused != m_focusFellTo;
    const QString page = listStays || !m_emptyPage ? QString() : m_emptyPage->heading;
    const bool pageIsNew = std::exchange(m_shownPage, page) != page;
    const bool listIsNew = !std::exchange(m_listIsShown, listStays) && listStays;
    if (inUse)
        return;
    if (!listStays && pageIsNew)
        fullPage->focusPrimary();
    else if (listIsNew)
        tokens->view()->setFocus();
}

void WindowParts::fitTo(const QSize &size)
{
    const bool narrow = size.width() < NarrowWidth;
    if (narrow != m_narrow)
        setNarrow(narrow);
    tokens->setCompact(size.width() < CompactWidth);
    tokens->page()->setLow(size.height() < LowHeight);
    placeBusyLine();
}

void WindowParts::setNarrow(bool narrow)
{
    m_narrow = narrow;
    sidebar->setRail(narrow);
    toolbar->setNarrow(narrow);
    tokens->page()->setNarrow(narrow);
    placeSidebar();
}

void WindowParts::placeSidebar()
{
    const int side = m_narrow ? ServerSidebar::RailWidth : m_sidebarWidth;
    m_outer->setSizes({side, std::max(1, m_window->width() - side - 1)});
}

void WindowParts::placeBusyLine()
{
    QWidget *right = busyLine->parentWidget();
    const int top = toolbar->isVisibleTo(right) ? toolbar->geometry().bottom() - 1 : 0;
    busyLine->setGeometry(0, top, right->width(), BusyLine::Thickness);
    busyLine->raise();
}

QWidgetList WindowParts::inOrder() const
{
    return {sidebar, toolbar, messageBar, fullPage, tokens->page(), tokens->details(), statusLine};
}

bool WindowParts::focusNextWidget(bool next)
{
    const QWidget *before = m_window->focusWidget();
    const bool wasHidden = before && !before->isVisibleTo(m_window);
    const bool moved = rox::focusNextWidget(m_window, inOrder(), next);
    m_focusFellTo = wasHidden ? m_window->focusWidget() : nullptr;
    return moved;
}

void WindowParts::focusNextPart(bool next)
{
    rox::focusNextPart(m_window, inOrder(), next);
}

WindowLayout WindowParts::layout(const QByteArray &geometry) const
{
    return {geometry,
            tokens->saveState(),
            tokens->detailsWanted(),
            m_sidebarWidth,
            tokens->view()->columnState(),
            m_sidebarWanted,
            menus->isBarShown(),
            tokens->page()->isChartWanted()};
}

void WindowParts::restore(const WindowLayout &layout)
{
    tokens->restoreState(layout.splitter);
    tokens->setDetailsWanted(layout.detailsWanted);
    m_sidebarWidth = ServerSidebar::bounded(layout.sidebarWidth);
    placeSidebar();
    tokens->view()->restoreColumnState(layout.columns);
    setSidebarWanted(layout.sidebarWanted);
    setChartWanted(layout.chartWanted);
    menus->showBar(layout.menuBarWanted);
}

} // namespace rox
