// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/creatorreader.h"

#include "app/servers/session.h"
#include "models/history/historystore.h"

#include <algorithm>

namespace rox {

/// What is read of one session's Central.
struct CreatorReader::Followed
{
    QPointer<Session> session;
    QTimer later;
    UtcMs from = NoTime;
    bool isWanted = false; ///< as soon as it is known what the credential may
    bool isAsking = false;
    bool isRefused = false;     ///< this credential may not, or this Central cannot tell
    bool wasAskedLater = false; ///< since the last list that wanted it
};

CreatorReader::CreatorReader(HistoryStore *store, QObject *parent, std::chrono::milliseconds later)
    : QObject(parent)
    , m_store(store)
    , m_later(later)
{}

std::shared_ptr<CreatorReader::Followed> CreatorReader::find(const Session *session) const
{
    const auto found = std::find_if(m_followed.cbegin(), m_followed.cend(),
                                    [session](const auto &one) { return one->session == session; });
    return found == m_followed.cend() ? nullptr : *found;
}

void CreatorReader::follow(Session *session)
{
    m_followed.removeIf([](const auto &one) { return !one->session; });
    const auto followed = std::make_shared<Followed>();
    followed->session = session;
    followed->later.setSingleShot(true);
    followed->later.setInterval(m_later);
    m_followed.append(followed);
    connect(&followed->later, &QTimer::timeout, this, [this, one = followed.get()] {
        if (const auto found = one->session ? find(one->session) : nullptr)
            ask(found);
    });
    connect(session, &Session::factsChanged, this, [this, session] {
        const auto one = find(session);
        if (one && one->isWanted && session->permissions())
            ask(one);
    });
    connect(session, &Session::factAdded, this, [this, session] {
        const auto one = find(session);
        const auto &facts = session->tokens().facts();
        const bool hasMade = std::any_of(facts.cbegin(), facts.cend(), [](const auto &fact) {
            return fact.kind == KnownTokens::Fact::Kind::Made;
        });
        if (one && hasMade)
            askLater(one);
    });
}

void CreatorReader::takeWanted(Session *session, const CreatorsWanted &wanted)
{
    const auto followed = find(session);
    if (!followed)
        return;
    followed->from = wanted.from;
    if (!wanted.isNow)
        return;
    followed->wasAskedLater = false;
    ask(followed);
}

void CreatorReader::askLater(const std::shared_ptr<Followed> &followed)
{
    followed->wasAskedLater = true;
    if (!followed->later.isActive() && !followed->isRefused)
        followed->later.start();
}

void CreatorReader::ask(const std::shared_ptr<Followed> &followed)
{
    Session *session = followed->session;
    if (!session || !session->isStarted() || followed->isAsking || followed->isRefused)
        return;
    followed->isWanted = !session->permissions();
    if (followed->isWanted)
        return;
    if (!session->permissions()->mayReadEvents()) {
        noteForbidden(followed);
        return;
    }
    followed->isAsking = true;
    session->reads()->creations(
        followed->from, session,
        [this, followed, askedAt = session->clock()->now()](const Result<TokenCreations> &read) {
            followed->isAsking = false;
            if (read)
                record(followed, *read, askedAt);
            else if (read.error().kind == ApiError::Kind::Forbidden)
                noteForbidden(followed);
            else if (!mayPass(read.error().kind))
                followed->isRefused = true; // a Central before 4.3 has no events
        });
}

void CreatorReader::record(const std::shared_ptr<Followed> &followed, const TokenCreations &read,
                           UtcMs askedAt)
{
    Session *session = followed->session;
    m_store->recordCreators(
        session->address(), {read, askedAt + session->reads()->clockAhead()}, session,
        [this, followed, session, isComplete = read.isComplete](const RecordedCreators &recorded) {
            followed->from = recorded.creators.from;
            if (!isComplete || (recorded.creators.isNow && !followed->wasAskedLater))
                askLater(followed);
            if (recorded.isChanged)
                Q_EMIT creatorsRead(session, recorded);
        });
}

void CreatorReader::noteForbidden(const std::shared_ptr<Followed> &followed)
{
    followed->isRefused = true;
    Session *session = followed->session;
    m_store->noteCreatorsForbidden(session->address(), session,
                                   [this, session](const HistoryView &view) {
                                       if (view.history)
                                           Q_EMIT creatorsRead(session, view);
                                   });
}

} // namespace rox
