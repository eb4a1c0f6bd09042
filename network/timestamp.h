// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QString>

#include <optional>
#include <string_view>

namespace rox {

/// RFC 3339 as Central writes it: "2027-08-22T10:15:30Z", with 0 to 9 digits of fraction and `Z` or
/// an offset; years 0001 to 9999. The fraction is truncated to the millisecond. By hand, because
/// QDateTime takes fifteen times as long and rounds nine digits.
[[nodiscard]] std::optional<UtcMs> parseTimestamp(std::string_view text);
/// The same for a loop over many: gcc returns an optional through memory, and waits for it.
[[nodiscard]] bool parseTimestamp(std::string_view text, UtcMs &out);

/// "2027-08-22T10:15:30Z", truncated to the whole second, which is all that Central keeps. Nothing
/// if the year is not 0001 to 9999: Central takes no other.
[[nodiscard]] std::optional<QString> formatTimestamp(UtcMs time);

} // namespace rox
