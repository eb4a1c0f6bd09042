// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <bitset>
#include <optional>
#include <vector>

namespace rox {

/// What a token is to be able to do.
struct RoleNeed
{
    AccessMap access;                    ///< Access::None: not needed
    QString scopeId = UnrestrictedScope; ///< the access scope in which it is needed

    [[nodiscard]] bool isEmpty() const;
    bool operator==(const RoleNeed &) const = default;
};

/// The roles that grant a need and least beyond it.
struct LeastRoles
{
    QStringList names;
    int cost = 0;         ///< as LeastRoleSearch says
    AccessMap excess;     ///< what they grant beyond the need, by resource
    QStringList wider;    ///< those of them that grant outside the scope of the need too
    bool isAdmin = false; ///< it is Admin, because no other roles grant the need

    bool operator==(const LeastRoles &) const = default;
};

/// Resources with which a token can give itself or others more rights.
[[nodiscard]] bool isAdminLike(QStringView resource);

/// How much this access is: 1 for each resource that is read, 3 for each that is written, and ten
/// times as much if isAdminLike().
[[nodiscard]] int weightOf(const AccessMap &access);

/// How much `granted` is beyond `need`, in the same unit: write where read is needed is 2.
[[nodiscard]] int excessWeight(const AccessMap &granted, const AccessMap &need);

/// The access of the need that no role grants in its scope, Admin aside.
[[nodiscard]] AccessMap ungranted(const QList<RoleGrant> &roles, const RoleNeed &need);

/// Finds the roles that grant a need at the least cost: exact, of at most MostRoles roles.
///
/// A role counts if its access scope is that of the need or Unrestricted: Central compares scopes
/// by their ids. The cost is RoleWeight times the excess weight, plus the number of roles. A role
/// that is Unrestricted, for a need that is not, grants outside the scope too: all of that is
/// excess as well.
///
/// Prepared once for the roles of a Central; find() is for each change of the need.
class LeastRoleSearch
{
public:
    static constexpr int MostRoles = 4;
    static constexpr int RoleWeight = 16; ///< more than MostRoles, so that excess decides
    /// Central has 26 resources. Those beyond this number count as excess together, and a need of
    /// one of them is not found.
    static constexpr std::size_t MostResources = 64;

    explicit LeastRoleSearch(const QList<RoleGrant> &roles);

    /// Nothing if no roles grant the need. Admin is found only if nothing else is, None never.
    [[nodiscard]] std::optional<LeastRoles> find(const RoleNeed &need) const;

private:
    /// Bit 2n: resource n is read; bit 2n+1: it is written. What is written is read too.
    using Grant = std::bitset<2 * MostResources>;
    struct Candidate;
    struct Search;

    [[nodiscard]] Grant grantOf(const AccessMap &access) const;
    [[nodiscard]] bool mayBeFound(const AccessMap &need) const;
    [[nodiscard]] LeastRoles resultOf(const std::vector<std::size_t> &chosen,
                                      const RoleNeed &need) const;
    [[nodiscard]] int costOf(const Grant &excess) const;

    QList<RoleGrant> m_roles;
    QHash<QString, std::size_t> m_numbers; ///< by resource
    Grant m_writes;                        ///< the bits of all writes
    Grant m_adminLike;                     ///< the bits of the resources that weigh more
    std::vector<Grant> m_grants;           ///< by role
};

} // namespace rox
