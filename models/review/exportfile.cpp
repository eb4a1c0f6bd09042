// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/exportfile.h"

#include "models/review/reportwriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

namespace rox {

namespace {

struct ExportFileText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ExportFileText)
};

using Cause = ExportOutcome::Cause;

/// QFileDevice has one error code for most failures of a write; its text names the system's.
Cause causeOf(const QString &systemText)
{
    const auto isAny = [&](std::initializer_list<int> errors) {
        return std::any_of(errors.begin(), errors.end(),
                           [&](int error) { return systemText == qt_error_string(error); });
    };
    if (isAny({ENOSPC, EDQUOT, EFBIG}))
        return Cause::DiskFull;
    if (isAny({EACCES, EPERM, EROFS}))
        return Cause::NoPermission;
    if (isAny({ENOENT, ENOTDIR, ESTALE}))
        return Cause::FolderGone;
    return Cause::Other;
}

} // namespace

ExportOutcome writeExport(const QString &path, const Review &review, ExportFormat format,
                          const ReviewStep &step)
{
    ExportOutcome outcome;
    outcome.path = path;
    outcome.rows = qsizetype(review.rows.size());
    bool isCancelled = false;
    const auto failed = [&](const QString &systemText) {
        outcome.systemText = systemText;
        outcome.cause = causeOf(systemText);
        return outcome;
    };
    QSaveFile file(path); // its destructor removes what was not committed
    if (!file.open(QIODevice::WriteOnly)) {
        failed(file.errorString());
        const QFileInfo older(path); // Qt has a text of its own for an older file
        if (older.isFile() && !older.isWritable())
            outcome.cause = Cause::NoPermission;
        return outcome;
    }
    const bool isWhole = infoOf(format).write(review, file, [&](qsizetype rows) {
        isCancelled = isCancelled || !step(rows);
        return !isCancelled && file.error() == QFileDevice::NoError;
    });
    if (isCancelled) {
        outcome.end = ExportOutcome::End::Cancelled;
        return outcome;
    }
    if (file.error() != QFileDevice::NoError) {
        // A disk that is full takes a part of the bytes first, which Qt calls "Unknown error". The
        // next write has the system's error.
        (void)file.flush();
        return failed(file.errorString());
    }
    if (!isWhole)
        return failed(ExportFileText::tr("the file could not be made"));
    outcome.bytes = file.pos();
    if (!file.commit())
        return failed(file.errorString());
    outcome.end = ExportOutcome::End::Written;
    return outcome;
}

ExportOutcome printExport(QPagedPaintDevice &device, const Review &review, const ReviewStep &step)
{
    ExportOutcome outcome;
    outcome.rows = qsizetype(review.rows.size());
    switch (printReport(review, device, step)) {
    case PrintEnd::Printed:
        outcome.end = ExportOutcome::End::Written;
        break;
    case PrintEnd::Stopped:
        outcome.end = ExportOutcome::End::Cancelled;
        break;
    case PrintEnd::Failed:
        outcome.cause = ExportOutcome::Cause::Other;
        break;
    }
    return outcome;
}

} // namespace rox
