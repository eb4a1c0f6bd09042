// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakverdict.h"
#include "models/values/clock.h"
#include "models/values/secret.h"
#include "network/central/centralclient.h"

#include <QObject>
#include <QPointer>

#include <deque>

namespace rox {

class Session;

/// Asks Centrals whether they accept leaked values: each value goes to the Central of its session,
/// over connections of its own with that session's trust, and only while that session is live. A
/// refused one is then looked up with the session's own credential.
class LeakCheck : public QObject
{
    Q_OBJECT

public:
    struct Ask
    {
        LeakedToken token;
        QPointer<Session> session; ///< of the server that lists the token
        Secret value;
    };

    LeakCheck(const Clock *clock, Limits limits, QObject *parent);

    /// Replaces the verdicts of these tokens; the others stay.
    void start(std::vector<Ask> asks);
    [[nodiscard]] bool isRunning() const { return m_asking > 0 || !m_waiting.empty(); }
    /// Of the tokens that were asked about, in their order.
    [[nodiscard]] QList<LeakVerdict> verdicts() const;
    /// The newest time at which a value was sent; NoTime: none was.
    [[nodiscard]] UtcMs sentAt() const { return m_sentAt; }

Q_SIGNALS:
    void changed(); ///< verdicts() or isRunning()

private:
    void askNext();
    void ask(const Ask &ask, LeakVerdict verdict);
    void take(LeakVerdict verdict, const QPointer<Session> &session, const Result<Identity> &who);
    void end(const LeakVerdict &verdict);
    [[nodiscard]] LeakVerdict *verdictOf(const QString &id);

    static constexpr int MostAtOnce = 4;
    const Clock *m_clock;
    Limits m_limits;
    std::deque<Ask> m_waiting;
    int m_asking = 0;
    QList<LeakVerdict> m_verdicts;
    UtcMs m_sentAt = NoTime;
};

} // namespace rox
