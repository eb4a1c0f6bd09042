// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/centralclient.h"

#include <QFile>
#include <QFileInfo>

namespace rox {

namespace {

constexpr qint64 MaxPemBytes = 16 << 20; // a system's whole bundle has a quarter of a megabyte

tl::unexpected<ApiError> badCaFile(const QString &path, const QString &why)
{
    ApiError error;
    error.kind = ApiError::Kind::BadCaFile;
    error.detail = path + QLatin1String(": ") + why;
    return tl::make_unexpected(error);
}

} // namespace

Result<Trust> trustFromCaFile(const QString &path)
{
    if (path.isEmpty())
        return badCaFile(path, QStringLiteral("no file is named"));
    QFile file(path);
    if (QFileInfo(path).isDir())
        return badCaFile(path, QStringLiteral("is a directory"));
    if (!file.open(QIODevice::ReadOnly))
        return badCaFile(path, file.errorString());
    const QByteArray pem = file.read(MaxPemBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return badCaFile(path, file.errorString());
    if (pem.size() > MaxPemBytes)
        return badCaFile(path, QStringLiteral("is too big for a list of certificates"));

    const Trust trust{QSslCertificate::fromData(pem, QSsl::Pem), path};
    if (trust.authorities.isEmpty())
        return badCaFile(path, QStringLiteral("holds no PEM certificate"));
    if (trust.authorities.size() < pem.count("-----BEGIN CERTIFICATE-----"))
        return badCaFile(path, QStringLiteral("holds a certificate that cannot be read"));
    return trust;
}

} // namespace rox
