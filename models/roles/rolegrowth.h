// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/values/utctime.h"

#include <QHash>

namespace rox {

/// A role as this computer saw it over a span of time. Times are Central's.
struct RoleSeen
{
    UtcMs firstAt = NoTime;
    UtcMs lastAt = NoTime;
    QString scopeId = {};  ///< empty: Central has no access scopes
    AccessMap access = {}; ///< without Access::None

    bool operator==(const RoleSeen &) const = default;
};

/// By name of the role; of each the oldest first.
using RolesSeen = QHash<QString, QList<RoleSeen>>;

/// What a role grants beyond what it granted at an earlier time.
struct RoleGrowth
{
    QString role;
    AccessMap added;
    bool isWider = false; ///< its access scope is another one, and was not Unrestricted
    /// Between these times it grew; both are NoTime if it did not.
    UtcMs lastBefore = NoTime;
    UtcMs firstAfter = NoTime;

    bool operator==(const RoleGrowth &) const = default;
};

/// Those of these roles that grant more now than when a token with them was issued. A role that was
/// not seen before `issuedAt` is compared with how it was first seen.
[[nodiscard]] QList<RoleGrowth> grownSince(const RolesSeen &seen, const QStringList &roles,
                                           UtcMs issuedAt);

} // namespace rox
