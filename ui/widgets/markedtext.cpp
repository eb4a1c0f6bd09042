// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/markedtext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace rox {

QColor markColor(const StatusColors &tones)
{
    const Tone &caution = tones.caution;
    return tones.dark ? blended(caution.line, caution.fill, 0.4) : caution.fill;
}

void MarkedText::elide(const QFont &font, int width)
{
    const QString whole =
        std::exchange(text, QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    if (text == whole)
        return;
    const auto cut = std::mismatch(text.cbegin(), text.cend(), whole.cbegin(), whole.cend()).first;
    const qsizetype kept = cut - text.cbegin();
    for (TokenSearch::Hit &hit : hits) {
        hit.first = std::min(hit.first, kept);
        if (hit.second > kept)
            hit.second = text.size();
    }
}

void MarkedText::paint(QPainter *painter, const QRect &rect, const QFont &font,
                       Qt::Alignment side) const
{
    painter->setFont(font);
    painter->setPen(color);
    if (hits.isEmpty()) {
        painter->drawText(rect, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        return;
    }
    QTextLayout layout(text, font, painter->device());
    QTextOption option(side | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const auto &[begin, end] : hits) {
        QTextCharFormat format;
        format.setBackground(mark);
        formats.append({int(begin), int(end - begin), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    const qreal top = (rect.height() - line.height()) / 2;
    layout.draw(painter, QPointF(rect.left(), rect.top() + top));
}

} // namespace rox
