// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/certificatechange.h"
#include "models/values/apierror.h"
#include "models/values/endpoint.h"

#include <QString>

namespace rox {

/// An error in three parts, as the message bar shows it: the cause (semibold), what it means and
/// what to do. The causes are in errortext.cpp, the advice in erroradvice.cpp, certificates and
/// details in errordetails.cpp.
struct ErrorSentence
{
    QString cause;
    QString advice;

    [[nodiscard]] QString plain() const { return cause + QLatin1Char(' ') + advice; }
};

/// The operation that failed.
enum class Operation {
    Connect,
    Launch, ///< Connect, as the command line or the variables say it
    List,
    Get,
    Generate,
    Revoke,
    AllowedRoles,
};

/// `server` is the name the user knows it by. Server text is quoted as plain, visible text.
[[nodiscard]] ErrorSentence sentenceFor(const ApiError &error, Operation deed,
                                        const QString &server);
[[nodiscard]] QString sentenceFor(Endpoint::Fault fault, const QString &typed);
/// Why Central refused a credential (Unauthenticated), for the field where it was entered: "stage
/// refused it. It has not expired (25 Nov 2027), so it was revoked or belongs to another Central."
[[nodiscard]] QString refusedCredential(const ApiError &error, const QString &server);
/// One sentence for each problem: "It is self-signed.", "It is not for central.example.com.", …
[[nodiscard]] QStringList certificateProblems(const CertificateFacts &facts, const QString &host);
/// What the old certificate's age says of a renewal: "The old certificate still had 190 days: a
/// renewal now would be unusual."; empty if it is not known.
[[nodiscard]] QString certificateAge(const CertificateChange &change);
/// Technical details to copy: kind, HTTP status, code, server text, detail, certificate. No secret.
[[nodiscard]] QString technicalDetails(const ApiError &error);
/// "Read and write", "Read", "No access" for Central's access names.
[[nodiscard]] QString accessWord(const QString &centralName);

} // namespace rox
