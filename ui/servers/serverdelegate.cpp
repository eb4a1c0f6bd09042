// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/serverdelegate.h"

#include "models/servers/serverlistmodel.h"
#include "ui/servers/serversidebar.h"
#include "ui/servers/sidebarrow.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/chips.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace rox {

namespace {

constexpr int RailMark = 26;

int aligned(const QStyleOptionViewItem &option, Qt::Alignment alignment)
{
    return int(QStyle::visualAlignment(option.direction, alignment)) | Qt::TextSingleLine;
}

QColor stateColor(const QModelIndex &index, const StatusColors &tones)
{
    switch (StateTone(index.data(ServerListModel::ToneRole).toInt())) {
    case StateTone::Plain:
        return tones.secondary;
    case StateTone::Caution:
        return tones.caution.text;
    case StateTone::Bad:
        return tones.bad.text;
    }
    return tones.secondary;
}

} // namespace

void ServerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintSidebarRow(painter, option);
    if (m_rail)
        paintRailMark(painter, option, index);
    else
        paintRow(painter, option, index);
    painter->restore();
}

void ServerDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const StatusColors tones = statusColors(option.palette);
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const QRect row = option.rect;
    const QRect mark(row.left() + 17, row.top() + (row.height() - 14) / 2, 14, 14);
    const QString symbol = index.data(ServerListModel::SymbolRole).toString();
    if (symbol.isEmpty())
        paintServerMark(painter, mirrored(option, mark),
                        serverColor(index.data(ServerListModel::ColorRole).toString(), tones.dark));
    else
        paintSymbol(painter, symbol, option.palette.color(QPalette::WindowText),
                    mirrored(option, mark.adjusted(-1, -1, 1, 1)));

    const QFont secondary = typeface(QApplication::font(), TextSize::Secondary);
    const QString state = index.data(ServerListModel::StateRole).toString();
    QString count = index.data(ServerListModel::CountRole).toString();
    // A state line replaces the count.
    const int room = row.width() - 42 - 16;
    if (textWidth(secondary, state) > room - 8 - textWidth(secondary, count))
        count.clear();
    const int countWidth = textWidth(secondary, count);
    const QRect countRect(row.right() - 16 - countWidth + 1, row.top(), countWidth, row.height());
    painter->setFont(secondary);
    painter->setPen(selected ? option.palette.color(QPalette::WindowText) : tones.secondary);
    painter->drawText(mirrored(option, countRect),
                      aligned(option, Qt::AlignRight | Qt::AlignVCenter), count);

    QRect text(row.left() + 42, row.top(), countRect.left() - 8 - row.left() - 42, row.height());
    QRect nameRect = text;
    if (!state.isEmpty()) {
        nameRect = QRect(text.left(), text.top() + 5, text.width(), (text.height() - 10) / 2);
        const QRect stateRect = nameRect.translated(0, nameRect.height());
        painter->setPen(stateColor(index, tones));
        painter->drawText(mirrored(option, stateRect), aligned(option, Qt::AlignVCenter),
                          QFontMetrics(secondary).elidedText(state, Qt::ElideRight, text.width()));
    }
    const QFont body = typeface(QApplication::font(), TextSize::Body, selected);
    painter->setFont(body);
    painter->setPen(option.palette.color(QPalette::WindowText));
    const QString name = index.data(Qt::DisplayRole).toString();
    painter->drawText(mirrored(option, nameRect), aligned(option, Qt::AlignVCenter),
                      QFontMetrics(body).elidedText(name, Qt::ElideRight, nameRect.width()));
}

void ServerDelegate::paintRailMark(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const bool dark = isDark(option.palette);
    const QColor color = serverColor(index.data(ServerListModel::ColorRole).toString(), dark);
    QRect mark(0, 0, RailMark, RailMark);
    mark.moveCenter(option.rect.center());
    if (const QString symbol = index.data(ServerListModel::SymbolRole).toString();
        !symbol.isEmpty()) {
        paintSymbol(painter, symbol, option.palette.color(QPalette::WindowText),
                    mark.adjusted(3, 3, -3, -3));
        return;
    }
    paintServerMark(painter, mark, color);
    QFont font = typeface(QApplication::font(), TextSize::Axis, true);
    painter->setFont(font);
    painter->setPen(dark ? option.palette.color(QPalette::Base) : QColor(Qt::white));
    painter->drawText(mark, Qt::AlignCenter,
                      serverInitials(index.data(Qt::DisplayRole).toString()));
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (m_rail)
        return {ServerSidebar::RailWidth, 40};
    const QFont font = QApplication::font();
    const int height = rowHeight(font);
    const bool state = !index.data(ServerListModel::StateRole).toString().isEmpty();
    return {100, state ? height + 12 : height};
}

} // namespace rox
