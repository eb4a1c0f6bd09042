// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/revocation.h"

#include "ui/words/errorsentences.h"
#include "ui/words/times.h"

namespace rox {

using Kind = ApiError::Kind;
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
    m_revokedIds.clear();
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
    m_session->client()->revoke(id, this,
                                [this, id, askedAt](const Result<RevokeOutcome> &outcome) {
                                    settle(id, outcome, askedAt);
                                });
}

void Revocation::settle(const QString &id, const Result<RevokeOutcome> &outcome, UtcMs askedAt)
{
    if (outcome)
        done(id, outcome->alreadyGone ? State::AlreadyGone : State::Revoked, askedAt);
    else if (outcome.error().httpStatus != 0 && outcome.error().kind != Kind::MayBeRevoked)
        lookAgain(id, outcome.error(), askedAt);
    else
        fail(id, outcome.error(), askedAt);
}

void Revocation::lookAgain(const QString &id, const ApiError &refusal, UtcMs askedAt)
{
    m_session->client()->token(id, this, [this, id, refusal, askedAt](const Result<Token> &token) {
        const QString time = clockTime(m_clock->now());
        if (token && token->revoked)
            done(id, State::Revoked, askedAt);
        else if (!token && token.error().kind == Kind::NotFound)
            done(id, State::AlreadyGone, askedAt);
        else
            fail(id, refusal, askedAt,
                 token ? tr("Looked again at %1: still active.").arg(time)
                       : tr("Looked again at %1: it could not be read.").arg(time));
    });
}

void Revocation::fail(const QString &id, const ApiError &error, UtcMs askedAt, const QString &seen)
{
    // What was seen outdoes what the error alone would let one guess.
    const ErrorSentence sentence = sentenceFor(error, Deed::Revoke, m_server);
    m_model->setState(id, error.kind == Kind::MayBeRevoked ? State::Unknown : State::Failed,
                      seen.isEmpty() ? sentence.plain() : sentence.cause + u' ' + seen,
                      technicalDetails(error), askedAt);
    --m_asking;
    askNext();
}

void Revocation::done(const QString &id, State state, UtcMs askedAt)
{
    m_revokedIds.append(id);
    m_model->setState(id, state, {}, {}, askedAt);
    --m_asking;
    askNext();
}

} // namespace rox
