// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/values/apierror.h"
#include "network/central/replybody.h"

#include <QHash>

#include <optional>

namespace rox {

// Decodes Central's answers about roles, permissions and the caller's identity. Pure; any thread.
// Errors as in network/central/tokendecoder.h.

/// GET /v1/apitokens/generate/allowed-roles
[[nodiscard]] Result<QStringList> decodeRoleNames(const ReplyBody &body);
/// A role, and the permission set that has its access.
struct RoleEntry
{
    RoleGrant role;
    QString permissionSetId;
};
/// GET /v1/roles, in Central's order. The field `resourceToAccess` is deprecated, and empty since
/// roles refer to permission sets; an older Central fills it.
[[nodiscard]] Result<QList<RoleEntry>> decodeRoles(const ReplyBody &body);
/// GET /v1/permissionsets: id to access
using PermissionSets = QHash<QString, AccessMap>;
[[nodiscard]] Result<PermissionSets> decodePermissionSets(const ReplyBody &body);
/// GET /v1/simpleaccessscopes: id to name
using ScopeNames = QHash<QString, QString>;
[[nodiscard]] Result<ScopeNames> decodeAccessScopes(const ReplyBody &body);
/// GET /v1/auth/status
[[nodiscard]] Result<Identity> decodeIdentity(const ReplyBody &body);
/// GET /v1/mypermissions
[[nodiscard]] Result<Permissions> decodePermissions(const ReplyBody &body);
/// GET /v1/metadata; empty before 4.2 for a caller without a credential
[[nodiscard]] Result<QString> decodeVersion(const ReplyBody &body);

/// The body that Central puts into every refusal.
struct ErrorBody
{
    int code = -1; ///< gRPC's
    QString message;
};

/// Nothing if it is not Central's: HTML, plain text, or JSON without `code` and `message`.
[[nodiscard]] std::optional<ErrorBody> decodeErrorBody(const ReplyBody &body);

} // namespace rox
