// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/printabletext.h"
#include "models/review/review.h"

#include <QFontMetricsF>
#include <QStringList>

#include <array>
#include <vector>

namespace rox {

/// Lengths of the report are tenths of a point.
inline constexpr qreal Point = 10;
inline constexpr int ReportResolution = 720; ///< tenths of a point in an inch

enum class ReportFace : quint8 { Title, Count, Bold, Body, Small, Fixed };
inline constexpr int ReportFaceCount = 6;
enum class ReportInk : quint8 { Text, Secondary, Caution };

struct ReportLine
{
    QString text;
    ReportFace face = ReportFace::Body;
    ReportInk ink = ReportInk::Text;
};

/// The fonts of the report and what depends on them.
class ReportType
{
public:
    ReportType(const QFont &font, const QFont &fixedFont);

    [[nodiscard]] const QFont &font(ReportFace face) const { return m_fonts[std::size_t(face)]; }
    [[nodiscard]] qreal lineHeight(ReportFace face) const;
    [[nodiscard]] qreal ascent(ReportFace face) const;
    [[nodiscard]] qreal width(ReportFace face, const QString &text) const;
    /// The lines of server text in this width, at most `most` of them: the last one ends in "…" if
    /// there were more. `most` 0: all.
    [[nodiscard]] QStringList lines(const QString &visible, ReportFace face, qreal width,
                                    int most = 0);

private:
    std::array<QFont, ReportFaceCount> m_fonts;
    std::vector<QFontMetricsF> m_metrics;
    PrintableText m_printable;
};

struct ReportColumn
{
    ReviewColumn column;
    qreal x = 0;
    qreal width = 0;
};

/// One row of the table: the lines of each cell, and how high it is.
struct ReportRow
{
    std::vector<std::vector<ReportLine>> cells;
    qreal height = 0;
};

/// Where the parts of the report stand. The first column has name and id of the token.
class ReportLayout
{
public:
    ReportLayout(const Review &review, ReportType &type);

    [[nodiscard]] bool isLandscape() const { return m_isLandscape; }
    [[nodiscard]] qreal width() const { return m_width; } ///< between the margins
    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] const QList<ReportColumn> &columns() const { return m_columns; }
    [[nodiscard]] qreal boxesX() const { return m_width - 2 * BoxWidth; }
    [[nodiscard]] ReportRow row(std::size_t at) const;
    /// Spreads the rows over pages; the first page has `firstSpace` for rows, the others `space`,
    /// the last one `end` less. False: stopped.
    bool paginate(qreal firstSpace, qreal space, qreal end, const ReviewStep &step);
    /// The first row of each page, and the number of rows after the last.
    [[nodiscard]] const std::vector<std::size_t> &pages() const { return m_pages; }

    static constexpr qreal Margin = 42 * Point;
    static constexpr qreal BoxWidth = 42 * Point; ///< of the columns Keep and Revoke
    static constexpr qreal CellGap = 8 * Point;

private:
    void placeColumns();
    [[nodiscard]] std::vector<ReportLine> nameLines(const ReviewCell &cell, qreal width) const;
    [[nodiscard]] std::vector<ReportLine> cellLines(const ReportColumn &column,
                                                    const ReviewCell &cell) const;

    const Review &m_review;
    ReportType &m_type;
    bool m_isLandscape = false;
    qreal m_width = 0;
    qreal m_height = 0;
    QList<ReportColumn> m_columns;
    std::vector<std::size_t> m_pages;
};

} // namespace rox
