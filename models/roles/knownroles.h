// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <QHash>

namespace rox {

/// What a list of roles grants together.
struct RoleRights
{
    int weight = 0;                ///< as weightOf() says
    bool writesEverything = false; ///< all that Admin may, or the role Admin
    bool raisesRights = false;     ///< writes Access or Integration: it can give itself any right
    bool isWhole = true;           ///< each of the roles is known

    bool operator==(const RoleRights &) const = default;
};

/// What one Central says about its roles. Empty until it was read: a Central always has roles.
class KnownRoles
{
public:
    KnownRoles() = default;
    explicit KnownRoles(const QList<RoleGrant> &grants);

    /// Tokens of this role may create and revoke tokens. Admin's may, even before it was read.
    [[nodiscard]] bool mayRevokeTokens(const QString &role) const;
    /// Central no longer lists this role. False until the roles were read.
    [[nodiscard]] bool isDead(const QString &role) const;
    /// What they grant together; a role that is not known grants nothing.
    [[nodiscard]] AccessMap grantsOf(const QStringList &roles) const;
    /// The roles were read.
    [[nodiscard]] bool isKnown() const { return !m_access.isEmpty(); }
    /// A role that is not known grants nothing; Admin everything, even before it was read.
    [[nodiscard]] RoleRights rightsOf(const QStringList &roles) const;
    bool operator==(const KnownRoles &) const = default;

private:
    QHash<QString, AccessMap> m_access; ///< by role
    qsizetype m_resourceCount = 0;      ///< resources that Admin may write; 0: not known
};

} // namespace rox
