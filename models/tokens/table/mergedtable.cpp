// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/mergedtable.h"

#include "models/tokens/table/tokencolumns.h"

#include <algorithm>

namespace rox {

namespace {

template <class T>
void append(std::vector<T> &to, std::span<const T> from)
{
    to.insert(to.end(), from.begin(), from.end());
}

/// Appends texts that stand one after the other, and where each of them ends.
void appendTexts(std::string &text, std::vector<quint64> &ends, std::string_view added,
                 std::span<const quint64> offsets)
{
    const quint64 shift = text.size() - offsets.front();
    text.append(added.substr(offsets.front(), offsets.back() - offsets.front()));
    for (const quint64 end : offsets.subspan(1))
        ends.push_back(end + shift);
}

/// Calls `take(first, last)` for each run of rows between those left out.
template <class Take>
void forRuns(TokenTable::Row rows, const std::vector<TokenTable::Row> &leftOut, const Take &take)
{
    TokenTable::Row first = 0;
    for (const TokenTable::Row row : leftOut) {
        if (first < row)
            take(first, row);
        first = row + 1;
    }
    if (first < rows)
        take(first, rows);
}

} // namespace

MergedTable::MergedTable()
    : m_table(std::make_shared<const TokenTable>())
{}

MergedTable::MergedTable(std::vector<List> lists, const MergedTable &before)
    : m_lists(std::move(lists))
{
    if (hasColumnsOf(before)) {
        m_columns = before.m_columns;
        m_leftOut = before.m_leftOut;
    } else {
        mergeColumns();
    }
    auto revocation = std::make_unique<TokenTable::Revocation>();
    revocation->revoked = byRow(&TokenTable::revokedFlags);
    // Names are shared within a list, and a row that is left out has the same name elsewhere.
    revocation->sharesName.set(byRow(&TokenTable::sharedNameFlags));
    m_table = TokenTablePtr(new TokenTable(m_columns, std::move(revocation)));
}

bool MergedTable::hasColumnsOf(const MergedTable &other) const
{
    return other.m_columns
           && std::equal(m_lists.begin(), m_lists.end(), other.m_lists.begin(), other.m_lists.end(),
                         [](const List &left, const List &right) {
                             return left.part == right.part
                                    && left.table->sharesColumns(*right.table);
                         });
}

void MergedTable::mergeColumns()
{
    m_leftOut.assign(m_lists.size(), {});
    const auto merged = [this] {
        auto columns = std::make_shared<Columns>();
        std::size_t rows = 0;
        std::size_t text = 0;
        for (const List &list : m_lists) {
            rows += list.table->size();
            text += list.table->text().size();
        }
        columns->text.reserve(text);
        columns->cuts.reserve(rows * 2 + 1);
        for (std::size_t list = 0; list < m_lists.size(); ++list)
            addRows(*columns, list);
        return columns;
    };
    auto columns = merged();
    const IdIndex &ids = columns->ids();
    if (ids.count() < columns->size()) {
        Row row = 0;
        for (std::size_t list = 0; list < m_lists.size(); ++list) {
            for (Row of = 0; of < m_lists[list].table->size(); ++of, ++row) {
                const auto first =
                    ids.find(columns->id(row), [&](Row each) { return columns->id(each); });
                if (first != row)
                    m_leftOut[list].push_back(of);
            }
        }
        columns = merged();
    }
    SearchArena search;
    search.text.reserve(columns->text.size() + columns->size());
    search.offsets.reserve(std::size_t(columns->size()) + 1);
    SearchArena roleSearch;
    for (std::size_t list = 0; list < m_lists.size(); ++list) {
        addSearch(search, list);
        const TokenTable &table = *m_lists[list].table;
        appendTexts(roleSearch.text, roleSearch.offsets, table.roleSearchArena(),
                    table.roleSearchOffsets());
    }
    columns->m_search.set(std::move(search));
    columns->m_roleSearch.set(std::move(roleSearch));
    m_columns = std::move(columns);
}

void MergedTable::addRows(Columns &columns, std::size_t list) const
{
    const TokenTable &table = *m_lists[list].table;
    const auto firstSet = TokenTable::RoleSet(columns.roleLists.size());
    for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set)
        columns.roleLists.push_back(table.rolesOf(set));
    columns.partOfSet.resize(columns.roleLists.size(), m_lists[list].part);
    columns.unread.append(table.unread());
    forRuns(table.size(), m_leftOut[list], [&](Row first, Row last) {
        const std::size_t count = last - first;
        appendTexts(columns.text, columns.cuts, table.text(),
                    table.textOffsets().subspan(std::size_t(first) * 2, count * 2 + 1));
        append(columns.issuedAt, table.issueTimes().subspan(first, count));
        append(columns.expiresAt, table.expiryTimes().subspan(first, count));
        for (const TokenTable::RoleSet set : table.roleSets().subspan(first, count))
            columns.roleSets.push_back(firstSet + set);
    });
}

void MergedTable::addSearch(SearchArena &arena, std::size_t list) const
{
    const TokenTable &table = *m_lists[list].table;
    forRuns(table.size(), m_leftOut[list], [&](Row first, Row last) {
        appendTexts(arena.text, arena.offsets, table.searchArena(),
                    table.searchOffsets().subspan(first, std::size_t(last - first) + 1));
    });
}

std::vector<quint8> MergedTable::byRow(std::span<const quint8> (TokenTable::*flags)() const) const
{
    std::vector<quint8> all;
    all.reserve(m_columns->size());
    for (std::size_t list = 0; list < m_lists.size(); ++list) {
        const TokenTable &table = *m_lists[list].table;
        const auto ofList = (table.*flags)();
        forRuns(table.size(), m_leftOut[list],
                [&](Row first, Row last) { append(all, ofList.subspan(first, last - first)); });
    }
    return all;
}

} // namespace rox
