// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace rox {

/// A colour that a server can have.
struct ServerColor
{
    QLatin1StringView name; ///< kept in the file of servers; never translated
    const char *light;      ///< "#rrggbb"
    const char *dark;
    QString (*title)();
};
/// In the order in which they are offered and given to new servers.
[[nodiscard]] std::span<const ServerColor> serverColors();

} // namespace rox
