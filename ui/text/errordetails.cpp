// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/redaction.h"
#include "models/values/visibletext.h"
#include "ui/text/certificatetext.h"
#include "ui/text/errortextparts.h"
#include "ui/text/times.h"

#include <QDateTime>
#include <QMetaEnum>

namespace rox {

using namespace Qt::StringLiterals;
using words::Errors;

namespace {

constexpr int NamesMax = 200;

/// "a, b and c".
QString listed(const QStringList &names)
{
    if (names.size() < 2)
        return names.join(QString());
    const QString before = names.first(names.size() - 1).join(", "_L1);
    //: %1 is a name, or several with commas; %2 is the last one
    return Errors::tr("%1 and %2").arg(before, names.constLast());
}

QString unknownIssuer(const CertificateFacts &facts)
{
    QString issuer = facts.issuer.isEmpty()
                         ? Errors::tr("This computer does not know who signed it.")
                         : Errors::tr("It is signed by “%1”, which this computer does not know.")
                               .arg(shownName(facts.issuer));
    if (isCentralsOwn(facts))
        return issuer;
    // A missing intermediate certificate gives the same error.
    return issuer + u' '
           + Errors::tr(
               "If it is a public authority, the server may not be sending an intermediate "
               "certificate.");
}

QString problemSentence(CertificateFacts::Problem problem, const CertificateFacts &facts,
                        const QString &host)
{
    using Problem = CertificateFacts::Problem;
    switch (problem) {
    case Problem::UnknownIssuer:
        return unknownIssuer(facts);
    case Problem::SelfSigned:
        return Errors::tr("It is self-signed.");
    case Problem::WrongName:
        return facts.names.isEmpty()
                   ? Errors::tr("It is not for %1.").arg(shownName(host))
                   : Errors::tr("It names %1, not %2.")
                         .arg(shownText(listed(facts.names), NamesMax), shownName(host));
    case Problem::Expired:
        return facts.notAfter == NoTime
                   ? Errors::tr("It has expired.")
                   : Errors::tr("It expired on %1.").arg(mediumDate(facts.notAfter));
    case Problem::NotYetValid:
        return facts.notBefore == NoTime
                   ? Errors::tr("It is not valid yet, by the clock of this computer: check it.")
                   : Errors::tr("It is not valid before %1, by the clock of this computer: check "
                                "it.")
                         .arg(longTime(facts.notBefore));
    case Problem::Revoked:
        return Errors::tr("Its issuer has revoked it.");
    case Problem::Weak:
        return Errors::tr("Its key or its signature is too weak to be safe.");
    case Problem::Other:
        break;
    }
    return facts.otherProblem.isEmpty()
               ? Errors::tr("It did not pass the check.")
               : Errors::tr("It did not pass the check: %1.")
                     .arg(shownText(facts.otherProblem.simplified(), words::ServerTextMax));
}

/// Keeps the lines of a text, each made visible.
QString lines(const QString &text)
{
    QStringList shownLines;
    for (const QString &line : text.split(u'\n'))
        shownLines.append(visibleText(QString(line).replace(u'\t', u' ')));
    return shownLines.join(u'\n').trimmed();
}

QString utc(UtcMs time)
{
    return time == NoTime ? u"–"_s
                          : QDateTime::fromMSecsSinceEpoch(time).toUTC().toString(Qt::ISODate);
}

void appendCertificate(QStringList *rows, const CertificateFacts &facts)
{
    rows->append(Errors::tr("Certificate: %1").arg(visibleText(facts.subject)));
    rows->append(Errors::tr("Issuer: %1").arg(visibleText(facts.issuer)));
    rows->append(Errors::tr("Names: %1").arg(visibleText(facts.names.join(", "_L1))));
    rows->append(Errors::tr("Valid: %1 to %2").arg(utc(facts.notBefore), utc(facts.notAfter)));
    rows->append(Errors::tr("SHA-256 fingerprint: %1").arg(facts.fingerprint()));
}

} // namespace

QString sentenceFor(Endpoint::Fault fault, const QString &typed)
{
    const QString text = shownName(typed);
    switch (fault) {
    case Endpoint::Fault::Empty:
        return Errors::tr("Enter the address, for example central.example.com:443.");
    case Endpoint::Fault::Malformed:
        return Errors::tr("“%1” is no endpoint: give host, host:port or https://host:port.")
            .arg(text);
    case Endpoint::Fault::UserInfo: // never quoted: it may hold a password
        return Errors::tr("An endpoint takes no user name and no password: sign in with "
                          "ROX_API_TOKEN_FILE or ROX_ADMIN_PASSWORD instead.");
    case Endpoint::Fault::Path:
        return Errors::tr("“%1” has more than host and port: leave out what comes after them.")
            .arg(text);
    case Endpoint::Fault::Plaintext:
        return Errors::tr("“%1” is not encrypted: http:// is allowed on this computer alone. Use "
                          "https://.")
            .arg(text);
    case Endpoint::Fault::Scheme:
        return Errors::tr("“%1” does not begin with https://: give host, host:port or "
                          "https://host:port.")
            .arg(text);
    case Endpoint::Fault::Port:
        return Errors::tr("“%1” has no valid port: it is a number from 1 to 65535.").arg(text);
    case Endpoint::Fault::NoHost:
        return Errors::tr("“%1” is a port alone: give the host before it, for example "
                          "central.example.com:8443.")
            .arg(text);
    case Endpoint::Fault::Blank:
        return Errors::tr("“%1” has a blank inside: give host, host:port or https://host:port.")
            .arg(text);
    case Endpoint::Fault::Brackets:
        return Errors::tr("“%1” is an IPv6 address without brackets: put it into brackets, for "
                          "example [2001:db8::1]:8443.")
            .arg(text);
    }
    return {};
}

QStringList certificateProblems(const CertificateFacts &facts, const QString &host)
{
    QStringList sentences;
    for (const CertificateFacts::Problem problem : facts.problems) {
        const QString sentence = problemSentence(problem, facts, host);
        if (!sentences.contains(sentence))
            sentences.append(sentence);
    }
    return sentences;
}

QString certificateAge(const CertificateChange &change)
{
    if (!change.left)
        return {};
    if (*change.left < DayMs)
        return Errors::tr("The old certificate was at its end: a renewal was due.");
    //: %1 is "6 months"
    return (change.isEarly ? Errors::tr("The old certificate still had %1: a renewal now would be "
                                        "unusual.")
                           //: %1 is "20 days"
                           : Errors::tr("The old certificate still had %1."))
        .arg(duration(*change.left));
}

QString technicalDetails(const ApiError &error)
{
    const char *kind = QMetaEnum::fromType<ApiError::Kind>().valueToKey(int(error.kind));
    QStringList rows = {Errors::tr("Kind: %1").arg(QLatin1String(kind))};
    if (error.httpStatus > 0)
        rows.append(Errors::tr("HTTP status: %1").arg(error.httpStatus));
    if (error.grpcCode >= 0)
        rows.append(Errors::tr("gRPC code: %1").arg(error.grpcCode));
    if (!error.serverText.isEmpty())
        rows.append(Errors::tr("Central: %1").arg(lines(error.serverText)));
    if (!error.about.isEmpty())
        rows.append(Errors::tr("About: %1").arg(lines(error.about)));
    if (!error.detail.isEmpty())
        rows.append(Errors::tr("Detail: %1").arg(lines(error.detail)));
    if (error.certificate)
        appendCertificate(&rows, *error.certificate);
    // The details are copied into tickets; Central or a proxy may have quoted a credential.
    return redacted(rows.join(u'\n'));
}

QString accessWord(const QString &centralName)
{
    if (centralName == "READ_WRITE_ACCESS"_L1)
        return Errors::tr("Read and write");
    if (centralName == "READ_ACCESS"_L1)
        return Errors::tr("Read");
    if (centralName == "NO_ACCESS"_L1)
        return Errors::tr("No access");
    return shownName(centralName);
}

} // namespace rox
