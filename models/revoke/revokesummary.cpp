// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/revoke/revokesummary.h"

namespace rox {

namespace {

RevokeSummary::State stateOf(const RevokeEvent &event)
{
    using State = RevokeSummary::State;
    using Outcome = RevokeVerdict::Outcome;
    switch (event.verdict.fate) {
    case Outcome::Revoked:
        return event.isListed ? State::ListedRevoked : State::Revoked;
    case Outcome::AlreadyGone:
        return event.isListed ? State::ListedGone : State::Gone;
    case Outcome::StillActive:
        return event.isListed ? State::ListedActive : State::NotRevoked;
    case Outcome::Refused:
        return State::NotRevoked;
    case Outcome::NotSent:
        return State::NotSent;
    case Outcome::Unknown:
        break;
    }
    return State::Unknown;
}

} // namespace

void RevokeSummary::take(const RevokeEvent &event)
{
    const State state = stateOf(event);
    const auto known = m_rows.constFind(event.token.id);
    if (known == m_rows.cend()) {
        m_rows.insert(event.token.id, m_entries.size());
        m_entries.append({event.token.id, event.token.name, state});
    } else {
        Entry &entry = m_entries[*known];
        --m_counts[std::size_t(entry.state)];
        entry.state = state;
    }
    ++m_counts[std::size_t(state)];
    m_readBack += state == State::Revoked && event.verdict.wasReadBack ? 1 : 0;
    if (event.isListed)
        m_listedAt = event.verdict.provenAt;
    m_last = event;
}

void RevokeSummary::keepUnknown(const RevokeSummary &before)
{
    for (const Entry &entry : before.m_entries) {
        if (entry.state != State::Unknown || contains(entry.id))
            continue;
        m_rows.insert(entry.id, m_entries.size());
        m_entries.append(entry);
        ++m_counts[std::size_t(State::Unknown)];
    }
}

bool RevokeSummary::isUnknown(const QString &tokenId) const
{
    const auto row = m_rows.constFind(tokenId);
    return row != m_rows.cend() && m_entries.at(*row).state == State::Unknown;
}

QStringList RevokeSummary::ids(State state) const
{
    QStringList found;
    for (const Entry &entry : m_entries) {
        if (entry.state == state)
            found.append(entry.id);
    }
    return found;
}

bool RevokeSummary::isOpen() const
{
    return count(State::NotRevoked) + count(State::NotSent) + count(State::Unknown)
               + count(State::ListedActive)
           > 0;
}

QStringList RevokeSummary::retryIds() const
{
    const QStringList proven =
        ids(State::NotRevoked) + ids(State::NotSent) + ids(State::ListedActive);
    return proven.isEmpty() ? ids(State::Unknown) : proven;
}

} // namespace rox
