// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace rox {

/// What a person needs to judge a server's certificate. Texts come from the server: show as data.
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
    QStringList names; ///< DNS names and addresses that it is for
    UtcMs notBefore = NoTime;
    UtcMs notAfter = NoTime;
    QList<Problem> problems;
    QString otherProblem; ///< OpenSSL's words, for Problem::Other; "; " between several

    /// "AB:CD:…", upper case.
    [[nodiscard]] QString fingerprint() const
    {
        return QString::fromLatin1(sha256.toHex(':')).toUpper();
    }
    bool operator==(const CertificateFacts &) const = default;
};

} // namespace rox
