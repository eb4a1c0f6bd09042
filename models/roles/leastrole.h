// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <bitset>
#include <optional>
#include <vector>

namespace rox {

/// The id of Central's access scope that has no limits.
inline constexpr QLatin1StringView UnrestrictedScope("ffffffff-ffff-fff4-f5ff-ffffffffffff");

/// A role that may be given to a token.
struct ScopedRole
{
    QString name;
    QString scopeId; ///< of its access scope
    AccessMap access;
};

/// What a token is to be able to do.
struct RoleNeed
{
    AccessMap access;                    ///< Access::None: not needed
    QString scopeId = UnrestrictedScope; ///< where: the access scope of the roles
};

/// The roles that grant a need and least beyond it.
struct LeastRoles
{
    QStringList names;
    int cost = 0;
    AccessMap excess;     ///< what they grant beyond the need, by resource
    bool isAdmin = false; ///< no other roles grant the need

    bool operator==(const LeastRoles &) const = default;
};

/// How much `granted` is beyond `need`: each resource that is read beyond it counts 1, each that is
/// written 2, ten times as much for Access, Administration and Integration. That is multiplied by
/// 16, and `roles` is added: of equal grants, fewer roles are better.
[[nodiscard]] int excessCost(const AccessMap &granted, const AccessMap &need, int roles);

/// Finds the roles that grant a need at the least excessCost(): exact, of at most MostRoles roles.
/// A role counts if its access scope is that of the need or Unrestricted: Central compares scopes
/// by their ids. Prepared once for the roles of a Central; find() is for each change of the need.
class LeastRoleSearch
{
public:
    static constexpr int MostRoles = 4;
    /// Resources that Central may have; it has 26 today.
    static constexpr std::size_t MostResources = 128;

    explicit LeastRoleSearch(const QList<ScopedRole> &roles);

    /// Nothing if no roles grant the need. Admin is found only if nothing else is, None never.
    [[nodiscard]] std::optional<LeastRoles> find(const RoleNeed &need) const;

private:
    using Bits = std::bitset<MostResources>;
    struct Grant
    {
        Bits reads; ///< by number of the resource; what is written is read too
        Bits writes;
    };
    struct Search;

    [[nodiscard]] Grant grantOf(const AccessMap &access) const;
    [[nodiscard]] LeastRoles resultOf(const std::vector<std::size_t> &chosen,
                                      const AccessMap &need) const;
    [[nodiscard]] int costOf(const Grant &excess) const;

    QList<ScopedRole> m_roles;
    QHash<QString, std::size_t> m_numbers; ///< by resource
    Bits m_heavy;                          ///< resources that count ten times
    std::vector<Grant> m_grants;           ///< by role
};

} // namespace rox
