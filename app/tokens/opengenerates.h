// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/tokens/knowntokens.h"
#include "network/central/centralclient.h"
#include "ui/generate/candidatelist.h"

#include <QObject>
#include <QPointer>
#include <QSet>

namespace rox {

class Clock;
class Session;

/// One generate, from the click on. It is open from the moment when its answer is lost until the
/// user has decided about each token that it may have made.
struct OpenGenerate
{
    enum class State {
        Waiting,    ///< for a list that was asked for after the answer was lost
        Unreadable, ///< still waiting; the last try to read the list failed
        NoneYet,    ///< a list came that shows no token which it may have made
        Found,      ///< a list came that shows candidates
        Left,       ///< the session went before a list came
    };

    QString id;                ///< of the intent; set by OpenGenerates
    QPointer<Session> session; ///< it may be left and gone when the outcome is here
    ServerFacts server;
    const Clock *clock = nullptr;
    TokenDraft draft;
    TokenTablePtr before;   ///< the table when Central was asked; null if there was none
    QSet<QString> ruledOut; ///< ids of tokens that something else made, or that the user keeps
    GenerateOutcome::Fate fate = GenerateOutcome::Fate::NotSent;
    UtcMs askedAt = NoTime;
    UtcMs lostAt = NoTime;
    KnownTokens::Moment lost = 0; ///< a list with a larger read id was asked for afterwards
    State state = State::Waiting;
    UtcMs listedAt = NoTime;     ///< when the last such list came
    QList<Candidate> candidates; ///< Found only

    [[nodiscard]] bool hasSession() const;
    /// Tokens that are known to come from other generates of this computer are no candidates.
    void ruleOutMade(const KnownTokens &tokens);
};

/// The generates whose answers were lost. Each is looked for in every list of its session that was
/// asked for after the loss, however many reads fail before and however long it takes; a fact about
/// a single token does not pass for a list.
class OpenGenerates : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The answer was lost just now. Returns the id of the intent. The caller sees to it that the
    /// list is read.
    QString add(OpenGenerate lost);
    /// Null if it was closed. Valid until the next call that is not const.
    [[nodiscard]] const OpenGenerate *find(const QString &id) const;
    /// The user keeps this candidate. The last one closes the intent.
    void keep(const QString &id, const QString &tokenId);
    /// Nothing more is asked about it.
    void close(const QString &id);

Q_SIGNALS:
    void changed(const QString &id); ///< its state, its candidates or the time of its list
    void closed(const QString &id);

private:
    void follow(const OpenGenerate &lost);
    void takeList(const QString &id, KnownTokens::Moment readId);
    void takeFact(const QString &id);
    void takeFailure(const QString &id);
    void takeLeaving(const QString &id);
    void setCandidates(OpenGenerate &lost, QList<Candidate> candidates);

    QHash<QString, OpenGenerate> m_open;
    quint64 m_lastId = 0;
};

} // namespace rox
