// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"

#include <QFlags>

#include <optional>

namespace rox {

/// The differences between the certificate that a server shows and the one that the user trusted.
struct CertificateChange
{
    enum Part {
        Fingerprint = 1,
        Subject = 2,
        Issuer = 4,
        Names = 8, ///< compared without their order
        Validity = 16,
    };
    Q_DECLARE_FLAGS(Parts, Part)

    CertificateFacts trusted;
    CertificateFacts shown;
    Parts differing;
    /// Milliseconds until the trusted certificate expires; 0 if it has expired. std::nullopt if its
    /// notAfter is missing.
    std::optional<UtcMs> left;
    /// The trusted certificate has more than half of its lifetime left. Automatic renewal comes
    /// later: cert-manager and ACME clients wait until two thirds have passed.
    bool isEarly = false;

    bool operator==(const CertificateChange &) const = default;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(CertificateChange::Parts)

[[nodiscard]] CertificateChange certificateChange(const CertificateFacts &trusted,
                                                  const CertificateFacts &shown, UtcMs now);

} // namespace rox
