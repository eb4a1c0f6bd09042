// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/revokejob.h"

#include "app/servers/session.h"
#include "app/tokens/tokenwrites.h"
#include "models/revoke/revokepolicy.h"

#include <algorithm>
#include <utility>

namespace rox {

using Outcome = RevokeVerdict::Outcome;
using namespace std::chrono_literals;

namespace {

/// The person who waits can stop the job, so it goes on for as long as Central is busy.
constexpr RetryPolicy::Pauses BusyPauses{
    .first = 2s, .longest = 60s, .maxRetryAfter = 24h, .maxTries = 0};

bool isTooBusy(const RevokeVerdict &verdict)
{
    const bool isRefused = verdict.fate == Outcome::Refused || verdict.fate == Outcome::StillActive;
    return isRefused
           && (verdict.error.kind == ApiError::Kind::TooManyRequests
               || verdict.error.kind == ApiError::Kind::Unavailable);
}

} // namespace

RevokeJob::RevokeJob(TokenWrites *writes, Session *session, QObject *parent)
    : QObject(parent)
    , m_writes(writes)
    , m_session(session)
    , m_server(session->key())
    , m_retry(BusyPauses, RetryPolicy::After::Answer)
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer); // a coarse one would show a second twice
    connect(&m_pause, &QTimer::timeout, this, &RevokeJob::goOn);
    connect(writes, &TokenWrites::revokeAnswered, this, &RevokeJob::takeAnswer);
    connect(writes, &TokenWrites::revokesListed, this, &RevokeJob::takeListed);
}

RevokeJob::~RevokeJob() = default;

void RevokeJob::start(QList<Token> tokens)
{
    m_queue = std::move(tokens);
    m_isStopped = m_needsList = false;
    m_retry.reset();
    if (!m_session || m_session->isRetired()) {
        stop();
        return;
    }
    m_write = m_session->beginWrite();
    m_ownId = m_session->signedInTokenId();
    std::stable_partition(m_queue.begin(), m_queue.end(),
                          [this](const Token &token) { return token.id != m_ownId; });
    askNext();
}

void RevokeJob::stop()
{
    m_isStopped = true;
    if (m_pause.isActive()) {
        m_pause.stop();
        Q_EMIT pausedFor(0);
    }
    QStringList ids;
    for (const Token &token : std::exchange(m_queue, {}))
        ids.append(token.id);
    Q_EMIT stopped(ids);
    askNext();
}

void RevokeJob::askNext()
{
    while (!m_pause.isActive() && m_asked.size() < RevokesAtATime && !m_queue.isEmpty()) {
        if (m_queue.constFirst().id == m_ownId && !m_asked.isEmpty())
            return;
        ask(m_queue.takeFirst());
    }
    if (m_asked.isEmpty() && m_queue.isEmpty())
        finish();
}

void RevokeJob::ask(const Token &token)
{
    Q_EMIT asked(token.id, m_writes->clock()->now());
    m_asked.insert(m_writes->revoke(m_session, token));
}

void RevokeJob::takeAnswer(const RevokeEvent &event)
{
    if (!m_asked.remove(event.intent))
        return; // of another job
    if (!requeue(event)) {
        if (event.verdict.isDone())
            m_retry.reset();
        m_needsList |=
            event.verdict.fate == Outcome::Unknown && event.verdict.lastSeenActiveAt == NoTime;
        m_summary.take(event);
        Q_EMIT answered(event);
    }
    askNext();
}

void RevokeJob::takeListed(const QString &server, const QList<RevokeEvent> &events)
{
    if (server != m_server)
        return;
    for (const RevokeEvent &event : events) {
        if (!m_summary.isUnknown(event.token.id))
            continue;
        m_summary.take(event);
        Q_EMIT listed(event);
    }
}

bool RevokeJob::requeue(const RevokeEvent &event)
{
    if (!isTooBusy(event.verdict) || m_isStopped)
        return false;
    // Several are refused at a time: that is one pause.
    if (!m_pause.isActive()) {
        const auto pause = m_retry.pauseAfter(event.verdict.error);
        if (!pause)
            return false;
        m_pauseEnd.setRemainingTime(*pause);
    }
    m_queue.prepend(event.token);
    Q_EMIT requeued(event.token.id);
    goOn();
    return true;
}

/// Waits for the rest of the pause, and at its end goes on with the queue.
void RevokeJob::goOn()
{
    const auto left = m_pauseEnd.remainingTimeAsDuration();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    Q_EMIT pausedFor(int(seconds.count()));
    if (left > 0ns)
        m_pause.start(std::chrono::ceil<std::chrono::milliseconds>(left - (seconds - 1s)));
    else
        askNext();
}

void RevokeJob::finish()
{
    const auto write = std::exchange(m_write, nullptr); // until finished() was heard
    if (m_needsList && m_session)
        m_session->refresh();
    Q_EMIT finished();
}

} // namespace rox
