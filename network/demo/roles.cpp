// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/roles.h"

#include <algorithm>
#include <mutex>

namespace rox::demo {
namespace {

const AccessScope &productionScope()
{
    static const AccessScope scope{"7b0cd8a5-2f0e-4a43-9d6f-6f4d0b6a1c11", "Production clusters"};
    return scope;
}

std::string permissionSetId(unsigned number)
{
    // Central's default roles have ids that count down from ...ffff.
    return "ffffffff-ffff-fff4-f5ff-fffffffffff" + std::string(1, "fedcba9876543210"[number % 16]);
}

Permissions analystPermissions()
{
    return Permissions::uniform(Access::Read).grant("Administration", Access::None);
}

std::vector<Role> defaultRoles()
{
    const AccessScope &all = unrestrictedScope();
    const auto read = Access::Read;
    const auto write = Access::ReadWrite;
    return {
        {"Admin", "For users: use it to provide read and write access to all the resources",
         permissionSetId(0), all, Permissions::uniform(write)},
        {"Analyst", "For users: use it to give read-only access to all the resources",
         permissionSetId(1), all, analystPermissions()},
        {"Continuous Integration",
         "For automation: it includes the permissions required to enforce deployment policies",
         permissionSetId(2), all, Permissions().grant("Detection", read).grant("Image", write)},
        {"Network Graph Viewer",
         "For users: use it to give read-only access to the NetworkGraph pages", permissionSetId(3),
         all,
         Permissions()
             .grant("Deployment", read)
             .grant("NetworkGraph", read)
             .grant("NetworkPolicy", read)},
        {"None", "For users: use it to provide no read and write access to any resource",
         permissionSetId(4), all, Permissions()},
        {"Sensor Creator",
         "For automation: it consists of the permissions to create Sensors in secured clusters",
         permissionSetId(6), all,
         Permissions().grant("Cluster", write).grant("Administration", write)},
        {"Vulnerability Management Approver",
         "For users: use it to provide access to approve vulnerability deferrals or false positive "
         "requests",
         permissionSetId(7), all, Permissions().grant("VulnerabilityManagementApprovals", write)},
        {"Vulnerability Management Requester",
         "For users: use it to provide access to request vulnerability deferrals or false "
         "positives",
         permissionSetId(8), all, Permissions().grant("VulnerabilityManagementRequests", write)},
        {"Vulnerability Report Creator",
         "For users: use it to create and manage vulnerability reporting configurations for "
         "scheduled vulnerability reports",
         permissionSetId(9), all,
         Permissions().grant("WorkflowAdministration", write).grant("Integration", read)},
        {"Configuration Controller",
         "For automation: it consists of the permissions required to manage policies as code",
         permissionSetId(10), all,
         Permissions()
             .grant("WorkflowAdministration", write)
             .grant("Integration", read)
             .grant("Cluster", read)},
    };
}

/// Custom roles, among them one for each kind of restriction: by resource, access and scope.
std::vector<Role> demoRoles()
{
    const AccessScope &all = unrestrictedScope();
    const auto read = Access::Read;
    const auto write = Access::ReadWrite;
    const auto tokens = [&] {
        return Permissions().grant("Access", read).grant("Integration", write);
    };
    return {
        {"Token Manager", "Issues and revokes API tokens, and nothing else",
         "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a01", all, tokens(), false},
        {"Token Auditor", "Sees which API tokens exist", "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a02",
         all, Permissions().grant("Access", read).grant("Integration", read), false},
        {"CI Lead", "Issues tokens for pipelines", "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a03", all,
         tokens().grant("Detection", read).grant("Image", write), false},
        {"Production Deployer", "Rolls out to production", "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a04",
         productionScope(), Permissions().grant("Deployment", write).grant("Image", write), false},
        {"Production Reader", "Looks at production", "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a05",
         productionScope(), Permissions().grant("Deployment", read).grant("Image", read), false},
        {"Production Token Manager", "Issues tokens for those who roll out to production",
         "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a06", productionScope(),
         tokens().grant("Deployment", write).grant("Image", write), false},
        {"Image Writer", "Keeps the images of every cluster",
         "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a07", all, Permissions().grant("Image", write), false},
        {"Deployment Reader", "Looks at the deployments of every cluster",
         "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a08", all, Permissions().grant("Deployment", read),
         false},
        {"Decommissioned", "Kept for the record; grants nothing",
         "2c5d7f14-6a0b-4f43-8f0a-8b0f3c1f0a09", all, Permissions(), false},
    };
}

Access heldUnder(const AccessScope &scope, const Roles &caller, std::size_t resource)
{
    Access held = Access::None;
    for (const RolePtr &role : caller) {
        if (role->scope.id == scope.id || role->scope.id == unrestrictedScope().id)
            held = std::max(held, role->permissions.to(resource));
    }
    return held;
}

} // namespace

const AccessScope &unrestrictedScope()
{
    static const AccessScope scope{"ffffffff-ffff-fff4-f5ff-ffffffffffff", "Unrestricted"};
    return scope;
}

RoleCatalog::RoleCatalog()
{
    for (Role &role : defaultRoles())
        add(std::move(role));
    for (Role &role : demoRoles())
        add(std::move(role));
}

void RoleCatalog::add(Role role)
{
    auto shared = std::make_shared<const Role>(std::move(role));
    m_roles.emplace(shared->name, shared);
}

RolePtr RoleCatalog::find(std::string_view name) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_roles.find(name);
    return found == m_roles.end() ? nullptr : found->second;
}

Roles RoleCatalog::resolve(const std::vector<std::string> &names) const
{
    Roles roles;
    for (const std::string &name : names) {
        if (RolePtr role = find(name))
            roles.push_back(std::move(role));
    }
    return roles;
}

Roles RoleCatalog::all() const
{
    const std::shared_lock lock(m_mutex);
    Roles roles;
    for (const auto &[name, role] : m_roles)
        roles.push_back(role);
    return roles;
}

bool RoleCatalog::remove(std::string_view name)
{
    const std::unique_lock lock(m_mutex);
    const auto found = m_roles.find(name);
    if (found == m_roles.end())
        return false;
    m_roles.erase(found);
    return true;
}

Permissions unionOf(const Roles &roles)
{
    Permissions all;
    for (const RolePtr &role : roles)
        all.unite(role->permissions);
    return all;
}

std::vector<std::string> escalations(const Roles &caller, const Roles &requested)
{
    std::vector<std::string> lines;
    for (const RolePtr &role : requested) {
        for (std::size_t i = 0; i < Resources.size(); ++i) {
            const Access asked = role->permissions.to(i);
            const Access had = heldUnder(role->scope, caller, i);
            if (asked <= had)
                continue;
            std::string line = "resource=" + std::string(Resources[i]);
            line += ", access scope=\"" + role->scope.name + "\": requested access is ";
            line += accessName(asked);
            line += ", when user access is ";
            line += accessName(had);
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace rox::demo
