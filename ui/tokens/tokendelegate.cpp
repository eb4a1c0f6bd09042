// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokendelegate.h"

#include "ui/style/typography.h"
#include "ui/tokens/dayheadings.h"
#include "ui/widgets/tooltips.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace rox {

namespace {
constexpr int BarWidth = 3;
} // namespace

TokenDelegate::TokenDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_sizes(QApplication::font())
{}

void TokenDelegate::updateSizes()
{
    m_sizes = MeasuredColumns(QApplication::font());
}

CellPainter TokenDelegate::cellOf(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    CellPainter cell(painter, option, index, m_sizes.of(index.column()),
                     index.column() == m_firstSection, m_search);
    cell.isBelowDay = m_days && m_days->isShown();
    return cell;
}

QSize TokenDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight(QApplication::font())};
}

void TokenDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem below(option);
    if (m_days)
        below.rect.setTop(below.rect.top() + m_days->heightAt(index.row()));
    const CellPainter cell = cellOf(painter, below, index);
    painter->save();
    painter->setClipRect(below.rect);
    paintGround(cell);
    lookOf(columnAt(index.column())).paint(cell);
    painter->restore();
}

void TokenDelegate::paintGround(const CellPainter &cell) const
{
    const QRect rect = cell.option.rect;
    const QPalette &palette = cell.option.palette;
    const bool active = (cell.option.state & QStyle::State_Active) != 0;
    QColor line = cell.tones.rowLine;
    if (cell.isSelected()) {
        const QColor quiet = palette.color(QPalette::Inactive, QPalette::Highlight);
        const QColor text = palette.color(QPalette::Active, QPalette::Text);
        // A desktop's own palette may have a strong colour there, on which our text has no
        // contrast.
        const bool useQuiet = !active && contrast(quiet, text) >= 4.5;
        cell.painter->fillRect(rect, useQuiet ? quiet : cell.tones.tint.fill);
        line = useQuiet ? cell.tones.buttonLine : cell.tones.tint.line;
    } else if (cell.index.row() == m_hoveredRow) {
        cell.painter->fillRect(rect, palette.color(QPalette::Active, QPalette::AlternateBase));
    }
    cell.painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
    if (cell.isSelected() && cell.index.column() == m_firstSection)
        cell.painter->fillRect(cell.mirrored({rect.left(), rect.top(), BarWidth, rect.height()}),
                               palette.color(QPalette::Active, QPalette::Highlight));
    if (cell.index.row() == m_focusRow) {
        cell.painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 2),
                               cell.tones.focusRing);
        cell.painter->fillRect(QRect(rect.left(), rect.bottom() - 2, rect.width(), 2),
                               cell.tones.focusRing);
    }
}

bool TokenDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (m_days && m_days->isAt(event->pos()))
        return false;
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const int x = option.direction == Qt::RightToLeft ? option.rect.right() - event->pos().x()
                                                      : event->pos().x() - option.rect.left();
    const QString text =
        lookOf(columnAt(index.column())).toolTip(cellOf(nullptr, option, index), x);
    QToolTip::showText(event->globalPos(), plainToolTip(text), view, option.rect);
    return true;
}

} // namespace rox
