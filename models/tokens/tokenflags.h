// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/knownroles.h"
#include "models/tokens/listedserver.h"
#include "models/tokens/table/tokentable.h"
#include "models/tokens/tokenhistory.h"

#include <QFlags>
#include <QHash>
#include <QSet>

#include <vector>

namespace rox {

/// What may be remarkable about a token.
enum class TokenFlag : quint32 {
    SignedIn = 1 << 0,       ///< this program is signed in with it
    Admin = 1 << 1,          ///< has the role Admin
    RevokesTokens = 1 << 2,  ///< may create and revoke tokens
    DeadRole = 1 << 3,       ///< has a role that Central no longer lists
    SharedName = 1 << 4,     ///< another token has the same name and is not revoked
    NeverExpires = 1 << 5,   ///< expires in year 9999 or later
    LongLived = 1 << 6,      ///< expires over 90 days after it was issued, but not never
    UnknownOutcome = 1 << 7, ///< it is not known whether a revoke of it was done
    Powerless = 1 << 8,      ///< all its roles are None or no longer exist: it may do nothing
    NotYetExpired = 1 << 9,  ///< revoked before its expiration, which lies ahead
    Remembered = 1 << 10,    ///< revoked, and Central does not list it any more
    WritesAll = 1 << 13,     ///< OverPrivilege::WritesEverything
    Changed = 1 << 11,       ///< it changed since changes were last marked as seen
    MadeByToken = 1 << 12,   ///< an API token has generated it
    Rotated = 1 << 14,       ///< a successor was made, and the rotation is under way
    Successor = 1 << 15,     ///< it takes the place of another token, which is still to go
    RaisesRights = 1 << 16,  ///< OverPrivilege::RaisesRights
    MoreThanGroup = 1 << 17, ///< OverPrivilege::MoreThanGroup
};
Q_DECLARE_FLAGS(TokenFlags, TokenFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(TokenFlags)

/// They come and go while the list and the history stay the same.
inline constexpr TokenFlags FlagsOfIds =
    TokenFlag::SignedIn | TokenFlag::UnknownOutcome | TokenFlag::Rotated | TokenFlag::Successor;

/// The part of a token in a rotation that is under way.
struct TokenRotation
{
    bool isOld = true;  ///< the one that is to go; else its successor
    QString other = {}; ///< shown name of the other one

    bool operator==(const TokenRotation &) const = default;
};

struct DerivedRows;
using DerivedRowsPtr = std::shared_ptr<const DerivedRows>;

/// Of the table that is shown. It follows from the table and the rest of what is known, so it is
/// not compared.
struct DerivedKnowledge
{
    DerivedRowsPtr rows = {}; ///< null: not made yet
    bool operator==(const DerivedKnowledge &) const { return true; }
};

/// What is known about the tokens of one Central beside its list; of a MergedTable, of each
/// Central.
struct TokenKnowledge
{
    KnownRoles roles = {};
    QString signedInId = {};        ///< of the token that this program is signed in with, or empty
    QSet<QString> openRevokes = {}; ///< ids of tokens whose revoke has an unknown outcome
    TokenHistoryPtr history = {};   ///< null: nothing is remembered
    UtcMs listedAt = NoTime;        ///< when the newest list arrived
    QHash<QString, TokenRotation> rotations = {}; ///< those under way, by the id of each token
    ListedServer server = {};                     ///< of a part
    /// Of a MergedTable, by part; what is known of one of them stands there alone. Else empty.
    std::vector<TokenKnowledge> parts = {};
    DerivedKnowledge derived = {};

    /// DerivedRows made with the other would be the same.
    [[nodiscard]] bool derivesAs(const TokenKnowledge &other) const;
    [[nodiscard]] const TokenKnowledge &ofPart(TokenTable::Part part) const
    {
        return part < parts.size() ? parts[part] : *this;
    }
    [[nodiscard]] const TokenKnowledge &ofRow(const TokenTable &table, TokenTable::Row row) const
    {
        return parts.empty() ? *this : ofPart(table.part(row));
    }
    /// The server of this token; null: all of the list are of one.
    [[nodiscard]] const ListedServer *serverOf(const TokenTable &table, TokenTable::Row row) const
    {
        return parts.empty() ? nullptr : &ofRow(table, row).server;
    }
    /// What is remembered of this token; null: nothing.
    [[nodiscard]] const TokenLife *lifeOf(const TokenTable &table, TokenTable::Row row) const;
    /// When the first list with this token arrived, and the last one.
    [[nodiscard]] UtcMs firstSeen(const TokenTable &table, TokenTable::Row row) const;
    [[nodiscard]] UtcMs lastSeen(const TokenTable &table, TokenTable::Row row) const;
    /// What became of this token since changes were last marked as seen.
    [[nodiscard]] TokenChange changeOf(const TokenTable &table, TokenTable::Row row,
                                       UtcMs now) const;
    /// Null: it is in none.
    [[nodiscard]] const TokenRotation *rotationOf(const TokenTable &table,
                                                  TokenTable::Row row) const;

    bool operator==(const TokenKnowledge &) const = default;
};

/// Revoked, and its expiration lies ahead. At NoTime, nothing is.
[[nodiscard]] inline bool isNotYetExpired(const TokenTable &table, TokenTable::Row row, UtcMs now)
{
    const UtcMs expiresAt = table.expiresAt(row);
    return now != NoTime && table.revoked(row) && (expiresAt == NoTime || expiresAt > now);
}

/// The flags that a list of roles gives to every token that has it.
[[nodiscard]] TokenFlags flagsOfRoles(const QStringList &roles, const KnownRoles &known);
[[nodiscard]] TokenFlags flagsOfTimes(UtcMs issuedAt, UtcMs expiresAt);
/// MoreThanGroup only if known.derived is of this table.
[[nodiscard]] TokenFlags flagsOf(const TokenTable &table, TokenTable::Row row,
                                 const TokenKnowledge &known, UtcMs now = NoTime);

/// The rows of one table that have any of some flags. What belongs to a list of roles or to an id
/// is looked up once, not for each row. The table must outlive it.
class FlaggedRows
{
public:
    /// `derived` is of this table and time, or null: it is found if it is needed.
    FlaggedRows(const TokenTable &table, TokenFlags flags, const TokenKnowledge &known,
                UtcMs now = NoTime, DerivedRowsPtr derived = nullptr);

    /// No row can have such a flag.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool contains(TokenTable::Row row) const;

private:
    void findIds(TokenFlags flags, const TokenKnowledge &known, TokenTable::Part part);
    const TokenTable &m_table;
    TokenFlags m_ofTimes;
    UtcMs m_unexpiredAt = NoTime; ///< NoTime: not asked for
    DerivedRowsPtr m_derived;     ///< null: not asked for
    bool m_byChange = false;
    bool m_byGroup = false;
    std::vector<quint8> m_bySet;            ///< 0 or 1; empty: no list of roles has one
    std::span<const quint8> m_bySharedName; ///< 0 or 1; empty: not asked for
    std::vector<TokenTable::Row> m_byId;
};

/// What the words of a flag depend on.
struct FlagFacts
{
    TokenFlags flags;
    TokenStatus status = TokenStatus::Active;
    int liveWithName = 0; ///< live tokens of this name, this one included if it lives
};

/// How a flag is shown and said. A text that is null or empty is left out.
struct TokenFlagInfo
{
    enum class Emphasis { Quiet, Caution, Own };
    using Text = QString (*)(const FlagFacts &);

    TokenFlag flag;
    const char *symbol; ///< of resources/icons
    Emphasis emphasis = Emphasis::Quiet;
    Text mark = nullptr;     ///< tooltip of the mark after the name in the list
    Text spoken = nullptr;   ///< after the name, for screen readers
    Text sentence = nullptr; ///< in the details
    Text reason = nullptr;   ///< after the sentence
};

/// In the order in which marks and sentences stand.
[[nodiscard]] std::span<const TokenFlagInfo> tokenFlagTable();

} // namespace rox

Q_DECLARE_METATYPE(rox::TokenFlags)
