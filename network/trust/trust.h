// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "models/values/trustrule.h"

#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QString>

#include <optional>

namespace rox {

/// The certificates that a TrustRule trusts: the system's authorities and those of a CA file, or
/// one pinned certificate only.
struct Trust
{
    QList<QSslCertificate> authorities = {}; ///< from a CA file
    /// The certificate that the user trusted, with the problems shown then. No other certificate
    /// passes, and this one does not pass with a new problem.
    std::optional<CertificateFacts> pinned = {};
};

/// Why a certificate is trusted.
enum class TrustedBy {
    System,         ///< an authority of this computer
    CaFile,         ///< an authority of the CA file
    CentralDefault, ///< Central's default certificate, issued by the CA file (see TrustDecision)
    Pin,            ///< the user pinned it
};

/// Resolves a rule. Reads its CA file in the calling thread (BadCaFile). CertificateRefused if a
/// Certificate rule has no SHA-256 fingerprint.
[[nodiscard]] Result<Trust> trustFrom(const TrustRule &rule);
/// Resolves a rule, but reads a CA file on another thread: `handler` is then called from the event
/// loop, else from inside this call; not after `context` was destroyed.
void whenTrustIsRead(const TrustRule &rule, QObject *context, Handler<Trust> handler);
/// Reads the file as trustFromCaFile() does, but without the TLS library, which takes long to load.
/// A file that passes may still fail there, if a certificate is damaged inside.
[[nodiscard]] Result<void> checkCaFile(const QString &path);
/// Reads every certificate of a file, see certificatesIn(). BadCaFile, with the file and what is
/// wrong with it.
[[nodiscard]] Result<Trust> trustFromCaFile(const QString &path);

} // namespace rox
