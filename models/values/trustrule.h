// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/utctime.h"

#include <QObject>
#include <QString>

#include <optional>

namespace rox {

/// Whom a profile trusts. One of three, never a mixture of the last two.
struct TrustRule
{
    Q_GADGET

public:
    enum class Kind {
        System,      ///< this computer's authorities
        CaFile,      ///< those, and the ones of a PEM file
        Certificate, ///< one certificate, which a person has looked at
    };
    Q_ENUM(Kind)

    Kind kind = Kind::System;
    QString caFile;                              ///< CaFile only
    std::optional<CertificateFacts> certificate; ///< Certificate only: as it was shown
    UtcMs trustedAt = NoTime;                    ///< Certificate only

    bool operator==(const TrustRule &) const = default;
};

} // namespace rox
