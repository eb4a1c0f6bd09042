// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <span>

namespace rox {

/// A job that many tokens are for, and the access that it needs.
struct RolePreset
{
    QLatin1StringView id; ///< never translated
    QString (*title)();
    AccessMap (*need)();
};

/// In the order in which they are offered.
[[nodiscard]] std::span<const RolePreset> rolePresets();

} // namespace rox
