// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/encoding.h"
#include "network/demo/error.h"
#include "network/demo/service.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rox::demo {

/// A request, as it came over the wire.
struct HttpRequest
{
    std::string method;
    std::string path; ///< percent-decoded, as Go's URL.Path
    std::string query;
    std::string contentType;
    std::string accept;
    std::string acceptEncoding;
    std::vector<std::string> authorization;
    std::string body;
    std::size_t bodySize = 0; ///< what was received; above MaxMessageSize body is not kept
};

struct HttpReply
{
    int status = 200;
    std::string contentType;
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// ROX_GRPC_MAX_MESSAGE_SIZE.
inline constexpr std::size_t MaxMessageSize = 24U << 20;

/// Central's front: finds the call that a request means, turns errors into replies, and packs
/// them. Any thread.
class Gateway
{
public:
    Gateway(Service &service, const CentralVersion &version);

    HttpReply serve(const HttpRequest &request);

private:
    using Handler = std::string (Service::*)(const Call &);
    struct Route
    {
        std::string_view verb;
        std::vector<std::string_view> path; ///< "{}" stands for any one segment
        std::string_view method;
        Handler handler;
    };

    static const std::vector<Route> &routes();
    bool serves(const Route &route) const;
    HttpReply serveApi(const HttpRequest &request);
    HttpReply invoke(const Route &route, const std::vector<std::string> &segments,
                     const HttpRequest &request, bool formAsQuery);
    HttpReply routingError(int status, Code code, const std::string &message) const;

    Service &m_service;
    const CentralVersion &m_version;
};

} // namespace rox::demo
