// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokencolumns.h"

#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/timekeys.h"

#include <QHashFunctions>

#include <algorithm>
#include <numeric>

namespace rox {

namespace {

using Row = TokenTable::Row;

/// Rows by an integer each; rows in `byName` order where it is the same.
template <class KeyOf>
std::vector<Row> orderedByKey(const std::vector<Row> &byName, const KeyOf &keyOf)
{
    struct Entry
    {
        quint64 key;
        quint32 namePosition;
        Row row;
    };
    std::vector<Entry> entries;
    entries.reserve(byName.size());
    for (const Row row : byName)
        entries.push_back({keyOf(row), static_cast<quint32>(entries.size()), row});
    std::sort(entries.begin(), entries.end(), [](const Entry &left, const Entry &right) {
        return left.key != right.key ? left.key < right.key
                                     : left.namePosition < right.namePosition;
    });
    std::vector<Row> rows;
    rows.reserve(entries.size());
    for (const Entry &entry : entries)
        rows.push_back(entry.row);
    return rows;
}

/// Numbers in order to the position of each; what `same` says is equal shares the first position.
template <class Same>
std::vector<quint32> ranksOf(const std::vector<quint32> &order, const Same &same)
{
    std::vector<quint32> ranks(order.size());
    for (quint32 at = 0; at < order.size(); ++at) {
        const bool shares = at > 0 && same(order[at - 1], order[at]);
        ranks[order[at]] = shares ? ranks[order[at - 1]] : at;
    }
    return ranks;
}

} // namespace

std::size_t IdIndex::hashOf(std::string_view id)
{
    return qHashBits(id.data(), id.size(), QHashSeed::globalSeed());
}

void PlainColumns::append(std::string_view id, std::string_view name, RoleSet roles, UtcMs issued,
                          UtcMs expires)
{
    text.append(id);
    cuts.push_back(text.size());
    text.append(name);
    cuts.push_back(text.size());
    roleSets.push_back(roles);
    issuedAt.push_back(issued);
    expiresAt.push_back(expires);
}

const IdIndex &TokenTable::Columns::ids() const
{
    return m_ids.get([this] { return IdIndex(size(), [this](Row row) { return id(row); }); });
}

const SearchArena &TokenTable::Columns::search() const
{
    return m_search.get([this] {
        SearchArena arena;
        arena.text.reserve(text.size() + size());
        arena.offsets.reserve(std::size_t(size()) + 1);
        for (Row row = 0; row < size(); ++row) {
            appendFolded(arena.text, name(row));
            arena.text.push_back('\0');
            appendFolded(arena.text, id(row));
            arena.endEntry();
        }
        return arena;
    });
}

const SearchArena &TokenTable::Columns::roleSearch() const
{
    return m_roleSearch.get([this] {
        SearchArena arena;
        arena.offsets.reserve(roleLists.size() + 1);
        for (const QStringList &list : roleLists)
            appendFoldedRoles(arena, list);
        return arena;
    });
}

const TokenTable::Columns::NameOrder &TokenTable::Columns::names() const
{
    return m_names.get([this] {
        NameOrder order;
        order.rows = orderedByName(size(), [this](quint32 row) { return name(row); });
        order.ranks = ranksOf(order.rows, [this](Row a, Row b) { return name(a) == name(b); });
        return order;
    });
}

const TokenTable::Columns::RoleOrder &TokenTable::Columns::roles() const
{
    return m_roles.get([this] {
        std::vector<std::string> joined;
        joined.reserve(roleLists.size());
        for (const QStringList &list : roleLists)
            joined.push_back(list.join(QLatin1String(", ")).toStdString());
        const auto sets = orderedByName(static_cast<quint32>(joined.size()),
                                        [&](quint32 set) { return std::string_view(joined[set]); });
        RoleOrder order;
        order.ranks = ranksOf(sets, [&](RoleSet a, RoleSet b) { return joined[a] == joined[b]; });
        order.rows =
            orderedByKey(names().rows, [&](Row row) { return order.ranks[roleSets[row]]; });
        return order;
    });
}

const std::vector<TokenTable::Row> &TokenTable::Columns::byExpiry() const
{
    return m_byExpiry.get([this] {
        return orderedByKey(names().rows, [this](Row row) { return expiryKey(expiresAt[row]); });
    });
}

const std::vector<TokenTable::Row> &TokenTable::Columns::byIssue() const
{
    return m_byIssue.get([this] {
        return orderedByKey(names().rows, [this](Row row) { return issueKey(issuedAt[row]); });
    });
}

} // namespace rox
