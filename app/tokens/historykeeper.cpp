// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/historykeeper.h"

#include "app/servers/sessionpool.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"

#include <algorithm>
#include <utility>

namespace rox {

using namespace std::chrono_literals;

HistoryKeeper::HistoryKeeper(HistoryStore *store, DurableJournal *journal, SessionPool *pool,
                             QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pool(pool)
{
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
    m_store->open(session->address(), session->name(), session,
                  [this, session](const OpenedHistory &opened) {
                      give(session, opened);
                      if (opened.table)
                          session->takeLastList(opened.table, opened.asOf);
                  });
    connect(session, &Session::listRead, this, [this, session] { record(session); });
    connect(session, &Session::factsChanged, this, [this, session] { recordRoles(session); });
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

void HistoryKeeper::record(Session *session)
{
    ListRead read;
    read.table = session->tokens().list();
    read.askedAt = session->tokens().lastRead().askedAt;
    read.arrivedAt = session->tableAsOf();
    read.skew = -session->reads()->clockAhead();
    if (session->identity())
        read.viewer = session->identity()->userId;
    m_store->record(session->address(), read, session, [this, session](const RecordedList &list) {
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

void HistoryKeeper::give(Session *session, const HistoryView &view)
{
    if (view.history)
        session->takeHistory(view.history, view.remembered);
}

void HistoryKeeper::giveAgain(const QString &address, const Session *butOne)
{
    for (const QPointer<Session> &each : std::as_const(m_sessions)) {
        Session *session = each;
        if (!session || session == butOne || session->address() != address)
            continue;
        m_store->view(address, session,
                      [this, session](const HistoryView &view) { give(session, view); });
    }
}

void HistoryKeeper::tellState(const QString &address, const HistoryState &state)
{
    for (const QPointer<Session> &session : std::as_const(m_sessions)) {
        if (session && session->address() == address && !session->isRetired())
            Q_EMIT stateChanged(session->key(), session->name(), state);
    }
}

} // namespace rox
