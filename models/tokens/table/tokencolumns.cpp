// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/tokencolumns.h"

#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/timekeys.h"

#include <QHashFunctions>

#include <algorithm>
#include <numeric>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Row = TokenTable::Row;

struct Entry
{
    quint64 number;
    quint32 namePosition;
    Row row;
};

/// Rows as `less` orders their entries; in `byName` order where it says that neither is less.
template <class NumberOf, class Less>
std::vector<Row> ordered(const std::vector<Row> &byName, const NumberOf &numberOf, const Less &less)
{
    std::vector<Entry> entries;
    entries.reserve(byName.size());
    for (const Row row : byName)
        entries.push_back({numberOf(row), quint32(entries.size()), row});
    std::sort(entries.begin(), entries.end(), less);
    std::vector<Row> rows;
    rows.reserve(entries.size());
    for (const Entry &entry : entries)
        rows.push_back(entry.row);
    return rows;
}

template <class NumberOf>
std::vector<Row> orderedByNumber(const std::vector<Row> &byName, const NumberOf &numberOf)
{
    return ordered(byName, numberOf, [](const Entry &left, const Entry &right) {
        return left.number != right.number ? left.number < right.number
                                           : left.namePosition < right.namePosition;
    });
}

/// The first bytes of a text as a number that sorts as they do. Texts that differ there need no
/// look at the text itself.
quint64 startOf(std::string_view text)
{
    quint64 number = 0;
    for (std::size_t at = 0; at < sizeof number; ++at)
        number = number << 8 | (at < text.size() ? quint8(text[at]) : 0);
    return number;
}

template <class TextOf>
std::vector<Row> orderedByText(const std::vector<Row> &byName, const TextOf &textOf)
{
    const auto start = [&](Row row) { return startOf(textOf(row)); };
    return ordered(byName, start, [&](const Entry &left, const Entry &right) {
        if (left.number != right.number)
            return left.number < right.number;
        const int order = textOf(left.row).compare(textOf(right.row));
        return order != 0 ? order < 0 : left.namePosition < right.namePosition;
    });
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

void TokenTable::Columns::setOrders(TableOrders orders)
{
    m_names.set({std::move(orders.byName), std::move(orders.nameRanks)});
    m_orders[std::size_t(SortKey::Expires)].set(std::move(orders.byExpiry));
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

const std::vector<quint32> &TokenTable::Columns::roleRanks() const
{
    return m_roleRanks.get([this] {
        std::vector<std::string> joined;
        joined.reserve(roleLists.size());
        for (const QStringList &list : roleLists)
            joined.push_back(list.join(", "_L1).toStdString());
        const auto sets = orderedByName(quint32(joined.size()),
                                        [&](quint32 set) { return std::string_view(joined[set]); });
        return ranksOf(sets, [&](RoleSet a, RoleSet b) { return joined[a] == joined[b]; });
    });
}

const TokenTable::Columns::SortRule &TokenTable::Columns::ruleOf(SortKey key)
{
    static constexpr std::array<SortRule, SortKeyCount> rules = {{
        {.key = SortKey::Status},
        {.key = SortKey::Name},
        {.key = SortKey::Roles,
         .number = [](const Columns &columns, Row row) -> quint64 {
             return columns.roleRanks()[columns.roleSets[row]];
         },
         .isOfRow = false},
        {.key = SortKey::Expires,
         .number = [](const Columns &columns,
                      Row row) { return expiryKey(columns.expiresAt[row]); }},
        {.key = SortKey::Issued,
         .number = [](const Columns &columns, Row row) { return issueKey(columns.issuedAt[row]); }},
        {.key = SortKey::Id,
         .text = [](const Columns &columns, Row row) { return columns.id(row); }},
    }};
    const SortRule &rule = rules[std::size_t(key)];
    Q_ASSERT(rule.key == key);
    return rule;
}

const std::vector<TokenTable::Row> &TokenTable::Columns::order(SortKey key) const
{
    const SortRule &rule = ruleOf(key);
    if (rule.isByName())
        return names().rows;
    return m_orders[std::size_t(key)].get([this, &rule] {
        if (rule.text)
            return orderedByText(names().rows, [&](Row row) { return rule.text(*this, row); });
        return orderedByNumber(names().rows, [&](Row row) { return rule.number(*this, row); });
    });
}

// Here, where ruleOf() is inlined: select() asks once for each row of a descending list.
bool TokenTable::sortAlike(SortKey key, Row left, Row right) const
{
    const Columns &columns = *m_columns;
    const Columns::SortRule &rule = Columns::ruleOf(key);
    if (rule.number)
        return rule.number(columns, left) == rule.number(columns, right);
    if (rule.text)
        return rule.text(columns, left) == rule.text(columns, right);
    const auto &ranks = columns.names().ranks;
    return ranks[left] == ranks[right];
}

} // namespace rox
