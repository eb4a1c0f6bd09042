// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reportwriter.h"

#include "models/review/reporthead.h"

#include <QCoreApplication>
#include <QPageLayout>
#include <QPageRanges>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <utility>

namespace rox {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ReportText)
};

constexpr qreal HeaderHeight = 22 * Point; ///< of the table
constexpr qreal RowPadding = 5 * Point;
constexpr qreal BoxSize = 9 * Point;
const QColor RowLine(0xDA, 0xDE, 0xE5);

/// Paints the pages one after another.
class ReportPainter
{
public:
    explicit ReportPainter(const Review &review)
        : m_review(review)
        , m_type(review.report.font, review.report.fixedFont)
        , m_layout(review, m_type)
    {}

    [[nodiscard]] QPageLayout page() const
    {
        return {QPageSize(QPageSize::A4),
                m_layout.isLandscape() ? QPageLayout::Landscape : QPageLayout::Portrait,
                QMarginsF(), QPageLayout::Point};
    }
    /// First. False: stopped.
    [[nodiscard]] bool layOut(const ReviewStep &step);
    [[nodiscard]] bool begin(QPagedPaintDevice &device);
    /// Between begin() and end(). False: stopped.
    [[nodiscard]] bool paint(QPagedPaintDevice &device, const ReviewStep &step);
    [[nodiscard]] bool end() { return m_painter.end(); }

private:
    void fit(const QPaintDevice &device);
    void paintPage(std::size_t page);
    void paintHeader(qreal y);
    void paintRow(const ReportRow &row, qreal y);
    void paintBox(qreal x, qreal y);

    const Review &m_review;
    ReportType m_type;
    ReportLayout m_layout;
    QPainter m_painter;
    qreal m_head = 0;
    qreal m_foot = 0;
};

bool ReportPainter::layOut(const ReviewStep &step)
{
    const qreal width = m_layout.width();
    m_head = paintReportHead(nullptr, m_review, m_type, width);
    m_foot = paintReportFoot(nullptr, m_review, m_type, width, 1, 1);
    const qreal end = paintReportEnd(nullptr, m_review, m_type, width);
    const qreal space = m_layout.height() - HeaderHeight - m_foot;
    return m_layout.paginate(space - m_head, space, end, step);
}

bool ReportPainter::begin(QPagedPaintDevice &device)
{
    if (!m_painter.begin(&device))
        return false;
    fit(device);
    return true;
}

/// The report stands in the middle of another paper than its own.
void ReportPainter::fit(const QPaintDevice &device)
{
    const QSizeF own(m_layout.width() + 2 * ReportLayout::Margin,
                     m_layout.height() + 2 * ReportLayout::Margin);
    const QSizeF paper(device.width(), device.height());
    const qreal scale = std::min(paper.width() / own.width(), paper.height() / own.height());
    m_painter.translate((paper.width() - own.width() * scale) / 2,
                        (paper.height() - own.height() * scale) / 2);
    m_painter.scale(scale, scale);
}

bool ReportPainter::paint(QPagedPaintDevice &device, const ReviewStep &step)
{
    const auto &pages = m_layout.pages();
    const std::size_t count = m_review.rows.size();
    const QPageRanges wanted = device.pageRanges();
    bool isFirst = true;
    for (std::size_t page = 0; page + 1 < pages.size(); ++page) {
        if (!step(qsizetype((count + pages[page]) / 2)))
            return false;
        if (!wanted.isEmpty() && !wanted.contains(int(page) + 1))
            continue;
        if (!std::exchange(isFirst, false))
            device.newPage();
        m_painter.save();
        m_painter.translate(ReportLayout::Margin, ReportLayout::Margin);
        paintPage(page);
        m_painter.restore();
    }
    return true;
}

void ReportPainter::paintPage(std::size_t page)
{
    const auto &pages = m_layout.pages();
    const bool isLast = page + 2 == pages.size();
    qreal y = 0;
    if (page == 0)
        y = paintReportHead(&m_painter, m_review, m_type, m_layout.width());
    if (page == 0 || pages[page] < pages[page + 1]) {
        paintHeader(y);
        y += HeaderHeight;
    }
    for (std::size_t at = pages[page]; at < pages[page + 1]; ++at) {
        const ReportRow row = m_layout.row(at);
        paintRow(row, y);
        y += row.height;
    }
    const auto paintAt = [this](qreal top, const auto &part) {
        m_painter.save();
        m_painter.translate(0, top);
        part();
        m_painter.restore();
    };
    const qreal footY = m_layout.height() - m_foot;
    if (isLast) {
        const qreal end = paintReportEnd(nullptr, m_review, m_type, m_layout.width());
        paintAt(footY - end,
                [&] { (void)paintReportEnd(&m_painter, m_review, m_type, m_layout.width()); });
    }
    paintAt(footY + 6 * Point, [&] {
        (void)paintReportFoot(&m_painter, m_review, m_type, m_layout.width(), int(page) + 1,
                              int(pages.size()) - 1);
    });
}

void ReportPainter::paintHeader(qreal y)
{
    const qreal top = y + 4 * Point;
    for (const ReportColumn &placed : m_layout.columns()) {
        const bool isName = placed.column.is(TokenColumn::Name);
        const QString title = isName ? ReportText::tr("Token") : placed.column.title();
        const QString shown = m_type.lines(title, ReportFace::Bold, placed.width, 1).value(0);
        paintReportLine(&m_painter, m_type, placed.x, top, {shown, ReportFace::Bold});
    }
    const QString boxes[] = {ReportText::tr("Keep"), ReportText::tr("Revoke")};
    qreal x = m_layout.boxesX();
    for (const QString &box : boxes) {
        const qreal width = m_type.width(ReportFace::Bold, box);
        paintReportLine(&m_painter, m_type, x + (ReportLayout::BoxWidth - width) / 2, top,
                        {box, ReportFace::Bold});
        x += ReportLayout::BoxWidth;
    }
    paintRule(&m_painter, 0, y + HeaderHeight - Point, m_layout.width(), 0.8 * Point, Qt::black);
}

void ReportPainter::paintRow(const ReportRow &row, qreal y)
{
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
        qreal top = y + RowPadding;
        for (const ReportLine &line : row.cells[cell]) {
            paintReportLine(&m_painter, m_type, m_layout.columns().at(qsizetype(cell)).x, top,
                            line);
            top += m_type.lineHeight(line.face);
        }
    }
    const qreal centre = m_layout.boxesX() + ReportLayout::BoxWidth / 2;
    paintBox(centre, y);
    paintBox(centre + ReportLayout::BoxWidth, y);
    paintRule(&m_painter, 0, y + row.height - 0.5 * Point, m_layout.width(), 0.5 * Point, RowLine);
}

void ReportPainter::paintBox(qreal x, qreal y)
{
    m_painter.setPen(QPen(Qt::black, 0.8 * Point));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(
        QRectF(x - BoxSize / 2, y + RowPadding + 0.5 * Point, BoxSize, BoxSize), 1.5 * Point,
        1.5 * Point);
}

} // namespace

bool writeReport(const Review &review, QIODevice &device, const ReviewStep &step)
{
    ReportPainter report(review);
    QPdfWriter pdf(&device);
    pdf.setResolution(ReportResolution);
    pdf.setTitle(review.report.title);
    pdf.setCreator(review.report.program);
    pdf.setPageLayout(report.page());
    if (!report.layOut(step) || !report.begin(pdf))
        return false;
    const bool isWhole = report.paint(pdf, step);
    return report.end() && isWhole && step(qsizetype(review.rows.size()));
}

QPageLayout reportPage(const Review &review)
{
    return ReportPainter(review).page();
}

PrintEnd printReport(const Review &review, QPagedPaintDevice &device, const ReviewStep &step)
{
    ReportPainter report(review);
    if (!report.layOut(step))
        return PrintEnd::Stopped;
    if (!report.begin(device))
        return PrintEnd::Failed;
    const bool isWhole = report.paint(device, [&step](qsizetype rows) {
        (void)step(rows);
        return true;
    });
    return report.end() && isWhole ? PrintEnd::Printed : PrintEnd::Failed;
}

} // namespace rox
