// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/ui/dialogsamples.h"

namespace rox::samples {

using namespace Qt::StringLiterals;

namespace {

QStringList allResources()
{
    return u"Access Administration Alert CVE Cluster Compliance Deployment DeploymentExtension "
           "Detection Image ImageAdministration Integration K8sRole K8sRoleBinding K8sSubject "
           "Namespace NetworkGraph NetworkPolicy Node Secret ServiceAccount VirtualMachine "
           "VulnerabilityManagementApprovals VulnerabilityManagementRequests WatchedImage "
           "WorkflowAdministration"_s.split(u' ');
}

RoleGrant grant(const QString &name, const QStringList &writes, const QStringList &reads)
{
    RoleGrant made;
    made.name = name;
    for (const QString &resource : allResources())
        made.access.insert(resource, Access::None);
    for (const QString &resource : writes)
        made.access.insert(resource, Access::ReadWrite);
    for (const QString &resource : reads)
        made.access.insert(resource, Access::Read);
    return made;
}

} // namespace

ServerFacts server()
{
    ServerFacts facts;
    facts.name = u"prod-eu"_s;
    facts.address = u"central-eu.acme.example"_s;
    facts.version = u"4.8.2"_s;
    facts.colorName = u"blue"_s;
    return facts;
}

QStringList allowedRoles()
{
    return {u"Admin"_s,
            u"Analyst"_s,
            u"Configuration Controller"_s,
            u"Continuous Integration"_s,
            u"Network Graph Viewer"_s,
            u"Sensor Creator"_s,
            u"Vulnerability Report Creator"_s,
            u"Vulnerability Viewer"_s,
            u"Workload Viewer"_s};
}

QList<RoleGrant> grants()
{
    QStringList read = allResources();
    read.removeOne(u"Administration"_s);
    return {grant(u"Admin"_s, allResources(), {}),
            grant(u"Analyst"_s, {}, read),
            grant(u"Configuration Controller"_s, {u"WorkflowAdministration"_s},
                  {u"Access"_s, u"Integration"_s, u"Cluster"_s}),
            grant(u"Continuous Integration"_s, {u"Image"_s}, {u"Detection"_s}),
            grant(u"Network Graph Viewer"_s, {},
                  {u"Deployment"_s, u"NetworkGraph"_s, u"NetworkPolicy"_s}),
            grant(u"Sensor Creator"_s, {u"Administration"_s, u"Cluster"_s}, {}),
            grant(u"Vulnerability Report Creator"_s, {u"WorkflowAdministration"_s},
                  {u"Integration"_s})};
}

Token token(const QString &name, const QStringList &roles, UtcMs expiresAt)
{
    Token made;
    made.id = u"id-of-"_s + name;
    made.name = name;
    made.roles = roles;
    made.expiresAt = expiresAt;
    made.issuedAt = expiresAt == NoTime ? NoTime : expiresAt - 90 * DayMs;
    return made;
}

QList<Token> threeTokens(UtcMs now)
{
    return {token(u"desktop-mkeller"_s, {u"Token Manager"_s, u"Analyst"_s},
                  now + 5 * DayMs + 22 * HourMs),
            token(u"jenkins-prod-eu"_s, {u"Continuous Integration"_s}, now + 2 * DayMs + HourMs),
            token(u"break-glass-2026"_s, {u"Admin"_s}, now + 12 * DayMs + HourMs)};
}

QList<Token> manyTokens(const QString &prefix, int count, UtcMs now)
{
    QList<Token> made;
    made.reserve(count);
    for (int i = 1; i <= count; ++i)
        made.append(token(prefix + u'-' + QString::number(i), {u"Continuous Integration"_s},
                          now + 30 * DayMs));
    return made;
}

ApiError escalation()
{
    ApiError error;
    error.kind = ApiError::Kind::Escalation;
    error.httpStatus = 403;
    error.grpcCode = 7;
    error.serverText =
        u"not authorized: 2 errors occurred:\n"
        "\t* resource=Cluster, access scope=\"Unrestricted\": requested access is "
        "READ_WRITE_ACCESS, when user access is READ_ACCESS\n"
        "\t* resource=Administration, access scope=\"Unrestricted\": requested access is "
        "READ_WRITE_ACCESS, when user access is NO_ACCESS\n\n"_s;
    error.escalation = escalationFindings(error.serverText);
    return error;
}

} // namespace rox::samples
