// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

namespace rox {

/// How the connection to a Central stands, by its last answer and by what is proven. With anything
/// but Connected the list that is shown can only be read.
enum class Standing {
    Connected,          ///< Central answers, and has not refused the credential
    Unreachable,        ///< no answer of Central arrives
    CertificateChanged, ///< another certificate than the one that was trusted
    CertificateRefused, ///< a certificate that is not trusted
    CredentialRefused,  ///< Central refused who we are
    OwnTokenRevoked,    ///< from here, and proven: Central refuses the token in use
};

/// How it stands after the list could not be read. OwnTokenRevoked comes of no error.
[[nodiscard]] Standing standingAfter(ApiError::Kind kind);

} // namespace rox
