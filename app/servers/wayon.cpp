// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/wayon.h"

namespace rox {

WayOn wayOn(const ApiError &error)
{
    using Kind = ApiError::Kind;
    switch (error.kind) {
    case Kind::CertificateRefused:
    case Kind::CertificateChanged:
        return WayOn::Certificate;
    case Kind::Unauthenticated:
    case Kind::SignInEnded:
        return WayOn::SignIn;
    case Kind::BadRequest:
    case Kind::BadEndpoint:
    case Kind::BadCaFile:
    case Kind::BadCredential:
    case Kind::NoBrowserSignIn:
        return WayOn::Edit;
    default:
        return WayOn::TryAgain;
    }
}

} // namespace rox
