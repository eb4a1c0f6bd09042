// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

namespace rox {

/// The state of the connection to a Central, by its last answer. In any state but Connected the
/// list is read-only.
enum class Standing {
    Connected,          ///< Central answers, and has not refused the credential
    Unreachable,        ///< Central does not answer
    CertificateChanged, ///< the certificate differs from the trusted one
    CertificateRefused, ///< the certificate is not trusted
    CredentialRefused,  ///< Central refused the credential
    OwnTokenRevoked,    ///< this program revoked the token that it uses
};

/// The state after reading the list failed with `kind`. Never OwnTokenRevoked.
[[nodiscard]] Standing standingAfter(ApiError::Kind kind);

} // namespace rox
