// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/formnotes.h"

#include "models/tokens/tokenclaims.h"
#include "models/values/visibletext.h"
#include "network/trust/certificatetrust.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QSslCertificateExtension>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(FormNotes)
};

/// The certificate says that it must not issue others. A certificate without basicConstraints, of
/// version 1, does not say.
bool isNoAuthority(const QSslCertificate &certificate)
{
    const auto extensions = certificate.extensions();
    const bool isDenied = std::any_of(
        extensions.cbegin(), extensions.cend(), [](const QSslCertificateExtension &extension) {
            return extension.name() == "basicConstraints"_L1
                   && !extension.value().toMap().value(u"ca"_s).toBool();
        });
    return isDenied && !certificate.isSelfSigned();
}

ConnectDialog::Note noteOn(const QSslCertificate &certificate, UtcMs now)
{
    const CertificateFacts facts = certificateFacts(certificate, {});
    const QString name = shownName(facts.subject);
    const QString until = mediumDate(facts.notAfter);
    if (facts.notAfter <= now)
        return {Words::tr("The certificate of %1 in this file expired on %2.").arg(name, until),
                NoteTone::Caution};
    if (isNoAuthority(certificate))
        return {Words::tr("This is the certificate of a server, %1. Choose the certificate of the "
                          "CA that issued it.")
                    .arg(name),
                NoteTone::Caution};
    return {Words::tr("Certificate of %1, valid until %2.").arg(name, until)};
}

ConnectDialog::Note noteOn(const Trust &trust, UtcMs now)
{
    if (trust.authorities.size() == 1)
        return noteOn(trust.authorities.constFirst(), now);
    return {Words::tr("%Ln certificate(s) in this file.", nullptr, int(trust.authorities.size()))};
}

} // namespace

ConnectDialog::Note tokenNote(const Secret &token, UtcMs now)
{
    const auto claims = claimsOf(token.view());
    if (!claims)
        return {Words::tr("This does not look like an API token."), NoteTone::Caution};
    if (claims->kind != TokenClaims::Kind::ApiToken)
        return {Words::tr("This is a token, but not one of Central's API tokens."),
                NoteTone::Caution};
    if (claims->expiresAt == NoTime)
        return {Words::tr("Looks like an API token for Central."), NoteTone::Hint};
    if (claims->expiresAt <= now)
        return {Words::tr("This token expired on %1. Central would refuse it.")
                    .arg(mediumDate(claims->expiresAt)),
                NoteTone::Problem};
    return {Words::tr("Looks like an API token for Central, valid until %1.")
                .arg(mediumDate(claims->expiresAt)),
            NoteTone::Hint};
}

void readCaFile(const QString &path, const Clock *clock, QObject *context,
                const ConnectDialog::NoteHandler &handler)
{
    const TrustRule rule{TrustRule::Kind::CaFile, path, {}, NoTime};
    whenTrustIsRead(rule, context, [clock, handler](const Result<Trust> &trust) {
        if (trust)
            handler(noteOn(*trust, clock->now()));
        else
            handler(
                {sentenceFor(trust.error(), Operation::Connect, {}).plain(), NoteTone::Problem});
    });
}

} // namespace rox
