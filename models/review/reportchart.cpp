// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/reportchart.h"

#include "models/review/reporthead.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace rox {

namespace {

struct ReportText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ReportText)
};

constexpr int MonthsInAYear = 12;
const QColor Bar(0x85, 0x92, 0xB0);
const QColor BarSoon(0xB8, 0x7A, 0x10);
const QColor Axis(0xC6, 0xCB, 0xD4);

int monthOf(UtcMs time)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(time).date();
    return date.year() * MonthsInAYear + date.month() - 1;
}

void paintCentred(QPainter *painter, const ReportType &type, qreal centre, qreal y,
                  const ReportLine &line)
{
    paintReportLine(painter, type, centre - type.width(line.face, line.text) / 2, y, line);
}

} // namespace

std::vector<ExpiryMonth> expiryByMonth(const Review &review)
{
    const int first = monthOf(review.now);
    std::vector<ExpiryMonth> months(ReportMonths);
    for (int at = 0; at < ReportMonths; ++at)
        months[std::size_t(at)].name =
            QLocale().standaloneMonthName((first + at) % MonthsInAYear + 1, QLocale::ShortFormat);
    const UtcMs end = review.now + 2 * 366 * DayMs; // later ones need no calendar
    for (const TokenTable::Row row : review.rows) {
        const UtcMs expiry = review.table->expiresAt(row);
        if (review.table->revoked(row) || expiry <= review.now || expiry > end)
            continue;
        const int month = monthOf(expiry) - first;
        if (month >= ReportMonths)
            continue;
        ++months[std::size_t(month)].expiring;
        if (expiry - review.now <= review.window)
            months[std::size_t(month)].isSoon = true;
    }
    return months;
}

void paintExpiryChart(QPainter *painter, const Review &review, ReportType &type, const QRectF &box)
{
    const auto months = expiryByMonth(review);
    const qreal line = type.lineHeight(ReportFace::Small);
    const qreal axis = box.bottom() - line - 2 * Point;
    const qreal each = box.width() / ReportMonths;
    const qreal highest = axis - box.top() - 2 * line;
    int most = 1;
    for (const ExpiryMonth &month : months)
        most = std::max(most, month.expiring);
    paintReportLine(painter, type, box.left(), box.top() - 2 * Point,
                    {ReportText::tr("Expiry by month"), ReportFace::Bold});
    for (std::size_t at = 0; at < months.size(); ++at) {
        const ExpiryMonth &month = months[at];
        const qreal centre = box.left() + (qreal(at) + 0.5) * each;
        paintCentred(painter, type, centre, axis + 2 * Point,
                     {type.lines(month.name, ReportFace::Small, each, 1).value(0),
                      ReportFace::Small, ReportInk::Secondary});
        if (month.expiring == 0)
            continue;
        const qreal height = std::max(1.5 * Point, highest * month.expiring / most);
        painter->fillRect(QRectF(centre - each * 0.33, axis - height, each * 0.66, height),
                          month.isSoon ? BarSoon : Bar);
        paintCentred(painter, type, centre, axis - height - line,
                     {QLocale().toString(month.expiring), ReportFace::Small, ReportInk::Secondary});
    }
    paintRule(painter, box.left(), axis, box.width(), 0.5 * Point, Axis);
}

} // namespace rox
