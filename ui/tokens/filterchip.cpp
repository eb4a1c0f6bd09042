// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/filterchip.h"

#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/tooltips.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinHeight = 24;
constexpr int Padding = 8;
constexpr int LabelGap = 4;
constexpr int CrossSize = 18;
constexpr int CrossGap = 4;
constexpr int MaxValue = 240; // a longer value is elided

QFont labelFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}

QFont valueFont()
{
    return typeface(QApplication::font(), TextSize::Secondary, true);
}

} // namespace

FilterChip::FilterChip(QWidget *parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(this, &QToolButton::clicked, this, [this] {
        if (m_hasCross)
            Q_EMIT takenAway();
    });
}

void FilterChip::setTexts(const QString &label, const QString &value, bool hasCross)
{
    m_label = label;
    m_value = value;
    m_hasCross = hasCross;
    setAccessibleName(label.isEmpty() ? value : label + u' ' + value);
    setAccessibleDescription(hasCross ? tr("Del takes this filter away") : QString());
    setToolTip(value == shownValue() ? QString() : plainToolTip(value));
    updateGeometry();
    update();
}

QString FilterChip::shownValue() const
{
    return QFontMetrics(valueFont()).elidedText(m_value, Qt::ElideRight, MaxValue);
}

QSize FilterChip::sizeHint() const
{
    const int height = std::max(MinHeight, QFontMetrics(valueFont()).height() + 6);
    int width = 2 * Padding + textWidth(valueFont(), shownValue());
    if (!m_label.isEmpty())
        width += textWidth(labelFont(), m_label) + LabelGap;
    if (m_hasCross)
        width += CrossGap + CrossSize - 4;
    return {width, height};
}

QRect FilterChip::crossRect() const
{
    if (!m_hasCross)
        return {};
    const QRect cross(width() - Padding - CrossSize + 4, (height() - CrossSize) / 2, CrossSize,
                      CrossSize);
    return QStyle::visualRect(layoutDirection(), rect(), cross);
}

bool FilterChip::hitButton(const QPoint &point) const
{
    return m_hasCross ? crossRect().adjusted(-2, -3, 2, 3).contains(point)
                      : QToolButton::hitButton(point);
}

bool FilterChip::takesAway(const QKeyEvent *event) const
{
    return m_hasCross && event->modifiers() == Qt::NoModifier
           && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace);
}

bool FilterChip::event(QEvent *event)
{
    // Else Del would ask to revoke the selected tokens.
    if (event->type() == QEvent::ShortcutOverride
        && takesAway(static_cast<const QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QToolButton::event(event);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    if (takesAway(event))
        Q_EMIT takenAway();
    else
        QToolButton::keyPressEvent(event);
}

void FilterChip::mouseMoveEvent(QMouseEvent *event)
{
    if (const bool is = hitButton(event->position().toPoint());
        std::exchange(m_isCrossHovered, is) != is)
        update();
    QToolButton::mouseMoveEvent(event);
}

void FilterChip::leaveEvent(QEvent *event)
{
    m_isCrossHovered = false;
    QToolButton::leaveEvent(event);
    update();
}

void FilterChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatusColors tones = statusColors(palette());
    const QColor text = palette().color(QPalette::Active, QPalette::Text);
    calm::roundedBox(&painter, rect(), tones.tint.fill, tones.tint.line);
    int left = Padding;
    const auto put = [&](const QFont &font, const QString &what) {
        const int width = textWidth(font, what);
        painter.setFont(font);
        painter.setPen(text);
        painter.drawText(
            QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height())),
            Qt::AlignCenter | Qt::TextSingleLine, what);
        left += width + LabelGap;
    };
    if (!m_label.isEmpty())
        put(labelFont(), m_label);
    put(valueFont(), shownValue());
    if (m_hasCross) {
        const QRect cross = crossRect();
        if (m_isCrossHovered)
            calm::roundedBox(&painter, cross, palette().color(QPalette::Active, QPalette::Base),
                             Qt::transparent, 4);
        paintSymbol(&painter, u"close"_s, text, cross.adjusted(3, 3, -3, -3));
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tones.focusRing, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
}

} // namespace rox
