// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/leastrole.h"

#include "models/roles/role.h"

#include <algorithm>
#include <limits>
#include <span>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int AdminLikeFactor = 10;
constexpr int ReadWeight = 1;
constexpr int WriteWeight = 2; ///< beside that of the read
constexpr int NoCost = std::numeric_limits<int>::max();

bool counts(const RoleGrant &role, const QString &scopeId)
{
    return role.isUnrestricted() || role.scopeId == scopeId;
}

bool isEverywhere(const RoleNeed &need)
{
    return need.scopeId.isEmpty() || need.scopeId == UnrestrictedScope;
}

} // namespace

bool RoleNeed::isEmpty() const
{
    return std::all_of(access.cbegin(), access.cend(),
                       [](Access each) { return each == Access::None; });
}

bool isAdminLike(QStringView resource)
{
    return resource == "Access"_L1 || resource == "Administration"_L1
           || resource == "Integration"_L1;
}

int weightOf(const AccessMap &access)
{
    return excessWeight(access, {});
}

int excessWeight(const AccessMap &granted, const AccessMap &need)
{
    int weight = 0;
    for (auto it = granted.cbegin(); it != granted.cend(); ++it) {
        const Access needed = need.value(it.key(), Access::None);
        const int read = it.value() >= Access::Read && needed < Access::Read ? ReadWeight : 0;
        const int write =
            it.value() == Access::ReadWrite && needed != Access::ReadWrite ? WriteWeight : 0;
        weight += (read + write) * (isAdminLike(it.key()) ? AdminLikeFactor : 1);
    }
    return weight;
}

AccessMap ungranted(const QList<RoleGrant> &roles, const RoleNeed &need)
{
    AccessMap granted;
    for (const RoleGrant &role : roles) {
        if (counts(role, need.scopeId) && !isAdmin(role.name))
            unite(granted, role.access);
    }
    return beyond(need.access, granted);
}

LeastRoleSearch::LeastRoleSearch(const QList<RoleGrant> &roles)
    : m_roles(roles)
{
    for (const RoleGrant &role : roles) {
        for (auto it = role.access.cbegin(); it != role.access.cend(); ++it) {
            if (it.value() == Access::None || m_numbers.contains(it.key()))
                continue;
            // Resources beyond the limit share the last number.
            const std::size_t number = std::min(std::size_t(m_numbers.size()), MostResources - 1);
            m_numbers.insert(it.key(), number);
            m_writes.set(2 * number + 1);
            if (isAdminLike(it.key())) {
                m_adminLike.set(2 * number);
                m_adminLike.set(2 * number + 1);
            }
        }
    }
    for (const RoleGrant &role : roles)
        m_grants.push_back(grantOf(role.access));
}

LeastRoleSearch::Grant LeastRoleSearch::grantOf(const AccessMap &access) const
{
    Grant grant;
    for (auto it = access.cbegin(); it != access.cend(); ++it) {
        if (it.value() == Access::None)
            continue;
        const std::size_t number = m_numbers.value(it.key());
        grant.set(2 * number);
        if (it.value() == Access::ReadWrite)
            grant.set(2 * number + 1);
    }
    return grant;
}

int LeastRoleSearch::costOf(const Grant &excess) const
{
    const auto weight = [this](const Grant &bits) {
        return int(bits.count()) + (AdminLikeFactor - 1) * int((bits & m_adminLike).count());
    };
    return (ReadWeight * weight(excess & ~m_writes) + WriteWeight * weight(excess & m_writes))
           * RoleWeight;
}

/// A role by what it does for one need.
struct LeastRoleSearch::Candidate
{
    std::size_t role;
    Grant covers;
    Grant excess;  ///< in the scope of the need
    Grant outside; ///< of the scope of the need; all of it is excess
    int cost;

    /// In each choice that has `other`, this role in its place costs no more.
    [[nodiscard]] bool dominates(const Candidate &other) const
    {
        return (other.covers & ~covers).none() && (excess & ~other.excess).none()
               && (outside & ~other.outside).none();
    }
};

/// One search: the roles that may help, and the best choice so far.
struct LeastRoleSearch::Search
{
    const LeastRoleSearch &of;
    std::vector<Candidate> candidates = {};
    std::vector<std::size_t> needed = {};             ///< the bits of the need
    std::vector<std::vector<std::size_t>> byBit = {}; ///< candidates by bit, the cheapest first
    std::size_t mostCovered = 0;                      ///< bits that one candidate covers
    std::vector<std::size_t> chosen = {};
    std::vector<std::size_t> best = {};
    int bestCost = NoCost;

    void add(std::size_t role, const Grant &need, bool isOutside);
    void beginGreedily(const Grant &need);
    void prepare(const Grant &need);
    void go(const Grant &open, const Grant &excess, const Grant &outside);
    [[nodiscard]] std::span<const std::size_t> coverersOfRarest(const Grant &open) const;
};

void LeastRoleSearch::Search::add(std::size_t role, const Grant &need, bool isOutside)
{
    const Grant &grant = of.m_grants[role];
    const Grant covers = grant & need;
    if (covers.none())
        return;
    const Grant excess = grant & ~need;
    const Grant outside = isOutside ? grant : Grant();
    candidates.push_back({role, covers, excess, outside, of.costOf(excess) + of.costOf(outside)});
}

/// A choice that is often good: it bounds the search, and leaves out the roles that alone cost as
/// much.
void LeastRoleSearch::Search::beginGreedily(const Grant &need)
{
    Grant open = need;
    Grant excess;
    Grant outside;
    std::vector<std::size_t> taken;
    while (open.any() && taken.size() < std::size_t(MostRoles)) {
        const Candidate *next = nullptr;
        double least = 0;
        for (const Candidate &one : candidates) {
            const std::size_t added = (one.covers & open).count();
            if (added == 0)
                continue;
            const int cost = of.costOf(excess | one.excess) + of.costOf(outside | one.outside);
            const double each = (1 + cost) / double(added);
            if (!next || each < least) {
                next = &one;
                least = each;
            }
        }
        if (!next)
            return;
        open &= ~next->covers;
        excess |= next->excess;
        outside |= next->outside;
        taken.push_back(next->role);
    }
    if (open.any())
        return;
    bestCost = of.costOf(excess) + of.costOf(outside) + int(taken.size());
    best = taken;
    std::erase_if(candidates, [this](const Candidate &one) { return one.cost + 1 >= bestCost; });
}

void LeastRoleSearch::Search::prepare(const Grant &need)
{
    beginGreedily(need);
    // A role is dominated only by one that costs no more and covers no less: those come first.
    std::stable_sort(
        candidates.begin(), candidates.end(), [](const Candidate &left, const Candidate &right) {
            return left.cost != right.cost ? left.cost < right.cost
                                           : left.covers.count() > right.covers.count();
        });
    std::vector<Candidate> kept;
    for (const Candidate &one : candidates) {
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Candidate &other) { return other.dominates(one); }))
            kept.push_back(one);
    }
    candidates = std::move(kept);
    byBit.resize(need.size());
    for (std::size_t bit = 0; bit < need.size(); ++bit) {
        if (!need.test(bit))
            continue;
        needed.push_back(bit);
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            if (candidates[at].covers.test(bit))
                byBit[bit].push_back(at);
        }
    }
    for (const Candidate &one : candidates)
        mostCovered = std::max(mostCovered, one.covers.count());
}

/// Those of the open bit that the fewest candidates cover. One of them is in each choice.
std::span<const std::size_t> LeastRoleSearch::Search::coverersOfRarest(const Grant &open) const
{
    std::span<const std::size_t> fewest;
    bool isFound = false;
    for (const std::size_t bit : needed) {
        if (!open.test(bit) || (isFound && byBit[bit].size() >= fewest.size()))
            continue;
        fewest = byBit[bit];
        isFound = true;
    }
    return fewest;
}

void LeastRoleSearch::Search::go(const Grant &open, const Grant &excess, const Grant &outside)
{
    const int cost = of.costOf(excess) + of.costOf(outside) + int(chosen.size());
    const std::size_t left = open.count();
    if (cost + (left == 0 ? 0 : 1) >= bestCost)
        return;
    if (left == 0) {
        bestCost = cost;
        best = chosen;
        return;
    }
    if (chosen.size() == std::size_t(MostRoles))
        return;
    const std::size_t rolesLeft = std::size_t(MostRoles) - chosen.size() - 1;
    for (const std::size_t at : coverersOfRarest(open)) {
        const Candidate &one = candidates[at];
        const Grant stillOpen = open & ~one.covers;
        if (stillOpen.count() > rolesLeft * mostCovered)
            continue;
        chosen.push_back(one.role);
        go(stillOpen, excess | one.excess, outside | one.outside);
        chosen.pop_back();
    }
}

LeastRoles LeastRoleSearch::resultOf(const std::vector<std::size_t> &chosen,
                                     const RoleNeed &need) const
{
    LeastRoles result;
    AccessMap granted;
    AccessMap outside;
    for (const std::size_t role : chosen) {
        const RoleGrant &one = m_roles.at(qsizetype(role));
        result.names.append(one.name);
        unite(granted, one.access);
        if (!isEverywhere(need) && one.isUnrestricted()) {
            result.wider.append(one.name);
            unite(outside, one.access);
        }
    }
    result.names.sort();
    result.wider.sort();
    result.excess = beyond(granted, need.access);
    result.cost =
        (excessWeight(granted, need.access) + weightOf(outside)) * RoleWeight + int(chosen.size());
    result.isAdmin = result.names.size() == 1 && isAdmin(result.names.first());
    return result;
}

/// Each resource of the need is granted by some role, and has a number of its own.
bool LeastRoleSearch::mayBeFound(const AccessMap &need) const
{
    const bool isLastShared = std::size_t(m_numbers.size()) > MostResources;
    for (auto it = need.cbegin(); it != need.cend(); ++it) {
        if (it.value() == Access::None)
            continue;
        const auto number = m_numbers.constFind(it.key());
        if (number == m_numbers.cend() || (isLastShared && *number == MostResources - 1))
            return false;
    }
    return true;
}

std::optional<LeastRoles> LeastRoleSearch::find(const RoleNeed &need) const
{
    if (!mayBeFound(need.access))
        return std::nullopt;
    const Grant wanted = grantOf(need.access);
    Search search{.of = *this};
    std::optional<std::size_t> admin;
    for (std::size_t at = 0; at < m_grants.size(); ++at) {
        const RoleGrant &role = m_roles.at(qsizetype(at));
        if (!counts(role, need.scopeId))
            continue;
        if (isAdmin(role.name))
            admin = at;
        else if (!isNone(role.name))
            search.add(at, wanted, !isEverywhere(need) && role.isUnrestricted());
    }
    search.prepare(wanted);
    search.go(wanted, {}, {});
    if (search.bestCost != NoCost)
        return resultOf(search.best, need);
    if (admin && (wanted & ~m_grants[*admin]).none())
        return resultOf({*admin}, need);
    return std::nullopt;
}

} // namespace rox
