// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/trust.h"

#include "models/values/worker.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxPemBytes = 16 << 20; // a system's CA bundle has about 256 KiB

const QByteArray BeginCertificate = "-----BEGIN CERTIFICATE-----"_ba;
const QByteArray EndCertificate = "-----END CERTIFICATE-----"_ba;

tl::unexpected<ApiError> badCaFile(const QString &path, const QString &why)
{
    return tl::make_unexpected(errorOf(ApiError::Kind::BadCaFile, path + ": "_L1 + why));
}

Result<QByteArray> readPem(const QString &path)
{
    if (path.isEmpty())
        return badCaFile(path, u"no file is named"_s);
    QFile file(path);
    if (QFileInfo(path).isDir())
        return badCaFile(path, u"is a directory"_s);
    if (!file.open(QIODevice::ReadOnly))
        return badCaFile(path, file.errorString());
    QByteArray pem = file.read(MaxPemBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return badCaFile(path, file.errorString());
    if (pem.size() > MaxPemBytes)
        return badCaFile(path, u"is too big for a list of certificates"_s);
    return pem;
}

/// Whether the text is base64 of an ASN.1 sequence; white space is ignored.
bool looksLikeDer(QByteArray text)
{
    constexpr char sequence = 0x30;
    text = text.simplified().replace(' ', "");
    const auto der = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    return der && (*der).startsWith(sequence);
}

Result<Trust> trustInOne(const std::optional<CertificateFacts> &certificate)
{
    constexpr qsizetype Sha256Bytes = 32;
    if (certificate && certificate->sha256.size() == Sha256Bytes)
        return Trust{{}, certificate};
    ApiError error;
    error.kind = ApiError::Kind::CertificateRefused;
    error.detail = u"which certificate was trusted is not known"_s;
    return tl::make_unexpected(error);
}

} // namespace

Result<Trust> trustFrom(const TrustRule &rule)
{
    switch (rule.kind) {
    case TrustRule::Kind::System:
        return Trust{};
    case TrustRule::Kind::CaFile:
        return trustFromCaFile(rule.caFile);
    case TrustRule::Kind::Certificate:
        break;
    }
    return trustInOne(rule.certificate);
}

void whenTrustIsRead(const TrustRule &rule, QObject *context, Handler<Trust> handler)
{
    if (rule.kind != TrustRule::Kind::CaFile) {
        handler(trustFrom(rule));
        return;
    }
    auto *watcher = new QFutureWatcher<Result<Trust>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)] {
                         watcher->deleteLater();
                         handler(watcher->result());
                     });
    QPromise<Result<Trust>> promise;
    promise.start();
    watcher->setFuture(promise.future());
    runBlocking([path = rule.caFile, promise = std::move(promise)]() mutable {
        promise.addResult(trustFromCaFile(path));
        promise.finish();
    });
}

Result<void> checkCaFile(const QString &path)
{
    const auto pem = readPem(path);
    if (!pem)
        return tl::make_unexpected(pem.error());
    qsizetype from = pem->indexOf(BeginCertificate);
    if (from < 0)
        return badCaFile(path, NoCertificateInFile);
    for (; from >= 0; from = pem->indexOf(BeginCertificate, from)) {
        from += BeginCertificate.size();
        const qsizetype end = pem->indexOf(EndCertificate, from);
        if (end < 0 || !looksLikeDer(pem->mid(from, end - from)))
            return badCaFile(path, u"holds a certificate that cannot be read"_s);
    }
    return {};
}

Result<Trust> trustFromCaFile(const QString &path)
{
    const auto pem = readPem(path);
    if (!pem)
        return tl::make_unexpected(pem.error());
    const Trust trust{QSslCertificate::fromData(*pem, QSsl::Pem), std::nullopt};
    if (trust.authorities.isEmpty())
        return badCaFile(path, NoCertificateInFile);
    if (trust.authorities.size() < pem->count(BeginCertificate))
        return badCaFile(path, u"holds a certificate that cannot be read"_s);
    return trust;
}

} // namespace rox
