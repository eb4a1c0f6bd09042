// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/revocation.h"

#include "ui/words/errorsentences.h"

namespace rox {

using State = RevokeListModel::State;

Revocation::Revocation(CentralClient *client, RevokeListModel *model, QString server,
                       const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
    , m_server(std::move(server))
    , m_clock(clock)
{}

void Revocation::start()
{
    m_waiting = m_model->ids(State::Waiting);
    m_next = 0;
    m_last.clear();
    m_revokedIds.clear();
    m_running = true;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        const QString id = m_model->tokenAt(row).id;
        if (index.data(RevokeListModel::SignedInRole).toBool() && m_waiting.removeOne(id))
            m_last = id;
    }
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
        Q_EMIT finished();
    }
}

void Revocation::ask(const QString &id)
{
    ++m_asking;
    const UtcMs askedAt = m_clock->now();
    m_model->setState(id, State::Asking, {}, {}, askedAt);
    m_client->revoke(id, this, [this, id, askedAt](const Result<RevokeOutcome> &outcome) {
        --m_asking;
        settle(id, outcome, askedAt);
        askNext();
    });
}

void Revocation::settle(const QString &id, const Result<RevokeOutcome> &outcome, UtcMs askedAt)
{
    if (outcome) {
        m_revokedIds.append(id);
        m_model->setState(id, outcome->alreadyGone ? State::AlreadyGone : State::Revoked, {}, {},
                          askedAt);
        return;
    }
    const ApiError &error = outcome.error();
    const bool unknown = error.kind == ApiError::Kind::MayBeRevoked;
    m_model->setState(id, unknown ? State::Unknown : State::Failed,
                      sentenceFor(error, Deed::Revoke, m_server).plain(), technicalDetails(error),
                      askedAt);
}

} // namespace rox
