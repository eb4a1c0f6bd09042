// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/cellpainter.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/style/typography.h"
#include "ui/widgets/markedtext.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace rox {

namespace {

QColor colorOf(TokenFlagInfo::Emphasis emphasis, const CellPainter &cell)
{
    switch (emphasis) {
    case TokenFlagInfo::Emphasis::Caution:
        return cell.tones.caution.text;
    case TokenFlagInfo::Emphasis::Own:
        return cell.option.palette.color(QPalette::Active, QPalette::Link);
    case TokenFlagInfo::Emphasis::Quiet:
        break;
    }
    return cell.tones.secondary;
}

} // namespace

CellPainter::CellPainter(QPainter *to, const QStyleOptionViewItem &with, const QModelIndex &of,
                         const ColumnSizes &columnSizes, bool isFirstColumn,
                         const TokenSearch &searched)
    : painter(to)
    , option(with)
    , index(of)
    , sizes(columnSizes)
    , inset(isFirstColumn ? FirstInset : CellInset)
    , tones(statusColors(with.palette))
    , status(of.data(TokenListModel::StatusRole).value<TokenStatus>())
    , flags(of.data(TokenListModel::FlagsRole).value<TokenFlags>())
    , now(static_cast<const TokenListModel *>(of.model())->now())
    , search(searched)
{
    const QVariant listed = index.data(TokenListModel::ServerRole);
    if (listed.isValid())
        server = listed.value<ListedServer>();
}

QFont CellPainter::bodyFont()
{
    return typeface(QApplication::font(), TextSize::Body);
}

QFont CellPainter::smallFont()
{
    return typeface(QApplication::font(), TextSize::Secondary);
}

QString CellPainter::shown() const
{
    return index.data(Qt::DisplayRole).toString();
}

QRect CellPainter::mirrored(const QRect &rect) const
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

QRect CellPainter::inner(int right) const
{
    return option.rect.adjusted(inset, 0, -right, -1);
}

void CellPainter::text(const QRect &rect, const QFont &font, const QColor &color,
                       const QString &text) const
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(
        mirrored(rect),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

void CellPainter::searchedText(const QRect &rect, const QFont &font, const QColor &color,
                               const QString &text, TokenSearch::Field field) const
{
    MarkedText marked{text, search.hitsIn(text, field), color, markColor(tones)};
    marked.elide(font, rect.width());
    marked.paint(painter, mirrored(rect), font,
                 QStyle::visualAlignment(option.direction, Qt::AlignLeft));
}

QColor CellPainter::bodyColor() const
{
    return status == TokenStatus::Revoked || !isOfNow()
               ? tones.secondary
               : option.palette.color(QPalette::Active, QPalette::Text);
}

QList<CellMark> marksOf(const CellPainter &cell)
{
    QList<CellMark> marks;
    for (const TokenFlagInfo &info : tokenFlagTable()) {
        if (!cell.flags.testFlag(info.flag) || !info.mark)
            continue;
        const QString text = info.mark({cell.flags, cell.status});
        if (!text.isEmpty())
            marks.append({QLatin1String(info.symbol), colorOf(info.emphasis, cell), text});
    }
    return marks;
}

} // namespace rox
