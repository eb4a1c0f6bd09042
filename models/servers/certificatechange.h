// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"

#include <QFlags>

#include <optional>

namespace rox {

/// How the certificate that a server shows differs from the one that a person trusted.
struct CertificateChange
{
    enum Part {
        Fingerprint = 1,
        Subject = 2,
        Issuer = 4,
        Names = 8, ///< their order does not count
        Validity = 16,
    };
    Q_DECLARE_FLAGS(Parts, Part)

    CertificateFacts trusted;
    CertificateFacts shown;
    Parts differing;
    /// How long the trusted one was still valid; 0 once it was not. Nothing: not known, because
    /// its end is missing.
    std::optional<UtcMs> left;
    /// The trusted one had more than half of its life before it: what renews by itself waits
    /// longer (cert-manager and ACME clients, until two thirds have passed).
    bool isEarly = false;

    bool operator==(const CertificateChange &) const = default;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(CertificateChange::Parts)

[[nodiscard]] CertificateChange certificateChange(const CertificateFacts &trusted,
                                                  const CertificateFacts &shown, UtcMs now);

} // namespace rox
