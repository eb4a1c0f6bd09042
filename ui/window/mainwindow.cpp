// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/mainwindow.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/serversidebar.h"
#include "ui/tokens/tokenpage.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/messagestack.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/busyline.h"
#include "ui/window/sidebarviews.h"
#include "ui/window/statusbar.h"
#include "ui/window/tokenarea.h"
#include "ui/window/toolbar.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowlayout.h"
#include "ui/window/windowmenus.h"
#include "ui/window/windowparts.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QMenu>
#include <QScreen>
#include <QShortcut>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr QSize LeastSize(600, 300); // a screen of 1366 x 768 at 200 %, without frame and panel
} // namespace

/// Connects the parts with each other and with the signals and actions of MainWindow.
class MainWindow::Private
{
    Q_DECLARE_TR_FUNCTIONS(rox::MainWindow)

public:
    Private(MainWindow *window, TokenListModel *model);

    void connectSearch();
    void connectParts();
    void connectActions();
    /// The action opens a menu of these actions.
    void makeSubmenu(Action which, const QList<QAction *> &choices);
    void makeShortcuts();
    [[nodiscard]] QAction *action(Action which) const { return parts.actions->action(which); }
    void updateCounts();
    void clearFilter();
    void setFiltered(bool filtered);

    MainWindow *window;
    TokenListModel *model;
    WindowParts parts;
    SidebarViews *views = nullptr;
    TokenQuery query;
    bool painted = false;
    QShortcut *toList = nullptr; ///< Esc while nothing is filtered
};

MainWindow::Private::Private(MainWindow *owner, TokenListModel *tokenModel)
    : window(owner)
    , model(tokenModel)
    , parts(owner, tokenModel)
{}

void MainWindow::Private::connectSearch()
{
    SearchField *search = parts.toolbar->search();
    QObject::connect(search, &QLineEdit::textChanged, window, &MainWindow::searchChanged);
    QObject::connect(search, &SearchField::tokenRefused, window, [this](const auto &token) {
        MessageStack *messages = parts.messageBar;
        messages->show({.id = u"token in search"_s,
                        .severity = Severity::Caution,
                        .lead = tr("This is a token. It was not kept in the search."),
                        .text = tr("It belongs in the field API token, where you sign in."),
                        .actions = {MessageAction(tr("Find it…"), [this, messages, token] {
                            messages->dismiss(u"token in search"_s); // forgets it
                            Q_EMIT window->leakGiven(token);
                        })}});
    });
    QObject::connect(search, &SearchField::downPressed, parts.tokens, &TokenArea::focusRow);
    QObject::connect(parts.tokens->view(), &TokenView::typed, window,
                     [search](const QString &text) {
                         search->setFocus(Qt::OtherFocusReason);
                         search->selectAll();
                         search->insert(text);
                     });
}

void MainWindow::Private::connectParts()
{
    MainWindow *w = window;
    const TokenPage *page = parts.tokens->page();
    QObject::connect(page, &TokenPage::viewChosen, w, &MainWindow::viewChosen);
    QObject::connect(page, &TokenPage::queryChosen, w, &MainWindow::queryChosen);
    QObject::connect(page, &TokenPage::emptyPagePrimary, w, &MainWindow::emptyPagePrimary);
    QObject::connect(page, &TokenPage::emptyPageSecondary, w, &MainWindow::emptyPageSecondary);
    const TokenArea *tokens = parts.tokens;
    QObject::connect(tokens->view(), &TokenView::sortChosen, w, &MainWindow::sortChosen);
    QObject::connect(tokens, &TokenArea::rowsChanged, w, [this] { updateCounts(); });
    QObject::connect(tokens, &TokenArea::selectionChanged, w, &MainWindow::selectionChanged);
    const EmptyPage *fullPage = parts.fullPage;
    QObject::connect(fullPage, &EmptyPage::primaryChosen, w, &MainWindow::emptyPagePrimary);
    QObject::connect(fullPage, &EmptyPage::secondaryChosen, w, &MainWindow::emptyPageSecondary);
    QObject::connect(fullPage, &EmptyPage::offerTaken, w, &MainWindow::importRequested);
    QObject::connect(parts.menus, &WindowMenus::barShown, w, [this] { parts.showPage(); });
    views = new SidebarViews(parts.sidebar, parts.tokens->page(), action(Action::Rotations), w);
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
    on(Action::ShowSidebar, [this](bool wanted) { parts.setSidebarWanted(wanted); });
    on(Action::ShowChart, [this](bool wanted) { parts.setChartWanted(wanted); });
    on(Action::CloseWindow, [this] { window->close(); });
    on(Action::Quit, [this] { window->close(); });
    on(Action::NextPart, [this] { parts.focusNextPart(true); });
    on(Action::PreviousPart, [this] { parts.focusNextPart(false); });
    action(Action::ShowSidebar)->setChecked(true);
    parts.setChartWanted(true);
    makeSubmenu(Action::ChooseColumns, parts.tokens->view()->columnActions());
    makeSubmenu(Action::ChooseChartSpan, parts.tokens->page()->spanActions());
    setFiltered(false);
}

void MainWindow::Private::makeSubmenu(Action which, const QList<QAction *> &choices)
{
    auto *menu = new QMenu(window);
    menu->setObjectName(action(which)->objectName() + "Menu"_L1);
    menu->setAccessibleName(action(which)->iconText());
    menu->addActions(choices);
    action(which)->setMenu(menu);
}

void MainWindow::Private::makeShortcuts()
{
    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        auto *made = new QShortcut(keys, window);
        made->setAutoRepeat(false);
        QObject::connect(made, &QShortcut::activated, window, act);
        return made;
    };
    // While nothing is filtered, the action is off and Esc goes to the list.
    toList = shortcut(QKeySequence(Qt::Key_Escape), [this] { clearFilter(); });
    ServerList *servers = parts.sidebar->list();
    for (int place = -1; serverKey(place) != 0; ++place)
        shortcut(QKeySequence(serverKey(place)), [servers, place] { servers->choosePlace(place); });
}

void MainWindow::Private::updateCounts()
{
    const int selected = parts.tokens->view()->selectedCount();
    parts.statusLine->setCounts(quint32(model->rowCount()), parts.total(), selected);
    parts.actions->setSelectedCount(selected);
}

void MainWindow::Private::setFiltered(bool filtered)
{
    window->setActionState(Action::ClearFilters, filtered, tr("Nothing is filtered."));
    toList->setEnabled(!filtered);
}

void MainWindow::Private::clearFilter()
{
    // First the search, with the next Esc the other filters.
    if (!parts.toolbar->search()->text().isEmpty())
        parts.toolbar->search()->clear();
    else if (!query.hidesNothing())
        Q_EMIT window->filterCleared();
    else
        parts.tokens->view()->setFocus();
}

MainWindow::MainWindow(TokenListModel *model, QWidget *parent)
    : QMainWindow(parent)
    , m_d(std::make_unique<Private>(this, model))
{
    setObjectName(u"roxTokens"_s);
    setMinimumSize(LeastSize);
    resize(fittedSize({1280, 800}, screen()->availableSize()));
    m_d->connectSearch();
    m_d->connectParts();
    m_d->makeShortcuts();
    m_d->connectActions();
    // The window is covered by its children and never painted itself; one of these two always is.
    m_d->parts.toolbar->installEventFilter(this);
    m_d->parts.fullPage->installEventFilter(this);
    m_d->parts.showPage();
}

MainWindow::~MainWindow()
{
    m_d->parts.tokens->disconnect(this); // QWidget deletes it after m_d
}

QAction *MainWindow::action(Action which) const
{
    return m_d->parts.actions->action(which);
}

void MainWindow::setActionState(Action which, bool enabled, const QString &whyNot)
{
    m_d->parts.actions->setState(which, enabled, whyNot);
}

void MainWindow::setServer(const std::optional<ServerFacts> &server)
{
    m_d->parts.setServer(server);
}

void MainWindow::setServers(const QList<ServerRow> &servers, const std::optional<ServerId> &current)
{
    m_d->parts.sidebar->setServers(servers, current);
    m_d->parts.showPage();
}

void MainWindow::setServerState(const QString &line, StateTone tone)
{
    m_d->parts.sidebar->changeCurrent([&](ServerRow &row) {
        row.state = line;
        row.tone = tone;
    });
}

void MainWindow::setEmptyPage(const std::optional<EmptyPageContent> &content)
{
    m_d->parts.setEmptyPage(content);
}

void MainWindow::setServerCount(quint32 count)
{
    m_d->parts.sidebar->changeCurrent([count](ServerRow &row) { row.count = count; });
}

void MainWindow::setCounts(const TokenCounts &counts, quint32 total, UtcMs now)
{
    m_d->parts.tokens->page()->setCounts(counts, total, now);
    m_d->parts.setTotal(total);
    m_d->updateCounts();
}

void MainWindow::setQuery(const TokenQuery &query)
{
    m_d->query = query;
    m_d->setFiltered(!query.hidesNothing());
    m_d->parts.toolbar->search()->setTextSilently(query.text);
    m_d->parts.tokens->page()->setQuery(query);
}

void MainWindow::setBusy(bool busy)
{
    m_d->parts.placeBusyLine();
    m_d->parts.busyLine->setBusy(busy);
}

void MainWindow::setAsOf(const QString &text)
{
    m_d->parts.statusLine->setAsOf(text);
}

SidebarViews *MainWindow::sidebarViews() const
{
    return m_d->views;
}

ServerList *MainWindow::serverList() const
{
    return m_d->parts.sidebar->list();
}

TokenArea *MainWindow::tokens() const
{
    return m_d->parts.tokens;
}

MessageStack *MainWindow::messageBar() const
{
    return m_d->parts.messageBar;
}

QStringList MainWindow::selectedIds() const
{
    return m_d->parts.tokens->selectedIds();
}

int MainWindow::selectedCount() const
{
    return m_d->parts.tokens->view()->selectedCount();
}

void MainWindow::selectIds(const QStringList &ids, bool scroll)
{
    m_d->parts.tokens->selectIds(ids, scroll);
}

void MainWindow::focusSearch()
{
    m_d->parts.toolbar->search()->setFocus(Qt::ShortcutFocusReason);
    m_d->parts.toolbar->search()->selectAll();
}

QByteArray MainWindow::layoutState() const
{
    return m_d->parts.layout(saveGeometry()).toBytes();
}

void MainWindow::restoreLayoutState(const QByteArray &state)
{
    const auto layout = WindowLayout::fromBytes(state);
    if (!layout)
        return;
    restoreGeometry(layout->geometry);
    m_d->parts.restore(*layout);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return m_d->parts.focusNextWidget(next);
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
    m_d->parts.fitTo(size());
}

} // namespace rox
