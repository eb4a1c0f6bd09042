// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/leastrole.h"

#include "models/roles/role.h"

#include <algorithm>
#include <array>
#include <limits>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int PerExcess = 16; ///< more than the number of roles can be
constexpr int HeavyFactor = 10;
constexpr int WriteFactor = 2;

bool isHeavy(QStringView resource)
{
    return resource == "Access"_L1 || resource == "Administration"_L1
           || resource == "Integration"_L1;
}

} // namespace

int excessCost(const AccessMap &granted, const AccessMap &need, int roles)
{
    int cost = 0;
    for (auto it = granted.cbegin(); it != granted.cend(); ++it) {
        const Access needed = need.value(it.key(), Access::None);
        const int reads = it.value() >= Access::Read && needed < Access::Read ? 1 : 0;
        const int writes = it.value() == Access::ReadWrite && needed != Access::ReadWrite ? 1 : 0;
        cost += (reads + WriteFactor * writes) * (isHeavy(it.key()) ? HeavyFactor : 1);
    }
    return cost * PerExcess + roles;
}

LeastRoleSearch::LeastRoleSearch(const QList<ScopedRole> &roles)
    : m_roles(roles)
{
    for (const ScopedRole &role : roles) {
        for (auto it = role.access.cbegin(); it != role.access.cend(); ++it) {
            if (it.value() == Access::None || m_numbers.contains(it.key()))
                continue;
            // Resources beyond the limit share the last number.
            const std::size_t number = std::min(std::size_t(m_numbers.size()), MostResources - 1);
            m_numbers.insert(it.key(), number);
            if (isHeavy(it.key()))
                m_heavy.set(number);
        }
    }
    for (const ScopedRole &role : roles)
        m_grants.push_back(grantOf(role.access));
}

LeastRoleSearch::Grant LeastRoleSearch::grantOf(const AccessMap &access) const
{
    Grant grant;
    for (auto it = access.cbegin(); it != access.cend(); ++it) {
        if (it.value() == Access::None)
            continue;
        const std::size_t number = m_numbers.value(it.key());
        grant.reads.set(number);
        if (it.value() == Access::ReadWrite)
            grant.writes.set(number);
    }
    return grant;
}

int LeastRoleSearch::costOf(const Grant &excess) const
{
    const auto weight = [this](const Bits &bits) {
        return int(bits.count()) + (HeavyFactor - 1) * int((bits & m_heavy).count());
    };
    return (weight(excess.reads) + WriteFactor * weight(excess.writes)) * PerExcess;
}

/// One search: the roles that may help, and the best choice so far.
struct LeastRoleSearch::Search
{
    /// A role by what it does for this need.
    struct Candidate
    {
        std::size_t role;
        Grant covers;
        Grant excess;
        int cost;

        /// `other` is in no choice better than this one.
        [[nodiscard]] bool dominates(const Candidate &other) const
        {
            return (other.covers.reads & ~covers.reads).none()
                   && (other.covers.writes & ~covers.writes).none()
                   && (excess.reads & ~other.excess.reads).none()
                   && (excess.writes & ~other.excess.writes).none();
        }
    };

    const LeastRoleSearch &of;
    std::vector<Candidate> candidates = {};
    /// How many candidates cover the read and the write of a resource.
    std::array<int, MostResources> readers{};
    std::array<int, MostResources> writers{};
    std::vector<std::size_t> chosen = {};
    std::vector<std::size_t> best = {};
    int bestCost = std::numeric_limits<int>::max();

    void add(std::size_t role, const Grant &need);
    void dropDominated();
    void go(const Grant &open, const Grant &excess);
    [[nodiscard]] std::vector<std::size_t> helpers(const Grant &open) const;
};

void LeastRoleSearch::Search::add(std::size_t role, const Grant &need)
{
    const Grant &grant = of.m_grants[role];
    const Grant covers{grant.reads & need.reads, grant.writes & need.writes};
    if (covers.reads.none() && covers.writes.none())
        return;
    const Grant excess{grant.reads & ~need.reads, grant.writes & ~need.writes};
    candidates.push_back({role, covers, excess, of.costOf(excess)});
}

void LeastRoleSearch::Search::dropDominated()
{
    const auto covered = [](const Candidate &one) {
        return one.covers.reads.count() + one.covers.writes.count();
    };
    // A role is dominated only by one that costs no more and covers no less: those come first.
    std::stable_sort(candidates.begin(), candidates.end(),
                     [&](const Candidate &left, const Candidate &right) {
                         return left.cost != right.cost ? left.cost < right.cost
                                                        : covered(left) > covered(right);
                     });
    std::vector<Candidate> kept;
    for (const Candidate &one : candidates) {
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Candidate &other) { return other.dominates(one); }))
            kept.push_back(one);
    }
    candidates = std::move(kept);
    for (const Candidate &one : candidates) {
        for (std::size_t at = 0; at < MostResources; ++at) {
            readers[at] += one.covers.reads.test(at) ? 1 : 0;
            writers[at] += one.covers.writes.test(at) ? 1 : 0;
        }
    }
}

/// The candidates that cover what the fewest of them cover, the cheapest first.
std::vector<std::size_t> LeastRoleSearch::Search::helpers(const Grant &open) const
{
    int fewest = std::numeric_limits<int>::max();
    std::size_t resource = 0;
    bool isWrite = false;
    for (std::size_t at = 0; at < MostResources; ++at) {
        for (const bool write : {true, false}) {
            const int count = write ? writers[at] : readers[at];
            if ((write ? open.writes : open.reads).test(at) && count < fewest) {
                fewest = count;
                resource = at;
                isWrite = write;
            }
        }
    }
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const Grant &covers = candidates[at].covers;
        if ((isWrite ? covers.writes : covers.reads).test(resource))
            found.push_back(at);
    }
    return found;
}

void LeastRoleSearch::Search::go(const Grant &open, const Grant &excess)
{
    const int cost = of.costOf(excess) + int(chosen.size());
    const bool isCovered = open.reads.none() && open.writes.none();
    if (cost + (isCovered ? 0 : 1) >= bestCost)
        return;
    if (isCovered) {
        bestCost = cost;
        best = chosen;
        return;
    }
    if (chosen.size() == std::size_t(MostRoles))
        return;
    for (const std::size_t at : helpers(open)) {
        const Candidate &one = candidates[at];
        chosen.push_back(one.role);
        go({open.reads & ~one.covers.reads, open.writes & ~one.covers.writes},
           {excess.reads | one.excess.reads, excess.writes | one.excess.writes});
        chosen.pop_back();
    }
}

LeastRoles LeastRoleSearch::resultOf(const std::vector<std::size_t> &chosen,
                                     const AccessMap &need) const
{
    LeastRoles result;
    AccessMap granted;
    for (const std::size_t role : chosen) {
        const ScopedRole &one = m_roles.at(qsizetype(role));
        result.names.append(one.name);
        for (auto it = one.access.cbegin(); it != one.access.cend(); ++it)
            granted[it.key()] = std::max(granted.value(it.key(), Access::None), it.value());
    }
    result.names.sort();
    result.cost = excessCost(granted, need, int(chosen.size()));
    for (auto it = granted.cbegin(); it != granted.cend(); ++it) {
        if (it.value() > need.value(it.key(), Access::None))
            result.excess.insert(it.key(), it.value());
    }
    result.isAdmin = result.names.size() == 1 && isAdmin(result.names.first());
    return result;
}

std::optional<LeastRoles> LeastRoleSearch::find(const RoleNeed &need) const
{
    for (auto it = need.access.cbegin(); it != need.access.cend(); ++it) {
        if (it.value() == Access::None)
            continue;
        const auto number = m_numbers.constFind(it.key());
        const bool isShared = std::size_t(m_numbers.size()) > MostResources;
        if (number == m_numbers.cend() || (isShared && *number == MostResources - 1))
            return std::nullopt; // no role grants it, or it has no number of its own
    }
    const Grant wanted = grantOf(need.access);
    Search search{.of = *this};
    std::optional<std::size_t> admin;
    for (std::size_t at = 0; at < m_grants.size(); ++at) {
        const ScopedRole &role = m_roles.at(qsizetype(at));
        if (role.scopeId != need.scopeId && role.scopeId != UnrestrictedScope)
            continue;
        if (isAdmin(role.name))
            admin = at;
        else if (!isNone(role.name))
            search.add(at, wanted);
    }
    search.dropDominated();
    search.go(wanted, {});
    if (search.bestCost < std::numeric_limits<int>::max())
        return resultOf(search.best, need.access);
    const auto grants = [&](std::size_t role) {
        return (wanted.reads & ~m_grants[role].reads).none()
               && (wanted.writes & ~m_grants[role].writes).none();
    };
    if (admin && grants(*admin))
        return resultOf({*admin}, need.access);
    return std::nullopt;
}

} // namespace rox
