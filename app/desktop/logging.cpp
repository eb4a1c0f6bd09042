// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/logging.h"

#include "models/values/redaction.h"

#include <QString>
#include <QtGlobal>

#include <cstdio>
#include <exception>

namespace rox {

namespace {

/// Qt itself aborts after a fatal message. Must not log, and must not use statics: they may have
/// been destroyed.
void writeRedacted(QtMsgType type, const QMessageLogContext &context,
                   const QString &message) noexcept
{
    try {
        const QString line = qFormatLogMessage(type, context, message);
        if (line.isNull()) // QT_MESSAGE_PATTERN suppresses it
            return;
        const QByteArray bytes = redacted(line).toLocal8Bit() + '\n';
        std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    } catch (const std::exception &) {
        std::fputs("rox-tokens: no memory left for a log line\n", stderr);
    }
    std::fflush(stderr);
}

} // namespace

void installLogging()
{
    qInstallMessageHandler(writeRedacted);
}

} // namespace rox
