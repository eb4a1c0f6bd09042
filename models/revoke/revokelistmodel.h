// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/values/revokeverdict.h"

#include <QAbstractListModel>
#include <QHash>

#include <array>
#include <functional>
#include <utility>

namespace rox {

/// One of the servers of a revocation.
struct RevokeServer
{
    QString name = {};
    QString address = {};
    QString colorName = {};
    QString signedInId = {}; ///< of the token that signs in there; empty: it is no API token
    /// How many unrevoked tokens of the server have this name; null: not known.
    std::function<int(const QString &)> nameCount = {};
};

/// The facts that the question before a revocation shows about its unsettled tokens.
struct RevokeQuestion
{
    int tokens = 0;
    int admins = 0;
    int expired = 0;
    int signedIn = 0;           ///< tokens that sign in, one of a server at most
    int onlyRow = -1;           ///< row of the model, if there is one token only
    UtcMs firstExpiry = NoTime; ///< the next; expired tokens do not count
    int selected = 0;           ///< tokens of the selection, those revoked already too
    int revokedAlready = 0;     ///< before, or by an earlier part of this revocation
    int servers = 1;            ///< that have one of these tokens
};

/// The tokens of one revocation and what became of each. Tokens with Admin come first, then the
/// others, each by expiration; the token that signs in is last. Tokens of several servers stand by
/// server first. The order never changes.
///
/// A revocation has parts: after Stop or a failure, begin() starts the next part with the tokens
/// that are not settled. Tokens that earlier parts have settled stay in the model.
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
        SentenceRole,                 ///< QString: what Central answered, or what was read back
        DetailsRole,                  ///< QString: technical details to copy
        AskedAtRole,                  ///< qint64, UtcMs
        SignedInRole,                 ///< bool: the token that signs in
        NamesakesRole,                ///< int: unrevoked tokens of this name, with itself
        FirstFreeRole,
    };
    /// How many unrevoked tokens of the server have this name.
    using NameCount = std::function<int(const QString &)>;

    explicit RevokeListModel(QObject *parent = nullptr);

    /// Of one server that needs no name.
    void setTokens(QList<Token> tokens, const QString &signedInId);
    /// The ids are unique over all servers.
    void setTokens(const QList<std::pair<RevokeServer, QList<Token>>> &servers);
    /// How many of the selected tokens are not in the model because they are revoked.
    void setRevokedAlready(int count) { m_revokedAlready = count; }
    /// Called once for each name that is drawn. Of the only server.
    void setNameCount(NameCount count);
    void setState(const QString &id, State state, const QString &sentence = {},
                  const QString &details = {}, UtcMs askedAt = NoTime);
    /// Sets the state that follows from the verdict.
    void setVerdict(const QString &id, const RevokeVerdict &verdict, const QString &sentence,
                    const QString &details, UtcMs askedAt = NoTime);
    /// The seconds until a job goes on that waits for a busy Central; 0: it does not wait.
    void setPauseSeconds(int seconds);
    [[nodiscard]] int pauseSeconds() const { return m_pauseSeconds; }
    /// Sets unsettled tokens to Waiting, and the one that signs in to Kept unless `withSignedIn`.
    void begin(bool withSignedIn);

    [[nodiscard]] RevokeQuestion question(UtcMs now) const;
    /// Neither revoked nor kept: the question is about it, and begin() includes it.
    [[nodiscard]] bool isOpen(int row) const { return isOpen(m_entries.at(row).state); }
    [[nodiscard]] State stateAt(int row) const { return m_entries.at(row).state; }
    [[nodiscard]] bool isUnknown(const QString &id) const;
    /// The tokens that were not revoked are selected in the list after the result.
    void setStaysSelected(bool stays) { m_staysSelected = stays; }
    [[nodiscard]] bool staysSelected() const { return m_staysSelected; }
    [[nodiscard]] int count(State state) const;
    /// How many of those Revoked are so because Central lists them as revoked.
    [[nodiscard]] int readBackCount() const { return m_readBack; }
    /// When the last of those Revoked or AlreadyGone was proven; NoTime if there is none.
    [[nodiscard]] UtcMs lastProvenAt() const { return m_lastProvenAt; }
    [[nodiscard]] int countInPart(State state) const; ///< of the tokens of the present part
    [[nodiscard]] int partSize() const;
    /// begin() was not called yet.
    [[nodiscard]] bool isFirstQuestion() const { return count(State::Asked) == rowCount(); }
    [[nodiscard]] bool isOfPart(int row) const { return m_entries.at(row).part == m_part; }
    [[nodiscard]] QStringList ids(State state) const;
    [[nodiscard]] QList<Token> tokens(State state) const;
    [[nodiscard]] QList<Token> tokens(State state, int server) const;
    [[nodiscard]] int serverCount() const { return int(m_servers.size()); }
    [[nodiscard]] int serverOf(int row) const { return m_entries.at(row).server; }
    [[nodiscard]] const RevokeServer &server(int number) const { return m_servers.at(number); }
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] const Token &tokenAt(int row) const { return m_entries.at(row).token; }
    [[nodiscard]] QString sentenceAt(int row) const { return m_entries.at(row).sentence; }
    /// The sentence without the token's id and times of day: rows with the same cause share it.
    [[nodiscard]] QString causeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void pauseChanged();

private:
    struct Entry
    {
        Token token;
        int server = 0;
        State state = State::Asked;
        int part = 0; ///< the last part that included it
        QString sentence;
        QString details;
        UtcMs askedAt = NoTime;
    };
    static constexpr int StateCount = int(State::Kept) + 1;
    using Counts = std::array<int, StateCount>;

    [[nodiscard]] static bool isOpen(State state);
    [[nodiscard]] bool isSignedIn(const Entry &entry) const;
    [[nodiscard]] QList<Entry> ordered(QList<Entry> entries) const;
    [[nodiscard]] int namesakes(const Entry &entry) const;
    [[nodiscard]] QString spokenText(const Entry &entry) const;
    [[nodiscard]] QString stateWord(State state) const;

    QList<Entry> m_entries;
    Counts m_counts{}; ///< by State; counting 10,000 rows each time is too slow
    Counts m_before{}; ///< by State, of the tokens that earlier parts have settled
    int m_part = 0;
    int m_revokedAlready = 0;
    QHash<QString, int> m_rowById;
    QList<RevokeServer> m_servers;
    int m_pauseSeconds = 0;
    bool m_staysSelected = true;
    int m_readBack = 0;
    UtcMs m_lastProvenAt = NoTime;
    mutable QHash<std::pair<int, QString>, int> m_namesakes; ///< by server and name
};

} // namespace rox
