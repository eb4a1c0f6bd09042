// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reportlayout.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"

#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace rox {

namespace {

constexpr qreal A4Short = 595 * Point;
constexpr qreal A4Long = 842 * Point;
constexpr qreal NameWidth = 158 * Point; ///< an id of 36 characters in one line
constexpr qreal TimeWidth = 62 * Point;
constexpr qreal StatusWidth = 50 * Point;
constexpr qreal TextWidth = 84 * Point;
constexpr qreal RowPadding = 5 * Point;
constexpr int MostLines = 20; ///< of a cell, so that a row is never higher than a page
constexpr qsizetype MostCharacters = 2'000; ///< of a cell that is laid out

qreal leastWidth(const ReviewColumn &column, const Review &review)
{
    if (column.is(TokenColumn::Status))
        return StatusWidth;
    if (!review.rows.empty() && std::holds_alternative<CellTime>(column.value(review.cellAt(0))))
        return TimeWidth;
    return TextWidth;
}

QFont sized(QFont font, qreal points, bool isBold = false)
{
    font.setPixelSize(int(std::lround(points * Point)));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

} // namespace

ReportType::ReportType(const QFont &font, const QFont &fixedFont)
    : m_fonts{sized(font, 15, true), sized(font, 15, true), sized(font, 8.5, true),
              sized(font, 8.5),      sized(font, 7.5),      sized(fixedFont, 7)}
    , m_printable(m_fonts[std::size_t(ReportFace::Body)])
{
    for (const QFont &face : m_fonts)
        m_metrics.emplace_back(face);
}

qreal ReportType::lineHeight(ReportFace face) const
{
    const QFontMetricsF &metrics = m_metrics[std::size_t(face)];
    return std::ceil(metrics.ascent() + metrics.descent() + Point);
}

qreal ReportType::ascent(ReportFace face) const
{
    return m_metrics[std::size_t(face)].ascent();
}

qreal ReportType::width(ReportFace face, const QString &text) const
{
    return m_metrics[std::size_t(face)].horizontalAdvance(text);
}

QStringList ReportType::lines(const QString &visible, ReportFace face, qreal width, int most)
{
    const QString text = m_printable(visible);
    if (this->width(face, text) <= width)
        return {text};
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(text, font(face));
    layout.setTextOption(wrap);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
        if (most > 0 && lines.size() == most
            && line.textStart() + line.textLength() < text.size()) {
            lines.last() = m_metrics[std::size_t(face)].elidedText(lines.last() + QChar(0x2026),
                                                                   Qt::ElideRight, width);
            break;
        }
    }
    layout.endLayout();
    return lines;
}

ReportLayout::ReportLayout(const Review &review, ReportType &type)
    : m_review(review)
    , m_type(type)
{
    placeColumns();
}

void ReportLayout::placeColumns()
{
    m_columns.append({ReviewColumn(infoOf(TokenColumn::Name)), 0, NameWidth});
    qreal needed = NameWidth + 2 * BoxWidth;
    const QList<ReviewColumn> columns = m_review.tokenColumns();
    for (const ReviewColumn &column : columns) {
        if (column.is(TokenColumn::Name) || column.is(TokenColumn::Id))
            continue;
        m_columns.append({column, 0, leastWidth(column, m_review)});
        needed += m_columns.last().width + CellGap;
    }
    m_isLandscape = needed > A4Short - 2 * Margin;
    m_width = (m_isLandscape ? A4Long : A4Short) - 2 * Margin;
    m_height = (m_isLandscape ? A4Short : A4Long) - 2 * Margin;
    // What is left goes to the columns of text; if there are too many, all become narrower.
    const qreal left = m_width - needed;
    const auto isText = [](const ReportColumn &placed) { return placed.width == TextWidth; };
    const auto texts = std::count_if(m_columns.begin(), m_columns.end(), isText) + 1;
    qreal x = 0;
    for (qsizetype at = 0; at < m_columns.size(); ++at) {
        ReportColumn &placed = m_columns[at];
        if (left < 0 && at > 0)
            placed.width += left * placed.width / (needed - NameWidth - 2 * BoxWidth);
        else if (left > 0 && (at == 0 || isText(placed)))
            placed.width += left / qreal(texts);
        placed.x = x;
        x += placed.width + CellGap;
    }
}

std::vector<ReportLine> ReportLayout::nameLines(const ReviewCell &cell, qreal width) const
{
    std::vector<ReportLine> made;
    const QString name = TokenText::name(cell.token.table.name(cell.token.row));
    const QStringList names = m_type.lines(name, ReportFace::Bold, width, MostLines);
    for (const QString &line : names)
        made.push_back({line, ReportFace::Bold, ReportInk::Text});
    const QString id = visibleText(cell.token.table.token(cell.token.row).id);
    const QStringList ids = m_type.lines(id, ReportFace::Fixed, width); // never cut
    for (const QString &line : ids)
        made.push_back({line, ReportFace::Fixed, ReportInk::Secondary});
    return made;
}

std::vector<ReportLine> ReportLayout::cellLines(const ReportColumn &placed,
                                                const ReviewCell &cell) const
{
    const TimeWords &words = m_review.report.times;
    const bool isExpiry = placed.column.is(TokenColumn::Expires);
    const bool isDue = cell.token.status == TokenStatus::Expiring
                       || cell.token.flags.testFlag(TokenFlag::NeverExpires);
    const bool isMarked = isDue
                          && (isExpiry
                              || (placed.column.is(TokenColumn::Status)
                                  && cell.token.status == TokenStatus::Expiring));
    const ReportInk ink = isMarked ? ReportInk::Caution : ReportInk::Text;
    const CellValue value = placed.column.value(cell);
    if (const auto *time = std::get_if<CellTime>(&value);
        time && time->at != NoTime && words.relative && words.date) {
        return {{words.relative(time->at, cell.token.now), ReportFace::Body, ink},
                {words.date(time->at, cell.token.now), ReportFace::Small, ReportInk::Secondary}};
    }
    std::vector<ReportLine> made;
    const QString text = shownText(placed.column.text(cell), MostCharacters);
    const QStringList lines = m_type.lines(text, ReportFace::Body, placed.width, MostLines);
    for (const QString &line : lines)
        made.push_back({line, ReportFace::Body, ink});
    return made;
}

ReportRow ReportLayout::row(std::size_t at) const
{
    const ReviewCell cell = m_review.cellAt(at);
    ReportRow row;
    for (const ReportColumn &placed : m_columns) {
        row.cells.push_back(&placed == &m_columns.first() ? nameLines(cell, placed.width)
                                                          : cellLines(placed, cell));
        qreal height = 0;
        for (const ReportLine &line : row.cells.back())
            height += m_type.lineHeight(line.face);
        row.height = std::max(row.height, height + 2 * RowPadding);
    }
    return row;
}

bool ReportLayout::paginate(qreal firstSpace, qreal space, qreal end, const ReviewStep &step)
{
    const std::size_t count = m_review.rows.size();
    m_pages = {0};
    qreal left = firstSpace;
    for (std::size_t at = 0; at < count; ++at) {
        if (at % RowsPerStep == 0 && !step(qsizetype(at / 2)))
            return false;
        const qreal height = row(at).height;
        if (height > left && m_pages.back() != at) {
            m_pages.push_back(at);
            left = space;
        }
        left -= height;
    }
    if (end > left) // the lines to sign stand on a page of their own
        m_pages.push_back(count);
    m_pages.push_back(count);
    return true;
}

} // namespace rox
