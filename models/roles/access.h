// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

namespace rox {

enum class Access : quint8 { None, Read, ReadWrite };

/// Parses "READ_ACCESS" or "READ_WRITE_ACCESS"; any other text is None.
[[nodiscard]] Access accessFromName(QStringView name);

/// Resource name to access; Central's `resourceToAccess` field.
using AccessMap = QMap<QString, Access>;

/// Gives `to` the access of `other` as well.
void unite(AccessMap &to, const AccessMap &other);
/// What `granted` has beyond `need`, with the access that is granted.
[[nodiscard]] AccessMap beyond(const AccessMap &granted, const AccessMap &need);

/// The id of Central's access scope that has no limits.
inline constexpr QLatin1StringView UnrestrictedScope("ffffffff-ffff-fff4-f5ff-ffffffffffff");

/// A role and its access per resource, from GET /v1/roles, its permission set and its access scope.
struct RoleGrant
{
    QString name;
    QString description;
    AccessMap access;
    QString scopeId = {};   ///< of its access scope; a Central without access scopes has none
    QString scopeName = {}; ///< empty: not known

    [[nodiscard]] bool isUnrestricted() const
    {
        return scopeId.isEmpty() || scopeId == UnrestrictedScope;
    }

    [[nodiscard]] QStringList writes() const;
    [[nodiscard]] QStringList reads() const; ///< read access only
    /// A token with this role can revoke tokens: it has write access to Integration.
    [[nodiscard]] bool mayRevokeTokens() const;
    bool operator==(const RoleGrant &) const = default;
};

/// The user or token that the credential belongs to (GET /v1/auth/status).
struct Identity
{
    QString userId;
    QString displayName; ///< the user's name, or the token's own name
    QString tokenId;     ///< set if signed in with an API token ("auth-token:<id>")
    UtcMs expiresAt = NoTime;
    QStringList roles;

    bool operator==(const Identity &) const = default;
};

/// The credential's access (GET /v1/mypermissions). Generate needs Access read and Integration
/// write; revoke Integration write; list Integration read; the allowed roles Access read.
struct Permissions
{
    AccessMap access;

    [[nodiscard]] Access of(const QString &resource) const
    {
        return access.value(resource, Access::None);
    }
    [[nodiscard]] bool mayList() const { return of(QStringLiteral("Integration")) >= Access::Read; }
    [[nodiscard]] bool mayRevoke() const
    {
        return of(QStringLiteral("Integration")) >= Access::ReadWrite;
    }
    [[nodiscard]] bool mayReadRoles() const { return of(QStringLiteral("Access")) >= Access::Read; }
    [[nodiscard]] bool mayReadEvents() const
    {
        return of(QStringLiteral("Administration")) >= Access::Read;
    }
    [[nodiscard]] bool mayGenerate() const { return mayRevoke() && mayReadRoles(); }
    bool operator==(const Permissions &) const = default;
};

} // namespace rox
