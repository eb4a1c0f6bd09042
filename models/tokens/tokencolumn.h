// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenflags.h"

#include <variant>

namespace rox {

enum class TokenColumn : quint8 {
    Status,
    Name,
    Roles,
    Expires,
    Issued,
    Id,
    Revoked,
    By,
    KnownFrom,
    Server,
    CreatedBy,
    Note,
    Tags,
    FirstSeen,
    LastSeen,
    Change,
    ChangedAt,
    DeadRoles,
    DeadSince,
    OtherRoles,
    StillGrants
};

/// What the text of a cell is made of.
struct TokenCell
{
    const TokenTable &table;
    TokenTable::Row row;
    TokenStatus status;
    TokenFlags flags;
    UtcMs now;
    const TokenLife *life = nullptr;         ///< what the history remembers of it; null: nothing
    const ListedServer *server = nullptr;    ///< null: all of the list are of one server
    const TokenRotation *rotation = nullptr; ///< null: it is in none
    const TokenHistory *history = nullptr;   ///< that has `life`; null: there is none
    UtcMs firstSeen = NoTime;                ///< in a list that this computer read
    UtcMs lastSeen = NoTime;
    TokenChange change = {};           ///< since changes were last marked as seen
    const KnownRoles *roles = nullptr; ///< of its Central; null: nothing is known
};
[[nodiscard]] TokenCell cellOf(const TokenTable &table, TokenTable::Row row,
                               const TokenKnowledge &known, UtcMs now, UtcMs expiringWindow);

struct CellTime
{
    UtcMs at = NoTime;
    bool operator==(const CellTime &) const = default;
};

/// The value of a cell in an exported file: as Central sent it, in no language.
using CellValue = std::variant<QString, QStringList, CellTime>;

/// One column of the list.
struct TokenColumnInfo
{
    TokenColumn column;
    QLatin1StringView id; ///< kept in settings: never translated, never given to another column
    SortKey sort = SortKey::Name;
    /// In place of `sort`: a number that sorts as the column does; equal ones by name.
    quint64 (*order)(const TokenTable &, TokenTable::Row, const TokenKnowledge &) = nullptr;
    /// The same for a text, which is ordered as names are; an empty one comes last.
    QString (*orderText)(const TokenTable &, TokenTable::Row, const TokenKnowledge &) = nullptr;
    QString (*title)();
    QString (*text)(const TokenCell &);   ///< plain, for copying
    QString (*spoken)(const TokenCell &); ///< for screen readers
    bool isShownAtFirst = true;
    bool mayBeHidden = true;
    bool isOfServers = false;                        ///< only in a list of several servers
    CellValue (*value)(const TokenCell &) = nullptr; ///< null: the text
};

/// In the order in which the list has them at first. Server text in the cells is visibleText().
[[nodiscard]] std::span<const TokenColumnInfo> tokenColumns();
[[nodiscard]] const TokenColumnInfo &infoOf(TokenColumn column);
/// Null if no column has this id.
[[nodiscard]] const TokenColumnInfo *tokenColumn(QStringView id);

/// The number by which models and views know a column: its place in tokenColumns().
[[nodiscard]] int sectionOf(TokenColumn column);
[[nodiscard]] TokenColumn columnAt(int section);

} // namespace rox
