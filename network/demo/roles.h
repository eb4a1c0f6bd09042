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

/// Where a role applies. Central compares scopes by id, never by what they contain.
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

/// The roles that exist, by name: Central's ten and a few of the demo's own. Any thread.
class RoleCatalog
{
public:
    RoleCatalog();

    RolePtr find(std::string_view name) const;
    /// Those of @p names that exist, in that order.
    Roles resolve(const std::vector<std::string> &names) const;
    /// All of them, sorted bytewise.
    Roles all() const;
    bool remove(std::string_view name);

private:
    void add(Role role);

    mutable std::shared_mutex m_mutex;
    std::map<std::string, RolePtr, std::less<>> m_roles;
};

/// The union over @p roles, whatever their scopes.
Permissions unionOf(const Roles &roles);

/// One line for each resource that @p requested would grant beyond @p caller: for a role with
/// scope S counts what the caller holds under S or unrestricted. Empty when nothing is exceeded.
std::vector<std::string> escalations(const Roles &caller, const Roles &requested);

} // namespace rox::demo
