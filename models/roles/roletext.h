// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

namespace rox {

/// "Image (write)", "Detection (read)": each resource with access, by name.
[[nodiscard]] QStringList grantsAsText(const AccessMap &access);
/// "Writes Image, reads Detection", or how many where they are many; "Grants nothing".
[[nodiscard]] QString grantSummary(const QStringList &writes, const QStringList &reads);
/// The role's access scope: "Unrestricted", its name, or the begin of its id.
[[nodiscard]] QString scopeText(const RoleGrant &role);

} // namespace rox
