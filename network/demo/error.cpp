// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/error.h"

#include "network/demo/json.h"

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
    std::string body = "{\"code\":" + std::to_string(static_cast<int>(code)) + ",\"message\":";
    appendJsonString(body, message);
    body += ",\"details\":[],\"error\":";
    appendJsonString(body, message);
    body += '}';
    return body;
}

} // namespace rox::demo
