// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/idindex.h"
#include "models/tokens/table/lazy.h"
#include "models/tokens/table/searchfold.h"
#include "models/tokens/table/tokentable.h"

#include <string>

namespace rox {

/// What Central told, but for revocation.
struct PlainColumns
{
    using Row = TokenTable::Row;
    using RoleSet = TokenTable::RoleSet;

    std::string text;                   ///< id, name, id, name …
    std::vector<quint64> cuts{0};       ///< of text: where each ends, after a 0
    std::vector<RoleSet> roleSets;      ///< by row
    std::vector<QStringList> roleLists; ///< by role set
    std::vector<UtcMs> issuedAt;
    std::vector<UtcMs> expiresAt;

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

/// Filled by the builder, constant from then on but for what is derived at first use.
struct TokenTable::Columns : PlainColumns
{
    struct NameOrder
    {
        std::vector<Row> rows;
        std::vector<quint32> ranks; ///< by row
    };
    struct RoleOrder
    {
        std::vector<Row> rows;
        std::vector<quint32> ranks; ///< by role set
    };

    /// A copy with one token more, whose id is new. What was derived comes along: making it anew
    /// takes a second for a million rows.
    [[nodiscard]] std::shared_ptr<Columns> with(const Token &token) const;

    // What is derived; safe to call from any thread.
    [[nodiscard]] const IdIndex &ids() const;
    [[nodiscard]] const SearchArena &search() const;
    [[nodiscard]] const SearchArena &roleSearch() const;
    [[nodiscard]] const NameOrder &names() const;
    [[nodiscard]] const RoleOrder &roles() const;
    [[nodiscard]] const std::vector<Row> &byExpiry() const;
    [[nodiscard]] const std::vector<Row> &byIssue() const;

private:
    void takeOver(const Columns &before);
    void takeOverOrders(const Columns &before);

    Lazy<IdIndex> m_ids;
    Lazy<SearchArena> m_search;
    Lazy<SearchArena> m_roleSearch;
    Lazy<NameOrder> m_names;
    Lazy<RoleOrder> m_roles;
    Lazy<std::vector<Row>> m_byExpiry;
    Lazy<std::vector<Row>> m_byIssue;
};

} // namespace rox
