// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "network/trust/trust.h"

#include <QSslConfiguration>
#include <QSslError>

namespace rox {

/// TLS 1.2 or later, with the system's authorities and the given ones. With a pinned certificate
/// there are no authorities, so that every handshake emits sslErrors and trustDecision() decides.
/// Session resumption is off, because a resumed session is not verified again.
///
/// Blocks until the system's authorities are read if `trust` has a CA file: call it after
/// whenTrustIsReady().
[[nodiscard]] QSslConfiguration tlsConfiguration(const Trust &trust);

/// The decision about a server's certificate.
///
/// Central's default certificate is issued for `central.stackrox`, so it has the wrong name for
/// every ordinary address. As in roxctl, it passes if HostNameMismatch is the only error, an
/// authority of the CA file issued it, that authority is "StackRox Certificate Authority", and the
/// leaf is CENTRAL_SERVICE with the DNS name `central.stackrox`.
///
/// A pinned certificate passes by its fingerprint, with the problems that were shown when it was
/// trusted. Its issuer does not matter.
struct TrustDecision
{
    enum class Verdict { Trusted, Refused, Changed };

    Verdict verdict = Verdict::Refused;
    TrustedBy by = TrustedBy::System; ///< Trusted only
    CertificateFacts facts;           ///< problems only if Refused or Changed
    QList<QSslError> allowed;         ///< Trusted only: for ignoreSslErrors()
};

/// `chain` as the server sent it, the leaf first; `errors` of one handshake with
/// tlsConfiguration(trust).
[[nodiscard]] TrustDecision trustDecision(const QList<QSslCertificate> &chain,
                                          const QList<QSslError> &errors, const Trust &trust);

/// The facts about a certificate that the user is shown.
[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &leaf,
                                                const QList<QSslError> &errors);

} // namespace rox
