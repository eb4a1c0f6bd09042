// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/roles/rolecomparison.h"

#include <algorithm>

namespace rox {

RoleComparison compared(const RoleGrant &left, const RoleGrant &right)
{
    RoleComparison result;
    result.onlyLeft = beyond(left.access, right.access);
    result.onlyRight = beyond(right.access, left.access);
    for (auto it = left.access.cbegin(); it != left.access.cend(); ++it) {
        const Access shared = std::min(it.value(), right.access.value(it.key(), Access::None));
        if (shared != Access::None)
            result.both.insert(it.key(), shared);
    }
    result.isSameScope =
        left.isUnrestricted() ? right.isUnrestricted() : left.scopeId == right.scopeId;
    return result;
}

} // namespace rox
