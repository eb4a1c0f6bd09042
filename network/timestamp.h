// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QString>

#include <optional>
#include <string_view>

namespace rox {

/// Parses RFC 3339 as Central writes it: "2027-08-22T10:15:30Z", with 0 to 9 digits of fraction and
/// `Z` or an offset; years 0001 to 9999. Truncates the fraction to the millisecond. Not QDateTime,
/// which takes fifteen times as long and rounds nine digits.
[[nodiscard]] std::optional<UtcMs> parseTimestamp(std::string_view text);

/// "2027-08-22T10:15:30Z", truncated to the second, as Central does. std::nullopt if the year is
/// not 0001 to 9999, which Central refuses.
[[nodiscard]] std::optional<QString> formatTimestamp(UtcMs time);

} // namespace rox
