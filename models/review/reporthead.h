// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/reportlayout.h"

class QPainter;

namespace rox {

// The parts of the report that are not its table. Each paints at the origin of the painter and
// returns its height; without a painter it only measures.

/// Title, server, filter and counts, of the first page.
[[nodiscard]] qreal paintReportHead(QPainter *painter, const Review &review, ReportType &type,
                                    qreal width);
/// What the report does not say, and the lines to sign, of the last page.
[[nodiscard]] qreal paintReportEnd(QPainter *painter, const Review &review, ReportType &type,
                                   qreal width);
/// Under each page.
[[nodiscard]] qreal paintReportFoot(QPainter *painter, const Review &review, ReportType &type,
                                    qreal width, int page, int pages);

[[nodiscard]] QColor reportColor(ReportInk ink);
/// `y` is the top of the line.
void paintReportLine(QPainter *painter, const ReportType &type, qreal x, qreal y,
                     const ReportLine &line);
void paintRule(QPainter *painter, qreal x, qreal y, qreal width, qreal thickness,
               const QColor &color);

} // namespace rox
