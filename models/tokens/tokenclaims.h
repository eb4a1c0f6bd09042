// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace rox {

/// What a JWT says about itself. It is not verified: use it for a hint, never for a
/// decision. Fields that are missing or of another type are empty.
struct TokenClaims
{
    enum class Kind {
        ApiToken, ///< Central's, as its list shows them
        Session,  ///< Central's, of a user who signed in by password or browser
        Other,    ///< of another issuer
    };
    Kind kind = Kind::Other;
    QString issuer;
    QString audience; ///< of a session: the id of the provider that it came from
    QString id;       ///< jti; an API token's id
    QString name;     ///< of an API token
    QStringList roles;
    QString userName; ///< of a session: full name, e-mail or id, the first that it has
    UtcMs issuedAt = NoTime;
    UtcMs expiresAt = NoTime;

    bool operator==(const TokenClaims &) const = default;
};

/// The claims of `jwt`, white space around it ignored. Nothing if it is no JWT: not three parts of
/// base64url, no JSON object in the first two, or over 16 KiB (Central's have 1 to 2). The
/// signature is neither decoded nor kept. Pure; any thread.
[[nodiscard]] std::optional<TokenClaims> claimsOf(QByteArrayView jwt);
/// The claims of a JWT's second part alone, in base64url. Nothing if it is no JSON object, or over
/// 16 KiB. Pure; any thread.
[[nodiscard]] std::optional<TokenClaims> claimsOfPayload(QByteArrayView payload);

} // namespace rox
