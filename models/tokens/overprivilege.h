// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/knownroles.h"
#include "models/tokens/table/tokentable.h"

#include <functional>
#include <vector>

namespace rox {

/// Why a token may have more rights than its job needs. Of several reasons the first one.
enum class OverPrivilege : quint8 {
    None,
    WritesEverything, ///< all resources of Central, or it has the role Admin
    RaisesRights,     ///< as RoleRights::raisesRights
    MoreThanGroup,    ///< more than most live tokens of the same nameStem()
};

/// The name without a number at its end: "gitlab-runner" of "gitlab-runner-07" and of
/// "gitlab-runner-07-2". A name of digits alone is its own stem.
[[nodiscard]] std::string_view nameStem(std::string_view name);

/// What these rights alone say; never MoreThanGroup.
[[nodiscard]] OverPrivilege overPrivilegeOf(const RoleRights &rights);

using RolesOfPart = std::function<const KnownRoles &(TokenTable::Part)>;

/// By row of `table`. A token that is revoked or expired at `now` has None and counts in no group.
/// A group is of one part and has three tokens or more, and a token is over it if its rights weigh
/// more than those of the middle one (of two middle ones the heavier).
[[nodiscard]] std::vector<OverPrivilege> overPrivileges(const TokenTable &table,
                                                        const RolesOfPart &rolesOf, UtcMs now);

} // namespace rox
