// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/opengenerates.h"

#include "app/servers/session.h"
#include "app/tokens/generatecandidates.h"

#include <utility>

namespace rox {

using State = OpenGenerate::State;

bool OpenGenerate::hasSession() const
{
    return session && !session->isRetired();
}

void OpenGenerate::ruleOutMade(const KnownTokens &tokens)
{
    for (const KnownTokens::Fact &fact : tokens.facts()) {
        if (fact.made != 0)
            ruledOut.insert(fact.token.id);
    }
}

QString OpenGenerates::add(OpenGenerate lost)
{
    lost.id = QString::number(++m_lastId);
    lost.lostAt = lost.clock->now();
    lost.state = lost.hasSession() ? State::Waiting : State::Left;
    if (lost.hasSession()) {
        lost.lost = lost.session->tokens().now();
        lost.ruleOutMade(lost.session->tokens());
        follow(lost);
    }
    m_open.insert(lost.id, lost);
    Q_EMIT changed(lost.id);
    return lost.id;
}

void OpenGenerates::follow(const OpenGenerate &lost)
{
    const QString id = lost.id;
    connect(lost.session, &Session::listRead, this,
            [this, id](quint64 readId) { takeList(id, readId); });
    connect(lost.session, &Session::factAdded, this, [this, id] { takeFact(id); });
    connect(lost.session, &Session::listFailed, this, [this, id] { takeFailure(id); });
    connect(lost.session, &Session::retired, this, [this, id] { takeLeaving(id); });
}

const OpenGenerate *OpenGenerates::find(const QString &id) const
{
    const auto found = m_open.constFind(id);
    return found == m_open.cend() ? nullptr : &*found;
}

void OpenGenerates::takeList(const QString &id, KnownTokens::Moment readId)
{
    const auto found = m_open.find(id);
    if (found == m_open.end() || readId <= found->lost)
        return;
    found->listedAt = found->session->tableAsOf();
    setCandidates(*found, generateCandidates(*found->session->table(), *found));
}

void OpenGenerates::takeFact(const QString &id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    found->ruleOutMade(found->session->tokens());
    if (found->state == State::Found)
        setCandidates(*found, generateCandidates(*found->session->table(), *found));
}

void OpenGenerates::setCandidates(OpenGenerate &lost, QList<Candidate> candidates)
{
    const QString id = lost.id;
    if (candidates.isEmpty() && lost.state == State::Found) {
        close(id); // each was kept, or is revoked or gone
        return;
    }
    // What asks for a choice already is not asked again by every list.
    if (!candidates.isEmpty() && candidates == lost.candidates)
        return;
    lost.state = candidates.isEmpty() ? State::NoneYet : State::Found;
    lost.candidates = std::move(candidates);
    Q_EMIT changed(id);
}

void OpenGenerates::takeFailure(const QString &id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end() || found->state != State::Waiting)
        return;
    found->state = State::Unreadable;
    Q_EMIT changed(id);
}

void OpenGenerates::takeLeaving(const QString &id)
{
    const auto found = m_open.find(id);
    if (found == m_open.end()
        || (found->state != State::Waiting && found->state != State::Unreadable))
        return;
    found->state = State::Left;
    Q_EMIT changed(id);
}

void OpenGenerates::keep(const QString &id, const QString &tokenId)
{
    const auto found = m_open.find(id);
    if (found == m_open.end())
        return;
    found->ruledOut.insert(tokenId);
    QList<Candidate> left = found->candidates;
    left.removeIf([&](const Candidate &candidate) { return candidate.token.id == tokenId; });
    setCandidates(*found, std::move(left));
}

void OpenGenerates::close(const QString &which)
{
    // Of what goes, perhaps.
    const QString id = which; // NOLINT(performance-unnecessary-copy-initialization)
    if (m_open.remove(id))
        Q_EMIT closed(id);
}

} // namespace rox
