// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/utctime.h"

#include <QObject>
#include <QString>

#include <optional>

namespace rox {

/// Which certificates a profile trusts.
struct TrustRule
{
    Q_GADGET

public:
    enum class Kind {
        System,      ///< this computer's authorities
        CaFile,      ///< this computer's authorities and those of a PEM file
        Certificate, ///< one certificate, which the user has accepted
    };
    Q_ENUM(Kind)

    Kind kind = Kind::System;
    QString caFile;                              ///< CaFile only
    std::optional<CertificateFacts> certificate; ///< Certificate only: the facts that were shown
    UtcMs trustedAt = NoTime;                    ///< Certificate only

    bool operator==(const TrustRule &) const = default;
};

} // namespace rox
