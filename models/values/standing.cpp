// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/standing.h"

namespace rox {

Standing standingAfter(ApiError::Kind kind)
{
    using Kind = ApiError::Kind;
    // No default: the compiler asks about a new kind.
    switch (kind) {
    case Kind::ConnectionRefused:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::ProxyFailed:
    case Kind::BadProxy:
    case Kind::TimedOut:
    case Kind::ConnectionLost:
    case Kind::TlsFailed:
        return Standing::Unreachable;
    case Kind::CertificateChanged:
        return Standing::CertificateChanged;
    case Kind::CertificateRefused:
        return Standing::CertificateRefused;
    case Kind::Unauthenticated:
    case Kind::SignInEnded:
        return Standing::CredentialRefused;
    case Kind::NotSent:
    case Kind::ValueLost:
    case Kind::MayBeCreated:
    case Kind::Cancelled:
    case Kind::BadRequest:
    case Kind::Forbidden:
    case Kind::Escalation:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Misdirected:
    case Kind::TooManyRequests:
    case Kind::ServerFailed:
    case Kind::NotImplemented:
    case Kind::BadGateway:
    case Kind::Unavailable:
    case Kind::GatewayTimedOut:
    case Kind::Redirected:
    case Kind::UnexpectedStatus:
    case Kind::NoBrowserSignIn:
    case Kind::NotCentral:
    case Kind::EmptyReply:
    case Kind::BadJson:
    case Kind::WrongShape:
    case Kind::ReplyTooBig:
    case Kind::BadEndpoint:
    case Kind::BadCaFile:
    case Kind::BadCredential:
    case Kind::NoCallbackPort:
    case Kind::BrowserTimedOut:
        return Standing::Connected;
    }
    return Standing::Connected;
}

} // namespace rox
