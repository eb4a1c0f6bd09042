// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <stdexcept>
#include <string>

namespace rox::demo {

/// The gRPC status codes that Central uses.
enum class Code {
    InvalidArgument = 3,
    NotFound = 5,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Internal = 13,
    Unauthenticated = 16,
};

/// The error of a call, with the message that Central would send.
class ServiceError : public std::runtime_error
{
public:
    ServiceError(Code code, const std::string &message)
        : std::runtime_error(message)
        , m_code(code)
    {}

    Code code() const { return m_code; }

private:
    Code m_code;
};

/// The HTTP status to which the gRPC gateway maps @p code.
int httpStatus(Code code);

/// The gateway's error object: code, message, details, error, in that order.
std::string errorBody(Code code, const std::string &message);

} // namespace rox::demo
