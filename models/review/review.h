// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/reviewcolumn.h"

#include <QColor>
#include <QFont>
#include <QImage>

#include <functional>

namespace rox {

/// The server whose tokens are exported; or all servers, named so.
struct ReviewSource
{
    QString name;
    QString address;
    UtcMs asOf = NoTime; ///< when Central sent the list
    bool isOld = false;  ///< Central has not answered since
    QString signedInAs;
    quint32 total = 0; ///< tokens in its list
};

struct CsvStyle
{
    QChar separator = u',';
    /// Spreadsheets run a cell that begins with = + - or @: such a cell gets a ' in front, and the
    /// column "guarded" names it.
    bool isGuarded = true;
};

/// How times are written for people, in the user's language and zone.
struct TimeWords
{
    QString (*relative)(UtcMs time, UtcMs now) = nullptr; ///< "in 12 days"
    QString (*date)(UtcMs time, UtcMs now) = nullptr;     ///< "6 Sep"
    QString (*whole)(UtcMs time) = nullptr;               ///< "6 Sep 2026, 10:42 CEST"
};

/// What the PDF report has and the other formats have not.
struct ReportStyle
{
    QString title;
    QString reviewer;
    QString program; ///< with its version
    QFont font;
    QFont fixedFont;
    QImage icon;
    QColor serverColor;
    TimeWords times;
};

/// Rows of one list with all that a file says about them. A value: writers only read it, in any
/// thread.
struct Review
{
    TokenTablePtr table = std::make_shared<TokenTable>();
    std::vector<TokenTable::Row> rows; ///< in this order
    TokenKnowledge known;
    UtcMs now = 0; ///< statuses are those of this time
    UtcMs window = DefaultExpiringWindow;
    QList<ReviewColumn> columns;
    ReviewSource source;
    QString filter;  ///< which rows these are
    QString leftOut; ///< which they are not
    CsvStyle csv;
    ReportStyle report;

    [[nodiscard]] ReviewCell cellAt(std::size_t at) const
    {
        return {cellOf(*table, rows[at], known, now, window), source};
    }
    /// The chosen columns without those that say the same in each row, for formats that say it
    /// once.
    [[nodiscard]] QList<ReviewColumn> tokenColumns() const;
};

/// Called with the number of rows written so far; false stops the writer.
using ReviewStep = std::function<bool(qsizetype rows)>;
/// How many rows a writer writes between two steps.
inline constexpr qsizetype RowsPerStep = 256;

/// 2026-08-25T08:42:00Z; empty for NoTime.
[[nodiscard]] QString isoTime(UtcMs time);

} // namespace rox
