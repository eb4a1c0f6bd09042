// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1String>
#include <QStringView>

namespace rox {

/// Central's own role that grants everything. It cannot be changed or deleted.
[[nodiscard]] inline bool isAdmin(QStringView role)
{
    return role == QLatin1String("Admin");
}

/// Central's own role that grants nothing.
[[nodiscard]] inline bool isNone(QStringView role)
{
    return role == QLatin1String("None");
}

} // namespace rox
