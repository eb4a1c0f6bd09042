// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/endpoint.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QUuid>

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

/// Of a server's name and of a user's, as they are kept.
inline constexpr qsizetype MaxNameLength = 200;

enum class SignInMethod { ApiToken, Password, Browser };

/// A Central as the user has set it up. Holds no secret: that lies in the keychain, under
/// credentialKey().
struct ServerProfile
{
    QUuid id; ///< what settings and history call it
    /// Each later credential lies beside the one before, which is good until the profile that names
    /// the new one is kept. Null: the first.
    QUuid laterCredential;
    QString name;
    QString colorName; ///< of serverColor()
    Endpoint endpoint;
    SignInMethod signIn = SignInMethod::ApiToken;
    QString userName; ///< Password only
    TrustRule trust;
    bool keepInKeychain = true;

    bool operator==(const ServerProfile &) const = default;
    [[nodiscard]] const QUuid &credentialKey() const
    {
        return laterCredential.isNull() ? id : laterCredential;
    }
};

} // namespace rox
