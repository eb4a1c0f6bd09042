// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/roledelegate.h"

#include "models/roles/rolelistmodel.h"
#include "models/roles/roletext.h"
#include "models/values/visibletext.h"
#include "ui/style/calmpaint.h"
#include "ui/style/colors.h"
#include "ui/style/typography.h"
#include "ui/widgets/chips.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowHeight = 44;
constexpr int BoxLeft = 12;
constexpr int BoxSize = 16;
constexpr int TextLeft = 40;
constexpr int Right = 12;
constexpr int DescriptionMax = 300;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RoleDelegate)
};

bool isChecked(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
}

/// The chip at the right of a row; its text is empty if the row has none.
Chip chipFor(const QModelIndex &index, const StatusColors &tones)
{
    if (index.data(RoleListModel::RefusedRole).toBool())
        return {Words::tr("Refused"), u"alarm"_s, tones.bad};
    if (index.data(RoleListModel::WritesEverythingRole).toBool())
        return {Words::tr("Writes everything"), u"shield"_s, tones.caution};
    return {};
}

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const StatusColors &tones,
                 bool checked)
{
    const QRect &row = option.rect;
    if (checked)
        painter->fillRect(row, tones.tint.fill);
    else if (option.state.testFlag(QStyle::State_MouseOver)
             && option.state.testFlag(QStyle::State_Enabled))
        painter->fillRect(row, option.palette.color(QPalette::Active, QPalette::AlternateBase));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1),
                      checked ? tones.tint.line : tones.rowLine);
}

void paintBox(QPainter *painter, const QStyleOptionViewItem &option, bool checked)
{
    QStyleOptionViewItem box(option);
    box.rect = QRect(option.rect.left() + BoxLeft,
                     option.rect.top() + (option.rect.height() - BoxSize) / 2, BoxSize, BoxSize);
    box.state &= ~QStyle::State_HasFocus;
    box.state |= checked ? QStyle::State_On : QStyle::State_Off;
    const QStyle *style = option.widget->style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
}

/// "Writes Image, reads Detection". Empty if that is not known.
QString grantOf(const QModelIndex &role)
{
    if (!role.data(RoleListModel::GrantKnownRole).toBool())
        return {};
    const QStringList writes = role.data(RoleListModel::WritesRole).toStringList();
    const QStringList reads = role.data(RoleListModel::ReadsRole).toStringList();
    if (role.data(RoleListModel::WritesEverythingRole).toBool())
        return Words::tr("Writes all %Ln resource(s)", nullptr, int(writes.size()));
    return grantSummary(writes, reads);
}

} // namespace

QString roleSubtitle(const QModelIndex &role)
{
    const QString grant = grantOf(role);
    const QString description =
        shownText(role.data(Qt::AccessibleDescriptionRole).toString().simplified(), DescriptionMax);
    if (grant.isEmpty() || description.isEmpty())
        return grant + description;
    //: %1 is what a role grants, %2 the description that Central has of it
    return Words::tr("%1 – %2").arg(grant, description);
}

RoleDelegate::RoleDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

QSize RoleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int first = QFontMetrics(option.font).height();
    const int second = QFontMetrics(typeface(option.font, TextSize::Secondary)).height();
    return {200, std::max(RowHeight, first + second + 12)};
}

void RoleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const StatusColors tones = statusColors(option.palette);
    const bool checked = isChecked(index);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    painter->save();
    paintGround(painter, option, tones, checked);
    paintBox(painter, option, checked);

    QRect text = option.rect.adjusted(TextLeft, 0, -Right, -1);
    const QFont small = typeface(option.font, TextSize::Secondary);
    if (const Chip chip = chipFor(index, tones); !chip.text.isEmpty()) {
        const int width = chipWidth(chip, small);
        paintChip(painter, QRect(text.right() - width + 1, text.top(), width, text.height()), chip,
                  small);
        text.setRight(text.right() - width - 8);
    }
    const QFontMetrics nameMetrics(option.font);
    const QFontMetrics grantMetrics(small);
    const QString grant = roleSubtitle(index);
    const QString name = nameMetrics.elidedText(index.data(Qt::DisplayRole).toString().left(1000),
                                                Qt::ElideRight, text.width());
    const int both = nameMetrics.height() + (grant.isEmpty() ? 0 : grantMetrics.height() + 2);
    const int top = text.top() + (text.height() - both) / 2;
    painter->setFont(option.font);
    painter->setPen(
        option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter->drawText(QRect(text.left(), top, text.width(), nameMetrics.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    if (!grant.isEmpty()) {
        painter->setFont(small);
        painter->setPen(tones.secondary);
        painter->drawText(
            QRect(text.left(), top + nameMetrics.height() + 2, text.width(), grantMetrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            grantMetrics.elidedText(grant, Qt::ElideRight, text.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        calm::rowFocus(painter, option.rect, option.palette);
    painter->restore();
}

bool RoleDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool clicked = event->type() == QEvent::MouseButtonRelease
                         && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton
                         && option.rect.contains(static_cast<QMouseEvent *>(event)->pos());
    const bool pressed = event->type() == QEvent::KeyPress
                         && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!(clicked || pressed) || !option.state.testFlag(QStyle::State_Enabled))
        return false;
    return model->setData(index, isChecked(index) ? Qt::Unchecked : Qt::Checked,
                          Qt::CheckStateRole);
}

bool RoleDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return false;
    QStringList lines = {index.data(Qt::DisplayRole).toString().left(1000)};
    const QString description = index.data(Qt::AccessibleDescriptionRole).toString();
    if (!description.isEmpty())
        lines.append(shownText(description, 1000));
    const QStringList writes = index.data(RoleListModel::WritesRole).toStringList();
    const QStringList reads = index.data(RoleListModel::ReadsRole).toStringList();
    if (!writes.isEmpty())
        lines.append(tr("Writes %1").arg(writes.join(", "_L1)));
    if (!reads.isEmpty())
        lines.append(tr("Reads %1").arg(reads.join(", "_L1)));
    for (QString &line : lines)
        line = u"<p>"_s + line.toHtmlEscaped() + u"</p>"_s;
    QToolTip::showText(event->globalPos(), lines.join(QString()), view);
    return true;
}

} // namespace rox
