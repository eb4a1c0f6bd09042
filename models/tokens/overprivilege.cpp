// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/overprivilege.h"

#include <algorithm>
#include <unordered_map>

namespace rox {

namespace {

using Row = TokenTable::Row;

constexpr std::size_t LeastGroup = 3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSeparator(char c)
{
    return c == '-' || c == '_' || c == '.' || c == ' ' || c == '#';
}

std::vector<RoleRights> rightsBySet(const TokenTable &table, const KnownRoles &known)
{
    std::vector<RoleRights> rights;
    for (TokenTable::RoleSet set = 0; set < table.roleSetCount(); ++set)
        rights.push_back(known.rightsOf(table.rolesOf(set)));
    return rights;
}

/// The weight that half of them do not exceed.
int middleOf(std::vector<int> &weights)
{
    const auto middle = weights.begin() + std::ptrdiff_t(weights.size() / 2);
    std::nth_element(weights.begin(), middle, weights.end());
    return *middle;
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

std::vector<OverPrivilege> overPrivileges(const TokenTable &table, const KnownRoles &known,
                                          UtcMs now)
{
    const std::vector<RoleRights> rights = rightsBySet(table, known);
    std::vector<OverPrivilege> found(table.size(), OverPrivilege::None);
    std::unordered_map<std::string_view, std::vector<int>> groups;
    const auto isCounted = [&](Row row) {
        return isLive(table.status(row, now)) && rights[table.roleSet(row)].isWhole;
    };
    for (Row row = 0; row < table.size(); ++row) {
        if (isCounted(row))
            groups[nameStem(table.nameUtf8(row))].push_back(rights[table.roleSet(row)].weight);
    }
    std::unordered_map<std::string_view, int> middles;
    for (auto &[stem, weights] : groups) {
        if (weights.size() >= LeastGroup)
            middles.emplace(stem, middleOf(weights));
    }
    for (Row row = 0; row < table.size(); ++row) {
        if (!isLive(table.status(row, now)))
            continue;
        const RoleRights &its = rights[table.roleSet(row)];
        if (its.writesEverything) {
            found[row] = OverPrivilege::WritesEverything;
        } else if (its.writesAdminLike) {
            found[row] = OverPrivilege::WritesAdminLike;
        } else if (isCounted(row)) {
            const auto middle = middles.find(nameStem(table.nameUtf8(row)));
            if (middle != middles.end() && its.weight > middle->second)
                found[row] = OverPrivilege::MoreThanGroup;
        }
    }
    return found;
}

} // namespace rox
