// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rox::demo {

enum class Access { None, Read, ReadWrite };

/// NO_ACCESS, READ_ACCESS, READ_WRITE_ACCESS.
std::string_view accessName(Access access);

/// Central's resources, sorted.
inline constexpr std::array<std::string_view, 26> Resources = {
    "Access",
    "Administration",
    "Alert",
    "CVE",
    "Cluster",
    "Compliance",
    "Deployment",
    "DeploymentExtension",
    "Detection",
    "Image",
    "ImageAdministration",
    "Integration",
    "K8sRole",
    "K8sRoleBinding",
    "K8sSubject",
    "Namespace",
    "NetworkGraph",
    "NetworkPolicy",
    "Node",
    "Secret",
    "ServiceAccount",
    "VirtualMachine",
    "VulnerabilityManagementApprovals",
    "VulnerabilityManagementRequests",
    "WatchedImage",
    "WorkflowAdministration",
};

/// The row of @p name in Resources; it must be there.
constexpr std::size_t resourceIndex(std::string_view name)
{
    for (std::size_t i = 0; i < Resources.size(); ++i) {
        if (Resources[i] == name)
            return i;
    }
    throw "no such resource"; // a compile error where it is constant
}

/// What somebody may do, for each resource.
class Permissions
{
public:
    /// The same access to everything.
    static Permissions uniform(Access access);

    Permissions &grant(std::string_view resource, Access access);
    Access to(std::size_t resource) const { return m_access[resource]; }
    bool isEmpty() const;
    /// The greater of both, for each resource.
    void unite(const Permissions &other);

    /// {"Access":"READ_ACCESS",...}, without the resources that are not granted.
    std::string json() const;

private:
    std::array<Access, Resources.size()> m_access{};
};

} // namespace rox::demo
