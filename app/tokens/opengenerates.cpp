// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/opengenerates.h"

#include "app/servers/session.h"
#include "app/tokens/generatecandidates.h"
#include "models/values/clock.h"

#include <utility>

namespace rox {

using Search = OpenGenerate::Search;

namespace {

/// The facts say which tokens other generates of this program have made.
void ruleOutMade(OpenGenerate &open)
{
    for (const KnownTokens::Fact &fact : open.session->tokens().facts()) {
        if (fact.made != 0)
            open.ruledOut.insert(fact.token.id);
    }
}

} // namespace

GenerateEvent OpenGenerate::event() const
{
    GenerateEvent event;
    event.intent = intent.id;
    event.server = intent.server;
    event.draft = intent.draft;
    event.fate = fate;
    event.search = search;
    event.listedAt = listedAt;
    event.candidates = int(candidates.size());
    return event;
}

void OpenGenerates::add(const Intent &intent, GenerateOutcome::Outcome fate, Session *session,
                        UtcMs lostAt)
{
    OpenGenerate open;
    open.intent = intent;
    open.fate = fate;
    open.session = session;
    open.serverName = session->name();
    open.lostAt = lostAt;
    open.ruledOut = {intent.idsBefore.cbegin(), intent.idsBefore.cend()};
    open.search = session->isRetired() ? Search::Left : Search::Waiting;
    open.lost = session->tokens().now();
    ruleOutMade(open);
    m_open.insert(intent.id, open);
    if (!session->isRetired())
        follow(open);
    Q_EMIT changed(intent.id);
    session->refresh();
}

void OpenGenerates::follow(const OpenGenerate &open)
{
    const IntentId id = open.intent.id;
    connect(open.session, &Session::listRead, this,
            [this, id](quint64 readId) { takeList(id, readId); });
    connect(open.session, &Session::factAdded, this, [this, id] { takeFact(id); });
    connect(open.session, &Session::listFailed, this,
            [this, id] { setSearch(id, Search::Unreadable); });
    connect(open.session, &Session::retired, this, [this, id] { setSearch(id, Search::Left); });
}

void OpenGenerates::adopt(Session *session)
{
    const auto all = ids();
    for (const IntentId &id : all) {
        OpenGenerate &open = m_open[id];
        if (open.session == session || !open.intent.isAt(session->key(), session->address()))
            continue;
        if (open.session)
            open.session->disconnect(this); // all its searches go on with the new session
        open.session = session;
        open.lost = session->tokens().now(); // moments of two sessions cannot be compared
        if (open.search == Search::Left)
            open.search = Search::Waiting;
        ruleOutMade(open);
        follow(open);
        Q_EMIT changed(id);
    }
}

const OpenGenerate *OpenGenerates::find(const IntentId &id) const
{
    const auto found = m_open.constFind(id);
    return found == m_open.cend() ? nullptr : &*found;
}

void OpenGenerates::takeList(const IntentId &id, KnownTokens::Moment readId)
{
    const auto found = m_open.find(id);
    if (found == m_open.end() || readId <= found->lost)
        return;
    found->listedAt = found->session->tableAsOf();
    findCandidates(*found);
}

void OpenGenerates::takeFact(const IntentId &id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    ruleOutMade(*found);
    if (found->search == Search::Found)
        findCandidates(*found);
}

void OpenGenerates::findCandidates(OpenGenerate &open)
{
    if (open.session->table())
        setCandidates(open, generateCandidates(*open.session->table(), open,
                                               open.session->centralClock()->ahead()));
}

void OpenGenerates::setSearch(const IntentId &id, Search search)
{
    const auto found = m_open.find(id);
    const bool isWaiting =
        found != m_open.end()
        && (found->search == Search::Waiting || found->search == Search::Unreadable);
    if (isWaiting && std::exchange(found->search, search) != search)
        Q_EMIT changed(id);
}

void OpenGenerates::setCandidates(OpenGenerate &open, QList<Candidate> candidates)
{
    const IntentId id = open.intent.id;
    if (candidates.isEmpty() && open.search == Search::Found) {
        close(id); // each was kept, or is revoked or gone
        return;
    }
    // The same candidates in another list are no news.
    if (!candidates.isEmpty() && candidates == open.candidates)
        return;
    open.search = candidates.isEmpty() ? Search::NotListed : Search::Found;
    open.candidates = std::move(candidates);
    Q_EMIT changed(id);
}

void OpenGenerates::keep(const IntentId &id, const QString &tokenId)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    found->ruledOut.insert(tokenId);
    if (found->session && found->session->table()) {
        findCandidates(*found); // there may be more than are shown
        return;
    }
    QList<Candidate> left = found->candidates;
    left.removeIf([&](const Candidate &candidate) { return candidate.token.id == tokenId; });
    setCandidates(*found, std::move(left));
}

void OpenGenerates::close(const IntentId &id)
{
    if (!m_open.remove(id))
        return;
    m_journal->settle(id, {IntentOutcome::Dismissed, m_clock->now()});
    Q_EMIT closed(id);
}

} // namespace rox
