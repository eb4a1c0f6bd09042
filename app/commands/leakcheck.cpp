// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/leakcheck.h"

#include "app/servers/session.h"
#include "app/tokens/valuequestion.h"

#include <algorithm>
#include <utility>

namespace rox {

using Answer = LeakVerdict::Answer;
using Entry = LeakVerdict::Entry;

LeakCheck::LeakCheck(const Clock *clock, Limits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limits(std::move(limits))
{}

void LeakCheck::start(std::vector<Ask> asks)
{
    for (Ask &one : asks)
        m_waiting.push_back(std::move(one));
    askNext();
    Q_EMIT changed();
}

QList<LeakVerdict> LeakCheck::verdicts() const
{
    return m_verdicts;
}

LeakVerdict *LeakCheck::verdictOf(const QString &id)
{
    const auto found = std::find_if(m_verdicts.begin(), m_verdicts.end(),
                                    [&](const auto &one) { return one.token.token.id == id; });
    return found == m_verdicts.end() ? nullptr : &*found;
}

void LeakCheck::askNext()
{
    while (m_asking < MostAtOnce && !m_waiting.empty()) {
        const Ask next = std::move(m_waiting.front());
        m_waiting.pop_front();
        LeakVerdict verdict;
        verdict.token = next.token;
        if (const LeakVerdict *before = verdictOf(next.token.token.id))
            verdict.acceptedAt = before->acceptedAt;
        ++m_asking;
        ask(next, std::move(verdict));
    }
}

void LeakCheck::ask(const Ask &ask, LeakVerdict verdict)
{
    Session *session = ask.session;
    if (!session || session->state() != Session::State::Live || ask.value.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, verdict] { end(verdict); }, Qt::QueuedConnection);
        return;
    }
    verdict.wasSent = true;
    m_sentAt = m_clock->now();
    askWithValue(*session->client(), ask.value, m_limits, this,
                 [this, verdict = std::move(verdict), session = ask.session](
                     const Result<Identity> &who) { take(verdict, session, who); });
}

void LeakCheck::take(LeakVerdict verdict, const QPointer<Session> &session,
                     const Result<Identity> &who)
{
    const QString id = verdict.token.token.id;
    if (who && who->tokenId == id) {
        verdict.answer = Answer::Accepted;
        verdict.answeredAt = verdict.acceptedAt = m_clock->now();
        end(verdict);
        return;
    }
    if (who || who.error().kind != ApiError::Kind::Unauthenticated) {
        // Accepted as another token than it says it is: no Central answers so.
        verdict.error = who ? errorOf(ApiError::Kind::WrongShape) : who.error();
        end(verdict);
        return;
    }
    verdict.answer = Answer::Refused;
    verdict.answeredAt = m_clock->now();
    if (!session || !session->reads()) {
        end(verdict);
        return;
    }
    session->reads()->token(id, this, [this, verdict, session](const Result<Token> &token) mutable {
        if (token)
            verdict.entry = entryOf(*token, m_clock->now());
        else if (token.error().kind == ApiError::Kind::NotFound)
            verdict.entry = Entry::Gone;
        end(verdict);
    });
}

void LeakCheck::end(const LeakVerdict &verdict)
{
    --m_asking;
    if (LeakVerdict *before = verdictOf(verdict.token.token.id))
        *before = verdict;
    else
        m_verdicts.append(verdict);
    askNext();
    Q_EMIT changed();
}

} // namespace rox
