// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/tokenwrites.h"

#include "app/servers/sessionpool.h"
#include "network/central/centralwrites.h"
#include "network/delivery.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// One request that waits for the journal or for Central.
struct TokenWrites::Asked
{
    Intent intent;
    Token token; ///< Revoke only
    QPointer<Session> session;
    std::shared_ptr<void> write; ///< the session stays while this is held
};

/// What revokes of one session have proven. It is noted each second, and when the last of those
/// under way has its answer: the table is made anew each time, which is too slow for each of a
/// thousand revokes.
struct TokenWrites::Proven
{
    int underWay = 0;
    QStringList revoked, gone;
};

namespace {

IntentOutcome outcomeOf(const RevokeVerdict &verdict)
{
    switch (verdict.fate) {
    case RevokeVerdict::Outcome::Revoked:
        return IntentOutcome::Done;
    case RevokeVerdict::Outcome::AlreadyGone:
        return IntentOutcome::Gone;
    case RevokeVerdict::Outcome::NotSent:
        return IntentOutcome::NotSent;
    case RevokeVerdict::Outcome::StillActive:
    case RevokeVerdict::Outcome::Refused:
    case RevokeVerdict::Outcome::Unknown:
        break;
    }
    return IntentOutcome::NotDone;
}

/// The session went before the journal had the intent.
ApiError sessionGone()
{
    return errorOf(ApiError::Kind::NotSent, u"the connection was closed"_s);
}

/// The user did not want a token whose generate is in no history.
ApiError notRecorded()
{
    return errorOf(ApiError::Kind::NotSent, u"the history of this computer cannot be written"_s);
}

QStringList knownIdsNamed(const QString &name, const KnownTokens &tokens, UtcMs now)
{
    QStringList ids;
    if (const TokenTablePtr &table = tokens.table()) {
        for (const TokenTable::Row row : table->liveRowsNamed(name, now))
            ids.append(table->token(row).id);
    }
    for (const KnownTokens::Fact &fact : tokens.facts()) {
        if (fact.made != 0)
            ids.append(fact.token.id);
    }
    return ids;
}

} // namespace

TokenWrites::TokenWrites(Journal *journal, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_clock(clock)
    , m_openGenerates(journal, clock)
{
    m_noteProven.setSingleShot(true);
    m_noteProven.setInterval(1s);
    connect(&m_noteProven, &QTimer::timeout, this, [this] {
        const auto sessions = m_proven.keys();
        for (Session *session : sessions) {
            if (m_proven.contains(session)) // else deleted meanwhile
                noteProven(session);
        }
    });
}

TokenWrites::~TokenWrites() = default;

void TokenWrites::follow(SessionPool *pool)
{
    m_pool = pool;
    connect(pool, &SessionPool::changed, this, &TokenWrites::followNext);
}

void TokenWrites::followNext(const ServerId &server)
{
    Session *session = m_pool->find(server);
    if (session && !session->isStarted()) // before that its address may change
        connect(session, &Session::started, this, [this, session] { adopt(session); });
}

/// What is open is settled by the next list that is asked for.
void TokenWrites::adopt(Session *session)
{
    followOpenRevokes(session);
    m_openGenerates.adopt(session);
    m_journal->load(session->key(), session->address(), session,
                    [this, session] { adoptOpen(session); });
}

void TokenWrites::adoptOpen(Session *session)
{
    const QList<Intent> open = m_journal->open();
    bool needsList = false;
    for (const Intent &intent : open) {
        if (m_underWay.contains(intent.id) || !intent.isAt(session->key(), session->address()))
            continue;
        if (intent.kind == Intent::Kind::Revoke) {
            session->openRevokes()->add(intent.tokenId);
            needsList = true;
        } else if (!m_openGenerates.find(intent.id)) { // of an earlier run of the program
            m_openGenerates.add(intent,
                                intent.isValueLost ? GenerateOutcome::Outcome::ValueLost
                                                   : GenerateOutcome::Outcome::MayBeCreated,
                                session, intent.askedAt);
        }
    }
    if (needsList && (session->isReading() || session->table()))
        session->refresh(); // that list was asked for before
}

/// The started session that has taken the place of this one on the same Central; null: none.
Session *TokenWrites::nextOf(const Session &session) const
{
    Session *next = m_pool && session.isRetired() ? m_pool->withKey(session.key()) : nullptr;
    return next && next->isStarted() && next->address() == session.address() ? next : nullptr;
}

/// The session whose lists can still settle what `session` has left open.
Session *TokenWrites::settlingOf(Session *session) const
{
    Session *next = nextOf(*session);
    return next ? next : session;
}

TokenWrites::Asked TokenWrites::asked(Session *session, Intent intent, Token token) const
{
    intent.id = QUuid::createUuid();
    intent.server = session->key();
    intent.address = session->address();
    intent.askedAt = m_clock->now();
    return {std::move(intent), std::move(token), session, session->beginWrite()};
}

IntentId TokenWrites::generate(Session *session, const TokenDraft &draft, QObject *context,
                               GenerateHandler handler, const QUuid &chain)
{
    Intent intent;
    intent.kind = Intent::Kind::Generate;
    intent.chain = chain;
    intent.draft = draft;
    intent.idsBefore = knownIdsNamed(draft.name, session->tokens(), session->centralClock()->now());
    const Asked request = asked(session, intent, {});
    auto settle = [this, request,
                   deliver = Delivery<GenerateOutcome &&>(context, std::move(handler))](
                      GenerateOutcome &&outcome) mutable {
        settleGenerate(request, outcome);
        deliver(std::move(outcome));
    };
    m_underWay.insert(request.intent.id);
    auto send = [this, request, settle](bool goesOn) mutable {
        if (goesOn && request.session) {
            request.session->writes()->generate(request.intent.draft, this, std::move(settle));
            return;
        }
        GenerateOutcome notSent;
        notSent.error = goesOn ? sessionGone() : notRecorded();
        settle(std::move(notSent));
    };
    m_journal->append(request.intent, this, [this, request, send](Recorded recorded) mutable {
        if (recorded == Recorded::Durably || !m_ask || !request.session)
            send(true);
        else
            m_ask(request.session->name(), this, std::move(send));
    });
    return request.intent.id;
}

void TokenWrites::settle(const IntentId &id, IntentOutcome outcome, const QString &tokenId)
{
    m_journal->settle(id, {outcome, m_clock->now(), tokenId});
}

void TokenWrites::settle(const IntentId &id, IntentOutcome outcome, const RevokeVerdict &verdict)
{
    m_journal->settle(id, {.outcome = outcome,
                           .at = m_clock->now(),
                           .tokenId = {},
                           .httpStatus = verdict.isDone() ? 0 : verdict.error.httpStatus,
                           .lastSeenActiveAt = verdict.lastSeenActiveAt});
}

void TokenWrites::settleGenerate(const Asked &asked, const GenerateOutcome &outcome)
{
    m_underWay.remove(asked.intent.id);
    switch (outcome.fate) {
    case GenerateOutcome::Outcome::Made:
        settle(asked.intent.id, IntentOutcome::Done, outcome.token.id);
        if (!asked.session)
            return;
        asked.session->noteGenerated(outcome.token);
        if (Session *next = nextOf(*asked.session))
            next->noteGenerated(outcome.token);
        return;
    case GenerateOutcome::Outcome::Refused:
        settle(asked.intent.id, IntentOutcome::NotDone);
        return;
    case GenerateOutcome::Outcome::NotSent:
        settle(asked.intent.id, IntentOutcome::NotSent);
        return;
    case GenerateOutcome::Outcome::ValueLost:
    case GenerateOutcome::Outcome::MayBeCreated:
        settle(asked.intent.id, outcome.fate == GenerateOutcome::Outcome::ValueLost
                                    ? IntentOutcome::ValueLost
                                    : IntentOutcome::Unknown);
        if (asked.session)
            m_openGenerates.add(asked.intent, outcome.fate, settlingOf(asked.session),
                                m_clock->now());
        return;
    }
}

IntentId TokenWrites::revoke(Session *session, const Token &token, const QUuid &chain)
{
    Intent intent;
    intent.kind = Intent::Kind::Revoke;
    intent.chain = chain;
    intent.tokenId = token.id;
    const Asked request = asked(session, intent, token);
    m_underWay.insert(request.intent.id);
    if (!m_proven.contains(session))
        connect(session, &QObject::destroyed, this, [this, session] { m_proven.remove(session); });
    ++m_proven[session].underWay;
    m_journal->append(request.intent, this, [this, request](Recorded recorded) {
        if (recorded == Recorded::NotAtAll)
            Q_EMIT revokeNotRecorded(request.intent.server, request.token);
        sendRevoke(request); // never waits for a history that cannot be written
    });
    return request.intent.id;
}

void TokenWrites::sendRevoke(const Asked &asked)
{
    if (asked.session) {
        asked.session->writes()->revoke(
            asked.token.id, this,
            [this, asked](const RevokeVerdict &verdict) { settleRevoke(asked, verdict); });
        return;
    }
    RevokeVerdict notSent;
    notSent.fate = RevokeVerdict::Outcome::NotSent;
    notSent.provenAt = m_clock->now();
    notSent.error = sessionGone();
    settleRevoke(asked, notSent);
}

void TokenWrites::settleRevoke(const Asked &asked, const RevokeVerdict &verdict)
{
    using Outcome = RevokeVerdict::Outcome;
    const Intent &intent = asked.intent;
    m_underWay.remove(intent.id);
    switch (verdict.fate) {
    case Outcome::Unknown: // stays open
        settle(intent.id, IntentOutcome::Unknown, verdict);
        if (asked.session) {
            Session *settling = settlingOf(asked.session);
            settling->openRevokes()->add(intent.tokenId);
            followOpenRevokes(settling);
            if (settling != asked.session)
                settling->refresh();
        }
        break;
    case Outcome::Revoked:
    case Outcome::AlreadyGone:
    case Outcome::StillActive: // says the same of earlier revokes whose answers were lost
        settle(intent.id, outcomeOf(verdict), verdict);
        if (asked.session) {
            closeRevokes(*asked.session, intent.tokenId, outcomeOf(verdict));
            asked.session->openRevokes()->remove(intent.tokenId);
            settlingOf(asked.session)->openRevokes()->remove(intent.tokenId);
        }
        break;
    case Outcome::Refused:
    case Outcome::NotSent:
        settle(intent.id, outcomeOf(verdict), verdict);
        break;
    }
    takeProven(asked, verdict);
    Q_EMIT revokeAnswered({intent.id, intent.server, asked.token, verdict, false});
}

void TokenWrites::takeProven(const Asked &asked, const RevokeVerdict &verdict)
{
    if (!asked.session)
        return;
    Proven &proven = m_proven[asked.session];
    if (verdict.isDone())
        (verdict.fate == RevokeVerdict::Outcome::Revoked ? proven.revoked : proven.gone)
            .append(asked.token.id);
    if (--proven.underWay == 0)
        noteProven(asked.session);
    else if (!m_noteProven.isActive())
        m_noteProven.start();
}

void TokenWrites::noteProven(Session *session)
{
    Proven &proven = m_proven[session];
    const QStringList revoked = std::exchange(proven.revoked, {});
    const QStringList gone = std::exchange(proven.gone, {});
    const QPointer<Session> next = nextOf(*session);
    for (const QPointer<Session> &on : {QPointer(session), next}) {
        if (on)
            on->noteRevoked(revoked);
        if (on)
            on->noteGone(gone);
    }
}

void TokenWrites::followOpenRevokes(Session *session)
{
    session->openRevokes()->disconnect(this);
    connect(session->openRevokes(), &OpenRevokes::settled, this,
            [this, session](const SettledRevokes &settled) { takeListed(session, settled); });
}

void TokenWrites::takeListed(Session *session, const SettledRevokes &settled)
{
    using Outcome = RevokeVerdict::Outcome;
    QList<RevokeEvent> events;
    const auto add = [&](const QStringList &ids, Outcome fate) {
        for (const QString &id : ids) {
            RevokeEvent event{{}, session->key(), {}, {}, true};
            event.verdict.fate = fate;
            event.verdict.wasReadBack = true;
            event.verdict.provenAt = settled.readAt;
            event.verdict.lastSeenActiveAt = fate == Outcome::StillActive ? settled.readAt : NoTime;
            event.token = session->tokens().token(id).value_or(Token{});
            event.token.id = id;
            event.intent = closeRevokes(*session, id, outcomeOf(event.verdict));
            events.append(event);
        }
    };
    add(settled.revoked, Outcome::Revoked);
    add(settled.gone, Outcome::AlreadyGone);
    add(settled.active, Outcome::StillActive);
    Q_EMIT revokesListed(session->key(), events);
}

/// Closes each open revoke of this token that is not under way. Returns the latest.
IntentId TokenWrites::closeRevokes(const Session &session, const QString &tokenId,
                                   IntentOutcome outcome)
{
    IntentId latest;
    const QList<Intent> open = m_journal->open();
    for (const Intent &intent : open) {
        if (intent.kind != Intent::Kind::Revoke || intent.tokenId != tokenId
            || !intent.isAt(session.key(), session.address()) || m_underWay.contains(intent.id))
            continue;
        latest = intent.id;
        settle(latest, outcome);
    }
    return latest;
}

} // namespace rox
