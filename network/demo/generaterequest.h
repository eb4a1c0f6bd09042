// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rox::demo {

/// The body of POST /v1/apitokens/generate.
struct GenerateRequest
{
    std::string name;
    std::vector<std::string> roles;
    std::string role;
    std::optional<std::int64_t> expiration; ///< seconds since 1970, UTC
};

/// Parses @p body like Central's gateway: an empty body is an empty request, null means unset,
/// unknown fields and text after the first JSON value are ignored; a repeated field or a value of
/// the wrong type throws ServiceError (InvalidArgument). Without @p knowsExpiration (Central before
/// 4.4) `expiration` is an unknown field.
GenerateRequest parseGenerateRequest(const std::string &body, bool knowsExpiration);

} // namespace rox::demo
