// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/revokeverdict.h"
#include "models/values/token.h"

#include <QAbstractListModel>
#include <QHash>

#include <array>

namespace rox {

/// The tokens of one revocation and what became of each. While asking: in the order given, the
/// token in use last. When done: failures first.
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
    };

    explicit RevokeListModel(QObject *parent = nullptr);

    void setTokens(QList<Token> tokens, const QString &signedInId);
    void setState(const QString &id, State state, const QString &sentence = {},
                  const QString &details = {}, UtcMs askedAt = NoTime);
    /// Sets the state that the verdict stands for.
    void setVerdict(const QString &id, const RevokeVerdict &verdict, const QString &sentence,
                    const QString &details, UtcMs askedAt);
    void putFailuresFirst();
    /// Removes what is done or kept and sets the rest to Waiting.
    void keepUnfinished();

    [[nodiscard]] int count(State state) const;
    /// Of those Revoked: Central did not answer so, but lists them as revoked.
    [[nodiscard]] int readBackCount() const { return m_readBack; }
    /// When the last of those Revoked or AlreadyGone was proven; NoTime if there is none.
    [[nodiscard]] UtcMs lastProvenAt() const { return m_lastProvenAt; }
    [[nodiscard]] int finishedCount() const; ///< neither asked, waiting nor asking
    [[nodiscard]] QStringList ids(State state) const;
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] const Token &tokenAt(int row) const { return m_entries.at(row).token; }
    [[nodiscard]] bool holdsAdmin() const;
    [[nodiscard]] int adminCount() const;
    [[nodiscard]] bool holdsSignedIn() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Entry
    {
        Token token;
        State state = State::Asked;
        QString sentence;
        QString details;
        UtcMs askedAt = NoTime;
    };
    static constexpr int StateCount = int(State::Kept) + 1;

    void reindex();
    [[nodiscard]] QString stateWord(State state) const;

    QList<Entry> m_entries;
    std::array<int, StateCount> m_counts{}; ///< by State; a list of 10,000 is asked often
    QHash<QString, int> m_rowById;
    QString m_signedInId;
    int m_readBack = 0;
    UtcMs m_lastProvenAt = NoTime;
};

} // namespace rox
