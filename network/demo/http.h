// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace rox::demo {

/// A request as received.
struct HttpRequest
{
    std::string method;
    std::string path; ///< percent-decoded, like Go's URL.Path
    std::string query;
    std::string contentType;
    std::string accept;
    std::string acceptEncoding;
    std::vector<std::string> authorization;
    std::string cookie; ///< the Cookie header
    std::string body;
    std::size_t bodySize = 0; ///< bytes received; `body` keeps at most MaxMessageSize
};

struct HttpReply
{
    int status = 200;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

} // namespace rox::demo
