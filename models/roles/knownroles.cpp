// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/knownroles.h"

#include "models/roles/leastrole.h"
#include "models/roles/role.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

KnownRoles::KnownRoles(const QList<RoleGrant> &grants)
{
    for (const RoleGrant &grant : grants)
        m_access.insert(grant.name, grant.access);
    const AccessMap all = m_access.value(u"Admin"_s);
    m_resourceCount = std::count(all.cbegin(), all.cend(), Access::ReadWrite);
}

bool KnownRoles::mayRevokeTokens(const QString &role) const
{
    return isAdmin(role) || RoleGrant{role, {}, m_access.value(role)}.mayRevokeTokens();
}

bool KnownRoles::isDead(const QString &role) const
{
    return !m_access.isEmpty() && !m_access.contains(role) && !isNone(role);
}

AccessMap KnownRoles::grantsOf(const QStringList &roles) const
{
    AccessMap together;
    for (const QString &role : roles)
        unite(together, m_access.value(role));
    return together;
}

RoleRights KnownRoles::rightsOf(const QStringList &roles) const
{
    RoleRights rights;
    const AccessMap together = grantsOf(roles);
    for (const QString &role : roles) {
        rights.isWhole &= m_access.contains(role);
        rights.writesEverything |= isAdmin(role);
    }
    rights.weight = weightOf(together);
    qsizetype writes = 0;
    for (auto it = together.cbegin(); it != together.cend(); ++it) {
        if (it.value() != Access::ReadWrite)
            continue;
        ++writes;
        rights.raisesRights |= it.key() == "Access"_L1 || it.key() == "Integration"_L1;
    }
    rights.writesEverything |= m_resourceCount > 0 && writes >= m_resourceCount;
    rights.raisesRights |= rights.writesEverything;
    return rights;
}

} // namespace rox
