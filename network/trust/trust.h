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

/// Which certificates are trusted: what a TrustRule comes to. The system's roots, and those of a
/// file; or one certificate and nothing else.
struct Trust
{
    QList<QSslCertificate> authorities = {}; ///< from a CA file
    /// Trusted by a person, with the problems that were shown then. No other certificate passes,
    /// whoever issued it, and neither does this one with a problem that was not shown.
    std::optional<CertificateFacts> pinned = {};
};

/// What speaks for a certificate that is trusted.
enum class TrustedBy {
    System,       ///< an authority of this computer
    CaFile,       ///< one of the file's, by its name
    CentralsRule, ///< one of the file's, and it is Central's own (see Judgement)
    Pin,          ///< a person
};

/// Reads the CA file, if the rule names one: BadCaFile. A rule for one certificate that does not
/// say which trusts nothing: CertificateRefused.
[[nodiscard]] Result<Trust> trustFrom(const TrustRule &rule);
/// The same without waiting for a file, which is read on another thread: `handler` is called from
/// the event loop then, else from inside this call; not after `context` died.
void whenTrustIsRead(const TrustRule &rule, QObject *context, Handler<Trust> handler);
/// Whether the file looks like one of PEM certificates; quick, for it asks no TLS library. What it
/// passes may still fail in trustFromCaFile().
[[nodiscard]] Result<void> checkCaFile(const QString &path);
/// Reads every PEM certificate of a file. BadCaFile says if it cannot be read or holds none.
[[nodiscard]] Result<Trust> trustFromCaFile(const QString &path);

} // namespace rox
