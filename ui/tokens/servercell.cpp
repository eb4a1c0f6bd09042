// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/servercell.h"

#include "models/tokens/tokenlistmodel.h"
#include "models/values/visibletext.h"
#include "ui/style/typography.h"
#include "ui/text/times.h"
#include "ui/widgets/chips.h"

#include <QApplication>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 14;
constexpr int MarkGap = 6;
constexpr int TimeGap = 8;
constexpr int RightInset = 10;
constexpr int MaxServer = 236;

struct ServerCellText
{
    Q_DECLARE_TR_FUNCTIONS(rox::ServerCellText)
};

/// "as of 09:30"; empty for a row that is of now.
QString asOf(const CellPainter &cell)
{
    const ListedServer &server = *cell.server;
    if (server.isOfNow || server.asOf == NoTime)
        return {};
    const bool isOfToday = cell.now - server.asOf < DayMs;
    return ServerCellText::tr("as of %1")
        .arg(isOfToday ? clockTime(server.asOf) : shortDate(server.asOf, cell.now));
}

} // namespace

ColumnSizes serverSizes(const QFont &font)
{
    const int mark = CellInset + MarkSize + MarkGap;
    const int name = textWidth(typeface(font, TextSize::Body), u"staging"_s);
    const int time = textWidth(typeface(font, TextSize::Secondary),
                               ServerCellText::tr("as of %1").arg(u"00:00"_s));
    const int least = mark + name + TimeGap + time + RightInset;
    return {mark + name + RightInset, least, std::max(least, MaxServer)};
}

void paintServer(const CellPainter &cell)
{
    if (!cell.server)
        return;
    QRect rect = cell.inner(RightInset);
    QRect mark(rect.left(), 0, MarkSize, MarkSize);
    mark.moveTop(rect.top() + (rect.height() - MarkSize) / 2);
    paintServerMark(cell.painter, cell.mirrored(mark),
                    serverColor(cell.server->colorName, cell.tones.dark));
    rect.setLeft(mark.right() + 1 + MarkGap);

    const QFont body = typeface(QApplication::font(), TextSize::Body);
    const QFont small = typeface(QApplication::font(), TextSize::Secondary);
    const QString name = shownName(cell.server->name);
    const QString time = asOf(cell);
    const int width = textWidth(small, time);
    // In a narrow column the name has the room: all of these rows say the same time.
    if (!time.isEmpty() && rect.width() - TimeGap - width >= std::min(textWidth(body, name), 40)) {
        cell.text({rect.right() - width + 1, rect.top(), width, rect.height()}, small,
                  cell.tones.secondary, time);
        rect.setRight(rect.right() - width - TimeGap);
    }
    cell.text(rect, body, cell.bodyColor(), name);
}

QString serverToolTip(const CellPainter &cell, int)
{
    if (!cell.server)
        return {};
    const QString name = shownName(cell.server->name);
    return cell.server->isOfNow || cell.server->asOf == NoTime
               ? name
               : ServerCellText::tr("%1, as of %2").arg(name, longTime(cell.server->asOf));
}

} // namespace rox
