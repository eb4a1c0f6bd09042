// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokenhistory.h"

#include <QHash>
#include <QObject>

namespace rox {

/// What is known of the tokens of one Central: the last list, and the facts about single tokens
/// that were proven since that list was asked for.
///
/// Central takes the snapshot of a list at some time between request and answer. So a fact that was
/// proven after the request overrides the list, and a list that was asked for after the proof
/// replaces the fact. Requests and proofs are ordered by a counter, because the computer's clock
/// may be set back; the times are only displayed.
///
/// Revoked tokens that Central does not list any more stay in the table: those that the history
/// remembers, and those that were revoked in the list before.
///
/// Without a list there is no table: facts wait for the first list. GUI thread only.
class KnownTokens : public QObject
{
    Q_OBJECT

public:
    /// A position in the order of requests and proofs. Later ones are larger; 0 is before all.
    using Moment = quint64;

    /// One request for the list.
    struct Read
    {
        Moment id = 0; ///< when the list was asked for; unique
        UtcMs askedAt = NoTime;
    };

    struct Fact
    {
        enum class Kind {
            Made,    ///< Central answered a generate with this token
            Revoked, ///< Central answered, or listed the token, so
            Gone,    ///< Central has no token with this id any more
        };
        Kind kind = Kind::Made;
        Token token;     ///< as Central made it; else only the id
        Moment made = 0; ///< when Made was proven; 0: not made by this program
        Moment proven = 0;
        UtcMs provenAt = NoTime;
    };

    using QObject::QObject;

    /// To be called when the request for the list leaves.
    [[nodiscard]] Read startRead(UtcMs now);
    /// The answer to `read`. Returns false, and changes nothing, if a list that was asked for later
    /// has arrived before.
    bool takeList(const Read &read, TokenTablePtr list, UtcMs arrivedAt);

    void addMade(const Token &token, UtcMs provenAt);
    void addRevoked(const QStringList &ids, UtcMs provenAt);
    /// The rows of these tokens stay until the next list, as revoked: removing a row would mean to
    /// build the whole table again.
    void addGone(const QStringList &ids, UtcMs provenAt);

    /// What the history of this computer says. Of `remembered` the tokens are added to the table
    /// that the list does not have.
    void setHistory(TokenHistoryPtr history, const QList<Token> &remembered);
    /// The history was that of another Central: what it remembers goes with the next setHistory().
    void forgetHistory();
    /// The newest list of the history, for as long as none was read.
    void startFrom(TokenTablePtr list, UtcMs asOf);
    /// The list is of the history: an earlier run or another window has read it.
    [[nodiscard]] bool isListOfHistory() const { return m_isListOfHistory; }
    /// Null: nothing is known yet.
    [[nodiscard]] const TokenHistoryPtr &history() const { return m_history; }

    /// The list with the facts over it and the remembered tokens behind it; null before the first
    /// list.
    [[nodiscard]] const TokenTablePtr &table() const { return m_table; }
    /// Without the remembered tokens.
    [[nodiscard]] const TokenTablePtr &list() const { return m_list; }
    /// The read that brought the list; its id is 0 before the first list.
    [[nodiscard]] const Read &lastRead() const { return m_read; }
    [[nodiscard]] UtcMs listArrivedAt() const { return m_arrivedAt; }
    /// The newest fact about each token that no list has settled yet, by the token's id.
    [[nodiscard]] const QHash<QString, Fact> &facts() const { return m_facts; }
    /// The moment of the last request or proof. A list whose read id is larger was asked for later.
    [[nodiscard]] Moment now() const { return m_now; }

    /// From the table, else from a fact; nothing if neither has more than the id.
    [[nodiscard]] std::optional<Token> token(const QString &id) const;
    /// The list or a fact says that it is revoked or gone.
    [[nodiscard]] bool isRevoked(const QString &id) const;

Q_SIGNALS:
    void listRead(quint64 readId); ///< the table has another list now
    void factAdded();              ///< the list is the same; a fact was proven
    void historyChanged();         ///< history(), and with it the remembered tokens

private:
    void addEnd(Fact::Kind kind, const QStringList &ids, UtcMs provenAt);
    void layFactsOverTable();
    void rememberRevoked(const TokenTable &before);
    void addRemembered();

    Moment m_now = 0;
    Read m_read;
    UtcMs m_arrivedAt = NoTime;
    bool m_isListOfHistory = false;
    TokenTablePtr m_list;
    TokenTablePtr m_table;
    TokenHistoryPtr m_history;
    QHash<QString, Token> m_remembered; ///< revoked; the list may have some of them
    QHash<QString, Fact> m_facts;
};

} // namespace rox
