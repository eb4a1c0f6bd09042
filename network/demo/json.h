// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// The JSON that protojson writes. By hand: a list of a million tokens is one string.

/// Appends @p text quoted. Escapes what protojson escapes, and nothing else; @p text is UTF-8.
void appendJsonString(std::string &out, std::string_view text);

/// Appends ["a","b"]; [] when empty.
void appendJsonStrings(std::string &out, const std::vector<std::string> &texts);

/// Appends a quoted RFC 3339 time in UTC, e.g. "2026-08-22T10:15:30Z", without a fraction.
void appendJsonTime(std::string &out, std::int64_t secondsSinceEpoch);

/// The same without the quotes.
std::string timeText(std::int64_t secondsSinceEpoch);

/// Quotes as Go's %q does; Central's messages contain such texts.
std::string goQuoted(std::string_view text);

/// @p json indented by two spaces, as ?pretty asks for.
std::string prettyJson(const std::string &json);

/// Seconds since 1970 of an RFC 3339 time with an offset, fraction dropped; false when @p text is
/// none or lies outside the years 1 to 9999.
bool parseTime(std::string_view text, std::int64_t &secondsSinceEpoch);

} // namespace rox::demo
