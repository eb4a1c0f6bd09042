// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/resource.h"

#include <QCoreApplication>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct ResourceText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ResourceText)
};

} // namespace

std::span<const ResourceInfo> resources()
{
    static constexpr ResourceInfo table[] = {
        {"Access"_L1,
         [] {
             return ResourceText::tr("Roles, permission sets, access scopes and sign-in providers");
         }},
        {"Administration"_L1,
         [] {
             return ResourceText::tr("Central's own settings, init bundles, events and backups");
         }},
        {"Alert"_L1, [] { return ResourceText::tr("Policy violations, and resolving them"); }},
        {"CVE"_L1, [] { return ResourceText::tr("Vulnerabilities, and snoozing them"); }},
        {"Cluster"_L1, [] { return ResourceText::tr("Secured clusters, and registering them"); }},
        {"Compliance"_L1, [] { return ResourceText::tr("Compliance checks and their results"); }},
        {"Deployment"_L1,
         [] { return ResourceText::tr("Workloads that run in secured clusters"); }},
        {"DeploymentExtension"_L1,
         [] { return ResourceText::tr("Processes, baselines and risk of workloads"); }},
        {"Detection"_L1,
         [] { return ResourceText::tr("Checking images and workloads against policies"); }},
        {"Image"_L1,
         [] { return ResourceText::tr("Images and what is in them; write scans them"); }},
        {"ImageAdministration"_L1,
         [] { return ResourceText::tr("Base images and their settings"); }},
        {"Integration"_L1,
         [] {
             return ResourceText::tr("API tokens, registries, notifiers and other integrations");
         }},
        {"K8sRole"_L1, [] { return ResourceText::tr("Kubernetes roles"); }},
        {"K8sRoleBinding"_L1, [] { return ResourceText::tr("Kubernetes role bindings"); }},
        {"K8sSubject"_L1, [] { return ResourceText::tr("Kubernetes users and groups"); }},
        {"Namespace"_L1, [] { return ResourceText::tr("Namespaces of secured clusters"); }},
        {"NetworkGraph"_L1,
         [] { return ResourceText::tr("Network connections between workloads"); }},
        {"NetworkPolicy"_L1, [] { return ResourceText::tr("Kubernetes network policies"); }},
        {"Node"_L1, [] { return ResourceText::tr("Nodes of secured clusters"); }},
        {"Secret"_L1, [] { return ResourceText::tr("Names and uses of Kubernetes Secrets"); }},
        {"ServiceAccount"_L1, [] { return ResourceText::tr("Kubernetes service accounts"); }},
        {"VirtualMachine"_L1,
         [] { return ResourceText::tr("Virtual machines and what is in them"); }},
        {"VulnerabilityManagementApprovals"_L1,
         [] { return ResourceText::tr("Approving exceptions for vulnerabilities"); }},
        {"VulnerabilityManagementRequests"_L1,
         [] { return ResourceText::tr("Asking for exceptions for vulnerabilities"); }},
        {"WatchedImage"_L1,
         [] { return ResourceText::tr("Images that are scanned without running"); }},
        {"WorkflowAdministration"_L1,
         [] { return ResourceText::tr("Policies, collections and vulnerability reports"); }},
    };
    return table;
}

QString resourceSentence(QStringView name)
{
    const auto all = resources();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const ResourceInfo &info) { return info.name == name; });
    return found == all.end() ? ResourceText::tr("A resource that this program does not know")
                              : found->sentence();
}

} // namespace rox
