// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/idindex.h"
#include "models/tokens/table/lazy.h"
#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentable.h"

#include <array>
#include <string>

namespace rox {

/// The columns of one list as Central sent them, without revocation.
struct PlainColumns
{
    using Row = TokenTable::Row;
    using RoleSet = TokenTable::RoleSet;

    std::string text;                        ///< id, name, id, name …
    std::vector<quint64> cuts{0};            ///< of text: where each ends, after a 0
    std::vector<RoleSet> roleSets;           ///< by row
    std::vector<QStringList> roleLists;      ///< by role set
    std::vector<TokenTable::Part> partOfSet; ///< by role set; empty: the table was not merged
    std::vector<UtcMs> issuedAt;
    std::vector<UtcMs> expiresAt;
    QList<UnreadToken> unread;

    [[nodiscard]] Row size() const { return static_cast<Row>(roleSets.size()); }
    [[nodiscard]] std::string_view piece(std::size_t number) const
    {
        return {text.data() + cuts[number], cuts[number + 1] - cuts[number]};
    }
    [[nodiscard]] std::string_view id(Row row) const { return piece(std::size_t(row) * 2); }
    [[nodiscard]] std::string_view name(Row row) const { return piece(std::size_t(row) * 2 + 1); }
    void append(std::string_view id, std::string_view name, RoleSet roles, UtcMs issued,
                UtcMs expires);
};

/// The orders of a table that take long to make; all empty: none was made.
struct TableOrders
{
    std::vector<TokenTable::Row> byName;
    std::vector<quint32> nameRanks; ///< by row, see TokenTable::nameRanks()
    std::vector<TokenTable::Row> byExpiry;
};

/// Filled by TokenTableBuilder or MergedTable, constant from then on but for what is derived at
/// first use.
struct TokenTable::Columns : PlainColumns
{
    struct NameOrder
    {
        std::vector<Row> rows;
        std::vector<quint32> ranks; ///< by row
    };
    /// How a key orders rows: by a number, by the bytes of a text, or else by name.
    struct SortRule
    {
        SortKey key;
        quint64 (*number)(const Columns &, Row) = nullptr;
        std::string_view (*text)(const Columns &, Row) = nullptr;
        bool isOfRow = true; ///< false: it may change when another row is added
        [[nodiscard]] bool isByName() const { return !number && !text; }
    };
    [[nodiscard]] static const SortRule &ruleOf(SortKey key);

    /// A copy with more tokens, whose ids are new. Takes over what was derived: to make that anew
    /// takes a second for a million rows.
    [[nodiscard]] std::shared_ptr<Columns> with(const QList<Token> &tokens) const;

    /// To be called before another thread can reach this object.
    void setOrders(TableOrders orders);

    // Derived at the first call, from any thread.
    [[nodiscard]] const IdIndex &ids() const;
    [[nodiscard]] const SearchArena &search() const;
    [[nodiscard]] const SearchArena &roleSearch() const;
    [[nodiscard]] const NameOrder &names() const;
    /// By role set: its place when the lists of roles are ordered by their names, joined.
    [[nodiscard]] const std::vector<quint32> &roleRanks() const;
    [[nodiscard]] const std::vector<Row> &order(SortKey key) const;

private:
    friend class MergedTable;
    void takeOver(const Columns &before);
    void takeOverOrders(const Columns &before);

    Lazy<IdIndex> m_ids;
    Lazy<SearchArena> m_search;
    Lazy<SearchArena> m_roleSearch;
    Lazy<NameOrder> m_names;
    Lazy<std::vector<quint32>> m_roleRanks;
    std::array<Lazy<std::vector<Row>>, SortKeyCount> m_orders; ///< by SortKey, but for names
};

struct TokenTable::Revocation
{
    std::vector<quint8> revoked;          ///< by row, 0 or 1
    Lazy<std::vector<quint8>> sharesName; ///< by row, 0 or 1
};

} // namespace rox
