// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/timeline.h"

#include "ui/style/tones.h"
#include "ui/style/type.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int TextLeft = 20;
constexpr int DotCenter = 7;
constexpr double DotRadius = 4;

int lineHeight()
{
    const QFontMetrics metrics(typeface(QApplication::font(), TextSize::Secondary));
    return std::max(24, metrics.height() + 9);
}

} // namespace

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"timeline"_s);
    setAccessibleName(tr("Timeline"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Timeline::setEntries(const QList<Entry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    QStringList lines;
    for (const Entry &entry : entries)
        lines.append(entry.what + u' ' + entry.when);
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

QSize Timeline::sizeHint() const
{
    return {200, static_cast<int>(m_entries.size()) * lineHeight()};
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    return QWidget::event(event);
}

void Timeline::paintEvent(QPaintEvent *)
{
    const Tones tones = tonesOf(palette());
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QFont bold = typeface(QApplication::font(), TextSize::Secondary, true);
    const QFont plain = typeface(QApplication::font(), TextSize::Secondary);
    const int tall = lineHeight();
    const auto flags = static_cast<int>(
        QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const auto mirrored = [this](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    QPainter painter(this);
    for (int i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const QRect row(TextLeft, i * tall, width() - TextLeft, tall);
        const QPoint center(isRightToLeft() ? width() - DotCenter : DotCenter,
                            row.top() + tall / 2);
        if (i + 1 < m_entries.size())
            painter.fillRect(center.x() - 1, center.y() + 6, 2, tall - 12, tones.panelLine);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor color = entry.soon ? tones.chartSoon : entry.ahead ? tones.chart : accent;
        painter.setPen(entry.ahead ? QPen(color, 2) : QPen(Qt::NoPen));
        painter.setBrush(entry.ahead ? QBrush(palette().color(QPalette::Window)) : QBrush(color));
        const double radius = entry.ahead ? DotRadius - 1 : DotRadius;
        painter.drawEllipse(QPointF(center), radius, radius);
        painter.setFont(bold);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(mirrored(row), flags, entry.what);
        painter.setFont(plain);
        painter.setPen(tones.secondary);
        const int used = QFontMetrics(bold).horizontalAdvance(entry.what + u' ');
        const QRect rest = row.adjusted(used, 0, 0, 0);
        painter.drawText(mirrored(rest), flags,
                         QFontMetrics(plain).elidedText(entry.when, Qt::ElideRight, rest.width()));
    }
}

} // namespace rox
