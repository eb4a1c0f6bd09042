// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/overprivilege.h"

#include <algorithm>
#include <bit>

namespace rox {

namespace {

using Row = TokenTable::Row;
using Part = TokenTable::Part;

constexpr std::size_t LeastGroup = 3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSeparator(char c)
{
    return c == '-' || c == '_' || c == '.' || c == ' ' || c == '#';
}

std::vector<RoleRights> rightsBySet(const TokenTable &table, const RolesOfPart &rolesOf)
{
    std::vector<RoleRights> rights;
    for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set)
        rights.push_back(rolesOf(table.partOfSet(set)).rightsOf(table.rolesOf(set)));
    return rights;
}

/// Numbers the groups of names, one for each part and stem. A hash table of row numbers: a map with
/// a node for each group takes four times as long.
class NameGroups
{
public:
    explicit NameGroups(const TokenTable &table)
        : m_table(table)
        , m_slots(std::bit_ceil(std::size_t(table.size()) * 2 + 1))
    {}

    [[nodiscard]] quint32 groupOf(Row row)
    {
        const Part part = m_table.part(row);
        const std::string_view stem = nameStem(m_table.nameUtf8(row));
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (std::hash<std::string_view>()(stem) + part) & mask;
        for (;; at = (at + 1) & mask) {
            Slot &slot = m_slots[at];
            if (slot.first == 0) {
                slot = {row + 1, m_count};
                return m_count++;
            }
            const Row first = slot.first - 1;
            if (m_table.part(first) == part && nameStem(m_table.nameUtf8(first)) == stem)
                return slot.group;
        }
    }
    [[nodiscard]] quint32 count() const { return m_count; }

private:
    struct Slot
    {
        quint32 first = 0; ///< number of its first row, plus 1; 0: the slot is free
        quint32 group = 0;
    };
    const TokenTable &m_table;
    std::vector<Slot> m_slots;
    quint32 m_count = 0;
};

/// Marks the rows whose rights weigh more than those of the middle one of their group.
void markMoreThanGroup(const TokenTable &table, const std::vector<RoleRights> &rights, UtcMs now,
                       std::vector<OverPrivilege> &found)
{
    NameGroups groups(table);
    std::vector<std::pair<Row, quint32>> counted; // row and group
    for (Row row = 0; row < table.size(); ++row) {
        if (rights[table.roleSet(row)].isWhole && isLive(table.status(row, now)))
            counted.emplace_back(row, groups.groupOf(row));
    }
    std::vector<std::size_t> ends(groups.count() + 1); // of each group in `weights`
    for (const auto &[row, group] : counted)
        ++ends[group + 1];
    for (std::size_t group = 1; group < ends.size(); ++group)
        ends[group] += ends[group - 1];
    std::vector<std::size_t> next(ends.begin(), ends.end() - 1);
    std::vector<int> weights(counted.size());
    for (const auto &[row, group] : counted)
        weights[next[group]++] = rights[table.roleSet(row)].weight;
    std::vector<int> middles(groups.count());
    for (quint32 group = 0; group < groups.count(); ++group) {
        const auto begin = weights.begin() + std::ptrdiff_t(ends[group]);
        const auto end = weights.begin() + std::ptrdiff_t(ends[group + 1]);
        const auto middle = begin + (end - begin) / 2;
        std::nth_element(begin, middle, end);
        middles[group] = *middle;
    }
    for (const auto &[row, group] : counted) {
        if (ends[group + 1] - ends[group] >= LeastGroup && found[row] == OverPrivilege::None
            && rights[table.roleSet(row)].weight > middles[group])
            found[row] = OverPrivilege::MoreThanGroup;
    }
}

} // namespace

std::string_view nameStem(std::string_view name)
{
    std::string_view stem = name;
    while (!stem.empty() && isDigit(stem.back())) {
        while (!stem.empty() && isDigit(stem.back()))
            stem.remove_suffix(1);
        while (!stem.empty() && isSeparator(stem.back()))
            stem.remove_suffix(1);
    }
    return stem.empty() ? name : stem;
}

OverPrivilege overPrivilegeOf(const RoleRights &rights)
{
    return rights.writesEverything ? OverPrivilege::WritesEverything
           : rights.raisesRights   ? OverPrivilege::RaisesRights
                                   : OverPrivilege::None;
}

std::vector<OverPrivilege> overPrivileges(const TokenTable &table, const RolesOfPart &rolesOf,
                                          UtcMs now)
{
    const std::vector<RoleRights> rights = rightsBySet(table, rolesOf);
    std::vector<OverPrivilege> ofSets;
    ofSets.reserve(rights.size());
    for (const RoleRights &of : rights)
        ofSets.push_back(overPrivilegeOf(of));
    std::vector<OverPrivilege> found(table.size(), OverPrivilege::None);
    for (Row row = 0; row < table.size(); ++row) {
        if (isLive(table.status(row, now)))
            found[row] = ofSets[table.roleSet(row)];
    }
    if (std::any_of(rights.begin(), rights.end(), [](const auto &of) { return of.isWhole; }))
        markMoreThanGroup(table, rights, now, found);
    return found;
}

} // namespace rox
