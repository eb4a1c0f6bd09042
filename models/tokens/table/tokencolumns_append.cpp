// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/tokencolumns.h"

#include <algorithm>
#include <numeric>

namespace rox {

namespace {

using Row = TokenTable::Row;

std::string_view asView(const QByteArray &utf8)
{
    return {utf8.constData(), std::size_t(utf8.size())};
}

/// `rows` with the added ones in their places, each behind the rows that are not greater.
template <class Less>
std::vector<Row> merged(const std::vector<Row> &rows, std::vector<Row> added, const Less &less)
{
    std::sort(added.begin(), added.end(), [&](Row left, Row right) {
        return less(left, right) || (!less(right, left) && left < right);
    });
    std::vector<Row> all;
    all.reserve(rows.size() + added.size());
    auto from = rows.begin();
    for (const Row row : added) {
        const auto place = std::upper_bound(from, rows.end(), row, less);
        all.insert(all.end(), from, place);
        all.push_back(row);
        from = place;
    }
    all.insert(all.end(), from, rows.end());
    return all;
}

} // namespace

std::shared_ptr<TokenTable::Columns> TokenTable::Columns::with(const QList<Token> &tokens) const
{
    auto next = std::make_shared<Columns>();
    static_cast<PlainColumns &>(*next) = *this;
    auto &lists = next->roleLists;
    for (const Token &token : tokens) {
        const auto known = std::find(lists.begin(), lists.end(), token.roles);
        const auto set = static_cast<RoleSet>(known - lists.begin());
        if (known == lists.end())
            lists.push_back(token.roles);
        next->append(asView(token.id.toUtf8()), asView(token.name.toUtf8()), set, token.issuedAt,
                     token.expiresAt);
    }
    next->takeOver(*this);
    next->takeOverOrders(*this);
    return next;
}

void TokenTable::Columns::takeOver(const Columns &before)
{
    if (const IdIndex *ids = before.m_ids.ifMade()) {
        if (auto more = ids->with(before.size(), size(), [this](Row row) { return id(row); }))
            m_ids.set(std::move(*more));
    }
    if (const SearchArena *search = before.m_search.ifMade()) {
        SearchArena arena = *search;
        for (Row row = before.size(); row < size(); ++row) {
            appendFolded(arena.text, name(row));
            arena.text.push_back('\0');
            appendFolded(arena.text, id(row));
            arena.endEntry();
        }
        m_search.set(std::move(arena));
    }
    if (const SearchArena *search = before.m_roleSearch.ifMade()) {
        SearchArena arena = *search;
        for (std::size_t set = before.roleLists.size(); set < roleLists.size(); ++set)
            appendFoldedRoles(arena, roleLists[set]);
        m_roleSearch.set(std::move(arena));
    }
}

void TokenTable::Columns::takeOverOrders(const Columns &before)
{
    const NameOrder *names = before.m_names.ifMade();
    if (!names)
        return; // every other order rests on this one
    std::vector<Row> added(size() - before.size());
    std::iota(added.begin(), added.end(), before.size());
    const NameLess nameLess;
    NameOrder order;
    order.rows = merged(names->rows, added,
                        [&](Row left, Row right) { return nameLess(name(left), name(right)); });
    order.ranks = ranksOf(order.rows, [this](Row a, Row b) { return name(a) == name(b); });
    for (std::size_t key = 0; key < m_orders.size(); ++key) {
        const auto *rows = before.m_orders[key].ifMade();
        const SortRule &rule = ruleOf(SortKey(key));
        if (!rows || !rule.isOfRow)
            continue;
        m_orders[key].set(merged(*rows, added, [&](Row left, Row right) {
            if (rule.text) {
                const int of = rule.text(*this, left).compare(rule.text(*this, right));
                return of != 0 ? of < 0 : order.ranks[left] < order.ranks[right];
            }
            const quint64 leftNumber = rule.number(*this, left);
            const quint64 rightNumber = rule.number(*this, right);
            return leftNumber != rightNumber ? leftNumber < rightNumber
                                             : order.ranks[left] < order.ranks[right];
        }));
    }
    m_names.set(std::move(order));
}

} // namespace rox
