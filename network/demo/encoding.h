// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rox::demo {

using QueryParameters = std::vector<std::pair<std::string, std::string>>;

/// Standard base64 with padding; nothing when @p text is none.
std::optional<std::string> decodeBase64(std::string_view text);

/// base64url without padding; nothing when @p text is none.
std::optional<std::string> decodeBase64Url(std::string_view text);

/// Keys and values of a query or an urlencoded form, in order.
QueryParameters parseQuery(std::string_view text);

/// The first value of @p key, or nothing.
std::optional<std::string> valueOf(const QueryParameters &parameters, std::string_view key);

/// An urlencoded form as Go writes it: sorted by key, a space as '+'.
std::string encodeQuery(QueryParameters parameters);

/// @p text as it stands between the tags of an HTML page, or in an attribute's double quotes.
std::string escapedHtml(std::string_view text);

/// @p text as a gzip stream. Large bodies are packed fast rather than small.
std::string gzip(const std::string &text);

/// Whether @p acceptEncoding, a request's header, takes gzip.
bool acceptsGzip(std::string_view acceptEncoding);

/// @p bytes random bytes from the system, as lower-case hexadecimal.
std::string randomHex(std::size_t bytes);

} // namespace rox::demo
