// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/values/revokeverdict.h"

#include <QAbstractListModel>
#include <QHash>

#include <array>
#include <functional>

namespace rox {

/// What a question about the tokens that are not settled says of them.
struct RevokeQuestion
{
    int tokens = 0;
    int admins = 0;
    int expired = 0;
    bool holdsSignedIn = false;
    int onlyRow = -1;           ///< of RevokeListModel, if it is one token
    UtcMs firstExpiry = NoTime; ///< of those that have not expired and will
    int selected = 0;           ///< of which these are the ones to revoke
    int revokedAlready = 0;     ///< before the selection was made, or in the parts before
};

/// The tokens of one revocation and what became of each. Those that hold Admin come first, then
/// those that expire first, the token in use last; this order never changes.
///
/// A revocation has parts: after Stop or a failure, begin() takes up what is not settled. What the
/// parts before settled stays in the list.
class RevokeListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State {
        Asked,
        Waiting,
        Asking,
        Revoked,
        AlreadyGone,
        Failed,  ///< Central refused; it was not revoked
        NotSent, ///< proven: the request did not leave this computer
        Unknown,
        Stopped,
        Kept
    };
    Q_ENUM(State)
    enum Role {
        TokenRole = Qt::UserRole + 1, ///< rox::Token
        StateRole,                    ///< State
        SentenceRole,                 ///< QString: what was answered, or seen on reading it back
        DetailsRole,                  ///< QString: technical, to copy
        AskedAtRole,                  ///< qint64, UtcMs
        SignedInRole,                 ///< bool: the token in use
        NamesakesRole,                ///< int: unrevoked tokens of this name, itself too
        FirstFreeRole,
    };
    /// How many unrevoked tokens of the server have this name.
    using NameCount = std::function<int(const QString &)>;

    explicit RevokeListModel(QObject *parent = nullptr);

    void setTokens(QList<Token> tokens, const QString &signedInId);
    /// How many of the selected tokens are left out, as they are revoked.
    void setRevokedAlready(int count) { m_revokedAlready = count; }
    /// Asked for the rows that are drawn, once for each name.
    void setNameCount(NameCount count);
    void setState(const QString &id, State state, const QString &sentence = {},
                  const QString &details = {}, UtcMs askedAt = NoTime);
    /// Sets the state that the verdict stands for.
    void setVerdict(const QString &id, const RevokeVerdict &verdict, const QString &sentence,
                    const QString &details, UtcMs askedAt);
    /// Sets what is not settled to Waiting, and the token in use to Kept unless it goes too.
    void begin(bool withSignedIn);

    [[nodiscard]] RevokeQuestion question(UtcMs now) const;
    /// Neither revoked nor kept: a question is about it, and begin() takes it up.
    [[nodiscard]] bool isOpen(int row) const { return isOpen(m_entries.at(row).state); }
    [[nodiscard]] State stateAt(int row) const { return m_entries.at(row).state; }
    [[nodiscard]] int count(State state) const;
    /// Of those Revoked: Central did not answer so, but lists them as revoked.
    [[nodiscard]] int readBackCount() const { return m_readBack; }
    /// When the last of those Revoked or AlreadyGone was proven; NoTime if there is none.
    [[nodiscard]] UtcMs lastProvenAt() const { return m_lastProvenAt; }
    [[nodiscard]] int countInPart(State state) const; ///< of those that begin() took up last
    [[nodiscard]] int partSize() const;
    /// Nothing has been begun: the question is not about what a part before has left.
    [[nodiscard]] bool isFirstQuestion() const { return count(State::Asked) == rowCount(); }
    [[nodiscard]] bool isOfPart(int row) const { return m_entries.at(row).part == m_part; }
    [[nodiscard]] QStringList ids(State state) const;
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] const Token &tokenAt(int row) const { return m_entries.at(row).token; }
    [[nodiscard]] QString sentenceAt(int row) const { return m_entries.at(row).sentence; }
    /// The sentence without what it says of this token alone: its id, a time of day. Rows with the
    /// same one have the same cause.
    [[nodiscard]] QString causeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        Token token;
        State state = State::Asked;
        int part = 0; ///< that it was last taken up in
        QString sentence;
        QString details;
        UtcMs askedAt = NoTime;
    };
    static constexpr int StateCount = int(State::Kept) + 1;
    using Counts = std::array<int, StateCount>;

    [[nodiscard]] static bool isOpen(State state);
    [[nodiscard]] bool isSignedIn(const Entry &entry) const;
    [[nodiscard]] QList<Entry> ordered(QList<Entry> entries) const;
    [[nodiscard]] int namesakes(const QString &name) const;
    [[nodiscard]] QString spokenText(const Entry &entry) const;
    [[nodiscard]] QString stateWord(State state) const;

    QList<Entry> m_entries;
    Counts m_counts{}; ///< by State; a list of 10,000 is asked often
    Counts m_before{}; ///< of those that are settled since a part before
    int m_part = 0;
    int m_revokedAlready = 0;
    QHash<QString, int> m_rowById;
    QString m_signedInId;
    int m_readBack = 0;
    UtcMs m_lastProvenAt = NoTime;
    NameCount m_nameCount;
    mutable QHash<QString, int> m_namesakes;
};

} // namespace rox
