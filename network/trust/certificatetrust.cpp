// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/certificatetrust.h"

#include "network/trust/systemauthorities.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSslKey>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Problem = CertificateFacts::Problem;

constexpr QLatin1String OtherSeparator("; ");

bool isCentralsOwn(const QSslCertificate &leaf)
{
    return leaf.issuerInfo(QSslCertificate::CommonName)
               .contains(u"StackRox Certificate Authority"_s)
           && (leaf.subjectInfo(QSslCertificate::CommonName).contains(u"CENTRAL_SERVICE: Central"_s)
               || leaf.subjectInfo(QSslCertificate::OrganizationalUnitName)
                      .contains(u"CENTRAL_SERVICE"_s))
           && leaf.subjectAlternativeNames().values(QSsl::DnsEntry).contains(u"central.stackrox"_s);
}

using Name = QMultiMap<QByteArray, QString>;

Name subjectOf(const QSslCertificate &certificate)
{
    Name name;
    for (const QByteArray &attribute : certificate.subjectInfoAttributes()) {
        for (const QString &value : certificate.subjectInfo(attribute))
            name.insert(attribute, value);
    }
    return name;
}

Name issuerOf(const QSslCertificate &certificate)
{
    Name name;
    for (const QByteArray &attribute : certificate.issuerInfoAttributes()) {
        for (const QString &value : certificate.issuerInfo(attribute))
            name.insert(attribute, value);
    }
    return name;
}

// Compares the whole issuer name with the subjects in the CA file. The signature itself was checked
// by the TLS handshake.
bool isIssuedByOneOf(const QList<QSslCertificate> &authorities, const QSslCertificate &certificate)
{
    const Name issuer = issuerOf(certificate);
    return std::any_of(authorities.cbegin(), authorities.cend(),
                       [&](const QSslCertificate &ca) { return subjectOf(ca) == issuer; });
}

Problem problemOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
    case QSslError::CertificateSignatureFailed:   // a trusted CA has that name, but another key
    case QSslError::SelfSignedCertificateInChain: // the server sent its CA certificate along
        return Problem::UnknownIssuer;
    case QSslError::SelfSignedCertificate:
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

// Keys with less than 112 bits of security, which OpenSSL's security level 2 refuses.
bool hasWeakKey(const QSslCertificate &certificate)
{
    constexpr int MinEcBits = 224;
    constexpr int MinRsaBits = 2048;
    const QSslKey key = certificate.publicKey();
    return key.length() > 0
           && key.length() < (key.algorithm() == QSsl::Ec ? MinEcBits : MinRsaBits);
}

// Signed with MD5 or SHA-1: the DER contains the object identifier of the algorithm.
bool hasWeakSignature(const QSslCertificate &certificate)
{
    static const std::array identifiers{
        QByteArray::fromHex("06092a864886f70d010104"), // md5WithRSAEncryption
        QByteArray::fromHex("06092a864886f70d010105"), // sha1WithRSAEncryption
        QByteArray::fromHex("06072a8648ce380403"),     // dsa-with-sha1
        QByteArray::fromHex("06072a8648ce3d0401"),     // ecdsa-with-SHA1
    };
    const QByteArray der = certificate.toDer();
    return std::any_of(identifiers.cbegin(), identifiers.cend(),
                       [&](const QByteArray &identifier) { return der.contains(identifier); });
}

// Qt maps OpenSSL's errors for weak keys and digests to UnspecifiedError.
bool isWeak(const QSslError &error)
{
    return error.error() == QSslError::UnspecifiedError
           && (hasWeakKey(error.certificate()) || hasWeakSignature(error.certificate()));
}

QString oneName(const QStringList &commonNames, const QStringList &organizations)
{
    return commonNames.isEmpty() ? organizations.join(", "_L1) : commonNames.join(", "_L1);
}

QString nameOf(const QSslCertificate &certificate)
{
    return oneName(certificate.subjectInfo(QSslCertificate::CommonName),
                   certificate.subjectInfo(QSslCertificate::Organization));
}

UtcMs timeOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : NoTime;
}

// The error is about the dates of a CA certificate; Expired would be wrong for the leaf.
bool isAboutIssuerDates(const QSslError &error, const QSslCertificate &leaf)
{
    const auto kind = problemOf(error.error());
    return (kind == Problem::Expired || kind == Problem::NotYetValid)
           && !error.certificate().isNull() && error.certificate() != leaf;
}

void addOther(CertificateFacts *facts, const QString &text)
{
    QStringList others = facts->otherProblem.split(OtherSeparator, Qt::SkipEmptyParts);
    if (!others.contains(text))
        others.append(text);
    facts->otherProblem = others.join(OtherSeparator);
}

bool isIssuerProblem(Problem problem)
{
    return problem == Problem::UnknownIssuer || problem == Problem::SelfSigned;
}

// With a pin, tlsConfiguration() sets no authorities, so every issuer is unknown. Drops that
// problem unless it was already shown when the certificate was trusted.
CertificateFacts withoutUnknownIssuer(CertificateFacts facts, const QSslCertificate &leaf,
                                      const QList<Problem> &shown)
{
    facts.problems.removeIf([&](Problem problem) {
        return isIssuerProblem(problem) && !shown.contains(problem)
               && !(problem == Problem::SelfSigned && leaf.isSelfSigned());
    });
    return facts;
}

bool hasNewProblem(const CertificateFacts &facts, const CertificateFacts &pinned)
{
    // Texts are translated, so they differ after a change of the desktop's language. A profile of
    // an earlier version has no codes.
    const auto isNewIn = [](const auto &known) {
        return [&known](const auto &other) { return !known.contains(other); };
    };
    const QStringList knownTexts = pinned.otherProblem.split(OtherSeparator);
    const QStringList texts = facts.otherProblem.split(OtherSeparator, Qt::SkipEmptyParts);
    const bool hasNewOther = pinned.otherCodes.isEmpty()
                                 ? std::any_of(texts.cbegin(), texts.cend(), isNewIn(knownTexts))
                                 : std::any_of(facts.otherCodes.cbegin(), facts.otherCodes.cend(),
                                               isNewIn(pinned.otherCodes));
    if (hasNewOther)
        return true;
    return std::any_of(facts.problems.cbegin(), facts.problems.cend(), [&](Problem problem) {
        return !isIssuerProblem(problem) && !pinned.problems.contains(problem);
    });
}

QList<QSslError> leafErrors(QList<QSslError> errors, const QSslCertificate &leaf)
{
    errors.removeIf([&](const QSslError &error) {
        return !error.certificate().isNull() && error.certificate() != leaf;
    });
    return errors;
}

TrustDecision judgedByPin(const QSslCertificate &leaf, const QList<QSslError> &errors,
                          const CertificateFacts &pinned)
{
    TrustDecision judgement;
    judgement.by = TrustedBy::Pin;
    judgement.facts = certificateFacts(leaf, errors);
    if (judgement.facts.sha256 != pinned.sha256) {
        judgement.verdict = TrustDecision::Verdict::Changed;
        judgement.facts = withoutUnknownIssuer(judgement.facts, leaf, {});
        return judgement;
    }
    // The user trusted the leaf itself, so errors of CA certificates do not matter.
    judgement.facts = certificateFacts(leaf, leafErrors(errors, leaf));
    if (hasNewProblem(judgement.facts, pinned)) {
        judgement.facts = withoutUnknownIssuer(judgement.facts, leaf, pinned.problems);
    } else {
        judgement.verdict = TrustDecision::Verdict::Trusted;
        judgement.facts = certificateFacts(leaf, {});
        judgement.allowed = errors;
    }
    return judgement;
}

bool passesAsCentralsOwn(const QSslCertificate &leaf, const QList<QSslError> &errors,
                         const Trust &trust)
{
    return errors.size() == 1 && errors.first().error() == QSslError::HostNameMismatch
           && errors.first().certificate() == leaf && isCentralsOwn(leaf)
           && isIssuedByOneOf(trust.authorities, leaf);
}

TrustDecision judgedByAuthorities(const QList<QSslCertificate> &chain,
                                  const QList<QSslError> &errors, const Trust &trust)
{
    const QSslCertificate &leaf = chain.first();
    TrustDecision judgement;
    judgement.facts = certificateFacts(leaf, errors);
    if (errors.isEmpty()) {
        const auto isFromCaFile = [&](const QSslCertificate &one) {
            return trust.authorities.contains(one) || isIssuedByOneOf(trust.authorities, one);
        };
        judgement.verdict = TrustDecision::Verdict::Trusted;
        judgement.by = std::any_of(chain.cbegin(), chain.cend(), isFromCaFile) ? TrustedBy::CaFile
                                                                               : TrustedBy::System;
    } else if (passesAsCentralsOwn(leaf, errors, trust)) {
        judgement.verdict = TrustDecision::Verdict::Trusted;
        judgement.by = TrustedBy::CentralDefault;
        judgement.facts = certificateFacts(leaf, {});
        judgement.allowed = errors;
    }
    return judgement;
}

} // namespace

QSslConfiguration tlsConfiguration(const Trust &trust)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    // Qt loads the system's authorities on demand until setCaCertificates() is called, even with an
    // empty list. So do not call it when only the system's authorities count.
    if (trust.pinned)
        tls.setCaCertificates({});
    else if (needsSystemAuthorities(trust))
        tls.setCaCertificates(systemAuthorities().result() + trust.authorities);
    else if (!trust.authorities.isEmpty())
        tls.addCaCertificates(trust.authorities);
    return tls;
}

TrustDecision trustDecision(const QList<QSslCertificate> &chain, const QList<QSslError> &errors,
                            const Trust &trust)
{
    const QSslCertificate leaf = chain.value(0);
    if (leaf.isNull()) {
        TrustDecision nothing;
        nothing.facts = certificateFacts(leaf, errors);
        return nothing;
    }
    return trust.pinned ? judgedByPin(leaf, errors, *trust.pinned)
                        : judgedByAuthorities(chain, errors, trust);
}

CertificateFacts certificateFacts(const QSslCertificate &leaf, const QList<QSslError> &errors)
{
    CertificateFacts facts;
    if (!leaf.isNull()) {
        facts.sha256 = leaf.digest(QCryptographicHash::Sha256);
        facts.subject = nameOf(leaf);
        facts.issuer = oneName(leaf.issuerInfo(QSslCertificate::CommonName),
                               leaf.issuerInfo(QSslCertificate::Organization));
        const auto names = leaf.subjectAlternativeNames();
        facts.names = names.values(QSsl::DnsEntry) + names.values(QSsl::IpAddressEntry);
        facts.names.sort();
        facts.notBefore = timeOf(leaf.effectiveDate());
        facts.notAfter = timeOf(leaf.expiryDate());
    }
    for (const QSslError &error : errors) {
        Problem problem = isWeak(error) ? Problem::Weak : problemOf(error.error());
        if (isAboutIssuerDates(error, leaf)) {
            problem = Problem::Other;
            addOther(&facts, nameOf(error.certificate()) + ": "_L1 + error.errorString());
        } else if (problem == Problem::Other) {
            addOther(&facts, error.errorString());
            if (!facts.otherCodes.contains(int(error.error())))
                facts.otherCodes.append(int(error.error()));
        }
        if (!facts.problems.contains(problem))
            facts.problems.append(problem);
    }
    // Sort by the enum's order, issuer problems first, not by OpenSSL's order of checks.
    std::sort(facts.problems.begin(), facts.problems.end());
    return facts;
}

} // namespace rox
