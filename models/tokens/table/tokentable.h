// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/sortkey.h"
#include "models/tokens/token.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rox {

class TokenTable;
using TokenTablePtr = std::shared_ptr<const TokenTable>;

/// A token of a list whose JSON is not what Central sends, so that it has no row.
struct UnreadToken
{
    QString id;     ///< empty: not even that could be read
    QString detail; ///< technical: the field and the byte

    bool operator==(const UnreadToken &) const = default;
};

/// An immutable snapshot of one token list: columns, not objects. Made by TokenTableBuilder; shared
/// between threads without locks. A row is a position in this snapshot; only ids outlive it.
class TokenTable
{
public:
    using Row = quint32;
    using RoleSet = quint32; ///< number of one distinct list of roles
    using Part = quint16;    ///< number of the list that a row of a MergedTable is from

    TokenTable();
    ~TokenTable();
    TokenTable(const TokenTable &) = delete;
    TokenTable &operator=(const TokenTable &) = delete;

    /// No other snapshot of this process has it.
    [[nodiscard]] quint64 serial() const { return m_serial; }
    [[nodiscard]] Row size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] Token token(Row row) const;
    /// The tokens of the list that have no row because they could not be read.
    [[nodiscard]] const QList<UnreadToken> &unread() const;
    /// A token without a row may still exist: it is among unread(), or one of those has no id.
    [[nodiscard]] bool mayBeUnread(const QString &id) const;

    [[nodiscard]] std::string_view id(Row row) const;       ///< UTF-8
    [[nodiscard]] std::string_view nameUtf8(Row row) const; ///< UTF-8, as Central sent it
    [[nodiscard]] QString name(Row row) const;
    [[nodiscard]] RoleSet roleSet(Row row) const;
    [[nodiscard]] const QStringList &roles(Row row) const { return rolesOf(roleSet(row)); }
    [[nodiscard]] UtcMs issuedAt(Row row) const;
    [[nodiscard]] UtcMs expiresAt(Row row) const;
    [[nodiscard]] bool revoked(Row row) const;
    [[nodiscard]] TokenStatus status(Row row, UtcMs now, UtcMs window = DefaultExpiringWindow) const
    {
        return statusAt(expiresAt(row), revoked(row), now, window);
    }

    /// Whole columns, by row.
    [[nodiscard]] std::span<const RoleSet> roleSets() const;
    [[nodiscard]] std::span<const UtcMs> issueTimes() const;
    [[nodiscard]] std::span<const UtcMs> expiryTimes() const;
    [[nodiscard]] std::span<const quint8> revokedFlags() const; ///< 0 or 1
    /// Ids and names, one after the other, and where each starts (2 × size() + 1).
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::span<const quint64> textOffsets() const;
    /// The other snapshot is made of the same columns; revocation may differ.
    [[nodiscard]] bool sharesColumns(const TokenTable &other) const
    {
        return m_columns == other.m_columns;
    }

    [[nodiscard]] RoleSet roleSetCount() const;
    [[nodiscard]] const QStringList &rolesOf(RoleSet set) const;
    /// The list that the row is from; 0 if the table was not merged. No two parts share a role set.
    [[nodiscard]] Part part(Row row) const { return partOfSet(roleSet(row)); }
    [[nodiscard]] Part partOfSet(RoleSet set) const;
    /// Every role that some token has, sorted.
    [[nodiscard]] QStringList roleNames() const;

    /// The row with this id; the index is made at the first call (any thread).
    [[nodiscard]] std::optional<Row> find(QStringView id) const;
    /// The rows of the ids that the table has, in the order of the ids.
    [[nodiscard]] std::vector<Row> find(const QStringList &ids) const;
    /// Rows whose name is exactly this, unrevoked and unexpired at `now`.
    [[nodiscard]] std::vector<Row> liveRowsNamed(QStringView name, UtcMs now) const;
    /// Another unrevoked token of the same part has the same name.
    [[nodiscard]] bool sharesName(Row row) const { return sharedNameFlags()[row] != 0; }
    [[nodiscard]] std::span<const quint8> sharedNameFlags() const; ///< by row, 0 or 1

    /// Folded name, U+0000, folded id of each row, row after row, and where each starts (size()+1).
    /// No folded text holds U+0000 itself. A name with accents is there twice, see searchTextOf().
    [[nodiscard]] std::string_view searchArena() const;
    [[nodiscard]] std::span<const quint64> searchOffsets() const;
    /// The same for each role set: its folded roles, U+0000 between them.
    [[nodiscard]] std::string_view roleSearchArena() const;
    [[nodiscard]] std::span<const quint64> roleSearchOffsets() const;
    /// Position of each row when ordered by name as people order it: "ci-2" before "ci-10". Equal
    /// names share the first one's position.
    /// Made at the first call (any thread); 100 ms for 100,000 rows.
    [[nodiscard]] std::span<const quint32> nameRanks() const;
    /// Every row, ascending by this key, rows that sort alike by name and then by row. A token
    /// without an expiration expires last; one without an issue time is oldest. Roles are ordered
    /// by their names, joined. Status gives the order by name (SortKey).
    /// Made at the first call for each key (any thread).
    [[nodiscard]] std::span<const Row> rowsBy(SortKey key) const;
    /// The two rows have the same place in rowsBy(key), but for their name and number.
    [[nodiscard]] bool sortAlike(SortKey key, Row left, Row right) const;
    /// Makes what is otherwise made at first use; call on the thread that decodes.
    void prepare() const;

    // Of a table that was not merged:
    /// A new table in which these ids are revoked; shares every unchanged column.
    [[nodiscard]] TokenTablePtr withRevoked(const QStringList &ids) const;
    /// A new table with these tokens behind the others; their ids are new.
    [[nodiscard]] TokenTablePtr withTokens(const QList<Token> &tokens) const;
    /// A new table with this token, in place of one with the same id if there is one.
    [[nodiscard]] TokenTablePtr withToken(const Token &token) const;

private:
    friend class MergedTable;
    friend class TokenTableBuilder;
    struct Columns;    ///< the columns that a revocation does not change, and what is made of them
    struct Revocation; ///< the column that a revocation changes, and what is made of it
    TokenTable(std::shared_ptr<const Columns> columns, std::vector<quint8> revoked);
    TokenTable(std::shared_ptr<const Columns> columns,
               std::unique_ptr<const Revocation> revocation);
    std::shared_ptr<const Columns> m_columns;
    std::unique_ptr<const Revocation> m_revocation;
    quint64 m_serial;
};

/// Folds text for search: NFKC, case folded; accents stay; U+0000 is U+2400, U+FFFF is U+FFFD.
[[nodiscard]] QString foldedForSearch(QStringView text);

} // namespace rox

Q_DECLARE_METATYPE(rox::TokenTablePtr)
