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
    QSet<QString> resources;
    for (const RoleGrant &grant : grants) {
        m_access.insert(grant.name, grant.access);
        for (auto it = grant.access.keyBegin(); it != grant.access.keyEnd(); ++it)
            resources.insert(*it);
    }
    m_resourceCount = resources.size();
    const AccessMap all = m_access.value(u"Admin"_s);
    for (auto role = m_access.cbegin(); role != m_access.cend(); ++role) {
        const bool writesAll = std::all_of(all.keyBegin(), all.keyEnd(), [&](const QString &what) {
            return role->value(what) == Access::ReadWrite;
        });
        if (writesAll && !all.isEmpty())
            m_writingAll.insert(role.key());
    }
}

bool KnownRoles::mayWriteEverything(const QString &role) const
{
    return isAdmin(role) || m_writingAll.contains(role);
}

bool KnownRoles::mayRevokeTokens(const QString &role) const
{
    return isAdmin(role) || RoleGrant{role, {}, m_access.value(role)}.mayRevokeTokens();
}

bool KnownRoles::isDead(const QString &role) const
{
    return !m_access.isEmpty() && !m_access.contains(role) && !isNone(role);
}

RoleRights KnownRoles::rightsOf(const QStringList &roles) const
{
    RoleRights rights;
    AccessMap together;
    for (const QString &role : roles) {
        const auto access = m_access.constFind(role);
        if (access != m_access.cend())
            unite(together, *access);
        else
            rights.isWhole = false;
        rights.writesEverything |= isAdmin(role);
    }
    rights.weight = weightOf(together);
    qsizetype writes = 0;
    for (auto it = together.cbegin(); it != together.cend(); ++it) {
        if (it.value() != Access::ReadWrite)
            continue;
        ++writes;
        rights.writesAdminLike |= isAdminLike(it.key());
    }
    rights.writesEverything |= m_resourceCount > 0 && writes == m_resourceCount;
    rights.writesAdminLike |= rights.writesEverything;
    return rights;
}

} // namespace rox
