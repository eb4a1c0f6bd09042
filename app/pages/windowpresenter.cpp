// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/windowpresenter.h"

#include "app/servers/session.h"
#include "app/servers/sessionstate.h"
#include "app/tokens/tokenlisting.h"
#include "models/tokens/tokenlistmodel.h"
#include "ui/text/times.h"
#include "ui/widgets/detailsdialog.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinuteInMs = 60'000;

bool isForbidden(const Session &session)
{
    return (session.permissions() && !session.permissions()->mayList())
           || (session.listError() && session.listError()->kind == ApiError::Kind::Forbidden);
}

bool isAlarm(Standing standing)
{
    return standing == Standing::CertificateChanged || standing == Standing::CertificateRefused
           || standing == Standing::OwnTokenRevoked;
}

} // namespace

WindowPresenter::WindowPresenter(Workplace *place, CommandSet *commands, QObject *parent)
    : QObject(parent)
    , m_place(place)
    , m_commands(commands)
{
    m_minute.setInterval(MinuteInMs);
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_minute, &QTimer::timeout, this, &WindowPresenter::tellTimes);
    connect(place->listing, &TokenListing::shownChanged, this, &WindowPresenter::tellCounts);
    connectWindow();
    place->window->installEventFilter(this);
}

bool WindowPresenter::eventFilter(QObject *watched, QEvent *event)
{
    // Nothing wakes up for a window that nobody sees.
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowStateChange) {
        if (m_place->window->isVisible() && !m_place->window->isMinimized()) {
            tellTimes();
            m_minute.start();
        } else {
            m_minute.stop();
        }
    } else if (event->type() == QEvent::Hide) {
        m_minute.stop();
    }
    return QObject::eventFilter(watched, event);
}

void WindowPresenter::connectWindow()
{
    MainWindow *window = m_place->window;
    connect(window, &MainWindow::searchChanged, this, [this](const QString &text) {
        setQuery([&](TokenQuery &query) { query.text = text; });
    });
    connect(window, &MainWindow::viewChosen, this, [this](const QString &id) {
        const TokenViewInfo &view = *tokenView(id);
        setQuery([&](TokenQuery &query) {
            query.status = view.status;
            query.flags = view.flags;
        });
    });
    connect(window, &MainWindow::sortChosen, this, [this](TokenColumn column, Qt::SortOrder order) {
        setQuery([&](TokenQuery &query) {
            query.sortColumn = column;
            query.order = order;
        });
    });
    connect(window, &MainWindow::weekChosen, this, [this](int week) {
        const UtcMs from = m_place->listing->shownAt();
        setQuery([&](TokenQuery &query) {
            query.expiresFrom = week < 0 ? NoTime : from + week * 7 * DayMs;
            query.expiresUntil = week < 0 ? NoTime : from + (week + 1) * 7 * DayMs;
        });
    });
    connect(window, &MainWindow::filterCleared, this, &WindowPresenter::clearFilter);
    connect(window, &MainWindow::selectionChanged, m_commands, &CommandSet::update);
    connect(window, &MainWindow::emptyStatePrimary, this, &WindowPresenter::runPagePrimary);
    connect(window, &MainWindow::emptyStateSecondary, this, &WindowPresenter::runPageSecondary);
}

void WindowPresenter::setQuery(const std::function<void(TokenQuery &)> &change)
{
    TokenQuery query = m_place->listing->query();
    change(query);
    m_place->window->setQuery(query);
    m_queryIsNew = query != m_place->listing->query();
    m_place->listing->setQuery(query);
}

void WindowPresenter::clearFilter()
{
    setQuery([](TokenQuery &query) {
        query.text.clear();
        query.status.reset();
        query.flags = {};
        query.expiresFrom = query.expiresUntil = NoTime;
    });
}

void WindowPresenter::clearRows()
{
    m_place->listing->setTable(std::make_shared<const TokenTable>());
}

void WindowPresenter::follow(Session *session)
{
    clearRows();
    const QString before = m_place->session ? m_place->session->key() : QString();
    if (m_place->session) {
        m_place->session->disconnect(this);
        m_place->session->openRevokes()->disconnect(this);
    }
    m_place->session = session;
    followBars(before);
    if (session) {
        connect(session, &Session::factsChanged, this, &WindowPresenter::tellFacts);
        connect(session, &Session::standingChanged, this, &WindowPresenter::tellStanding);
        connect(session, &Session::listRead, this, &WindowPresenter::tellList);
        connect(session, &Session::factAdded, this, [this] {
            if (const TokenTablePtr &table = m_place->session->table())
                m_place->listing->setTable(table);
        });
        connect(session, &Session::listFailed, this, &WindowPresenter::tellFailure);
        connect(session, &Session::readingChanged, this, [this] {
            m_place->window->setBusy(m_place->session->isReading());
            m_commands->update();
        });
        connect(session->openRevokes(), &OpenRevokes::changed, this,
                &WindowPresenter::tellOpenRevokes);
    }
    if (!session)
        m_place->model->setRoles({});
    tellOpenRevokes();
    m_place->window->setQuery(m_place->listing->query());
    m_place->window->setBusy(session && session->isReading());
    tellFacts();
    if (session && session->table())
        tellList();
    m_place->window->setEmptyState(emptyState());
}

void WindowPresenter::followBars(const QString &before)
{
    MessageBar *bar = m_place->window->messageBar();
    // How that session stands is told anew when the window is on it again.
    bar->dismiss(QLatin1String(StateBarId), before);
    if (m_place->session)
        bar->setServer(m_place->session->key());
    else
        bar->setServer(m_page ? m_page->server : QString());
}

void WindowPresenter::setSession(Session *session)
{
    m_page.reset();
    follow(session);
}

void WindowPresenter::showPage(ServerPage page)
{
    m_page = std::move(page);
    follow(nullptr);
}

void WindowPresenter::setKnownToRoxctl(const QStringList &addresses)
{
    m_knownToRoxctl = addresses;
    m_place->window->setEmptyState(emptyState());
}

void WindowPresenter::tellOpenRevokes()
{
    m_place->model->setOpenRevokes(m_place->session ? m_place->session->openRevokes()->ids()
                                                    : QStringList());
}

void WindowPresenter::tellFacts()
{
    const Session *session = m_place->session;
    MainWindow *window = m_place->window;
    if (m_page) {
        window->setServer(m_page->facts);
        window->setServerState(m_page->state, m_page->tone);
        window->setAsOf({});
    } else if (!session) {
        window->setServer(std::nullopt);
    } else {
        m_place->model->setRoles(KnownRoles(session->roleGrants()));
        tellConnection();
        if (isForbidden(*session) && !session->table())
            window->setEmptyState(emptyState());
    }
    m_commands->update();
}

void WindowPresenter::tellConnection()
{
    const Session &session = *m_place->session;
    MainWindow *window = m_place->window;
    window->setServer(shownFacts(session));
    const StateLine line = sidebarLine(session);
    window->setServerState(line.text, line.tone);
    window->setOwnToken(session.signedInTokenId(), ownTokenNote(session));
    // In the list the mark means that it is in use.
    m_place->model->setSignedInTokenId(
        session.standing() == Standing::CredentialRefused ? QString() : session.signedInTokenId());
}

void WindowPresenter::tellStanding()
{
    tellConnection();
    tellBar();
    m_place->window->setEmptyState(emptyState());
    m_commands->update();
    // Nothing else is left to do here; whoever revoked it knows why.
    if (m_place->session->standing() == Standing::OwnTokenRevoked)
        m_place->window->messageBar()->focusAction(QLatin1String(StateBarId));
}

void WindowPresenter::tellList()
{
    tellConnection();
    tellBar();
    m_place->listing->setTable(m_place->session->table()); // tells the counts, once selected
    tellTimes();
}

void WindowPresenter::tellFailure()
{
    tellConnection();
    tellBar();
    if (!m_place->session->table()) {
        m_place->window->setAsOf({});
        m_place->window->setEmptyState(emptyState());
    }
    m_commands->update();
}

void WindowPresenter::tellBar()
{
    const Session &session = *m_place->session;
    MessageBar *messages = m_place->window->messageBar();
    std::optional<Message> bar = session.table() ? stateBar(session) : std::nullopt;
    if (!bar) {
        for (const char *id : {StateBarId, SettleBarId})
            messages->dismiss(QLatin1String(id), session.key());
        return;
    }
    bar->actions = barActions(session);
    if (m_place->window->serverCount() > 1)
        bar = namingServer(std::move(*bar), session.name());
    // What became of a token that was being written is more than a list that is old.
    if (isAlarm(session.standing()))
        messages->show(*bar);
    else
        messages->showUnder(*bar);
}

QList<MessageAction> WindowPresenter::barActions(const Session &session)
{
    const MessageAction signIn(
        tr("Sign in…"), [this] { goOn(WayOn::SignIn); }, u"signin"_s, true);
    if (session.standing() == Standing::OwnTokenRevoked)
        return {signIn};
    const WayOn way = wayOn(*session.listError());
    const MessageAction onwards(
        wayOnWord(way), [this, way] { goOn(way); },
        way == WayOn::TryAgain ? u"refresh"_s : QString());
    return {way == WayOn::SignIn ? signIn : onwards,
            MessageAction(tr("Details"), [this] { showDetails(); })};
}

void WindowPresenter::tellCounts()
{
    if (std::exchange(m_queryIsNew, false))
        m_place->window->showSelectionOrTop();
    const TokenListing *listing = m_place->listing;
    const auto total = listing->table()->size();
    m_place->window->setCounts(listing->shown(), total, listing->shownAt());
    m_place->window->setEmptyState(emptyState());
    m_commands->update();
}

void WindowPresenter::tellTimes()
{
    const Session *session = m_place->session;
    if (!session || !session->table()) {
        m_place->window->setAsOf({});
        return;
    }
    const UtcMs now = session->clock()->now();
    tellConnection(); // its dates come nearer too
    if (const auto bar = stateBar(*session))
        m_place->window->messageBar()->retell(bar->id, bar->server, bar->text);
    const QString clock = clockTime(session->tableAsOf());
    m_place->window->setAsOf(
        now - session->tableAsOf() < HourMs
            ? tr("As of %1").arg(clock)
            : tr("As of %1, %2").arg(clock, relativeTime(session->tableAsOf(), now)));
    if (m_place->listing->shownAt() != NoTime && now - m_place->listing->shownAt() >= MinuteMs)
        m_place->listing->refreshTimes();
}

std::optional<EmptyStateContent> WindowPresenter::emptyState() const
{
    const Session *session = m_place->session;
    if (m_page)
        return m_page->content;
    if (!session)
        return firstRunPage(m_knownToRoxctl);
    if (!session->table()) {
        if (isForbidden(*session))
            return notPermittedPage(*session);
        if (session->listError())
            return failurePage(*session);
        return readingPage(session->name());
    }
    const TokenListing *listing = m_place->listing;
    if (listing->table()->isEmpty())
        return noTokensPage(*session);
    if (m_place->model->rowCount() == 0 && !listing->query().hidesNothing()
        && !listing->isSelecting())
        return nothingMatchesPage(*session, listing->query(), int(listing->table()->size()));
    return std::nullopt;
}

EmptyStateContent WindowPresenter::failurePage(const Session &session)
{
    EmptyStateContent page = listFailedPage(session);
    page.note = nextTry(session);
    return page;
}

void WindowPresenter::runPagePrimary()
{
    const Session *session = m_place->session;
    if (m_page) {
        if (const auto primary = m_page->primary)
            primary();
    } else if (!session) {
        Q_EMIT connectRequested();
    } else if (!session->table()) {
        if (isForbidden(*session))
            Q_EMIT signInRequested();
        else if (session->listError())
            goOn(wayOn(*session->listError()));
        else
            m_place->session->refresh();
    } else if (session->table()->isEmpty()) {
        m_place->window->action(MainWindow::Action::Generate)->trigger();
    } else {
        clearFilter();
    }
}

void WindowPresenter::runPageSecondary()
{
    if (m_page) {
        if (const auto secondary = m_page->secondary)
            secondary();
    } else if (!m_place->session) {
        Q_EMIT demoRequested();
    } else {
        copyDetails();
    }
}

void WindowPresenter::goOn(WayOn way)
{
    if (!m_place->session)
        return;
    switch (way) {
    case WayOn::Certificate:
        Q_EMIT certificateRequested();
        break;
    case WayOn::SignIn:
    case WayOn::Edit:
        Q_EMIT signInRequested();
        break;
    case WayOn::TryAgain:
        m_place->session->refresh();
        break;
    }
}

void WindowPresenter::showDetails()
{
    if (!m_place->session || !m_place->session->listError())
        return;
    const ApiError &error = *m_place->session->listError();
    auto *dialog =
        new DetailsDialog(sentenceFor(error, Deed::List, m_place->session->name()).plain(),
                          technicalDetails(error), m_place->window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowPresenter::copyDetails()
{
    if (m_place->session && m_place->session->listError())
        QGuiApplication::clipboard()->setText(technicalDetails(*m_place->session->listError()));
}

} // namespace rox
