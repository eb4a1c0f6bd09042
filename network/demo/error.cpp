// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/error.h"

#include <nlohmann/json.hpp>

namespace rox::demo {

int httpStatus(Code code)
{
    switch (code) {
    case Code::InvalidArgument:
        return 400;
    case Code::NotFound:
        return 404;
    case Code::PermissionDenied:
        return 403;
    case Code::ResourceExhausted:
        return 429;
    case Code::Unimplemented:
        return 501;
    case Code::Internal:
        return 500;
    case Code::Unauthenticated:
        return 401;
    }
    return 500;
}

std::string errorBody(Code code, const std::string &message)
{
    // A message may quote input of the client, which may be invalid UTF-8.
    const std::string text =
        nlohmann::json(message).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return "{\"code\":" + std::to_string(int(code)) + ",\"message\":" + text
           + ",\"details\":[],\"error\":" + text + "}";
}

} // namespace rox::demo
