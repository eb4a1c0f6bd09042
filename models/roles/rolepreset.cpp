// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolepreset.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct PresetText
{
    Q_DECLARE_TR_FUNCTIONS(rox::PresetText)
};

constexpr Access Read = Access::Read;
constexpr Access Write = Access::ReadWrite;

} // namespace

std::span<const RolePreset> rolePresets()
{
    static constexpr RolePreset table[] = {
        {"scanImages"_L1, [] { return PresetText::tr("Scan images in CI"); },
         [] {
             return AccessMap{{u"Detection"_s, Read}, {u"Image"_s, Write}};
         }},
        {"readAlerts"_L1, [] { return PresetText::tr("Read alerts"); },
         [] {
             return AccessMap{{u"Alert"_s, Read}};
         }},
        {"readVulnerabilities"_L1,
         [] { return PresetText::tr("Read vulnerabilities of workloads"); },
         [] {
             return AccessMap{{u"Deployment"_s, Read}, {u"Image"_s, Read}};
         }},
        {"createSensors"_L1, [] { return PresetText::tr("Create sensors"); },
         [] {
             return AccessMap{{u"Administration"_s, Write}, {u"Cluster"_s, Write}};
         }},
        {"manageTokens"_L1, [] { return PresetText::tr("Manage API tokens"); },
         [] {
             return AccessMap{{u"Access"_s, Read}, {u"Integration"_s, Write}};
         }},
        {"listTokens"_L1, [] { return PresetText::tr("List API tokens"); },
         [] {
             return AccessMap{{u"Integration"_s, Read}};
         }},
        {"viewNetwork"_L1, [] { return PresetText::tr("View the network graph"); },
         [] {
             return AccessMap{
                 {u"Deployment"_s, Read}, {u"NetworkGraph"_s, Read}, {u"NetworkPolicy"_s, Read}};
         }},
        {"managePolicies"_L1, [] { return PresetText::tr("Manage policies as code"); },
         [] {
             return AccessMap{{u"Cluster"_s, Read},
                              {u"Integration"_s, Read},
                              {u"WorkflowAdministration"_s, Write}};
         }},
        {"createReports"_L1, [] { return PresetText::tr("Create vulnerability reports"); },
         [] {
             return AccessMap{{u"Integration"_s, Read}, {u"WorkflowAdministration"_s, Write}};
         }},
        {"requestExceptions"_L1,
         [] { return PresetText::tr("Ask for exceptions for vulnerabilities"); },
         [] {
             return AccessMap{{u"VulnerabilityManagementRequests"_s, Write}};
         }},
        {"approveExceptions"_L1,
         [] { return PresetText::tr("Approve exceptions for vulnerabilities"); },
         [] {
             return AccessMap{{u"VulnerabilityManagementApprovals"_s, Write}};
         }},
    };
    return table;
}

} // namespace rox
