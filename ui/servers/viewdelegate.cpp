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
constexpr int StateHeight = 12; // as of a server with a state

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
    const StatusColors tones = statusColors(option.palette);
    const QString state = index.data(ViewList::StateRole).toString();
    paintSymbol(painter, symbol,
                m_isRail && !state.isEmpty() ? tones.caution.text : tones.secondary,
                mirrored(option, mark));
    if (m_isRail)
        return;
    const int countLeft = paintCount(painter, option, index);
    QRect title(row.left() + TitleLeft, row.top(), countLeft - 8 - row.left() - TitleLeft,
                row.height());
    const int alignment = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft))
                          | Qt::AlignVCenter | Qt::TextSingleLine;
    if (!state.isEmpty()) {
        title = QRect(title.left(), title.top() + 5, title.width(), (title.height() - 10) / 2);
        const QFont secondary = typeface(QApplication::font(), TextSize::Secondary);
        painter->setFont(secondary);
        painter->setPen(tones.caution.text);
        painter->drawText(mirrored(option, title.translated(0, title.height())), alignment,
                          QFontMetrics(secondary).elidedText(state, Qt::ElideRight, title.width()));
    }
    const QFont font = typeface(QApplication::font(), TextSize::Body,
                                (option.state & QStyle::State_Selected) != 0);
    painter->setFont(font);
    painter->setPen(color);
    const QString text = index.data(Qt::DisplayRole).toString();
    painter->drawText(mirrored(option, title), alignment,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, title.width()));
}

QSize ViewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (m_isRail)
        return {ServerSidebar::RailWidth, RailHeight};
    const bool hasState = !index.data(ViewList::StateRole).toString().isEmpty();
    return {100, rowHeight(QApplication::font()) + (hasState ? StateHeight : 0)};
}

} // namespace rox
