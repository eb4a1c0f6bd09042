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

/// Decodes standard base64 with padding; std::nullopt if @p text is invalid.
std::optional<std::string> decodeBase64(std::string_view text);

/// Decodes base64url without padding; std::nullopt if @p text is invalid.
std::optional<std::string> decodeBase64Url(std::string_view text);

/// Encodes standard base64 with padding.
std::string encodeBase64(const std::string &bytes);

/// The keys and values of a query or an urlencoded form, in order.
QueryParameters parseQuery(std::string_view text);

/// The first value of @p key, or std::nullopt.
std::optional<std::string> valueOf(const QueryParameters &parameters, std::string_view key);

/// Encodes a form like Go's url.Values: sorted by key, a space as '+'.
std::string encodeQuery(QueryParameters parameters);

/// Escapes @p text for HTML content and for attributes in double quotes.
std::string escapedHtml(std::string_view text);

/// Compresses @p text with gzip. Uses a faster level for large bodies.
std::string gzip(const std::string &text);

/// Whether the Accept-Encoding header allows gzip.
bool acceptsGzip(std::string_view acceptEncoding);

/// @p bytes random bytes from the system as lower-case hexadecimal.
std::string randomHex(std::size_t bytes);

} // namespace rox::demo
