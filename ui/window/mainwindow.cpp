// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/mainwindow.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/details/detailspanel.h"
#include "ui/servers/serversidebar.h"
#include "ui/tokens/tokenpage.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/hairsplitter.h"
#include "ui/widgets/searchfield.h"
#include "ui/window/busyline.h"
#include "ui/window/statusline.h"
#include "ui/window/toolbar.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowparts.h"

#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <QStackedWidget>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr quint32 LayoutVersion = 2;
constexpr quint32 WithoutSidebar = 1; ///< as the first releases kept it
} // namespace

MainWindow::MainWindow(TokenListModel *model, QWidget *parent)
    : QMainWindow(parent)
    , m_d(std::make_unique<Private>(this, model))
{
    setObjectName(u"roxTokens"_s);
    setMinimumSize(800, 520);
    resize(1280, 800);
    m_d->connectParts();
    m_d->connectShortcuts();
    // The window itself is never painted where its parts cover it: one of these always is.
    m_d->toolbar->installEventFilter(this);
    m_d->fullPage->installEventFilter(this);
    m_d->showPage();
}

MainWindow::~MainWindow()
{
    // The parts go with QWidget, after m_d: nothing of theirs may reach it then.
    m_d->settle.stop();
    m_d->view->disconnect(this);
    m_d->model->disconnect(this);
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
    if (!m_d->serversGiven)
        m_d->listOnly(server);
    m_d->showPage();
}

void MainWindow::setServers(const QList<ServerRow> &servers, const QUuid &current)
{
    m_d->serversGiven = true;
    m_d->servers = m_d->withWhatIsKnown(servers);
    m_d->currentServer = current;
    m_d->tellSidebar();
    m_d->showPage();
}

void MainWindow::setServerState(const QString &line, StateTone tone)
{
    m_d->changeCurrentServer([&](ServerRow &row) {
        row.state = line;
        row.tone = tone;
    });
}

void MainWindow::setEmptyState(const std::optional<EmptyStateContent> &content)
{
    m_d->emptyState = content;
    m_d->showPage();
}

void MainWindow::setCounts(const TokenSelection &selection, quint32 total, UtcMs now)
{
    const bool hadList = m_d->total > 0;
    m_d->total = total;
    m_d->page->setCounts(selection, now);
    m_d->changeCurrentServer(
        [total](ServerRow &row) { row.count = total > 0 ? std::optional(total) : std::nullopt; });
    m_d->statusLine->setCounts(static_cast<quint32>(m_d->model->rowCount()), total,
                               m_d->view->selectedCount());
    if (hadList != (total > 0))
        m_d->showPage();
}

void MainWindow::setQuery(const TokenQuery &query)
{
    m_d->query = query;
    m_d->toolbar->search()->setTextSilently(query.text);
    m_d->page->setQuery(query);
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

void MainWindow::setRoleGrants(const QList<RoleGrant> &grants)
{
    QStringList revoking;
    for (const RoleGrant &grant : grants) {
        if (grant.mayRevokeTokens())
            revoking.append(grant.name);
    }
    m_d->details->setRevokingRoles(revoking);
    m_d->settle.start();
}

void MainWindow::setOwnToken(const QString &id, const QString &note)
{
    m_d->details->setOwnToken(id, note);
    m_d->settle.start();
}

int MainWindow::serverCount() const
{
    return int(m_d->servers.size());
}

MessageBar *MainWindow::messageBar() const
{
    return m_d->messageBar;
}

QStringList MainWindow::selectedIds() const
{
    QStringList ids;
    for (const auto &[first, last] : m_d->view->selectedRuns()) {
        for (int row = first; row <= last; ++row)
            ids.append(m_d->model->idAt(row));
    }
    return ids;
}

int MainWindow::selectedCount() const
{
    return m_d->view->selectedCount();
}

bool MainWindow::selectionIsRevoked() const
{
    const auto runs = m_d->view->selectedRuns();
    for (const auto &[first, last] : runs) {
        for (int row = first; row <= last; ++row) {
            if (!m_d->model->isRevoked(row))
                return false;
        }
    }
    return !runs.isEmpty();
}

void MainWindow::selectIds(const QStringList &ids, bool scroll)
{
    const QList<int> rows = m_d->model->rowsOf(ids);
    m_d->view->selectRows(rows);
    if (scroll && !rows.isEmpty())
        m_d->view->scrollTo(m_d->model->index(rows.first(), 0));
}

void MainWindow::showSelectionOrTop()
{
    const auto runs = m_d->view->selectedRuns();
    if (runs.isEmpty())
        m_d->view->scrollToTop();
    else
        m_d->view->scrollTo(m_d->model->index(runs.first().first, 0));
}

void MainWindow::focusSearch()
{
    m_d->toolbar->search()->setFocus(Qt::ShortcutFocusReason);
    m_d->toolbar->search()->selectAll();
}

QByteArray MainWindow::layoutState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << LayoutVersion << saveGeometry() << m_d->inner->saveState() << m_d->detailsWanted
        << qint32(m_d->sidebarWidth);
    return state;
}

void MainWindow::restoreLayoutState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray geometry;
    QByteArray splitter;
    bool wanted = true;
    qint32 sidebarWidth = m_d->sidebarWidth;
    in >> version >> geometry >> splitter >> wanted;
    if (version == LayoutVersion)
        in >> sidebarWidth;
    if (in.status() != QDataStream::Ok || (version != LayoutVersion && version != WithoutSidebar))
        return;
    restoreGeometry(geometry);
    m_d->inner->restoreState(splitter);
    m_d->setDetailsWanted(wanted);
    m_d->sidebarWidth = ServerSidebar::bounded(sidebarWidth);
    m_d->placeSidebar();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_d->painted) {
        m_d->painted = true;
        // Others paint after this one: tell it when all have.
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
    m_d->placeBusyLine();
}

} // namespace rox
