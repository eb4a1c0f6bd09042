// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <QSet>

namespace rox {

/// What one Central says about its roles. Empty until it was read: a Central always has roles.
class KnownRoles
{
public:
    KnownRoles() = default;
    explicit KnownRoles(const QList<RoleGrant> &grants);

    /// Tokens of this role may create and revoke tokens. Admin's may, even before it was read.
    [[nodiscard]] bool mayRevokeTokens(const QString &role) const;
    /// The role may write every resource that Admin may. Admin may, even before it was read.
    [[nodiscard]] bool mayWriteEverything(const QString &role) const;
    /// Central no longer lists this role. False until the roles were read.
    [[nodiscard]] bool isDead(const QString &role) const;
    bool operator==(const KnownRoles &) const = default;

private:
    QSet<QString> m_names;
    QSet<QString> m_revoking;
    QSet<QString> m_writingAll;
};

} // namespace rox
