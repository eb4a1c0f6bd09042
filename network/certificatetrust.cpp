// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/certificatetrust.h"

#include <QCryptographicHash>
#include <QDateTime>

#include <algorithm>

namespace rox {

namespace {

using Problem = CertificateFacts::Problem;

bool isCentralsOwn(const QSslCertificate &leaf)
{
    return leaf.issuerInfo(QSslCertificate::CommonName)
               .contains(QStringLiteral("StackRox Certificate Authority"))
           && (leaf.subjectInfo(QSslCertificate::CommonName)
                   .contains(QStringLiteral("CENTRAL_SERVICE: Central"))
               || leaf.subjectInfo(QSslCertificate::OrganizationalUnitName)
                      .contains(QStringLiteral("CENTRAL_SERVICE")))
           && leaf.subjectAlternativeNames()
                  .values(QSsl::DnsEntry)
                  .contains(QStringLiteral("central.stackrox"));
}

// The issuer's whole name is the subject of an authority from the CA file. That its key made the
// signature is what the chain's check said.
bool isIssuedByOneOf(const QList<QSslCertificate> &authorities, const QSslCertificate &leaf)
{
    const auto nameOf = [](const QSslCertificate &certificate) {
        QMultiMap<QByteArray, QString> name;
        for (const QByteArray &attribute : certificate.subjectInfoAttributes()) {
            for (const QString &value : certificate.subjectInfo(attribute))
                name.insert(attribute, value);
        }
        return name;
    };
    QMultiMap<QByteArray, QString> issuer;
    for (const QByteArray &attribute : leaf.issuerInfoAttributes()) {
        for (const QString &value : leaf.issuerInfo(attribute))
            issuer.insert(attribute, value);
    }
    return std::any_of(authorities.cbegin(), authorities.cend(),
                       [&](const QSslCertificate &ca) { return nameOf(ca) == issuer; });
}

Problem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
    case QSslError::CertificateSignatureFailed: // an issuer of that name is trusted, not this one
        return Problem::UnknownIssuer;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return Problem::SelfSigned;
    case QSslError::HostNameMismatch:
        return Problem::WrongName;
    case QSslError::CertificateExpired:
        return Problem::Expired;
    case QSslError::CertificateNotYetValid:
        return Problem::NotYetValid;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Problem::Revoked;
    default:
        return Problem::Other;
    }
}

// Qt has no word for what OpenSSL calls weak; its text says "too small" or "too weak".
bool saysWeak(const QString &text)
{
    return text.contains(QLatin1String("too weak")) || text.contains(QLatin1String("too small"));
}

QString oneName(const QStringList &commonNames, const QStringList &organizations)
{
    return commonNames.isEmpty() ? organizations.join(QLatin1String(", "))
                                 : commonNames.join(QLatin1String(", "));
}

UtcMs timeOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : NoTime;
}

} // namespace

QSslConfiguration tlsConfiguration(const Trust &trust)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.addCaCertificates(trust.authorities); // beside the system's, which Qt looks up when needed
    return tls;
}

QList<QSslError> allowedErrors(const QList<QSslError> &errors, const Trust &trust)
{
    if (errors.size() != 1 || errors.first().error() != QSslError::HostNameMismatch)
        return {};
    const QSslCertificate leaf = errors.first().certificate();
    if (leaf.isNull() || !isCentralsOwn(leaf) || !isIssuedByOneOf(trust.authorities, leaf))
        return {};
    return errors;
}

CertificateFacts certificateFacts(const QSslCertificate &leaf, const QList<QSslError> &errors)
{
    CertificateFacts facts;
    if (!leaf.isNull()) {
        facts.sha256 = leaf.digest(QCryptographicHash::Sha256);
        facts.subject = oneName(leaf.subjectInfo(QSslCertificate::CommonName),
                                leaf.subjectInfo(QSslCertificate::Organization));
        facts.issuer = oneName(leaf.issuerInfo(QSslCertificate::CommonName),
                               leaf.issuerInfo(QSslCertificate::Organization));
        const auto names = leaf.subjectAlternativeNames();
        facts.names = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
        facts.names.sort();
        facts.notBefore = timeOf(leaf.effectiveDate());
        facts.notAfter = timeOf(leaf.expiryDate());
    }
    for (const QSslError &error : errors) {
        const Problem problem =
            saysWeak(error.errorString()) ? Problem::Weak : problemOf(error.error());
        if (problem == Problem::Other && facts.otherProblem.isEmpty())
            facts.otherProblem = error.errorString();
        if (!facts.problems.contains(problem))
            facts.problems.append(problem);
    }
    return facts;
}

} // namespace rox
