// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/style/typography.h"

#include <QFontDatabase>
#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace rox {

namespace {

qreal ratio(TextSize size)
{
    switch (size) {
    case TextSize::Title:
        return 1.7;
    case TextSize::DialogHeading:
        return 1.4;
    case TextSize::PanelHeading:
        return 1.15;
    case TextSize::Body:
        return 1;
    case TextSize::Secondary:
        return 0.92;
    case TextSize::Axis:
        return 0.85;
    }
    return 1;
}

QFont resized(const QFont &base, qreal by)
{
    QFont font(base);
    // A QFont has its size in points or in pixels; scale the one that is set.
    if (base.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(base.pixelSize() * by)));
    else
        font.setPointSizeF(base.pointSizeF() * by);
    return font;
}

} // namespace

QFont typeface(const QFont &base, TextSize size, bool semibold)
{
    QFont font = resized(base, ratio(size));
    font.setWeight(semibold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont fixedTypeface(const QFont &base, TextSize size)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pixelSize() > 0)
        font.setPixelSize(qRound(base.pixelSize() * ratio(size)));
    else
        font.setPointSizeF(base.pointSizeF() * ratio(size));
    return font;
}

int textWidth(const QFont &font, const QString &text)
{
    return int(std::ceil(QFontMetricsF(font).horizontalAdvance(text)));
}

int rowHeight(const QFont &font)
{
    return std::max(32, 2 * QFontMetrics(font).height());
}

} // namespace rox
