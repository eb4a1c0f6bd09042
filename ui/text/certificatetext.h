// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/certificatefacts.h"
#include "models/values/endpoint.h"

#include <QList>

#include <optional>

namespace rox {

/// What is wrong with a certificate: two words, then the sentence of certificateProblems().
struct CertificateProblem
{
    QString lead; ///< "Wrong name."
    QString text;
};
[[nodiscard]] QList<CertificateProblem> certificateProblemList(const CertificateFacts &facts,
                                                               const QString &host);

/// Central made it itself, as a new Central does, for the name central.stackrox.
[[nodiscard]] bool isCentralsOwn(const CertificateFacts &facts);

/// What to do about a certificate that Central made itself and whose issuer or name is the problem;
/// none for others.
[[nodiscard]] std::optional<CertificateProblem> certificateHint(const CertificateFacts &facts);

/// The fingerprint in lines of this many pairs, with a wider gap after each eight.
[[nodiscard]] QString fingerprintLines(const QByteArray &sha256, int pairsInALine);
/// "3 Mar 2026 to 3 Mar 2027"; the parts that are not known stand as "–".
[[nodiscard]] QString validityWords(const CertificateFacts &facts);

/// The same, and how many days are left at `now`.
[[nodiscard]] QString validityWords(const CertificateFacts &facts, UtcMs now);

/// How the user gets the fingerprint without this connection.
struct CertificateCheck
{
    struct Command
    {
        QLatin1String program;
        QString line; ///< one line for a POSIX shell
    };
    QString where;           ///< the sentence before the command
    QList<Command> commands; ///< one, or several of which each does
};
[[nodiscard]] CertificateCheck certificateCheck(const CertificateFacts &facts,
                                                const Endpoint &endpoint);
/// Quoted as one word for a POSIX shell.
[[nodiscard]] QString shellQuoted(const QString &text);

/// A line of "trusted until now" against "shown today". Texts are made visible and capped.
struct CertificateRow
{
    QString name;
    QString trusted;
    QString shown;
    bool differs = false;
    bool fixedFont = false;
};
[[nodiscard]] QList<CertificateRow> certificateRows(const CertificateFacts &trusted,
                                                    const CertificateFacts &shown, UtcMs trustedAt);
/// Whether a renewal was due: "The old certificate still had 190 days: …".
[[nodiscard]] QString renewalWords(const CertificateFacts &trusted, UtcMs now);

} // namespace rox
