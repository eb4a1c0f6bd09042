// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/mainwindow.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/details/detailspanel.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/tokens/tokenpage.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/screenfit.h"
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
#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize LeastSize(600, 300); // a screen of 1366 x 768 at 200 %, without frame and panel
constexpr int CompactWidth = 800;    // below it the details take the place of the list
constexpr int LowHeight = 480;       // below it the chart gives its room to the list
} // namespace

/// The widgets of MainWindow and their layout.
class MainWindow::Private
{
    Q_DECLARE_TR_FUNCTIONS(rox::MainWindow)

public:
    Private(MainWindow *window, TokenListModel *model);

    void connectParts();
    void connectActions();
    [[nodiscard]] QAction *action(Action which) const { return actions->action(which); }
    void showPage();
    void setNarrow(bool narrow);
    void placeSidebar();
    void placeBusyLine();
    void updateCounts();
    void clearFilter();
    void setFiltered(bool filtered);
    void setSidebarWanted(bool wanted);
    [[nodiscard]] QWidgetList parts() const; ///< in the order of Tab and F6

    MainWindow *window;
    TokenListModel *model;
    WindowActions *actions;
    ServerSidebar *sidebar;
    Toolbar *toolbar;
    MessageStack *messageBar;
    TokenArea *tokens;
    QSplitter *outer;
    QStackedWidget *stack; ///< tokens, or a page in their place
    EmptyPage *fullPage;
    StatusBar *statusLine;
    BusyLine *busyLine;
    WindowMenus *menus;

    std::optional<ServerFacts> server;
    std::optional<EmptyPageContent> emptyPage;
    TokenQuery query;
    quint32 total = 0;
    bool narrow = false;
    int sidebarWidth; ///< as the user set it; not used by the rail
    bool painted = false;
    bool wasAtHome = false;
    /// Where Qt put the focus when the widget that had it was hidden: no choice of the user.
    QPointer<QWidget> focusFellTo;
    QString shownPage; ///< heading of the page in place of the list
    bool sidebarWanted = true;
    QShortcut *toList = nullptr; ///< Esc while nothing is filtered

private:
    QWidget *makeColumn();
};

MainWindow::Private::Private(MainWindow *owner, TokenListModel *tokenModel)
    : window(owner)
    , model(tokenModel)
    , actions(new WindowActions(owner))
    , sidebar(new ServerSidebar)
    , toolbar(new Toolbar(actions))
    , messageBar(new MessageStack)
    , tokens(new TokenArea(model, actions))
    , outer(new QSplitter(Qt::Horizontal))
    , stack(new QStackedWidget)
    , fullPage(new EmptyPage)
    , statusLine(new StatusBar)
    , busyLine(nullptr)
    , menus(new WindowMenus(owner, actions, toolbar->menuButton()))
    , sidebarWidth(ServerSidebar::Width)
{
    stack->addWidget(tokens);
    stack->addWidget(fullPage);
    outer->setHandleWidth(1);
    outer->setChildrenCollapsible(false);
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
    messageBar->notice()->placeOver(tokens->page());
    sidebar->setActions(action(Action::AddServer), action(Action::ImportServers));
}

QWidget *MainWindow::Private::makeColumn()
{
    auto *right = new QWidget;
    messageBar->setContentsMargins(16, 8, 16, 8);
    busyLine = new BusyLine(right);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolbar);
    column->addWidget(messageBar);
    column->addWidget(stack, 1);
    return right;
}

void MainWindow::Private::connectParts()
{
    MainWindow *w = window;
    QObject::connect(toolbar->search(), &QLineEdit::textChanged, w, &MainWindow::searchChanged);
    QObject::connect(toolbar->search(), &SearchField::tokenRefused, w, [this](const auto &token) {
        messageBar->show({.id = u"token in search"_s,
                          .severity = Severity::Caution,
                          .lead = tr("This is a token. It was not kept in the search."),
                          .text = tr("It belongs in the field API token, where you sign in."),
                          .actions = {MessageAction(tr("Find it…"), [this, token] {
                              messageBar->dismiss(u"token in search"_s); // forgets it
                              Q_EMIT window->leakGiven(token);
                          })}});
    });
    QObject::connect(toolbar->search(), &SearchField::downPressed, tokens, &TokenArea::focusRow);
    const TokenPage *page = tokens->page();
    QObject::connect(page, &TokenPage::viewChosen, w, &MainWindow::viewChosen);
    QObject::connect(page, &TokenPage::queryChosen, w, &MainWindow::queryChosen);
    QObject::connect(page, &TokenPage::emptyPagePrimary, w, &MainWindow::emptyPagePrimary);
    QObject::connect(page, &TokenPage::emptyPageSecondary, w, &MainWindow::emptyPageSecondary);
    QObject::connect(tokens->view(), &TokenView::sortChosen, w, &MainWindow::sortChosen);
    QObject::connect(tokens->view(), &TokenView::typed, w, [this](const QString &text) {
        toolbar->search()->setFocus(Qt::OtherFocusReason);
        toolbar->search()->selectAll();
        toolbar->search()->insert(text);
    });
    QObject::connect(tokens, &TokenArea::rowsChanged, w, [this] { updateCounts(); });
    QObject::connect(tokens, &TokenArea::selectionChanged, w, &MainWindow::selectionChanged);
    QObject::connect(fullPage, &EmptyPage::primaryChosen, w, &MainWindow::emptyPagePrimary);
    QObject::connect(fullPage, &EmptyPage::secondaryChosen, w, &MainWindow::emptyPageSecondary);
    QObject::connect(fullPage, &EmptyPage::offerTaken, w, &MainWindow::importRequested);
    QObject::connect(outer, &QSplitter::splitterMoved, w, [this](int width) {
        if (!narrow)
            sidebarWidth = width;
    });
}

void MainWindow::Private::updateCounts()
{
    const int selected = tokens->view()->selectedCount();
    statusLine->setCounts(quint32(model->rowCount()), total, selected);
    actions->setSelectedCount(selected);
}

void MainWindow::Private::connectActions()
{
    const auto on = [this](Action which, auto act) {
        QObject::connect(action(which), &QAction::triggered, window, act);
    };
    on(Action::AddServer, [this] { Q_EMIT window->addServerRequested(); });
    on(Action::ImportServers, [this] { Q_EMIT window->importRequested(); });
    on(Action::Find, [this] { window->focusSearch(); });
    on(Action::ClearFilters, [this] { clearFilter(); });
    on(Action::ShowSidebar, [this](bool wanted) { setSidebarWanted(wanted); });
    on(Action::CloseWindow, [this] { window->close(); });
    on(Action::Quit, [this] { window->close(); });
    on(Action::NextPart, [this] { focusNextPart(window, parts(), true); });
    on(Action::PreviousPart, [this] { focusNextPart(window, parts(), false); });
    QObject::connect(menus, &WindowMenus::barShown, window, [this] { showPage(); });
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        auto *made = new QShortcut(keys, window);
        made->setAutoRepeat(false);
        QObject::connect(made, &QShortcut::activated, window, act);
        return made;
    };
    // While nothing is filtered, the action is off and Esc goes to the list.
    toList = shortcut(QKeySequence(Qt::Key_Escape), [this] { clearFilter(); });
    for (int row = 0; serverKey(row) != 0; ++row)
        shortcut(QKeySequence(serverKey(row)), [this, row] { sidebar->list()->chooseRow(row); });
    action(Action::ShowSidebar)->setChecked(true);
    setFiltered(false);
}

void MainWindow::Private::setFiltered(bool filtered)
{
    window->setActionState(Action::ClearFilters, filtered, tr("Nothing is filtered."));
    toList->setEnabled(!filtered);
}

void MainWindow::Private::setSidebarWanted(bool wanted)
{
    sidebarWanted = wanted;
    action(Action::ShowSidebar)->setChecked(wanted);
    showPage();
    placeSidebar();
}

QWidgetList MainWindow::Private::parts() const
{
    return {sidebar, toolbar, messageBar, fullPage, tokens->page(), tokens->details(), statusLine};
}

void MainWindow::Private::clearFilter()
{
    // First the search, with the next Esc the other filters.
    if (!toolbar->search()->text().isEmpty())
        toolbar->search()->clear();
    else if (!query.hidesNothing())
        Q_EMIT window->filterCleared();
    else
        tokens->view()->setFocus();
}

void MainWindow::Private::showPage()
{
    const bool atHome = server.has_value();
    const bool hasServers = sidebar->servers()->rowCount() > 0;
    sidebar->setVisible(hasServers && sidebarWanted);
    toolbar->setBare(!atHome);
    toolbar->setVisible(atHome || !menus->isBarShown());
    statusLine->setVisible(atHome);
    window->setWindowTitle(atHome ? tr("%1 – Rox Tokens").arg(shownName(server->name))
                                  : tr("Rox Tokens"));

    const bool listStays = atHome && (total > 0 || !emptyPage);
    tokens->page()->setEmptyPage(listStays ? emptyPage : std::nullopt);
    if (!listStays)
        fullPage->setContent(emptyPage.value_or(EmptyPageContent()));
    fullPage->setBackgroundRole(hasServers ? QPalette::Base : QPalette::Window);
    fullPage->setAutoFillBackground(true);
    const bool listWasShown = stack->currentWidget() == tokens;
    stack->setCurrentWidget(listStays ? static_cast<QWidget *>(tokens) : fullPage);
    const QWidget *focused = window->focusWidget();
    const bool inUse =
        (focused == toolbar->search() || focused == sidebar->list()) && focused != focusFellTo;
    const QString page = listStays || !emptyPage ? QString() : emptyPage->heading;
    const bool pageIsNew = std::exchange(shownPage, page) != page;
    if (!listStays && pageIsNew && !inUse)
        fullPage->focusPrimary();
    else if (listStays && !(listWasShown && wasAtHome) && !inUse)
        tokens->view()->setFocus();
    wasAtHome = atHome;
    placeBusyLine();
}

void MainWindow::Private::setNarrow(bool isNarrow)
{
    narrow = isNarrow;
    sidebar->setRail(narrow);
    toolbar->setNarrow(narrow);
    tokens->page()->setNarrow(narrow);
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

MainWindow::MainWindow(TokenListModel *model, QWidget *parent)
    : QMainWindow(parent)
    , m_d(std::make_unique<Private>(this, model))
{
    setObjectName(u"roxTokens"_s);
    setMinimumSize(LeastSize);
    resize(fittedSize({1280, 800}, screen()->availableSize()));
    m_d->connectParts();
    m_d->connectActions();
    // The window is covered by its children and never painted itself; one of these two always is.
    m_d->toolbar->installEventFilter(this);
    m_d->fullPage->installEventFilter(this);
    m_d->showPage();
}

MainWindow::~MainWindow()
{
    m_d->tokens->disconnect(this); // QWidget deletes it after m_d
}

QAction *MainWindow::action(Action which) const
{
    return m_d->actions->action(which);
}

void MainWindow::setActionState(Action which, bool enabled, const QString &whyNot)
{
    m_d->actions->setState(which, enabled, whyNot);
}

void MainWindow::setServer(const std::optional<ServerFacts> &server)
{
    m_d->server = server;
    if (server) {
        m_d->toolbar->setServer(*server);
        m_d->statusLine->setServer(*server);
    }
    m_d->showPage();
}

void MainWindow::setServers(const QList<ServerRow> &servers, const std::optional<ServerId> &current)
{
    m_d->sidebar->setServers(servers, current);
    m_d->showPage();
}

void MainWindow::setServerState(const QString &line, StateTone tone)
{
    m_d->sidebar->changeCurrent([&](ServerRow &row) {
        row.state = line;
        row.tone = tone;
    });
}

void MainWindow::setEmptyPage(const std::optional<EmptyPageContent> &content)
{
    m_d->emptyPage = content;
    m_d->showPage();
}

void MainWindow::setServerCount(quint32 count)
{
    m_d->sidebar->changeCurrent([count](ServerRow &row) { row.count = count; });
}

void MainWindow::setCounts(const TokenCounts &counts, quint32 total, UtcMs now)
{
    const bool hadList = m_d->total > 0;
    m_d->total = total;
    m_d->tokens->page()->setCounts(counts, total, now);
    m_d->updateCounts();
    if (hadList != (total > 0))
        m_d->showPage();
}

void MainWindow::setQuery(const TokenQuery &query)
{
    m_d->query = query;
    m_d->setFiltered(!query.hidesNothing());
    m_d->toolbar->search()->setTextSilently(query.text);
    m_d->tokens->page()->setQuery(query);
}

void MainWindow::setBusy(bool busy)
{
    m_d->placeBusyLine();
    m_d->busyLine->setBusy(busy);
}

void MainWindow::setAsOf(const QString &text)
{
    m_d->statusLine->setAsOf(text);
}

ServerList *MainWindow::serverList() const
{
    return m_d->sidebar->list();
}

TokenArea *MainWindow::tokens() const
{
    return m_d->tokens;
}

MessageStack *MainWindow::messageBar() const
{
    return m_d->messageBar;
}

QStringList MainWindow::selectedIds() const
{
    return m_d->tokens->selectedIds();
}

int MainWindow::selectedCount() const
{
    return m_d->tokens->view()->selectedCount();
}

void MainWindow::selectIds(const QStringList &ids, bool scroll)
{
    m_d->tokens->selectIds(ids, scroll);
}

void MainWindow::focusSearch()
{
    m_d->toolbar->search()->setFocus(Qt::ShortcutFocusReason);
    m_d->toolbar->search()->selectAll();
}

QByteArray MainWindow::layoutState() const
{
    return WindowLayout{
        saveGeometry(),          m_d->tokens->saveState(),           m_d->tokens->detailsWanted(),
        m_d->sidebarWidth,       m_d->tokens->view()->columnState(), m_d->sidebarWanted,
        m_d->menus->isBarShown()}
        .toBytes();
}

void MainWindow::restoreLayoutState(const QByteArray &state)
{
    const auto layout = WindowLayout::fromBytes(state);
    if (!layout)
        return;
    restoreGeometry(layout->geometry);
    m_d->tokens->restoreState(layout->splitter);
    m_d->tokens->setDetailsWanted(layout->detailsWanted);
    m_d->sidebarWidth = ServerSidebar::bounded(layout->sidebarWidth);
    m_d->placeSidebar();
    m_d->tokens->view()->restoreColumnState(layout->columns);
    m_d->setSidebarWanted(layout->sidebarWanted);
    m_d->menus->showBar(layout->menuBarWanted);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    const QWidget *before = focusWidget();
    const bool wasHidden = before && !before->isVisibleTo(this);
    const bool moved = focusNextWidget(this, m_d->parts(), next);
    m_d->focusFellTo = wasHidden ? focusWidget() : nullptr;
    return moved;
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_d->painted) {
        m_d->painted = true;
        // Queued: emitted after the other widgets were painted.
        QMetaObject::invokeMethod(this, &MainWindow::firstPainted, Qt::QueuedConnection);
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < NarrowWidth;
    if (narrow != m_d->narrow)
        m_d->setNarrow(narrow);
    m_d->tokens->setCompact(width() < CompactWidth);
    m_d->tokens->page()->setLow(height() < LowHeight);
    m_d->placeBusyLine();
}

} // namespace rox
