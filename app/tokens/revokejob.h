// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokesummary.h"
#include "models/values/retrypolicy.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>

namespace rox {

class Session;
class TokenWrites;

/// Revokes several tokens of one session, RevokesAtATime of them at a time. The token that signs in
/// goes alone and last, because its revoke ends the credential of the others.
///
/// A revoke that Central refuses as too busy (429 or 503) goes back to the queue, and the job
/// pauses for as long as Retry-After says, else for a growing time. A session that is retired stays
/// until the job has finished; nothing is asked of one that was retired before.
class RevokeJob : public QObject
{
    Q_OBJECT

public:
    /// `writes` outlives this object.
    RevokeJob(TokenWrites *writes, Session *session, QObject *parent = nullptr);
    ~RevokeJob() override;

    /// Not while it runs. May be called again, with what is left of the first call.
    void start(QList<Token> tokens);
    /// Ends a pause. Revokes under way finish; stopped() lists the others.
    void stop();
    [[nodiscard]] const QString &server() const { return m_server; } ///< key of the server
    [[nodiscard]] bool isRunning() const { return m_write != nullptr; }
    /// Of every start().
    [[nodiscard]] const RevokeSummary &summary() const { return m_summary; }

Q_SIGNALS:
    void asked(const QString &tokenId, UtcMs askedAt);
    void answered(const rox::RevokeEvent &event);
    /// A list has settled a revoke that ended unknown; while the job runs, or later.
    void listed(const rox::RevokeEvent &event);
    void requeued(const QString &tokenId); ///< Central was too busy
    void stopped(const QStringList &tokenIds);
    /// The seconds until the job goes on, once a second; 0 when it does.
    void pausedFor(int seconds);
    /// Each token is answered or stopped, and the session's tokens have the facts.
    void finished();

private:
    void askNext();
    void ask(const Token &token);
    void takeAnswer(const RevokeEvent &event);
    void takeListed(const QString &server, const QList<RevokeEvent> &events);
    [[nodiscard]] bool requeue(const RevokeEvent &event);
    void goOn();
    void finish();

    TokenWrites *m_writes;
    QPointer<Session> m_session;
    QString m_server;
    std::shared_ptr<void> m_write; ///< while running: the session stays in a pause too
    QString m_ownId;               ///< of the token that signs in
    QList<Token> m_queue;          ///< in order; the token that signs in is the last
    QSet<IntentId> m_asked;        ///< without an answer yet
    RevokeSummary m_summary;
    bool m_isStopped = false;
    bool m_needsList = false; ///< a revoke ended unknown, and no reading of its token succeeded
    RetryPolicy m_retry;
    QDeadlineTimer m_pauseEnd;
    QTimer m_pause; ///< active in a pause; ticks each second
};

} // namespace rox
