// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/permissions.h"

#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

inline constexpr std::string_view NoneRole = "None";
inline constexpr std::string_view AdminRole = "Admin";

/// The access scope of a role. Central compares scopes by id, not by content.
struct AccessScope
{
    std::string id;
    std::string name;
};

const AccessScope &unrestrictedScope();

struct Role
{
    std::string name;
    std::string description;
    std::string permissionSetId;
    AccessScope scope;
    Permissions permissions;
    bool isDefault = true;
};
using RolePtr = std::shared_ptr<const Role>;
using Roles = std::vector<RolePtr>;

/// The roles by name: Central's ten default roles and a few custom ones. Any thread.
class RoleCatalog
{
public:
    RoleCatalog();

    RolePtr find(std::string_view name) const;
    /// The roles of @p names that exist, in the order of @p names.
    Roles resolve(const std::vector<std::string> &names) const;
    /// All roles, sorted bytewise by name.
    Roles all() const;
    bool remove(std::string_view name);

private:
    void add(Role role);

    mutable std::shared_mutex m_mutex;
    std::map<std::string, RolePtr, std::less<>> m_roles;
};

/// The union of the permissions of @p roles; ignores scopes.
Permissions unionOf(const Roles &roles);

/// One line for each resource for which @p requested has more access than @p caller. A role with
/// scope S is compared with the caller's access in S and in the unrestricted scope.
std::vector<std::string> escalations(const Roles &caller, const Roles &requested);

} // namespace rox::demo
