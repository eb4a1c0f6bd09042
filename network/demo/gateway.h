// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/error.h"
#include "network/demo/http.h"
#include "network/demo/service.h"
#include "network/demo/singlesignon.h"

#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// The default of Central's ROX_GRPC_MAX_MESSAGE_SIZE.
inline constexpr std::size_t MaxMessageSize = 24U << 20;

/// Central's HTTP gateway: routes a request to a call, converts errors to replies, and compresses
/// replies. Any thread.
class Gateway
{
public:
    Gateway(Service &service, SingleSignOn &singleSignOn, const CentralVersion &version);

    HttpReply serve(const HttpRequest &request);

private:
    using Handler = std::string (Service::*)(const Call &);
    struct Route
    {
        std::string_view verb;
        std::vector<std::string_view> path; ///< "{}" matches any one segment
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
    SingleSignOn &m_singleSignOn;
    const CentralVersion &m_version;
};

} // namespace rox::demo
