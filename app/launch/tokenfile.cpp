// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/launch/tokenfile.h"

#include "ui/text/secrettext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace rox {

namespace {

struct Launch
{
    Q_DECLARE_TR_FUNCTIONS(Launch)
};

using Failure = tl::unexpected<QString>;

/// A JWT has about 1,100 bytes; a larger file is the wrong one.
constexpr qint64 MaxTokenFileBytes = 64 * 1024;

/// Reads to the end; a pipe takes more than one read. The caller wipes the result.
QByteArray contentOf(QFile *file)
{
    QByteArray bytes(MaxTokenFileBytes + 1, Qt::Uninitialized);
    qint64 size = 0;
    qint64 got = 0;
    while (size < bytes.size() && (got = file->read(bytes.data() + size, bytes.size() - size)) > 0)
        size += got;
    bytes.resize(size);
    return bytes;
}

tl::expected<Secret, QString> tokenFrom(const QString &source, TokenInput input, QStringList *notes)
{
    if (const QString problem = tokenSourceProblem(source, input); !problem.isEmpty())
        return Failure(problem);
    if (const QString note = tokenSourceNote(source, input); !note.isEmpty())
        notes->append(note);
    return std::move(input.token);
}

} // namespace

tl::expected<Secret, QString> readTokenFile(const QString &path, const QDir &folder,
                                            QStringList *notes)
{
    const QString place = folder.filePath(path);
    if (QFileInfo(place).isDir())
        return Failure(
            Launch::tr("%1 is a folder. Name the file with the token's value in it.").arg(path));
    QFile file(place);
    // Unbuffered: no copy stays in Qt's buffer.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Failure(Launch::tr("The token file %1 cannot be read: %2. Name a file that you may "
                                  "read with --token-file or ROX_API_TOKEN_FILE.")
                           .arg(path, file.errorString()));
    QByteArray bytes = contentOf(&file);
    const bool isTooLong = bytes.size() > MaxTokenFileBytes;
    TokenInput input = isTooLong ? TokenInput() : tokenInput(bytes);
    wipe(bytes);
    if (isTooLong)
        return Failure(Launch::tr("%1 is too large for a file with one token. Put the token's "
                                  "value into it, on one line.")
                           .arg(path));
    return tokenFrom(path, std::move(input), notes);
}

tl::expected<Secret, QString> readTokenVariable(const QString &source, QStringView value,
                                                QStringList *notes)
{
    QByteArray bytes = value.toUtf8();
    TokenInput input = tokenInput(bytes);
    wipe(bytes);
    if (input.content == TokenInput::Content::Empty)
        return Secret();
    return tokenFrom(source, std::move(input), notes);
}

} // namespace rox
