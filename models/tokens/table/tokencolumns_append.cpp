// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/table/nameorder.h"
#include "models/tokens/table/tokencolumns.h"

#include <algorithm>

namespace rox {

namespace {

using Row = TokenTable::Row;

std::string_view asView(const QByteArray &utf8)
{
    return {utf8.constData(), std::size_t(utf8.size())};
}

/// Inserts the last row behind the rows that are not greater; returns its position.
template <class Less>
std::size_t insertLast(std::vector<Row> &rows, const Less &less)
{
    const Row last = static_cast<Row>(rows.size());
    const auto place = std::upper_bound(rows.begin(), rows.end(), last, less) - rows.begin();
    rows.insert(rows.begin() + place, last);
    return std::size_t(place);
}

} // namespace

std::shared_ptr<TokenTable::Columns> TokenTable::Columns::with(const Token &token) const
{
    auto next = std::make_shared<Columns>();
    static_cast<PlainColumns &>(*next) = *this;
    auto &lists = next->roleLists;
    const auto known = std::find(lists.begin(), lists.end(), token.roles);
    const auto set = static_cast<RoleSet>(known - lists.begin());
    if (known == lists.end())
        lists.push_back(token.roles);
    next->append(asView(token.id.toUtf8()), asView(token.name.toUtf8()), set, token.issuedAt,
                 token.expiresAt);
    next->takeOver(*this);
    next->takeOverOrders(*this);
    return next;
}

void TokenTable::Columns::takeOver(const Columns &before)
{
    const Row last = size() - 1;
    if (const IdIndex *ids = before.m_ids.ifMade()) {
        if (auto more = ids->with(last, [this](Row row) { return id(row); }))
            m_ids.set(std::move(*more));
    }
    if (const SearchArena *search = before.m_search.ifMade()) {
        SearchArena arena = *search;
        appendFolded(arena.text, name(last));
        arena.text.push_back('\0');
        appendFolded(arena.text, id(last));
        arena.endEntry();
        m_search.set(std::move(arena));
    }
    if (const SearchArena *search = before.m_roleSearch.ifMade()) {
        SearchArena arena = *search;
        if (roleLists.size() > before.roleLists.size())
            appendFoldedRoles(arena, roleLists.back());
        m_roleSearch.set(std::move(arena));
    }
}

void TokenTable::Columns::takeOverOrders(const Columns &before)
{
    const NameOrder *names = before.m_names.ifMade();
    if (!names)
        return; // every other order rests on this one
    NameOrder order = *names;
    const NameLess nameLess;
    const std::size_t place = insertLast(
        order.rows, [&](Row left, Row right) { return nameLess(name(left), name(right)); });
    // A rank is a position: the ranks behind the new row grow by one.
    for (quint32 &rank : order.ranks)
        rank += rank >= place ? 1 : 0;
    const bool shares = place > 0 && name(order.rows[place - 1]) == name(size() - 1);
    order.ranks.push_back(shares ? order.ranks[order.rows[place - 1]] : quint32(place));
    for (std::size_t key = 0; key < m_orders.size(); ++key) {
        const auto *rows = before.m_orders[key].ifMade();
        const SortRule &rule = ruleOf(SortKey(key));
        if (!rows || !rule.isOfRow)
            continue;
        auto more = *rows;
        insertLast(more, [&](Row left, Row right) {
            if (rule.text) {
                const int of = rule.text(*this, left).compare(rule.text(*this, right));
                return of != 0 ? of < 0 : order.ranks[left] < order.ranks[right];
            }
            const quint64 leftNumber = rule.number(*this, left);
            const quint64 rightNumber = rule.number(*this, right);
            return leftNumber != rightNumber ? leftNumber < rightNumber
                                             : order.ranks[left] < order.ranks[right];
        });
        m_orders[key].set(std::move(more));
    }
    m_names.set(std::move(order));
}

} // namespace rox
