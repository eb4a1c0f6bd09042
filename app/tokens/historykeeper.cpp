// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/historykeeper.h"

#include "app/servers/sessionpool.h"
#include "app/tokens/creatorreader.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"

#include <algorithm>
#include <utility>

namespace rox {

using namespace std::chrono_literals;

namespace {

/// Longer than a Central that is in reach needs for the challenge.
constexpr auto IdentityIsAwaitedFor = 2s;

} // namespace

/// A session, and whether it is known which Central is at its address.
struct HistoryKeeper::Followed
{
    enum class Identity {
        Unknown, ///< asked for with the next list
        Asked,
        Told,    ///< the history is that of this Central
        NotTold, ///< Central does not tell who it is
    };
    QPointer<Session> session;
    QString address;
    Identity identity = Identity::Unknown;
    int asked = 0;                   ///< how often the identity was asked for
    std::optional<ListRead> waiting; ///< until it is settled, but not for ever
    /// When its history was forgotten: no list that was asked for before is recorded.
    KnownTokens::Moment forgottenAt = 0;

    [[nodiscard]] bool isSettled() const
    {
        return identity == Identity::Told || identity == Identity::NotTold;
    }
    [[nodiscard]] ListRead takeWaiting()
    {
        ListRead read = *std::exchange(waiting, std::nullopt);
        read.isIdentified = identity == Identity::Told;
        return read;
    }
};

HistoryKeeper::HistoryKeeper(HistoryStore *store, DurableJournal *journal, SessionPool *pool,
                             QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pool(pool)
    , m_creators(new CreatorReader(store, this))
{
    connect(store, &HistoryStore::moved, this, &HistoryKeeper::openAgain);
    connect(m_creators, &CreatorReader::creatorsRead, this,
            [this](Session *session, const HistoryView &view) {
                give(session, view);
                giveAgain(session->address(), session);
            });
    connect(pool, &SessionPool::changed, this, &HistoryKeeper::followNext);
    connect(store, &HistoryStore::stateChanged, this, &HistoryKeeper::tellState);
    // A thousand revokes are one change of the history.
    m_again.setSingleShot(true);
    m_again.setInterval(300ms);
    connect(journal, &DurableJournal::settled, this, [this](const QString &address) {
        m_settledAt.insert(address);
        if (!m_again.isActive())
            m_again.start();
    });
    connect(&m_again, &QTimer::timeout, this, [this] {
        const auto addresses = std::exchange(m_settledAt, {});
        for (const QString &address : addresses)
            giveAgain(address, nullptr);
    });
}

HistoryKeeper::~HistoryKeeper()
{
    for (const auto &followed : std::as_const(m_waitingAt))
        m_store->record(followed->address, followed->takeWaiting(), m_store,
                        [](const RecordedList &) {});
}

void HistoryKeeper::followNext(const ServerId &server)
{
    Session *session = m_pool->find(server);
    if (!session || m_sessions.contains(session))
        return;
    m_sessions.removeIf([](const QPointer<Session> &each) { return !each; });
    m_sessions.append(session);
    // The address of the demo is known once it has started.
    if (session->isStarted()
        || (session->entry().kind != ServerEntry::Kind::Demo && !session->address().isEmpty()))
        follow(session);
    else
        connect(session, &Session::started, this, [this, session] { follow(session); });
}

void HistoryKeeper::follow(Session *session)
{
    if (session->entry().kind == ServerEntry::Kind::Demo)
        m_store->keepInMemory(session->address());
    open(session);
    m_creators->follow(session);
    const auto followed = std::make_shared<Followed>();
    followed->session = session;
    followed->address = session->address();
    m_followed.removeIf([](const auto &each) { return !each->session; });
    m_followed.append(followed);
    if (m_store->isInMemory(session->address()))
        followed->identity = Followed::Identity::Told;
    else if (session->isStarted())
        identify(followed);
    else
        connect(session, &Session::started, this, [this, followed] { identify(followed); });
    connect(session, &Session::retired, this, [this, followed] { recordWaiting(followed); });
    connect(session, &Session::listRead, this, [this, followed] { takeList(followed); });
    connect(session, &Session::factsChanged, this, [this, session] { recordRoles(session); });
}

void HistoryKeeper::open(Session *session)
{
    m_store->open(session->address(), session->name(), session,
                  [session](const OpenedHistory &opened) {
                      if (opened.table)
                          session->takeLastList(opened.table, opened.asOf);
                  });
    // The list does not wait for this, which takes several times as long.
    m_store->view(session->address(), session,
                  [this, session](const HistoryView &view) { give(session, view); });
}

void HistoryKeeper::recordRoles(Session *session)
{
    if (session->roleGrants().isEmpty())
        return;
    m_store->recordRoles(session->address(), session->roleGrants(), session->centralClock()->now(),
                         session, [this, session](const HistoryView &view) {
                             if (!view.history)
                                 return;
                             give(session, view);
                             giveAgain(session->address(), session);
                         });
}

void HistoryKeeper::identify(const std::shared_ptr<Followed> &followed)
{
    Session *session = followed->session;
    followed->identity = Followed::Identity::Asked;
    session->reads()->caKeys(session, [this, followed, address = session->address(),
                                       number =
                                           ++followed->asked](const Result<QStringList> &keys) {
        if (number != followed->asked)
            return; // the history was forgotten meanwhile
        if (keys)
            m_store->identify(address, *keys);
        if (keys && !keys->isEmpty())
            followed->identity = Followed::Identity::Told;
        else
            followed->identity = keys || !mayPass(keys.error().kind) ? Followed::Identity::NotTold
                                                                     : Followed::Identity::Unknown;
        recordWaiting(followed);
    });
}

/// Whether or not it is known which Central is at the address.
void HistoryKeeper::recordWaiting(const std::shared_ptr<Followed> &followed)
{
    m_waitingAt.removeOne(followed);
    if (!followed->waiting)
        return;
    const ListRead read = followed->takeWaiting();
    if (followed->session && !followed->session->isRetired())
        record(followed->session, read);
    else
        m_store->record(followed->address, read, m_store, [](const RecordedList &) {});
}

void HistoryKeeper::takeList(const std::shared_ptr<Followed> &followed)
{
    Session *session = followed->session;
    if (session->tokens().lastRead().id <= followed->forgottenAt)
        return;
    if (m_forgotten.remove(session->address()))
        m_store->open(session->address(), session->name(), session, [](const OpenedHistory &) {});
    ListRead read;
    read.table = session->tokens().list();
    read.askedAt = session->tokens().lastRead().askedAt;
    read.arrivedAt = session->tableAsOf();
    read.skew = -session->reads()->clockAhead();
    if (session->identity())
        read.viewer = session->identity()->userId;
    read.isIdentified = followed->identity == Followed::Identity::Told;
    if (followed->isSettled()) {
        record(session, read);
        return;
    }
    followed->waiting = read;
    if (!m_waitingAt.contains(followed)) {
        m_waitingAt.append(followed);
        QTimer::singleShot(IdentityIsAwaitedFor, session, [self = QPointer(this), followed] {
            if (self)
                self->recordWaiting(followed);
        });
    }
    if (followed->identity == Followed::Identity::Unknown)
        identify(followed);
}

void HistoryKeeper::record(Session *session, const ListRead &read)
{
    m_store->record(session->address(), read, session, [this, session](const RecordedList &list) {
        m_creators->takeWanted(session, list.creators);
        if (!list.isChanged)
            return;
        give(session, list);
        giveAgain(session->address(), session);
        QList<Token> tokens;
        for (const QString &id : list.activeAgain) {
            Token token = session->tokens().token(id).value_or(Token{});
            token.id = id;
            tokens.append(token);
        }
        if (!tokens.isEmpty())
            Q_EMIT activeAgain(session->key(), session->name(), tokens);
    });
}

void HistoryKeeper::openAgain(const QString &address)
{
    for (const QPointer<Session> &session : std::as_const(m_sessions)) {
        if (!session || session->address() != address || session->isRetired())
            continue;
        session->forgetHistory();
        open(session);
        Q_EMIT moved(session);
    }
}

void HistoryKeeper::give(Session *session, const HistoryView &view)
{
    if (view.history)
        session->takeHistory(view.history, view.remembered);
}

void HistoryKeeper::giveAgain(const QString &address, const Session *butOne)
{
    for (const QPointer<Session> &each : std::as_const(m_sessions)) {
        Session *session = each;
        if (!session || session == butOne || !m_store->isSame(session->address(), address))
            continue;
        m_store->view(session->address(), session,
                      [this, session](const HistoryView &view) { give(session, view); });
    }
}

/// The sessions at these addresses, whose history is about to be forgotten.
QList<QPointer<Session>>
HistoryKeeper::letGo(const std::function<bool(const QString &address)> &isMeant)
{
    QList<QPointer<Session>> there;
    for (const auto &followed : std::as_const(m_followed)) {
        if (!isMeant(followed->address))
            continue;
        // Recorded later, they would bring back what is being forgotten.
        followed->waiting.reset();
        m_waitingAt.removeOne(followed);
        m_settledAt.remove(followed->address);
        m_forgotten.insert(followed->address);
        if (!followed->session)
            continue;
        there.append(followed->session);
        followed->forgottenAt = followed->session->tokens().now();
        if (m_store->isInMemory(followed->address))
            continue;
        // The new history is to have the keys too.
        ++followed->asked;
        followed->identity = Followed::Identity::Unknown;
    }
    return there;
}

/// Their sessions remember nothing any more, and then `handler` is called.
static std::function<void(const ForgottenHistory &)>
afterForgetting(const QList<QPointer<Session>> &sessions, QObject *context,
                std::function<void(const ForgottenHistory &)> handler)
{
    return [sessions, context = QPointer(context),
            handler = std::move(handler)](const ForgottenHistory &forgotten) {
        const auto nothing = std::make_shared<const TokenHistory>();
        for (const QPointer<Session> &session : sessions) {
            if (session)
                session->takeHistory(nothing, {});
        }
        if (context)
            handler(forgotten);
    };
}

void HistoryKeeper::forget(const QString &address, QObject *context,
                           std::function<void(const ForgottenHistory &)> handler)
{
    m_settledAt.remove(address);
    m_forgotten.insert(address);
    const auto there = letGo([&](const QString &other) { return m_store->isSame(other, address); });
    m_store->forget(address, this, afterForgetting(there, context, std::move(handler)));
}

void HistoryKeeper::forgetAll(QObject *context,
                              std::function<void(const ForgottenHistory &)> handler)
{
    const auto there = letGo([&](const QString &address) { return !m_store->isInMemory(address); });
    m_store->forgetAll(this, afterForgetting(there, context, std::move(handler)));
}

void HistoryKeeper::tellState(const QString &address, const HistoryState &state)
{
    for (const QPointer<Session> &session : std::as_const(m_sessions)) {
        if (session && session->address() == address && !session->isRetired())
            Q_EMIT stateChanged(session->key(), session->name(), state);
    }
}

} // namespace rox
