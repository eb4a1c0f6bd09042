// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/tokens/opengenerates.h"
#include "models/tokens/openrevokes.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace rox {

class Clock;
class ServerId;
class SessionPool;

/// Asks Centrals to generate and to revoke; no other code does. Each request is recorded in the
/// journal first and leaves once that is durable. If it cannot be recorded, a revoke leaves all the
/// same, and the user is asked about a generate. Its outcome is recorded, becomes a fact about the
/// session's tokens, and is reported as an event.
///
/// A session stays until the outcome is here, even if it is retired meanwhile. An intent whose
/// outcome is unknown stays open: a revoke is one of the session's OpenRevokes, a generate one of
/// openGenerates(). The next session on the same Central gets the facts and the open intents.
class TokenWrites : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    TokenWrites(Journal *journal, const Clock *clock, QObject *parent = nullptr);
    ~TokenWrites() override;

    /// Each session of the pool that is started goes on with what earlier ones have left open.
    void follow(SessionPool *pool);

    /// The session goes on with what is open at its Central, of earlier sessions and of earlier
    /// runs.
    void adopt(Session *session);

    /// Asks the user whether to generate a token on this server although that cannot be recorded.
    /// The answer is not taken after `context` died.
    using AskUnrecorded =
        std::function<void(const QString &serverName, QObject *context, std::function<void(bool)>)>;
    void setAskUnrecorded(AskUnrecorded ask) { m_ask = std::move(ask); }

    /// Central is asked once. `handler` has the value; it is not called after `context` died, while
    /// everything else goes on. If the answer was lost, openGenerates() has the intent by then.
    /// `chain`: of the rotation that it is a step of; null: of none.
    IntentId generate(Session *session, const TokenDraft &draft, QObject *context,
                      GenerateHandler handler, const QUuid &chain = {});
    /// revokeAnswered() reports the outcome. The token needs an id only.
    IntentId revoke(Session *session, const Token &token, const QUuid &chain = {});

    [[nodiscard]] OpenGenerates *openGenerates() { return &m_openGenerates; }
    [[nodiscard]] const Clock *clock() const { return m_clock; }

Q_SIGNALS:
    /// The revoke leaves, and is not in the history yet.
    void revokeNotRecorded(const QString &server, const rox::Token &token);
    void revokeAnswered(const rox::RevokeEvent &event);
    /// A list has settled revokes of one server whose answers were lost.
    void revokesListed(const QString &server, const QList<rox::RevokeEvent> &events);

private:
    struct Asked;
    struct Proven;
    [[nodiscard]] Asked asked(Session *session, Intent intent, Token token) const;
    void sendRevoke(const Asked &asked);
    void settleGenerate(const Asked &asked, const GenerateOutcome &outcome);
    void settleRevoke(const Asked &asked, const RevokeVerdict &verdict);
    void takeProven(const Asked &asked, const RevokeVerdict &verdict);
    void noteProven(Session *session);
    void followOpenRevokes(Session *session);
    void takeListed(Session *session, const SettledRevokes &settled);
    IntentId closeRevokes(const Session &session, const QString &tokenId, IntentOutcome outcome);
    void followNext(const ServerId &server);
    void adoptOpen(Session *session);
    void settle(const IntentId &id, IntentOutcome outcome, const QString &tokenId = {});
    void settle(const IntentId &id, IntentOutcome outcome, const RevokeVerdict &verdict);
    [[nodiscard]] Session *nextOf(const Session &session) const;
    [[nodiscard]] Session *settlingOf(Session *session) const;

    Journal *m_journal;
    const Clock *m_clock;
    QPointer<SessionPool> m_pool;
    OpenGenerates m_openGenerates;
    AskUnrecorded m_ask;
    QSet<IntentId> m_underWay; ///< without an answer yet
    QHash<Session *, Proven> m_proven;
    QTimer m_noteProven; ///< runs while proven facts are not noted yet
};

} // namespace rox
