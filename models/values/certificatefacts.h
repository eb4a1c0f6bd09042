// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace rox {

/// The facts about a server's certificate that the user is shown. Its texts are untrusted.
struct CertificateFacts
{
    enum class Problem {
        UnknownIssuer,
        SelfSigned,
        WrongName,
        Expired,
        NotYetValid,
        Revoked,
        Weak,
        Other
    };

    QByteArray sha256; ///< 32 bytes; empty if the server showed no certificate
    QString subject;
    QString issuer;
    QStringList names; ///< DNS names and IP addresses of subjectAltName
    UtcMs notBefore = NoTime;
    UtcMs notAfter = NoTime;
    QList<Problem> problems;
    QString otherProblem; ///< OpenSSL's texts for Problem::Other, joined by "; "
    /// The QSslError::SslError numbers of the leaf's other problems. Two certificates are compared
    /// by these; empty in a profile of a version that kept the text alone.
    QList<int> otherCodes = {};

    /// "AB:CD:…", upper case.
    [[nodiscard]] QString fingerprint() const
    {
        return QString::fromLatin1(sha256.toHex(':')).toUpper();
    }
    bool operator==(const CertificateFacts &) const = default;
};

} // namespace rox
