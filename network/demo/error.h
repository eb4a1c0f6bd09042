// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <stdexcept>
#include <string>

namespace rox::demo {

/// gRPC status codes that Central answers with.
enum class Code {
    InvalidArgument = 3,
    NotFound = 5,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    Unimplemented = 12,
    Internal = 13,
    Unauthenticated = 16,
};

/// A call that fails, with the text Central would send.
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

/// The HTTP status that the gRPC gateway maps @p code to.
int httpStatus(Code code);

/// The gateway's error object: code, message, details, error, in that order.
std::string errorBody(Code code, const std::string &message);

} // namespace rox::demo
