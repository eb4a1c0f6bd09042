// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/exportfile.h"
#include "models/tokens/tokenquery.h"
#include "ui/review/exportchoice.h"

#include <QString>

namespace rox {

/// The words of an export.
namespace exporttext {

/// Of the button that asks for the file: "Export 5 rows…", "Save report…".
[[nodiscard]] QString button(ExportFormat format, quint32 rows);
/// "The 5 shown", "The 1 selected", "All 2,450".
[[nodiscard]] QString rows(ExportRows rows, quint32 count);
/// When the tokens expire that a filter leaves; one end at least is set.
[[nodiscard]] QString expiry(const TimeRange &range);
/// Which rows a query shows: "Active, search: ci".
[[nodiscard]] QString filter(const TokenQuery &query);
/// Which rows are exported, and which are not.
[[nodiscard]] QString chosenRows(ExportRows rows, const ExportOffer &offer);
[[nodiscard]] QString leftOut(ExportRows rows, const ExportOffer &offer);
/// The title of the report at first.
[[nodiscard]] QString title(const TokenQuery &query);
[[nodiscard]] QString cleanUpTitle(const QString &filter);
/// Without a path: it is printed.
[[nodiscard]] QString progress(const QString &path, qsizetype rows, qsizetype all);

struct Sentence
{
    QString lead;
    QString text;
};
[[nodiscard]] Sentence written(const ExportOutcome &outcome);
/// `printer` is what a message calls it.
[[nodiscard]] Sentence printed(const ExportOutcome &outcome, const QString &printer);
[[nodiscard]] Sentence notPrinted(const QString &printer);
/// Cause and next step.
[[nodiscard]] Sentence failure(const ExportOutcome &outcome);
[[nodiscard]] Sentence cancelled();
[[nodiscard]] Sentence printCancelled();

/// A date in the report, with its year.
[[nodiscard]] QString reportDate(UtcMs time, UtcMs now);
/// The path with ~ for the user's home.
[[nodiscard]] QString shownPath(const QString &path);

} // namespace exporttext

} // namespace rox
