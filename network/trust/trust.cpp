// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/trust.h"

#include "models/values/worker.h"
#include "network/trust/certificatefile.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPromise>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxFileBytes = 16 << 20; // a system's CA bundle has about 256 KiB

tl::unexpected<ApiError> badCaFile(const QString &path, CaFileFault fault, const QString &why)
{
    ApiError error = errorOf(ApiError::Kind::BadCaFile, why);
    error.about = path;
    error.caFileFault = fault;
    return tl::make_unexpected(error);
}

Result<QByteArray> contentOf(const QString &path)
{
    const auto unreadable = [&path](const QString &why) {
        return badCaFile(path, CaFileFault::Unreadable, why);
    };
    if (path.isEmpty())
        return unreadable(u"no file is named"_s);
    QFile file(path);
    if (QFileInfo(path).isDir())
        return unreadable(u"is a directory"_s);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    QByteArray bytes = file.read(MaxFileBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(file.errorString());
    if (bytes.size() > MaxFileBytes)
        return badCaFile(path, CaFileFault::TooBig, u"has more than 16 MiB"_s);
    return bytes;
}

Result<QByteArrayList> certificatesAt(const QString &path)
{
    const auto bytes = contentOf(path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    auto certificates = certificatesIn(*bytes);
    if (!certificates)
        return badCaFile(path, certificates.error(), {});
    return std::move(*certificates);
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
    return certificatesAt(path).map([](const QByteArrayList &) {});
}

Result<Trust> trustFromCaFile(const QString &path)
{
    const auto certificates = certificatesAt(path);
    if (!certificates)
        return tl::make_unexpected(certificates.error());
    Trust trust;
    for (const QByteArray &der : *certificates) {
        const QSslCertificate certificate(der, QSsl::Der);
        if (certificate.isNull())
            return badCaFile(path, CaFileFault::Broken, u"the TLS library cannot read it"_s);
        trust.authorities.append(certificate);
    }
    return trust;
}

} // namespace rox
