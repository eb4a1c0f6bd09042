// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/rotate/rotationdelegate.h"

#include "ui/rotate/rotationlistmodel.h"
#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/text/rotationtext.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;
using State = RotationStanding::State;

namespace {

constexpr int CellInset = 8;
constexpr int BarWidth = 3;
constexpr int MarkSize = 10;

struct Lines
{
    QRect upper, lower;
};

Lines linesIn(const QRect &cell, const QFont &body, const QFont &small, bool isOne)
{
    const QRect inner = cell.adjusted(CellInset, 0, -CellInset, -1);
    const int first = QFontMetrics(body).height();
    const int second = QFontMetrics(small).height();
    const int top = isOne ? inner.center().y() - first / 2 + 1 : inner.center().y() - first + 1;
    return {{inner.left(), top, inner.width(), first},
            {inner.left(), inner.center().y() + 3, inner.width(), second}};
}

void drawLine(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
              const QString &text, const QFont &font, const QColor &color)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(
        QStyle::visualRect(option.direction, option.rect, rect),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
            | Qt::TextSingleLine,
        QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

/// The colour of the second line under "Old one goes".
QColor noteColor(const RotationRow &row, const StatusColors &tones)
{
    switch (row.standing.state) {
    case State::Failed:
        return tones.bad.text;
    case State::Due:
    case State::Blocked:
        return tones.caution.text;
    case State::Waiting:
    case State::Done:
    case State::GivenUp:
    case State::NotBegun:
        break;
    }
    return tones.secondary;
}

/// The ring of the current row, of which each cell paints its part.
void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    if (!table || !table->hasFocus() || table->currentIndex().row() != index.row())
        return;
    const QRect row(0, option.rect.top(), table->horizontalHeader()->length(),
                    option.rect.height());
    painter->setClipRect(option.rect);
    calm::rowFocus(painter, row.translated(-table->horizontalHeader()->offset(), 0),
                   option.palette);
}

} // namespace

StatusLook rotationLook(RotationStanding::State state, const StatusColors &tones)
{
    const QString word = rotationState(state);
    switch (state) {
    case State::Failed:
        return {word, u"alarm"_s, tones.bad, true, false};
    case State::Due:
        return {word, u"expiring"_s, tones.caution, true, false};
    case State::Blocked:
        return {word, u"blocked"_s, tones.caution, false, true};
    case State::Waiting:
        return {word, u"more"_s, {tones.secondary, {}, tones.secondary}, false, true};
    case State::Done:
        return {word, u"check"_s, tones.ok, false, false};
    case State::GivenUp:
    case State::NotBegun:
        break;
    }
    return {word, u"minus"_s, {tones.secondary, {}, tones.secondary}, false, false};
}

void RotationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto *model = static_cast<const RotationListModel *>(index.model());
    const RotationRow &row = model->at(index.row());
    const StatusColors tones = statusColors(option.palette);
    const QFont body = typeface(option.font, TextSize::Body);
    const QFont small = typeface(option.font, TextSize::Secondary);
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, tones.tint.fill);
    if (isSelected && index.column() == 0)
        painter->fillRect(
            QStyle::visualRect(option.direction, option.rect,
                               QRect(option.rect.topLeft(), QSize(BarWidth, option.rect.height()))),
            option.palette.color(QPalette::Highlight));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      tones.rowLine);
    const QString lower = index.data(RotationListModel::LowerRole).toString();
    const bool isOver = !row.standing.isUnderWay();
    const QColor text =
        isOver ? tones.secondary : option.palette.color(QPalette::Active, QPalette::Text);
    Lines lines = linesIn(option.rect, body, small, lower.isEmpty());
    if (index.column() == RotationListModel::StateColumn) {
        const StatusLook look = rotationLook(row.standing.state, tones);
        QRect pill = option.rect.adjusted(CellInset, 0, -2, -1);
        pill.setWidth(std::min(pill.width(), statusPillWidth(look, small)));
        paintStatusBadge(painter, QStyle::visualRect(option.direction, option.rect, pill), look,
                         small);
    } else {
        if (index.column() == RotationListModel::ServerColumn) {
            const QRect mark(lines.upper.left(), lines.upper.center().y() - MarkSize / 2 + 1,
                             MarkSize, MarkSize);
            paintServerMark(painter, QStyle::visualRect(option.direction, option.rect, mark),
                            serverColor(row.server.colorName, tones.dark));
            lines.upper.setLeft(lines.upper.left() + MarkSize + 6);
        }
        drawLine(painter, option, lines.upper, index.data(RotationListModel::UpperRole).toString(),
                 body, text);
        drawLine(painter, option, lines.lower, lower, small,
                 index.column() == RotationListModel::EndColumn ? noteColor(row, tones)
                                                                : tones.secondary);
    }
    paintFocus(painter, option, index);
    painter->restore();
}

QSize RotationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = QFontMetrics(typeface(option.font, TextSize::Body)).height()
                      + QFontMetrics(typeface(option.font, TextSize::Secondary)).height();
    return {120, std::max(RowHeight, lines + 10)};
}

} // namespace rox
