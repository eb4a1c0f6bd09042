// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/expirychart.h"

#include "models/values/visibletext.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/tokens/chartspanbutton.h"

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
    , m_spanButton(new ChartSpanButton(this))
{
    [[maybe_unused]] static const bool installed = [] {
        installExpiryStripAccess();
        return true;
    }();
    setObjectName(u"expiryByWeek"_s);
    setAccessibleName(title());
    connect(m_spanButton, &ChartSpanButton::chosen, this, &ExpiryChart::spanChosen);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, m_spanButton,
            [this](const QPoint &place) { m_spanButton->openMenu(mapToGlobal(place)); });
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

void ExpiryChart::setCounts(const Counts &counts, UtcMs now, quint32 soon, int soonDays,
                            ChartSpan span)
{
    takeSpan(span);
    m_counts = counts;
    m_now = now;
    m_soon = soon;
    m_soonDays = soonDays;
    placeSpanButton();
    update();
}

void ExpiryChart::takeSpan(ChartSpan span)
{
    if (std::exchange(m_span, span) == span)
        return;
    const ChartSpanInfo &info = infoOf(span);
    m_barCount = info.weeks > 0 ? info.weeks : info.months + 1;
    m_chosen = {-1, -1}; // setRange() finds the bars of the new span
    m_anchor = m_cursor = m_hovered = -1;
    setAccessibleName(title());
    QAccessibleEvent event(this, QAccessible::ObjectReorder); // other children
    QAccessible::updateAccessibility(&event);
}

QList<QAction *> ExpiryChart::spanActions() const
{
    return m_spanButton->actions();
}

QString ExpiryChart::title() const
{
    return infoOf(m_span).weeks > 0 ? tr("Expiry by week") : tr("Expiry by month");
}

QString ExpiryChart::legend() const
{
    //: "38 within 14 days"
    return tr("%1 within %2 days").arg(QLocale().toString(m_soon)).arg(m_soonDays);
}

/// Between the title and the legend.
void ExpiryChart::placeSpanButton()
{
    const QRect where = places().title;
    const int all = int(std::accumulate(m_counts.cbegin(), m_counts.cend(), quint32(0)));
    const QString span = spanText(m_span);
    m_spanButton->setSpan(
        m_span,
        m_roles.isEmpty()
            ? span
            //: Of the chart: "next 26 weeks, 11 with Admin"
            : tr("%1, %L2 with %3").arg(span).arg(all).arg(shownText(m_roles.join(", "_L1), 60)));
    const int left = where.left() + QFontMetrics(smallFont(true)).horizontalAdvance(title()) + 4;
    const int right = where.right() - textWidth(smallFont(), legend()) - 2 * Margin;
    const QRect place(left, where.top(), std::min(m_spanButton->sizeHint().width(), right - left),
                      where.height());
    m_spanButton->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    m_spanButton->setVisible(m_now != NoTime && right > left);
}

void ExpiryChart::setRoles(const QStringList &roles)
{
    if (std::exchange(m_roles, roles) == roles)
        return;
    placeSpanButton();
    update();
}

void ExpiryChart::setRange(const TimeRange &range)
{
    const auto bars = m_now == NoTime ? std::pair(-1, -1) : grid().barsIn(range);
    if (bars == m_chosen)
        return;
    m_chosen = bars;
    if (m_cursor != bars.first && m_cursor != bars.second) {
        m_anchor = bars.first;
        m_cursor = bars.second;
    }
    update();
    if (m_cursor >= 0 && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(m_cursor);
        QAccessible::updateAccessibility(&event);
    }
}

QRect ExpiryChart::slotRect(int bar) const
{
    const Places where = places();
    const int visual = isRightToLeft() ? m_barCount - 1 - bar : bar;
    const int from = where.left + qRound(visual * where.width / double(m_barCount));
    const int until = where.left + qRound((visual + 1) * where.width / double(m_barCount));
    return {from, where.title.bottom() + 1, until - from, where.baseline - where.title.bottom()};
}

QRect ExpiryChart::barRect(int bar) const
{
    const Places where = places();
    const quint32 count = m_counts[std::size_t(bar)];
    const quint32 most = *std::max_element(m_counts.begin(), m_counts.end());
    const int tall = count == 0 ? 0 : std::max(MinBar, qRound(double(TallestBar) * count / most));
    const QRect slot = slotRect(bar);
    const int gap = slot.width() > 3 * BarGap / 2 ? BarGap : slot.width() / 3;
    return {slot.left() + gap / 2, where.baseline - tall, slot.width() - gap, tall};
}

QString ExpiryChart::barText(int bar) const
{
    const TimeRange range = grid().range(bar, bar);
    //: A bar of the chart: "9–15 Sep: 12 tokens"
    return tr("%1: %2").arg(dateRange(range.from, range.until, m_now),
                            tr("%Ln token(s)", nullptr, int(m_counts[std::size_t(bar)])));
}

int ExpiryChart::barAt(const QPoint &point) const
{
    for (int bar = 0; bar < m_barCount; ++bar) {
        if (slotRect(bar).contains(point))
            return bar;
    }
    return -1;
}

int ExpiryChart::nearestBar(int x) const
{
    const Places where = places();
    const int bounded = std::clamp(x, where.left, where.left + where.width - 1);
    return std::max(0, barAt({bounded, where.baseline - 1}));
}

void ExpiryChart::chooseBars(int from, int to)
{
    m_anchor = from;
    m_cursor = to;
    const TimeRange range = from < 0 || m_now == NoTime
                                ? TimeRange()
                                : grid().range(std::min(from, to), std::max(from, to));
    setRange(range);
    Q_EMIT rangeChosen(range);
}

void ExpiryChart::choose(int bar)
{
    const bool isOnlyOne = m_chosen == std::pair(bar, bar);
    chooseBars(isOnlyOne ? -1 : bar, isOnlyOne ? -1 : bar);
}

void ExpiryChart::move(int bar, bool extends)
{
    const int to = std::clamp(bar, 0, m_barCount - 1);
    const int from = extends && m_anchor >= 0 ? m_anchor : to;
    if (m_chosen != std::pair(std::min(from, to), std::max(from, to)))
        chooseBars(from, to);
}

bool ExpiryChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_chosen.first >= 0
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // Esc clears the bars first, and the search only when pressed again
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int bar = barAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           bar >= 0 && m_now != NoTime ? barText(bar) : QString(), this,
                           bar >= 0 ? slotRect(bar) : QRect());
        return true;
    }
    if (event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    if (event->type() == QEvent::Resize)
        placeSpanButton();
    return QWidget::event(event);
}

void ExpiryChart::keyPressEvent(QKeyEvent *event)
{
    const int ahead = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const int at = m_chosen.first < 0 ? -1 : m_cursor;
    if (event->key() == ahead)
        move(at + 1, extends);
    else if (event->key() == back)
        move(at < 0 ? m_barCount - 1 : at - 1, extends);
    else if (event->key() == Qt::Key_Home)
        move(0, extends);
    else if (event->key() == Qt::Key_End)
        move(m_barCount - 1, extends);
    else if (event->key() == Qt::Key_Escape && m_chosen.first >= 0)
        chooseBars(-1, -1);
    else
        QWidget::keyPressEvent(event);
}

void ExpiryChart::mousePressEvent(QMouseEvent *event)
{
    const int bar = barAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || bar < 0) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_isDragged = true;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    m_clearsOnRelease = !extends && m_chosen == std::pair(bar, bar);
    if (!m_clearsOnRelease)
        move(bar, extends);
}

void ExpiryChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_isDragged) {
        const int bar = nearestBar(point.x());
        m_clearsOnRelease = m_clearsOnRelease && m_chosen == std::pair(bar, bar);
        move(bar, true);
    }
    const int bar = barAt(point);
    if (std::exchange(m_hovered, bar) != bar)
        update();
}

void ExpiryChart::mouseReleaseEvent(QMouseEvent *event)
{
    QWidget::mouseReleaseEvent(event);
    m_isDragged = false;
    if (std::exchange(m_clearsOnRelease, false))
        chooseBars(-1, -1);
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
        const QRect ring = m_chosen.first >= 0
                               ? slotRect(std::clamp(m_cursor, m_chosen.first, m_chosen.second))
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
    put(where.title, smallFont(true), text, title());
    const QString legend = this->legend();
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
    const ExpiryGrid bars = grid();
    const UtcMs soonUntil = daysFrom(m_now, m_soonDays).until;
    for (int at = 0; at < m_barCount; ++at) {
        const QRect bar = barRect(at);
        if (bar.height() <= 0)
            continue;
        QColor color = bars.range(at, at).until <= soonUntil ? tones.chartSoon : tones.chart;
        if (isChosen(at))
            color = palette().color(QPalette::Active, QPalette::Highlight);
        else if (m_chosen.first >= 0)
            color = blended(color, base, 0.5);
        if (at == m_hovered)
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

/// A line under the chosen bars, which may be flat.
void ExpiryChart::paintRange(QPainter &painter, const Places &where) const
{
    if (m_chosen.first < 0)
        return;
    const QRect first = barRect(m_chosen.first);
    const QRect last = barRect(m_chosen.second);
    const int left = std::min(first.left(), last.left());
    const int right = std::max(first.left() + first.width(), last.left() + last.width());
    painter.fillRect(left, where.baseline + 1, right - left, 2,
                     palette().color(QPalette::Active, QPalette::Highlight));
}

void ExpiryChart::paintAxisLabel(QPainter &painter, const Places &where, int bar,
                                 const QString &text, int *taken) const
{
    const QRect slot = slotRect(bar);
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
    const ExpiryGrid bars = grid();
    QDate said = dateOf(m_now);
    for (int bar = 1; bar < m_barCount; ++bar) {
        const QDate date = dateOf(bars.range(bar, bar).from);
        if (date.month() == said.month())
            continue;
        QString text = QLocale().toString(date, u"MMM"_s);
        if (date.year() != said.year())
            text = QLocale().toString(date, u"MMM yyyy"_s);
        const QRect slot = slotRect(bar);
        const bool mirrored = isRightToLeft();
        const int end = mirrored ? slot.right() - 5 - metrics.horizontalAdvance(text)
                                 : slot.left() + 5 + metrics.horizontalAdvance(text);
        const bool free = mirrored ? slot.right() < taken && end >= where.left
                                   : slot.left() > taken && end <= where.left + where.width;
        if (!free)
            continue; // the next week of the month may have room
        paintAxisLabel(painter, where, bar, text, &taken);
        said = date;
    }
}

} // namespace rox
