// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/centralfacts.h"

namespace rox {

void CentralFacts::ask(CentralReads *reads, QObject *context)
{
    if (!m_identity)
        reads->identity(context, [this](const Result<Identity> &identity) {
            if (identity)
                m_identity = *identity;
            Q_EMIT changed();
        });
    if (m_permissions)
        askRoles(reads, context);
    else
        reads->permissions(context, [this, reads, context](const Result<Permissions> &may) {
            if (may)
                m_permissions = *may;
            Q_EMIT changed();
            if (may)
                askRoles(reads, context);
        });
    if (m_version.isEmpty())
        reads->version(context, [this](const Result<QString> &version) {
            if (version)
                m_version = *version;
            Q_EMIT changed();
        });
}

void CentralFacts::askRoles(CentralReads *reads, QObject *context)
{
    if (!m_permissions->mayReadRoles())
        return;
    reads->roles(context, [this](const Result<QList<RoleGrant>> &roles) {
        if (roles)
            m_roleGrants = *roles;
        Q_EMIT changed();
    });
}

void CentralFacts::setSignedIn(const Identity &identity, const Permissions &permissions)
{
    m_identity = identity;
    m_permissions = permissions;
}

} // namespace rox
