// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/knownroles.h"

#include "models/roles/role.h"

#include <algorithm>

namespace rox {

KnownRoles::KnownRoles(const QList<RoleGrant> &grants)
{
    for (const RoleGrant &grant : grants) {
        m_names.insert(grant.name);
        if (grant.mayRevokeTokens())
            m_revoking.insert(grant.name);
    }
    const auto admin = std::find_if(grants.begin(), grants.end(),
                                    [](const RoleGrant &grant) { return isAdmin(grant.name); });
    const AccessMap all = admin == grants.end() ? AccessMap() : admin->access;
    for (const RoleGrant &grant : grants) {
        const bool writesAll = std::all_of(all.keyBegin(), all.keyEnd(), [&](const QString &what) {
            return grant.access.value(what) == Access::ReadWrite;
        });
        if (writesAll && !all.isEmpty())
            m_writingAll.insert(grant.name);
    }
}

bool KnownRoles::mayWriteEverything(const QString &role) const
{
    return isAdmin(role) || m_writingAll.contains(role);
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
