// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/revocation.h"

#include "ui/text/errorsentences.h"
#include "ui/text/revokesentences.h"

namespace rox {

using State = RevokeListModel::State;

Revocation::Revocation(Session *session, RevokeListModel *model, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_model(model)
    , m_server(session->name())
    , m_clock(session->clock())
{}

void Revocation::start()
{
    m_waiting = m_model->ids(State::Waiting);
    m_next = 0;
    m_last.clear();
    m_proven.clear();
    m_hasUnread = false;
    m_running = true;
    if (m_session)
        m_write = m_session->beginWrite();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const QString id = m_model->tokenAt(row).id;
        if (index.data(RevokeListModel::SignedInRole).toBool() && m_waiting.removeOne(id))
            m_last = id;
    }
    if (!m_session || m_session->isRetired())
        stop();
    else
        askNext();
}

void Revocation::stop()
{
    for (; m_next < m_waiting.size(); ++m_next)
        m_model->setState(m_waiting.at(m_next), State::Stopped);
    if (!m_last.isEmpty())
        m_model->setState(std::exchange(m_last, {}), State::Stopped);
    askNext();
}

void Revocation::askNext()
{
    while (m_asking < AtATime && m_next < m_waiting.size())
        ask(m_waiting.at(m_next++));
    // The credential must not die under the requests before it.
    if (m_asking == 0 && !m_last.isEmpty())
        ask(std::exchange(m_last, {}));
    if (m_asking == 0 && m_running) {
        m_running = false;
        const auto write = std::exchange(m_write, nullptr); // until all have heard
        Q_EMIT finished();
    }
}

void Revocation::ask(const QString &id)
{
    ++m_asking;
    const UtcMs askedAt = m_clock->now();
    m_model->setState(id, State::Asking, {}, {}, askedAt);
    m_session->client()->revoke(id, this, [this, id, askedAt](const RevokeVerdict &verdict) {
        settle(id, verdict, askedAt);
    });
}

void Revocation::settle(const QString &id, const RevokeVerdict &verdict, UtcMs askedAt)
{
    if (verdict.isDone())
        m_proven.append({id, verdict.fate == RevokeVerdict::Fate::AlreadyGone, verdict.provenAt});
    m_hasUnread |=
        verdict.fate == RevokeVerdict::Fate::Unknown && verdict.lastSeenActiveAt == NoTime;
    noteOpen(id, verdict.fate);
    m_model->setVerdict(id, verdict, revokeSentence(verdict, m_server),
                        verdict.isDone() ? QString() : technicalDetails(verdict.error), askedAt);
    --m_asking;
    askNext();
}

void Revocation::noteOpen(const QString &id, RevokeVerdict::Fate fate)
{
    using Fate = RevokeVerdict::Fate;
    if (!m_session)
        return;
    switch (fate) {
    case Fate::Unknown:
        m_session->openRevokes()->add(id);
        break;
    case Fate::Revoked:
    case Fate::AlreadyGone:
    case Fate::StillActive:
        m_session->openRevokes()->remove(id);
        break;
    case Fate::Refused:
    case Fate::NotSent:
        break; // says nothing of an earlier revoke that is still open
    }
}

} // namespace rox
