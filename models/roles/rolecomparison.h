// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

namespace rox {

/// What two roles grant. A resource that one reads and the other writes is in `both` as read, and
/// as written in that of the other.
struct RoleComparison
{
    AccessMap onlyLeft;
    AccessMap both;
    AccessMap onlyRight;
    bool isSameScope = true; ///< else `both` holds only where the two access scopes overlap

    bool operator==(const RoleComparison &) const = default;
};

[[nodiscard]] RoleComparison compared(const RoleGrant &left, const RoleGrant &right);

} // namespace rox
