// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/timeline.h"

#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"

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

QString Timeline::titleOf(TimelineEntry::Kind kind)
{
    switch (kind) {
    case TimelineEntry::Kind::Issued:
        return tr("Issued");
    case TimelineEntry::Kind::Made:
        return tr("Made from here");
    case TimelineEntry::Kind::FirstSeen:
        return tr("First seen here");
    case TimelineEntry::Kind::LastSeenActive:
        return tr("Last seen active");
    case TimelineEntry::Kind::RevokedByUs:
        return tr("Revoked by you");
    case TimelineEntry::Kind::Revoked:
        return tr("Revoked");
    case TimelineEntry::Kind::Gone:
        return tr("Gone from Central");
    case TimelineEntry::Kind::Expired:
        return tr("Expired");
    case TimelineEntry::Kind::Expires:
        return tr("Expires");
    case TimelineEntry::Kind::WouldHaveExpired:
        return tr("Would have expired");
    }
    return {};
}

QString Timeline::timeOf(const TimelineEntry &entry) const
{
    switch (entry.kind) {
    case TimelineEntry::Kind::Made:
    case TimelineEntry::Kind::FirstSeen:
    case TimelineEntry::Kind::LastSeenActive:
    case TimelineEntry::Kind::RevokedByUs:
        return momentText(entry.time, m_now);
    case TimelineEntry::Kind::Revoked:
    case TimelineEntry::Kind::Gone:
        return entry.time == NoTime ? beforeText(entry.until, m_now)
                                    : betweenText(entry.time, entry.until, m_now);
    case TimelineEntry::Kind::Issued:
        if (!entry.by.isEmpty())
            //: date, time and who: "2 Jun 2026, 09:12 by admin"
            return tr("%1, %2 by %3").arg(mediumDate(entry.time), clockTime(entry.time), entry.by);
        //: date and time: "2 Jun 2026, 09:12"
        return tr("%1, %2").arg(mediumDate(entry.time), clockTime(entry.time));
    case TimelineEntry::Kind::Expired:
    case TimelineEntry::Kind::Expires:
        return relativeTime(entry.time, m_now);
    case TimelineEntry::Kind::WouldHaveExpired:
        return entry.time >= NeverMs ? tr("never") : mediumDate(entry.time);
    }
    return {};
}

void Timeline::setEntries(const QList<TimelineEntry> &entries, UtcMs now)
{
    m_entries = entries;
    m_now = now;
    QStringList lines;
    for (const TimelineEntry &entry : entries)
        lines.append(titleOf(entry.kind) + u' ' + timeOf(entry));
    setAccessibleDescription(lines.join(u'\n'));
    updateGeometry();
    update();
}

QSize Timeline::sizeHint() const
{
    return {200, int(m_entries.size()) * lineHeight()};
}

bool Timeline::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    return QWidget::event(event);
}

void Timeline::paintEvent(QPaintEvent *)
{
    const StatusColors tones = statusColors(palette());
    const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
    const QFont bold = typeface(QApplication::font(), TextSize::Secondary, true);
    const QFont plain = typeface(QApplication::font(), TextSize::Secondary);
    const int tall = lineHeight();
    const auto flags =
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const auto mirrored = [this](const QRect &rect) {
        return QStyle::visualRect(layoutDirection(), this->rect(), rect);
    };
    QPainter painter(this);
    for (int i = 0; i < m_entries.size(); ++i) {
        const TimelineEntry &entry = m_entries.at(i);
        const QString title = titleOf(entry.kind);
        const QRect row(TextLeft, i * tall, width() - TextLeft, tall);
        const QPoint center(isRightToLeft() ? width() - DotCenter : DotCenter,
                            row.top() + tall / 2);
        if (i + 1 < m_entries.size())
            painter.fillRect(center.x() - 1, center.y() + 6, 2, tall - 12, tones.panelLine);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor color = entry.isSoon ? tones.chartSoon : entry.isAhead ? tones.chart : accent;
        painter.setPen(entry.isAhead ? QPen(color, 2) : QPen(Qt::NoPen));
        painter.setBrush(entry.isAhead ? QBrush(palette().color(QPalette::Window)) : QBrush(color));
        const double radius = entry.isAhead ? DotRadius - 1 : DotRadius;
        painter.drawEllipse(QPointF(center), radius, radius);
        painter.setFont(bold);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(mirrored(row), flags, title);
        painter.setFont(plain);
        painter.setPen(tones.secondary);
        const int used = QFontMetrics(bold).horizontalAdvance(title + u' ');
        const QRect rest = row.adjusted(used, 0, 0, 0);
        painter.drawText(
            mirrored(rest), flags,
            QFontMetrics(plain).elidedText(timeOf(entry), Qt::ElideRight, rest.width()));
    }
}

} // namespace rox
