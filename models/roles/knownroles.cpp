// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/knownroles.h"

#include "models/roles/role.h"

namespace rox {

KnownRoles::KnownRoles(const QList<RoleGrant> &grants)
{
    for (const RoleGrant &grant : grants) {
        m_names.insert(grant.name);
        if (grant.mayRevokeTokens())
            m_revoking.insert(grant.name);
    }
}

bool KnownRoles::mayRevokeTokens(const QString &role) const
{
    return isAdmin(role) || m_revoking.contains(role);
}

bool KnownRoles::isDead(const QString &role) const
{
    return !m_names.isEmpty() && !m_names.contains(role) && !isNone(role);
}

} // namespace rox
