// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/viewdelegate.h"

#include "ui/servers/serversidebar.h"
#include "ui/servers/sidebarrow.h"
#include "ui/servers/viewlist.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace rox {

namespace {

constexpr int SymbolSize = 16;
constexpr int SymbolLeft = 16;
constexpr int TitleLeft = 42; // as a server's name
constexpr int RightInset = 16;
constexpr int BadgePadding = 7;
constexpr int RailHeight = 36;

/// The count as a number, or on a badge. Returns the left edge of what was drawn.
int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString count = index.data(ViewList::CountRole).toString();
    const QRect row = option.rect;
    const int right = row.right() + 1 - RightInset;
    if (count.isEmpty())
        return right;
    const bool isBadge = index.data(ViewList::NewsRole).toBool() && count != QLocale().toString(0);
    const QFont font = typeface(QApplication::font(), TextSize::Secondary, isBadge);
    const int width = textWidth(font, count) + (isBadge ? 2 * BadgePadding : 0);
    const QRect place(right - width, row.top(), width, row.height());
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    painter->setFont(font);
    if (isBadge) {
        QRect pill(place);
        pill.setHeight(QFontMetrics(font).height() + 2);
        pill.moveCenter(place.center());
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Active, QPalette::Highlight));
        painter->drawRoundedRect(mirrored(option, pill), pill.height() / 2.0, pill.height() / 2.0);
        painter->setPen(option.palette.color(QPalette::Active, QPalette::HighlightedText));
    } else {
        painter->setPen(isSelected ? option.palette.color(QPalette::WindowText)
                                   : statusColors(option.palette).secondary);
    }
    painter->drawText(mirrored(option, place), Qt::AlignCenter | Qt::TextSingleLine, count);
    return place.left();
}

} // namespace

void ViewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintSidebarRow(painter, option);
    paintRow(painter, option, index);
    painter->restore();
}

void ViewDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QRect row = option.rect;
    const QColor color = option.palette.color(QPalette::WindowText);
    const QString symbol = index.data(ViewList::SymbolRole).toString();
    QRect mark(row.left() + SymbolLeft, row.top() + (row.height() - SymbolSize) / 2, SymbolSize,
               SymbolSize);
    if (m_isRail)
        mark.moveCenter(row.center());
    paintSymbol(painter, symbol, statusColors(option.palette).secondary, mirrored(option, mark));
    if (m_isRail)
        return;
    const int countLeft = paintCount(painter, option, index);
    const QRect title(row.left() + TitleLeft, row.top(), countLeft - 8 - row.left() - TitleLeft,
                      row.height());
    const QFont font = typeface(QApplication::font(), TextSize::Body,
                                (option.state & QStyle::State_Selected) != 0);
    painter->setFont(font);
    painter->setPen(color);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(mirrored(option, title),
                      int(QStyle::visualAlignment(option.direction, Qt::AlignLeft))
                          | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, title.width()));
}

QSize ViewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return m_isRail ? QSize(ServerSidebar::RailWidth, RailHeight)
                    : QSize(100, rowHeight(QApplication::font()));
}

} // namespace rox
