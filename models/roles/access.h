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

/// "READ_ACCESS" and so on; anything else is None.
[[nodiscard]] Access accessFromName(QStringView name);

/// Resource name to access, as Central's resourceToAccess.
using AccessMap = QMap<QString, Access>;

/// What one role grants, as far as Central tells the one who asks.
struct RoleGrant
{
    QString name;
    QString description;
    AccessMap access;

    [[nodiscard]] QStringList writes() const;
    [[nodiscard]] QStringList reads() const; ///< reads but does not write
    /// Such a token can make and revoke tokens: it writes Integration.
    [[nodiscard]] bool mayRevokeTokens() const;
    bool operator==(const RoleGrant &) const = default;
};

/// Who the credential is (GET /v1/auth/status).
struct Identity
{
    QString userId;
    QString displayName; ///< the user's name, or the token's own name
    QString tokenId;     ///< set if signed in with an API token ("auth-token:<id>")
    UtcMs expiresAt = NoTime;
    QStringList roles;

    bool operator==(const Identity &) const = default;
};

/// What the credential may do (GET /v1/mypermissions). Generate needs Access read and Integration
/// write, revoke Integration write, list Integration read, allowed roles Access read.
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
    [[nodiscard]] bool mayGenerate() const { return mayRevoke() && mayReadRoles(); }
    bool operator==(const Permissions &) const = default;
};

} // namespace rox
