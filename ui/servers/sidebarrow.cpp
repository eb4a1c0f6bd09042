// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/sidebarrow.h"

#include "ui/style/colors.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

namespace rox {

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void paintSidebarRow(QPainter *painter, const QStyleOptionViewItem &option)
{
    const StatusColors tones = statusColors(option.palette);
    if ((option.state & QStyle::State_Selected) != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones.tint.fill);
        painter->drawRoundedRect(QRectF(option.rect.adjusted(8, 0, -8, 0)), 6, 6);
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(tones.focusRing, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(9, 1, -9, -1), 6, 6);
    }
}

} // namespace rox
