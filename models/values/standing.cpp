// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/standing.h"

namespace rox {

Standing standingAfter(ApiError::Kind kind)
{
    using Kind = ApiError::Kind;
    switch (kind) {
    case Kind::ConnectionRefused:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::ProxyFailed:
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
    default:
        return Standing::Connected;
    }
}

} // namespace rox
