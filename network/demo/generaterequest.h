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

/// Reads @p body as the gateway does: an empty body is an empty request, unknown fields are
/// ignored, null is unset, a field given twice is refused, and so is a value of another type;
/// whatever follows the first JSON value is ignored. Throws ServiceError (InvalidArgument).
/// Without @p knowsExpiration (Central before 4.4) that field is one of the unknown.
GenerateRequest parseGenerateRequest(const std::string &body, bool knowsExpiration);

} // namespace rox::demo
