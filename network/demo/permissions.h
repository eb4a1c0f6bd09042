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

/// NO_ACCESS, READ_ACCESS or READ_WRITE_ACCESS.
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

/// The index of @p name in Resources, which must contain it.
constexpr std::size_t resourceIndex(std::string_view name)
{
    for (std::size_t i = 0; i < Resources.size(); ++i) {
        if (Resources[i] == name)
            return i;
    }
    throw "no such resource"; // a compile error in a constant expression
}

/// The access to each resource.
class Permissions
{
public:
    /// The same access to every resource.
    static Permissions uniform(Access access);

    Permissions &grant(std::string_view resource, Access access);
    Access to(std::size_t resource) const { return m_access[resource]; }
    bool isEmpty() const;
    /// Raises each access to the one in @p other if that is greater.
    void unite(const Permissions &other);

    /// {"Access":"READ_ACCESS",...}, without resources that have no access.
    std::string json() const;

private:
    std::array<Access, Resources.size()> m_access{};
};

} // namespace rox::demo
