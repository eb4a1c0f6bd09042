// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// Writes JSON like protojson. Appends to one string, for lists of a million tokens.

/// Appends @p text quoted, with the same escapes as protojson. @p text is UTF-8.
void appendJsonString(std::string &out, std::string_view text);

/// Appends ["a","b"], or [] if empty.
void appendJsonStrings(std::string &out, const std::vector<std::string> &texts);

/// Appends a quoted RFC 3339 time in UTC, e.g. "2026-08-22T10:15:30Z", without a fraction.
void appendJsonTime(std::string &out, std::int64_t secondsSinceEpoch);

/// An RFC 3339 time in UTC without quotes.
std::string timeText(std::int64_t secondsSinceEpoch);

/// A time as in HTTP's Date header.
std::string httpDate(std::int64_t secondsSinceEpoch);

/// Quotes like Go's %q, which Central's messages use.
std::string goQuoted(std::string_view text);

/// @p json indented by two spaces, for the query parameter ?pretty.
std::string prettyJson(const std::string &json);

/// Parses an RFC 3339 time with an offset and drops its fraction. False if @p text is invalid or
/// outside of the years 1 to 9999.
bool parseTime(std::string_view text, std::int64_t &secondsSinceEpoch);

} // namespace rox::demo
