// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/windowparts.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/details/detailspanel.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/style/symbols.h"
#include "ui/tokens/tokenpage.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/hairsplitter.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rowmenu.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/busyline.h"
#include "ui/window/statusline.h"
#include "ui/window/toolbar.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// Room around the message bar that is there only while the bar is.
class MessageArea final : public QWidget
{
public:
    explicit MessageArea(MessageBar *bar, QWidget *parent)
        : QWidget(parent)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(16, 8, 16, 8);
        column->addWidget(bar);
        bar->installEventFilter(this);
        hide();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
            setVisible(event->type() == QEvent::ShowToParent);
        return QWidget::eventFilter(watched, event);
    }
};

} // namespace

MainWindow::Private::Private(MainWindow *owner, TokenListModel *tokens)
    : window(owner)
    , model(tokens)
    , actions(new WindowActions(owner))
    , detailsAction(new QAction(tr("Show details"), owner))
    , addServerAction(new QAction(tr("Add server…"), owner))
    , importAction(new QAction(tr("Import from roxctl…"), owner))
    , sidebar(new ServerSidebar)
    , toolbar(new Toolbar(actions))
    , messageBar(new MessageBar)
    , page(new TokenPage(tokens))
    , view(page->view())
    , details(new DetailsPanel(tokens, actions->action(Action::CopyId)))
    , outer(new HairSplitter(Qt::Horizontal))
    , inner(new HairSplitter(Qt::Horizontal))
    , stack(new QStackedWidget)
    , fullPage(new EmptyState)
    , statusLine(new StatusLine)
    , busyLine(nullptr)
    , sidebarWidth(ServerSidebar::Width)
{
    inner->addWidget(page);
    inner->addWidget(details);
    inner->setStretchFactor(0, 1);
    inner->setStretchFactor(1, 0);
    inner->setSizes({1080 - DetailsPanel::Width, DetailsPanel::Width});
    details->hide();
    stack->addWidget(inner);
    stack->addWidget(fullPage);
    outer->addWidget(sidebar);
    outer->addWidget(makeColumn());
    outer->setStretchFactor(0, 0);
    outer->setStretchFactor(1, 1);
    outer->setSizes({ServerSidebar::Width, 1280 - ServerSidebar::Width});

    auto *whole = new QWidget(owner);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(outer, 1);
    column->addWidget(statusLine);
    owner->setCentralWidget(whole);

    settle.setSingleShot(true);
    settle.setInterval(0);
    makeActions();
}

void MainWindow::Private::makeActions()
{
    detailsAction->setObjectName(u"showDetails"_s);
    detailsAction->setShortcut(Qt::Key_F9);
    detailsAction->setCheckable(true);
    detailsAction->setChecked(true);
    addServerAction->setObjectName(u"addServer"_s);
    addServerAction->setShortcut(QKeySequence(u"Ctrl+Shift+N"_s));
    addServerAction->setAutoRepeat(false);
    //: Tooltip: what it does, and its keys
    addServerAction->setToolTip(
        tr("Add server (%1)").arg(addServerAction->shortcut().toString(QKeySequence::NativeText)));
    window->addAction(detailsAction);
    window->addAction(addServerAction);
    importAction->setObjectName(u"importServers"_s);
    window->addAction(importAction);
    sidebar->setActions(addServerAction, importAction);
}

QWidget *MainWindow::Private::makeColumn()
{
    auto *right = new QWidget;
    messageArea = new MessageArea(messageBar, right);
    busyLine = new BusyLine(right);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolbar);
    column->addWidget(messageArea);
    column->addWidget(stack, 1);
    return right;
}

void MainWindow::Private::connectParts()
{
    MainWindow *w = window;
    QObject::connect(toolbar->search(), &QLineEdit::textChanged, w, &MainWindow::searchChanged);
    QObject::connect(toolbar->search(), &SearchField::tokenRefused, w, [this] {
        messageBar->show({.id = u"token in search"_s,
                          .severity = Severity::Caution,
                          .lead = MainWindow::tr("This is a token. It was not kept in the search."),
                          .text = MainWindow::tr("It belongs in the field API token, where you "
                                                 "sign in.")});
    });
    QObject::connect(toolbar->search(), &SearchField::downPressed, w, [this] {
        view->setFocus();
        if (view->selectedCount() == 0 && model->rowCount() > 0)
            view->selectRows(QList<int>{std::max(0, view->currentIndex().row())});
    });
    QObject::connect(page, &TokenPage::statusChosen, w, &MainWindow::statusChosen);
    QObject::connect(page, &TokenPage::weekChosen, w, &MainWindow::weekChosen);
    QObject::connect(page, &TokenPage::emptyStatePrimary, w, &MainWindow::emptyStatePrimary);
    QObject::connect(page, &TokenPage::emptyStateSecondary, w, &MainWindow::emptyStateSecondary);
    QObject::connect(view, &TokenView::sortChosen, w, &MainWindow::sortChosen);
    QObject::connect(view, &TokenView::opened, w, [this] { setDetailsWanted(true); });
    QObject::connect(view, &QWidget::customContextMenuRequested, w,
                     [this](const QPoint &point) { openRowMenu(point); });
    QObject::connect(details, &DetailsPanel::closeRequested, w, [this] {
        setDetailsWanted(false);
        view->setFocus();
    });
    QObject::connect(fullPage, &EmptyState::primaryChosen, w, [this] {
        Q_EMIT server || emptyState ? window->emptyStatePrimary() : window->connectRequested();
    });
    QObject::connect(fullPage, &EmptyState::secondaryChosen, w, [this] {
        Q_EMIT server || emptyState ? window->emptyStateSecondary() : window->demoRequested();
    });
    QObject::connect(fullPage, &EmptyState::offerTaken, w, &MainWindow::importRequested);
    connectServers();
    QObject::connect(detailsAction, &QAction::toggled, w,
                     [this](bool wanted) { setDetailsWanted(wanted); });

    QObject::connect(outer, &QSplitter::splitterMoved, w, [this](int width) {
        if (!narrow)
            sidebarWidth = width;
    });
    QObject::connect(view, &TokenView::selectedRowsChanged, w, [this] {
        selectionMoved = true;
        settle.start();
    });
    const auto changed = [this] { settle.start(); };
    QObject::connect(model, &QAbstractItemModel::dataChanged, w, changed);
    QObject::connect(model, &QAbstractItemModel::layoutChanged, w, changed);
    QObject::connect(model, &QAbstractItemModel::rowsInserted, w, changed);
    QObject::connect(model, &QAbstractItemModel::rowsRemoved, w, changed);
    QObject::connect(model, &QAbstractItemModel::modelReset, w, [this] {
        selectionMoved = true;
        settle.start();
    });
    QObject::connect(&settle, &QTimer::timeout, w, [this] { rowsChanged(); });
}

void MainWindow::Private::connectServers()
{
    const ServerList *list = sidebar->list();
    QObject::connect(list, &ServerList::chosen, window, &MainWindow::serverChosen);
    QObject::connect(list, &ServerList::editRequested, window, &MainWindow::editServerRequested);
    QObject::connect(list, &ServerList::duplicateRequested, window,
                     &MainWindow::duplicateServerRequested);
    QObject::connect(list, &ServerList::removeRequested, window,
                     &MainWindow::removeServerRequested);
    QObject::connect(list, &ServerList::moveRequested, window, &MainWindow::moveServerRequested);
    QObject::connect(list, &ServerList::keepRequested, window, &MainWindow::keepServerRequested);
    QObject::connect(addServerAction, &QAction::triggered, window, &MainWindow::addServerRequested);
    QObject::connect(importAction, &QAction::triggered, window, &MainWindow::importRequested);
}

void MainWindow::Private::listOnly(const std::optional<ServerFacts> &facts)
{
    QList<ServerRow> only;
    if (facts) {
        // State and count are told apart from the facts, and stay.
        ServerRow row = servers.isEmpty() ? ServerRow() : servers.constFirst();
        row.name = facts->name;
        row.address = facts->address;
        row.colorName = facts->colorName;
        only.append(row);
    }
    servers = only;
    tellSidebar();
}

void MainWindow::Private::changeCurrentServer(const std::function<void(ServerRow &)> &change)
{
    for (ServerRow &row : servers) {
        if (row.id == currentServer)
            change(row);
    }
    tellSidebar();
}

QList<ServerRow> MainWindow::Private::withWhatIsKnown(QList<ServerRow> rows) const
{
    for (ServerRow &row : rows) {
        const auto known =
            std::find_if(servers.cbegin(), servers.cend(), [&](const ServerRow &old) {
                return old.id == row.id && old.address == row.address;
            });
        if (known == servers.cend())
            continue;
        if (!row.count)
            row.count = known->count;
        if (row.state.isEmpty()) {
            row.state = known->state;
            row.tone = known->tone;
        }
    }
    return rows;
}

void MainWindow::Private::tellSidebar()
{
    sidebar->servers()->setServers(servers);
    sidebar->list()->setCurrent(currentServer);
}

void MainWindow::Private::connectShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, window);
        shortcut->setAutoRepeat(false);
        QObject::connect(shortcut, &QShortcut::activated, window, act);
    };
    add(QKeySequence::Find, [this] { window->focusSearch(); });
    add(QKeySequence(Qt::Key_Escape), [this] { clearFilter(); });
    add(QKeySequence(u"Ctrl+Q"_s), [this] { window->close(); });
    for (int row = 0; serverKey(row) != 0; ++row)
        add(QKeySequence(serverKey(row)), [this, row] { sidebar->list()->chooseRow(row); });
}

void MainWindow::Private::clearFilter()
{
    // One thing at a time: the words, then what the mouse had chosen.
    if (!toolbar->search()->text().isEmpty())
        toolbar->search()->clear();
    else if (!query.hidesNothing())
        Q_EMIT window->filterCleared();
    else
        view->setFocus();
}

void MainWindow::Private::openRowMenu(const QPoint &point)
{
    if (view->selectedCount() == 0)
        return;
    auto *menu = new RowMenu(window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    menu->addAction(actions->action(Action::CopyName));
    menu->addAction(actions->action(Action::CopyId));
    menu->addSeparator();
    menu->addAction(detailsAction);
    menu->addSeparator();
    menu->addAction(actions->action(Action::Revoke));
    menu->setDangerous(actions->action(Action::Revoke), u"revoke"_s);
    menu->popup(view->viewport()->mapToGlobal(point));
}

EmptyStateContent MainWindow::Private::welcome() const
{
    EmptyStateContent content;
    content.heading = tr("See the API tokens of your Centrals");
    content.sentence = tr("List, inspect, generate and revoke them. Credentials stay in this "
                          "computer's keychain.");
    content.primary = tr("Connect to Central…");
    content.primarySymbol = u"plus"_s;
    content.secondary = tr("Try the demo");
    content.note = tr("The demo runs on this computer. It needs no cluster and no network.");
    return content;
}

void MainWindow::Private::showPage()
{
    const bool atHome = server.has_value();
    const bool hasServers = !servers.isEmpty();
    sidebar->setVisible(hasServers);
    toolbar->setVisible(atHome);
    statusLine->setVisible(atHome);
    window->setWindowTitle(atHome ? tr("%1 – Rox Tokens").arg(shownText(server->name, 80))
                                  : tr("Rox Tokens"));

    const bool listStays = atHome && (total > 0 || !emptyState);
    page->setEmptyState(listStays ? emptyState : std::nullopt);
    if (!listStays)
        fullPage->setContent(emptyState ? *emptyState : welcome());
    fullPage->setBackgroundRole(hasServers ? QPalette::Base : QPalette::Window);
    fullPage->setAutoFillBackground(true);
    const bool listWasShown = stack->currentWidget() == inner;
    stack->setCurrentWidget(listStays ? static_cast<QWidget *>(inner) : fullPage);
    const bool inUse = toolbar->search()->hasFocus() || sidebar->list()->hasFocus();
    if (!atHome && !inUse)
        fullPage->focusPrimary();
    else if (listStays && !(listWasShown && wasAtHome) && !inUse)
        view->setFocus();
    wasAtHome = atHome;
    placeBusyLine();
}

void MainWindow::Private::setNarrow(bool isNarrow)
{
    narrow = isNarrow;
    sidebar->setRail(narrow);
    toolbar->setNarrow(narrow);
    page->setNarrow(narrow);
    placeSidebar();
}

void MainWindow::Private::placeSidebar()
{
    const int side = narrow ? ServerSidebar::RailWidth : sidebarWidth;
    outer->setSizes({side, std::max(1, window->width() - side - 1)});
}

void MainWindow::Private::placeBusyLine()
{
    QWidget *right = busyLine->parentWidget();
    const int top = toolbar->isVisibleTo(right) ? toolbar->geometry().bottom() - 1 : 0;
    busyLine->setGeometry(0, top, right->width(), BusyLine::Thickness);
    busyLine->raise();
}

void MainWindow::Private::rowsChanged()
{
    showDetails();
    statusLine->setCounts(static_cast<quint32>(model->rowCount()), total, view->selectedCount());
    if (std::exchange(selectionMoved, false))
        Q_EMIT window->selectionChanged();
}

void MainWindow::Private::showDetails()
{
    const auto runs = view->selectedRuns();
    const bool show = detailsWanted && !runs.isEmpty();
    if (show)
        details->showRows(runs);
    details->setVisible(show);
}

void MainWindow::Private::setDetailsWanted(bool wanted)
{
    if (std::exchange(detailsWanted, wanted) == wanted)
        return;
    detailsAction->setChecked(wanted);
    showDetails();
}

} // namespace rox
