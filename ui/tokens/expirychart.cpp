// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/expirychart.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"

#include <QAccessible>
#include <QApplication>
#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 16;
constexpr int TallestBar = 34;
constexpr int MinBar = 3;
constexpr int BarGap = 8;
constexpr int TickHeight = 4;

QFont axisFont()
{
    return typeface(QApplication::font(), TextSize::Axis);
}

QFont smallFont(bool semibold = false)
{
    return typeface(QApplication::font(), TextSize::Secondary, semibold);
}

QDate dateOf(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).date();
}

} // namespace

/// Heights from the fonts, widths from the window.
struct ExpiryChart::Places
{
    QRect title;
    int barsTop;
    int baseline;
    int left;
    int width;
    int axisHeight;
};

ExpiryChart::ExpiryChart(QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = [] {
        installExpiryStripAccess();
        return true;
    }();
    Q_UNUSED(installed)
    setAccessibleName(tr("Expiry by week"));
    setObjectName(u"expiryByWeek"_s);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

ExpiryChart::Places ExpiryChart::places() const
{
    const int axis = QFontMetrics(axisFont()).height();
    const int title = QFontMetrics(smallFont()).height() + 1;
    Places places{};
    places.title = QRect(Margin, 4, width() - 2 * Margin, title);
    places.barsTop = 4 + title + axis;
    places.baseline = places.barsTop + TallestBar;
    places.left = Margin;
    places.width = width() - 2 * Margin;
    places.axisHeight = axis;
    return places;
}

QSize ExpiryChart::sizeHint() const
{
    const Places where = places();
    return {400, where.baseline + 1 + where.axisHeight + 7};
}

void ExpiryChart::setCounts(const Counts &counts, UtcMs now, quint32 soon, int soonDays)
{
    m_counts = counts;
    m_now = now;
    m_soon = soon;
    m_soonDays = soonDays;
    update();
}

void ExpiryChart::setRoles(const QStringList &roles)
{
    m_roles = roles;
    update();
}

void ExpiryChart::setRange(const TimeRange &range)
{
    const auto weeks = m_now == NoTime ? std::pair(-1, -1) : WeekGrid(m_now).weeksIn(range);
    if (weeks == m_weeks)
        return;
    m_weeks = weeks;
    if (m_cursor != weeks.first && m_cursor != weeks.second) {
        m_anchor = weeks.first;
        m_cursor = weeks.second;
    }
    update();
    if (m_cursor >= 0 && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(m_cursor);
        QAccessible::updateAccessibility(&event);
    }
}

QRect ExpiryChart::slotRect(int week) const
{
    const Places where = places();
    const int visual = isRightToLeft() ? ExpiryWeeks - 1 - week : week;
    const int from = where.left + qRound(visual * where.width / double(ExpiryWeeks));
    const int until = where.left + qRound((visual + 1) * where.width / double(ExpiryWeeks));
    return {from, where.title.bottom() + 1, until - from, where.baseline - where.title.bottom()};
}

QRect ExpiryChart::barRect(int week) const
{
    const Places where = places();
    const quint32 count = m_counts[std::size_t(week)];
    const quint32 most = *std::max_element(m_counts.begin(), m_counts.end());
    const int tall = count == 0 ? 0 : std::max(MinBar, qRound(double(TallestBar) * count / most));
    const QRect slot = slotRect(week);
    const int gap = slot.width() > 3 * BarGap / 2 ? BarGap : slot.width() / 3;
    return {slot.left() + gap / 2, where.baseline - tall, slot.width() - gap, tall};
}

QString ExpiryChart::weekText(int week) const
{
    const TimeRange range = WeekGrid(m_now).range(week, week);
    //: A week of the chart: "9–15 Sep: 12 tokens"
    return tr("%1: %2").arg(dateRange(range.from, range.until, m_now),
                            tr("%Ln token(s)", nullptr, int(m_counts[std::size_t(week)])));
}

int ExpiryChart::weekAt(const QPoint &point) const
{
    for (int week = 0; week < ExpiryWeeks; ++week) {
        if (slotRect(week).contains(point))
            return week;
    }
    return -1;
}

int ExpiryChart::nearestWeek(int x) const
{
    const Places where = places();
    const int bounded = std::clamp(x, where.left, where.left + where.width - 1);
    return std::max(0, weekAt({bounded, where.baseline - 1}));
}

void ExpiryChart::chooseWeeks(int from, int to)
{
    m_anchor = from;
    m_cursor = to;
    const TimeRange range = from < 0 || m_now == NoTime
                                ? TimeRange()
                                : WeekGrid(m_now).range(std::min(from, to), std::max(from, to));
    setRange(range);
    Q_EMIT rangeChosen(range);
}

void ExpiryChart::choose(int week)
{
    const bool isOnlyOne = m_weeks == std::pair(week, week);
    chooseWeeks(isOnlyOne ? -1 : week, isOnlyOne ? -1 : week);
}

void ExpiryChart::move(int week, bool extends)
{
    const int to = std::clamp(week, 0, ExpiryWeeks - 1);
    const int from = extends && m_anchor >= 0 ? m_anchor : to;
    if (m_weeks != std::pair(std::min(from, to), std::max(from, to)))
        chooseWeeks(from, to);
}

bool ExpiryChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_weeks.first >= 0
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc clears the weeks first, and the search only when pressed again
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int week = weekAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           week >= 0 && m_now != NoTime ? weekText(week) : QString(), this,
                           week >= 0 ? slotRect(week) : QRect());
        return true;
    }
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    return QWidget::event(event);
}

void ExpiryChart::keyPressEvent(QKeyEvent *event)
{
    const int ahead = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const int at = m_weeks.first < 0 ? -1 : m_cursor;
    if (event->key() == ahead)
        move(at + 1, extends);
    else if (event->key() == back)
        move(at < 0 ? ExpiryWeeks - 1 : at - 1, extends);
    else if (event->key() == Qt::Key_Home)
        move(0, extends);
    else if (event->key() == Qt::Key_End)
        move(ExpiryWeeks - 1, extends);
    else if (event->key() == Qt::Key_Escape && m_weeks.first >= 0)
        chooseWeeks(-1, -1);
    else
        QWidget::keyPressEvent(event);
}

void ExpiryChart::mousePressEvent(QMouseEvent *event)
{
    const int week = weekAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || week < 0) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_isDragged = true;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    m_clearsOnRelease = !extends && m_weeks == std::pair(week, week);
    if (!m_clearsOnRelease)
        move(week, extends);
}

void ExpiryChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_isDragged) {
        const int week = nearestWeek(point.x());
        m_clearsOnRelease = m_clearsOnRelease && m_weeks == std::pair(week, week);
        move(week, true);
    }
    const int week = weekAt(point);
    if (std::exchange(m_hovered, week) != week)
        update();
}

void ExpiryChart::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    m_isDragged = false;
    if (std::exchange(m_clearsOnRelease, false))
        chooseWeeks(-1, -1);
}

void ExpiryChart::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void ExpiryChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ExpiryChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void ExpiryChart::paintEvent(QPaintEvent *)
{
    if (m_now == NoTime)
        return;
    const Places where = places();
    QPainter painter(this);
    paintTitle(painter, where);
    paintBars(painter, where);
    paintAxis(painter, where);
    paintRange(painter, where);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(statusColors(palette()).focusRing, 2));
        painter.setBrush(Qt::NoBrush);
        const QRect ring = m_weeks.first >= 0
                               ? slotRect(std::clamp(m_cursor, m_weeks.first, m_weeks.second))
                               : QRect(where.left - 4, where.title.bottom() + 2, where.width + 8,
                                       where.baseline - where.title.bottom());
        painter.drawRoundedRect(QRectF(ring).adjusted(1, 1, -1, 0), 4, 4);
    }
}

void ExpiryChart::paintTitle(QPainter &painter, const Places &where) const
{
    const StatusColors tones = statusColors(palette());
    const auto put = [&](const QRect &rect, const QFont &font, const QColor &color,
                         const QString &text) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(
            QStyle::visualRect(layoutDirection(), this->rect(), rect),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
            text);
    };
    const QColor text = palette().color(QPalette::Active, QPalette::Text);
    const QString title = tr("Expiry by week");
    const int titleWidth = QFontMetrics(smallFont(true)).horizontalAdvance(title);
    put(where.title, smallFont(true), text, title);

    const int all = int(std::accumulate(m_counts.cbegin(), m_counts.cend(), quint32(0)));
    const QString weeks = tr("next %Ln week(s)", nullptr, ExpiryWeeks);
    const QString what =
        m_roles.isEmpty()
            ? weeks
            //: Of the chart: "next 26 weeks, 11 with Admin"
            : tr("%1, %L2 with %3").arg(weeks).arg(all).arg(shownText(m_roles.join(", "_L1), 60));
    put(where.title.adjusted(titleWidth + 8, 0, 0, 0), smallFont(), tones.secondary, what);

    const QString legend = //: "38 within 14 days"
        tr("%1 within %2 days").arg(QLocale().toString(m_soon)).arg(m_soonDays);
    const int width = textWidth(smallFont(), legend);
    const QRect legendRect(where.title.right() + 1 - width, where.title.top(), width,
                           where.title.height());
    put(legendRect, smallFont(), text, legend);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.chartSoon);
    const QRect square(legendRect.left() - 16, legendRect.center().y() - 4, 10, 10);
    painter.drawRoundedRect(QRectF(QStyle::visualRect(layoutDirection(), rect(), square)), 2, 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void ExpiryChart::paintBars(QPainter &painter, const Places &where) const
{
    const StatusColors tones = statusColors(palette());
    const QColor base = palette().color(QPalette::Active, QPalette::Base);
    const auto tallest = std::max_element(m_counts.begin(), m_counts.end());
    painter.setPen(Qt::NoPen);
    for (int week = 0; week < ExpiryWeeks; ++week) {
        const QRect bar = barRect(week);
        if (bar.height() <= 0)
            continue;
        QColor color = (week + 1) * DaysPerWeek <= m_soonDays ? tones.chartSoon : tones.chart;
        if (isChosen(week))
            color = palette().color(QPalette::Active, QPalette::Highlight);
        else if (m_weeks.first >= 0)
            color = blended(color, base, 0.5);
        if (week == m_hovered)
            color = blended(palette().color(QPalette::Active, QPalette::Text), color, 0.25);
        painter.setClipRect(QRect(bar.left(), bar.top(), bar.width(), where.baseline - bar.top()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(color);
        // Only the top is round: the lower corners are outside the clip.
        painter.drawRoundedRect(QRectF(bar).adjusted(0, 0, 0, 4), 2, 2);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setClipping(false);
    }
    painter.fillRect(where.left, where.baseline, where.width, 1, tones.panelLine);
    if (*tallest == 0)
        return;
    const QRect bar = barRect(int(tallest - m_counts.begin()));
    painter.setFont(axisFont());
    painter.setPen(tones.secondary);
    painter.drawText(
        QRect(bar.center().x() - 40, bar.top() - where.axisHeight - 1, 81, where.axisHeight + 2),
        Qt::AlignHCenter | Qt::AlignVCenter, QLocale().toString(*tallest));
}

/// A line under the chosen weeks: their bars may be flat.
void ExpiryChart::paintRange(QPainter &painter, const Places &where) const
{
    if (m_weeks.first < 0)
        return;
    const QRect first = barRect(m_weeks.first);
    const QRect last = barRect(m_weeks.second);
    const int left = std::min(first.left(), last.left());
    const int right = std::max(first.left() + first.width(), last.left() + last.width());
    painter.fillRect(left, where.baseline + 1, right - left, 2,
                     palette().color(QPalette::Active, QPalette::Highlight));
}

void ExpiryChart::paintAxisLabel(QPainter &painter, const Places &where, int week,
                                 const QString &text, int *taken) const
{
    const QRect slot = slotRect(week);
    const bool mirrored = isRightToLeft();
    const int tick = mirrored ? slot.right() : slot.left();
    const int width = QFontMetrics(axisFont()).horizontalAdvance(text);
    const QRect rect(mirrored ? tick - 5 - width : tick + 5, where.baseline + 3, width,
                     where.axisHeight);
    const StatusColors tones = statusColors(palette());
    painter.fillRect(tick, where.baseline + 1, 1, TickHeight, tones.fieldLine);
    painter.setPen(tones.secondary);
    painter.drawText(rect, Qt::AlignVCenter, text);
    *taken = mirrored ? rect.left() - 4 : rect.right() + 4;
}

void ExpiryChart::paintAxis(QPainter &painter, const Places &where) const
{
    painter.setFont(axisFont());
    int taken = 0;
    paintAxisLabel(painter, where, 0, tr("Today"), &taken);
    const QFontMetrics metrics(axisFont());
    const WeekGrid grid(m_now);
    const int year = dateOf(m_now).year();
    QDate said = dateOf(m_now);
    for (int week = 1; week < ExpiryWeeks; ++week) {
        const QDate date = dateOf(grid.range(week, week).from);
        if (date.month() == said.month())
            continue;
        QString text = QLocale().toString(date, u"MMM"_s);
        if (date.year() != year && said.year() == year)
            text = QLocale().toString(date, u"MMM yyyy"_s);
        const QRect slot = slotRect(week);
        const bool mirrored = isRightToLeft();
        const int end = mirrored ? slot.right() - 5 - metrics.horizontalAdvance(text)
                                 : slot.left() + 5 + metrics.horizontalAdvance(text);
        const bool free = mirrored ? slot.right() < taken && end >= where.left
                                   : slot.left() > taken && end <= where.left + where.width;
        if (!free)
            continue; // the next week of the month may have room
        paintAxisLabel(painter, where, week, text, &taken);
        said = date;
    }
}

} // namespace rox
