// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "network/central/replybody.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace rox {

// GET /v1/tls-challenge returns Central's own certificates, whichever certificate the TLS port
// serves. They name a Central. They say nothing about whether the connection is to be trusted.

/// The protobuf v1.TrustInfo, of which nothing is verified. Certificates are DER.
struct TrustInfo
{
    QList<QByteArray> chain;          ///< the certificate of Central, then that of its CA
    QByteArray challenge;             ///< the challenge of the client
    QList<QByteArray> secondaryChain; ///< of a second CA, while one CA replaces another
    bool operator==(const TrustInfo &) const = default;
};

/// Nothing if the bytes are not such a message.
[[nodiscard]] std::optional<TrustInfo> parseTrustInfo(QByteArrayView bytes);

/// 32 random bytes in base64url, which each request needs anew.
[[nodiscard]] QByteArray makeTlsChallenge();

/// The SHA-256, in hex, of the public keys of Central's CAs: the CA in use, then the second one if
/// there is one. The answer has to be signed with the key of Central's certificate, which has to be
/// signed by the CA, and has to return `challenge`; else WrongShape says what is wrong.
[[nodiscard]] Result<QStringList> decodeCaKeys(const ReplyBody &body, const QByteArray &challenge);

} // namespace rox
