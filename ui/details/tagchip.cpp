// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/details/tagchip.h"

#include "models/values/visibletext.h"
#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Padding = 6;
constexpr int CrossSize = 10;
constexpr int CrossGap = 5;

QFont chipFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}

bool takesAway(const QKeyEvent *event)
{
    return event->modifiers() == Qt::NoModifier
           && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace);
}

} // namespace

int tagHeight()
{
    return std::max(22, QFontMetrics(chipFont()).height() + 6);
}

TagChip::TagChip(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"tagChip"_s);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleDescription(tr("Del takes this tag away"));
    connect(this, &QToolButton::clicked, this, &TagChip::takenAway);
}

void TagChip::setTag(const QString &tag)
{
    m_tag = tag;
    m_text = visibleText(tag);
    setAccessibleName(tr("Tag %1").arg(m_text));
    updateGeometry();
    update();
}

QSize TagChip::sizeHint() const
{
    return {2 * Padding + textWidth(chipFont(), m_text) + CrossGap + CrossSize, tagHeight()};
}

QRect TagChip::crossRect() const
{
    const QRect cross(width() - Padding - CrossSize, (height() - CrossSize) / 2, CrossSize,
                      CrossSize);
    return QStyle::visualRect(layoutDirection(), rect(), cross);
}

bool TagChip::hitButton(const QPoint &point) const
{
    return crossRect().adjusted(-4, -5, 4, 5).contains(point);
}

bool TagChip::event(QEvent *event)
{
    // Else Del would ask to revoke the selected tokens.
    if (event->type() == QEvent::ShortcutOverride
        && takesAway(static_cast<const QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QToolButton::event(event);
}

void TagChip::keyPressEvent(QKeyEvent *event)
{
    if (takesAway(event))
        Q_EMIT takenAway();
    else
        QToolButton::keyPressEvent(event);
}

void TagChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StatusColors tones = statusColors(palette());
    calm::roundedBox(&painter, rect(), tones.chip.fill, Qt::transparent, 4);
    const QRect text(Padding, 0, width() - 2 * Padding - CrossGap - CrossSize, height());
    painter.setFont(chipFont());
    painter.setPen(tones.chip.text);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(chipFont()).elidedText(m_text, Qt::ElideRight, text.width()));
    paintSymbol(&painter, u"close"_s, tones.secondary, crossRect());
}

} // namespace rox
