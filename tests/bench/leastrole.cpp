// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/leastrole.h"

#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/report.h"

#include <algorithm>
#include <random>

namespace rox::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int Resources = 26;
constexpr int Roles = 1'000;
constexpr int Needs = 500;
constexpr double MostMs = 5;

class RandomAccess
{
public:
    int below(int bound) { return int(m_random() % quint32(bound)); }
    /// Grants `share` of 100 resources, one half of them for writing.
    AccessMap access(int share)
    {
        AccessMap made;
        for (int at = 0; at < Resources; ++at) {
            const QString resource = at == 0   ? u"Access"_s
                                     : at == 1 ? u"Integration"_s
                                               : u"Resource%1"_s.arg(at);
            if (below(100) < share)
                made.insert(resource, below(2) ? Access::ReadWrite : Access::Read);
        }
        return made;
    }
    /// Of three access scopes.
    QString scope()
    {
        const int number = below(3);
        return number == 0 ? QString(UnrestrictedScope) : u"scope-%1"_s.arg(number);
    }

private:
    std::mt19937 m_random{7};
};

/// The peer, which is not exact: takes the role with the least cost for each resource that it adds.
int greedy(const QList<RoleGrant> &roles, const RoleNeed &need)
{
    AccessMap granted;
    int taken = 0;
    while (!beyond(need.access, granted).isEmpty() && taken < LeastRoleSearch::MostRoles) {
        const qsizetype open = beyond(need.access, granted).size();
        double least = 0;
        AccessMap best;
        for (const RoleGrant &role : roles) {
            AccessMap with = granted;
            unite(with, role.access);
            const qsizetype added = open - beyond(need.access, with).size();
            const double cost =
                added > 0 ? (1 + excessWeight(with, need.access)) / double(added) : 0;
            if (added > 0 && (best.isEmpty() || cost < least)) {
                least = cost;
                best = with;
            }
        }
        if (best.isEmpty())
            break;
        granted = best;
        ++taken;
    }
    return excessWeight(granted, need.access);
}

} // namespace

void benchLeastRole()
{
    for (const int share : {5, 20, 50}) {
        RandomAccess random;
        QList<RoleGrant> roles;
        for (int at = 0; at < Roles; ++at)
            roles.append({u"role-%1"_s.arg(at), {}, random.access(share), random.scope()});
        const LeastRoleSearch search(roles);
        std::vector<double> times;
        RoleNeed last;
        for (int turn = 0; turn < Needs; ++turn) {
            last = {random.access(3 + random.below(40)), random.scope()};
            times.push_back(msOf([&] { keep(search.find(last)); }));
        }
        std::sort(times.begin(), times.end());
        const QString work = u"roles for a need, of 1,000 granting %1 %: "_s.arg(share);
        print({work + u"p99"_s,
               times[Needs * 99 / 100],
               msOf([&] { keep(greedy(roles, last)); }),
               u"greedy, not exact"_s,
               {}});
        print({work + u"worst"_s, times.back(), 0, {}, {Bar::Of::Ours, MostMs}});
    }
}

} // namespace rox::bench
