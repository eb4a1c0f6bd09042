// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/windowpresenter.h"

#include "app/pages/allserverspresenter.h"
#include "app/pages/failuredetails.h"
#include "app/pages/sessionstate.h"
#include "app/tokens/tokenlisting.h"
#include "models/tokens/tokenlistmodel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/offlinemessages.h"
#include "ui/window/tokenarea.h"

#include <QAction>
#include <QEvent>

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

WindowPresenter::WindowPresenter(CommandContext *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_list(context, this)
    , m_notices(context->window->messageBar(),
                [this](const QStringList &ids) { Q_EMIT revokeRequested(ids); })
{
    m_minute.setInterval(MinuteInMs);
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_minute, &QTimer::timeout, this, &WindowPresenter::tellTimes);
    connect(&m_list, &ListPresenter::countsShown, this, [this] {
        tellPage();
        Q_EMIT commandsNeedUpdate();
    });
    if (context->all) { // before follow(): it takes its knowledge out of the model first
        m_all = new AllServersPresenter(context, context->all, this);
        connect(m_all, &AllServersPresenter::goOnRequested, this,
                &WindowPresenter::serverGoOnRequested);
        connect(m_all, &AllServersPresenter::commandsNeedUpdate, this,
                &WindowPresenter::commandsNeedUpdate);
    }
    connect(context->scope, &Scope::changed, this, &WindowPresenter::follow);
    connect(context->sessions, &SessionPool::changed, this, [this](const ServerId &id) {
        if (m_context->scope->isOn(id))
            follow();
    });
    connect(context->directory, &ServerDirectory::changed, this, [this] {
        if (m_hasBegun && !live()) // a session tells of its own changes
            tellAll();
    });
    connectWindow();
    context->window->installEventFilter(this);
}

void WindowPresenter::begin()
{
    if (!std::exchange(m_hasBegun, true))
        tellAll();
}

bool WindowPresenter::eventFilter(QObject *watched, QEvent *event)
{
    // The timer of relative times does not run for a window that cannot be seen.
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowStateChange) {
        if (m_context->window->isVisible() && !m_context->window->isMinimized()) {
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
    MainWindow *window = m_context->window;
    connect(window, &MainWindow::selectionChanged, this, &WindowPresenter::commandsNeedUpdate);
    // Called as a copy: the action may replace m_page.
    connect(window, &MainWindow::emptyPagePrimary, this, [this] {
        if (const Page::Action action = m_page ? m_page->primary() : nullptr)
            action();
    });
    connect(window, &MainWindow::emptyPageSecondary, this, [this] {
        if (const Page::Action action = m_page ? m_page->secondary() : nullptr)
            action();
    });
}

void WindowPresenter::keepPlacesIn(QSettings *settings)
{
    m_list.keepPlacesIn(settings);
}

void WindowPresenter::follow()
{
    m_hasBegun = true;
    m_list.follow();
    if (m_followed) {
        m_followed->disconnect(this);
        m_followed->openRevokes()->disconnect(this);
    }
    m_followed = m_context->opened();
    const auto &server = m_context->scope->shown();
    followBars(std::exchange(m_key, server ? server->toString() : QString()));
    if (m_followed)
        followSession();
    tellAll();
}

void WindowPresenter::followSession()
{
    const Session *session = m_followed;
    connect(session, &Session::openingChanged, this, &WindowPresenter::tellAll);
    connect(session, &Session::factsChanged, this, &WindowPresenter::tellFacts);
    connect(session, &Session::standingChanged, this, &WindowPresenter::tellStanding);
    connect(session, &Session::listRead, this, &WindowPresenter::tellList);
    connect(session, &Session::factAdded, this, [this, session] {
        if (const TokenTablePtr &table = session->table())
            m_context->listing->setTable(table);
    });
    connect(session, &Session::historyChanged, this, &WindowPresenter::tellHistory);
    connect(session, &Session::listFailed, this, &WindowPresenter::tellFailure);
    connect(session, &Session::readingChanged, this, [this, session] {
        m_context->window->setBusy(session->isBusy());
        Q_EMIT commandsNeedUpdate();
    });
    connect(m_followed->openRevokes(), &OpenRevokes::changed, this,
            &WindowPresenter::tellOpenRevokes);
}

void WindowPresenter::followBars(const QString &before)
{
    MessageStack *bar = m_context->window->messageBar();
    // tellBar() shows it again when the window is back on that server.
    bar->dismiss(QLatin1String(StateBarId), before);
    bar->setServer(m_key);
}

void WindowPresenter::tellHistory()
{
    m_context->model->setHistory(m_followed ? m_followed->tokens().history() : nullptr);
    if (live() && live()->table())
        tellList();
    else if (showsLastList())
        tellAll();
}

bool WindowPresenter::showsLastList() const
{
    if (live() || !m_followed || !m_followed->table())
        return false;
    const Session::State state = m_followed->state();
    return state == Session::State::Opening || state == Session::State::Offline;
}

/// For reading only. The bar says what else the page would say.
void WindowPresenter::tellLastList()
{
    const UtcMs now = m_followed->clock()->now();
    const auto page = serverPage();
    Message bar = lastListBar(*m_followed, page->page.words());
    if (page->page.primary())
        bar.actions.append(MessageAction(page->page.words().primary, page->page.primary(),
                                         page->page.words().primarySymbol));
    m_context->window->messageBar()->showUnder(bar);
    m_context->window->setAsOf(asOfText(m_followed->tableAsOf(), now));
    m_context->model->setListedAt(m_followed->tableAsOf());
    m_context->listing->setTable(m_followed->table());
}

void WindowPresenter::tellAll()
{
    if (m_context->scope->isAll()) { // the AllServersPresenter does it
        m_page.reset();
        m_context->window->setQuery(m_context->listing->query());
        return;
    }
    tellOpenRevokes();
    m_context->model->setHistory(m_followed ? m_followed->tokens().history() : nullptr);
    m_context->window->setQuery(m_context->listing->query());
    m_context->window->setBusy(m_followed && m_followed->isBusy());
    tellFacts();
    if (showsLastList()) {
        tellLastList();
    } else if (live() && live()->table()) {
        tellList();
    } else {
        m_context->window->messageBar()->dismiss(QLatin1String(StateBarId), m_key);
        m_context->window->setAsOf({});
    }
    tellPage();
}

void WindowPresenter::setKnownToRoxctl(const QStringList &addresses)
{
    m_knownToRoxctl = addresses;
    tellPage();
}

void WindowPresenter::tellOpenRevokes()
{
    m_context->model->setOpenRevokes(live() ? live()->openRevokes()->ids() : QStringList());
}

void WindowPresenter::tellFacts()
{
    MainWindow *window = m_context->window;
    if (const auto page = serverPage()) {
        window->setServer(page->facts);
        window->setServerState(page->state, page->tone);
    } else if (!live()) {
        window->setServer(std::nullopt);
    } else {
        m_context->model->setRoles(KnownRoles(live()->roleGrants()));
        tellConnection();
        if (isForbidden(*live()) && !live()->table())
            tellPage();
    }
    Q_EMIT commandsNeedUpdate();
}

void WindowPresenter::tellConnection()
{
    const Session &session = *live();
    MainWindow *window = m_context->window;
    window->setServer(shownFacts(session));
    const StateLine line = sidebarLine(session);
    window->setServerState(line.text, line.tone);
    window->tokens()->setOwnToken(session.signedInTokenId(), ownTokenNote(session));
    // A refused token is not in use, so the list does not mark it.
    m_context->model->setSignedInTokenId(
        session.standing() == Standing::CredentialRefused ? QString() : session.signedInTokenId());
}

void WindowPresenter::tellStanding()
{
    tellConnection();
    tellBar();
    tellPage();
    Q_EMIT commandsNeedUpdate();
    // Signing in again is all that is left to do here, so its button gets the keyboard.
    if (live()->standing() == Standing::OwnTokenRevoked)
        m_context->window->messageBar()->focusAction(QLatin1String(StateBarId));
}

void WindowPresenter::tellList()
{
    tellConnection();
    tellBar();
    m_notices.update(*live());
    m_context->listing->setClockAhead(live()->centralClock()->ahead());
    m_context->model->setListedAt(live()->tableAsOf());
    m_context->listing->setTable(live()->table()); // tells the counts, once selected
    tellTimes();
}

void WindowPresenter::tellFailure()
{
    tellConnection();
    tellBar();
    if (!live()->table()) {
        m_context->window->setAsOf({});
        tellPage();
    }
    Q_EMIT commandsNeedUpdate();
}

void WindowPresenter::tellBar()
{
    const Session &session = *live();
    MessageStack *messages = m_context->window->messageBar();
    std::optional<Message> bar = session.table() ? stateBar(session) : std::nullopt;
    if (!bar) {
        for (const char *id : {StateBarId, SettleBarId})
            messages->dismiss(QLatin1String(id), session.key());
        return;
    }
    bar->actions = barActions(session);
    if (m_context->directory->entries().size() > 1)
        bar = namingServer(std::move(*bar), session.name());
    // An old list does not cover a message about a write; an alarm does.
    if (isAlarm(session.standing()))
        messages->show(*bar);
    else
        messages->showUnder(*bar);
}

QList<MessageAction> WindowPresenter::barActions(const Session &session)
{
    const MessageAction signIn(tr("Sign in…"), going(&WindowPresenter::signInRequested),
                               u"signin"_s, true);
    if (session.standing() == Standing::OwnTokenRevoked)
        return {signIn};
    const MessageAction details(tr("Details"),
                                [this] { showFailure(m_followed, m_context->window); });
    if (isForbidden(session))
        return {MessageAction(tr("Sign in differently…"), going(&WindowPresenter::signInRequested),
                              u"signin"_s),
                details};
    const WayOn way = wayOn(*session.listError());
    const MessageAction onwards(wayOnWord(way), going(&WindowPresenter::goOnRequested),
                                way == WayOn::TryAgain ? u"refresh"_s : QString());
    return {way == WayOn::SignIn ? signIn : onwards, details};
}

void WindowPresenter::tellTimes()
{
    if (m_context->scope->isAll()) {
        if (m_all)
            m_all->tellTimes();
        return;
    }
    const Session *session = live();
    if (showsLastList()) {
        tellLastList();
        return;
    }
    if (!session || !session->table()) {
        m_context->window->setAsOf({});
        return;
    }
    const UtcMs now = session->clock()->now();
    TokenListing *listing = m_context->listing;
    tellConnection(); // it has relative times too
    if (const auto bar = stateBar(*session))
        m_context->window->messageBar()->updateText(bar->id, bar->server, bar->text);
    m_context->window->setAsOf(asOfText(session->tableAsOf(), now));
    if (listing->shownAt() != NoTime && listing->now() - listing->shownAt() >= MinuteMs)
        listing->refreshTimes();
}

Page::Action WindowPresenter::going(void (WindowPresenter::*signal)())
{
    return [this, signal] { Q_EMIT(this->*signal)(); };
}

std::optional<ServerPage> WindowPresenter::serverPage()
{
    const auto &server = m_context->scope->server();
    const auto entry = server ? m_context->directory->find(*server) : std::nullopt;
    if (!entry || live())
        return std::nullopt;
    return pageOf(*entry, m_context->opened(), m_context->sessions->isCleared(*server),
                  {going(&WindowPresenter::goOnRequested), going(&WindowPresenter::signInRequested),
                   going(&WindowPresenter::stopUnlockingRequested),
                   going(&WindowPresenter::openAgainRequested),
                   going(&WindowPresenter::demoRequested), [this] { copyFailure(m_followed); }});
}

void WindowPresenter::tellPage()
{
    if (m_context->scope->isAll())
        return;
    m_page = page();
    m_context->window->setEmptyPage(m_page ? std::optional(m_page->words()) : std::nullopt);
}

std::optional<Page> WindowPresenter::page()
{
    if (showsLastList())
        return std::nullopt;
    if (auto page = serverPage())
        return std::move(page->page);
    if (!live())
        return Page(firstRunPage(m_knownToRoxctl), going(&WindowPresenter::connectRequested),
                    going(&WindowPresenter::demoRequested));
    return live()->table() ? pageOfList(*live()) : pageWithoutList(*live());
}

std::optional<Page> WindowPresenter::pageWithoutList(const Session &session)
{
    if (isForbidden(session))
        return Page(notPermittedPage(session), going(&WindowPresenter::signInRequested),
                    [this] { copyFailure(m_followed); });
    if (!session.listError())
        return Page(readingPage(session.name()));
    EmptyPageContent words = listFailedPage(session);
    words.note = nextTry(session);
    return Page(std::move(words), going(&WindowPresenter::goOnRequested),
                [this] { copyFailure(m_followed); });
}

std::optional<Page> WindowPresenter::pageOfList(const Session &session)
{
    const TokenListing *listing = m_context->listing;
    if (listing->table()->isEmpty())
        return Page(noTokensPage(session),
                    [this] { m_context->window->action(MainWindow::Action::Generate)->trigger(); });
    if (m_context->model->rowCount() == 0 && !listing->query().hidesNothing()
        && !listing->isSelecting())
        return Page(
            nothingMatchesPage(session.name(), listing->query(), int(listing->table()->size())),
            [this] { Q_EMIT m_context->window->filterCleared(); });
    return std::nullopt;
}

} // namespace rox
