// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportformat.h"

class QPagedPaintDevice;

namespace rox {

/// What became of a file that was to be written.
struct ExportOutcome
{
    enum class End { Written, Cancelled, Failed };
    enum class Cause { None, NoPermission, DiskFull, FolderGone, Other };

    End end = End::Failed;
    QString path;
    qsizetype rows = 0;
    qint64 bytes = 0;
    Cause cause = Cause::None;
    QString systemText; ///< the system's words for the failure
};

/// Writes the file as a whole, or leaves what was there before. Blocks while the disk writes.
/// `step` is called with the number of rows written so far; if it returns false, the file is
/// cancelled.
[[nodiscard]] ExportOutcome writeExport(const QString &path, const Review &review,
                                        ExportFormat format, const ReviewStep &step);

/// The same on paper: End::Written says that all pages were given to the printer. `path` of the
/// outcome is empty.
[[nodiscard]] ExportOutcome printExport(QPagedPaintDevice &device, const Review &review,
                                        const ReviewStep &step);

} // namespace rox
