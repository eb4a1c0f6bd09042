// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"

namespace rox {

struct SearchArena;

/// The lists of several Centrals as one TokenTable. No id is there twice: of rows with the same id,
/// which two profiles of one Central have, the row of the first list is kept. The lists stay
/// distinct by TokenTable::part(). A value; any thread.
class MergedTable
{
public:
    struct List
    {
        TokenTablePtr table; ///< never null
        TokenTable::Part part = 0;

        bool operator==(const List &) const = default;
    };

    /// No lists and an empty table.
    MergedTable();
    /// Copies the lists: 100 ms for a million rows, and the orders of table() are made anew. Where
    /// `before` was made of the same columns, only revocations are copied.
    explicit MergedTable(std::vector<List> lists, const MergedTable &before = MergedTable());

    [[nodiscard]] const TokenTablePtr &table() const { return m_table; }
    [[nodiscard]] const std::vector<List> &lists() const { return m_lists; }

private:
    using Row = TokenTable::Row;
    using Columns = TokenTable::Columns;

    [[nodiscard]] bool hasColumnsOf(const MergedTable &other) const;
    void mergeColumns();
    void addRows(Columns &columns, std::size_t list) const;
    void addSearch(SearchArena &arena, std::size_t list) const;
    [[nodiscard]] std::vector<quint8> byRow(std::span<const quint8> (TokenTable::*flags)()
                                                const) const;

    std::vector<List> m_lists;
    std::vector<std::vector<Row>> m_leftOut; ///< by list, ascending: rows that an earlier list has
    std::shared_ptr<const Columns> m_columns;
    TokenTablePtr m_table;
};

} // namespace rox
