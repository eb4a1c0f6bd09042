// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/history/journal.h"
#include "models/tokens/candidate.h"
#include "models/tokens/knowntokens.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace rox {

class Clock;
class Session;

/// A generate whose answer was lost, and how far the search for its token has come.
struct OpenGenerate
{
    using Search = GenerateEvent::Search;

    Intent intent;
    GenerateOutcome::Outcome fate = GenerateOutcome::Outcome::MayBeCreated; ///< or ValueLost
    QPointer<Session> session; ///< may be retired or gone
    QString serverName;
    UtcMs lostAt = NoTime;
    /// Only a list with a larger read id was asked for after the loss.
    KnownTokens::Moment lost = 0;
    /// Ids that are no candidates: listed before, made by another generate, or kept by the user.
    QSet<QString> ruledOut;
    Search search = Search::Waiting;
    UtcMs listedAt = NoTime;     ///< NotListed and Found: when that list arrived
    QList<Candidate> candidates; ///< Found only

    [[nodiscard]] GenerateEvent event() const;
};

/// The open intents of the journal to generate whose answers were lost. Each is looked for in every
/// list of its session that was asked for after the loss, however many reads fail before one comes;
/// a fact about a single token does not count as a list. The next session on the same Central goes
/// on with the search. An intent is open until the user has decided about its candidates.
class OpenGenerates : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this object.
    OpenGenerates(Journal *journal, const Clock *clock)
        : m_journal(journal)
        , m_clock(clock)
    {}

    /// The answer was lost at `lostAt`. Has the session read its list.
    void add(const Intent &intent, GenerateOutcome::Outcome fate, Session *session, UtcMs lostAt);
    /// The session was started: it goes on with the searches of earlier sessions on its Central.
    void adopt(Session *session);
    /// Null if it was closed. Valid until the next call of a member that is not const.
    [[nodiscard]] const OpenGenerate *find(const IntentId &id) const;
    [[nodiscard]] QList<IntentId> ids() const { return m_open.keys(); }
    /// The user keeps this candidate. Keeping the last one closes the intent.
    void keep(const IntentId &id, const QString &tokenId);
    void close(const IntentId &id);

Q_SIGNALS:
    void changed(const rox::IntentId &id); ///< its search, its candidates or the time of its list
    void closed(const rox::IntentId &id);

private:
    void follow(const OpenGenerate &open);
    void takeList(const IntentId &id, KnownTokens::Moment readId);
    void takeFact(const IntentId &id);
    /// Looks through the session's table, if there is one.
    void findCandidates(OpenGenerate &open);
    void setSearch(const IntentId &id, OpenGenerate::Search search);
    void setCandidates(OpenGenerate &open, QList<Candidate> candidates);

    Journal *m_journal;
    const Clock *m_clock;
    QHash<IntentId, OpenGenerate> m_open;
};

} // namespace rox
