// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "network/trust/trust.h"

#include <QSslConfiguration>
#include <QSslError>

namespace rox {

/// TLS 1.2 or later, with the system's roots and the given authorities; with none at all where a
/// certificate is pinned, so that every handshake has errors and asks us. No session is resumed: a
/// resumed one is not checked again. Nothing switches checks off.
///
/// With authorities of a file it waits for the system's: call it after whenTrustIsReady().
[[nodiscard]] QSslConfiguration tlsConfiguration(const Trust &trust);

/// What is to be done about a server's certificate.
///
/// As roxctl verifies: Central's own certificate is made for `central.stackrox` and so has the
/// wrong name for every address that people use. It passes if the name is all that is wrong (the
/// chain is good), if it was issued by one of the CA file's authorities, if that is Central's
/// ("StackRox Certificate Authority"), if it is Central's own leaf, and if it names
/// `central.stackrox`.
///
/// A pinned certificate passes by its fingerprint, with the problems that were shown when it was
/// trusted. Who issued it does not count any more.
struct Judgement
{
    enum class Verdict { Trusted, Refused, Changed };

    Verdict verdict = Verdict::Refused;
    TrustedBy by = TrustedBy::System; ///< Trusted only
    CertificateFacts facts;           ///< problems only if Refused or Changed
    QList<QSslError> allowed;         ///< Trusted only: may be ignored, each of its certificate
};

/// `chain` as the server sent it, its own certificate first; `errors` of one handshake under
/// tlsConfiguration(trust).
[[nodiscard]] Judgement judgementOf(const QList<QSslCertificate> &chain,
                                    const QList<QSslError> &errors, const Trust &trust);

/// What a person needs to judge the certificate by.
[[nodiscard]] CertificateFacts certificateFacts(const QSslCertificate &leaf,
                                                const QList<QSslError> &errors);

} // namespace rox
