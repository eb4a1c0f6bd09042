// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"

#include <span>

namespace rox {

/// A resource of Central's permissions.
struct ResourceInfo
{
    QLatin1StringView name; ///< as Central spells it
    QString (*sentence)();  ///< which things it stands for
};

/// The resources of today's Central, sorted by name.
[[nodiscard]] std::span<const ResourceInfo> resources();
/// What this resource stands for; also of one that is not in the table.
[[nodiscard]] QString resourceSentence(QStringView name);

} // namespace rox
