// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/secretfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct SecretFiles
{
    Q_DECLARE_TR_FUNCTIONS(SecretFiles)
};

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// What of it the others may do; QFileDevice adds the "User" flags of whoever asks.
constexpr auto OthersMask = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                            | QFileDevice::ReadOther | QFileDevice::WriteOther
                            | QFileDevice::ExeOther;

bool readsBack(const QString &path, const Secret &secret)
{
    QFile file(path);
    // Unbuffered: no copy stays behind in a buffer of Qt's.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    QByteArray bytes = file.read(secret.size() + 1);
    const bool same = QByteArrayView(bytes) == secret.view();
    wipe(bytes);
    return same && !(file.permissions() & OthersMask);
}

} // namespace

tl::expected<void, QString> saveSecret(const QString &path, const Secret &secret)
{
    const QFileInfo info(path);
    if (info.isDir())
        return tl::make_unexpected(SecretFiles::tr("%1 is a folder").arg(path));
    // QTemporaryFile makes its file with mode 0600 and O_EXCL.
    QTemporaryFile file(info.absolutePath() % "/.rox-tokens-XXXXXX"_L1);
    if (!file.open() || !file.setPermissions(OwnerOnly))
        return tl::make_unexpected(file.errorString());
    if (file.write(secret.view().data(), secret.size()) != secret.size() || !file.flush())
        return tl::make_unexpected(file.errorString());
    file.close();
    if (!file.error() && !readsBack(file.fileName(), secret))
        return tl::make_unexpected(SecretFiles::tr("what was written does not read back"));
    // POSIX rename: replaces in one step.
    if (std::rename(QFile::encodeName(file.fileName()).constData(),
                    QFile::encodeName(info.absoluteFilePath()).constData())
        != 0)
        return tl::make_unexpected(qt_error_string());
    file.setAutoRemove(false);
    if (!readsBack(info.absoluteFilePath(), secret))
        return tl::make_unexpected(SecretFiles::tr("what was written does not read back"));
    return {};
}

} // namespace rox
