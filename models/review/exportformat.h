// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/review.h"

class QIODevice;

namespace rox {

enum class ExportFormat : quint8 { Csv, Json, Html, Report };

/// One format of an exported file.
struct ExportFormatInfo
{
    ExportFormat format;
    QLatin1StringView id;     ///< names its button; never translated
    QLatin1StringView suffix; ///< of the file, without a dot
    QString (*title)();
    QString (*use)();        ///< what it is good for
    QString (*files)();      ///< what a file dialog calls such files
    bool hasColumnsOfSource; ///< each row says which server it is from
    bool (*write)(const Review &, QIODevice &, const ReviewStep &);
};

/// In the order in which they are offered.
[[nodiscard]] std::span<const ExportFormatInfo> exportFormats();
[[nodiscard]] const ExportFormatInfo &infoOf(ExportFormat format);

/// The first lines of the file, for a preview. Takes few rows: it is written for each call.
[[nodiscard]] QStringList firstLines(const Review &review, ExportFormat format, int most);

/// "api-tokens-prod-eu-2026-08-25.csv": of characters that every file system takes.
[[nodiscard]] QString exportFileName(const QString &server, UtcMs now, ExportFormat format);

} // namespace rox
