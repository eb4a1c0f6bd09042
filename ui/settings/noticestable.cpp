// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/noticestable.h"

#include "ui/settings/noticesmodel.h"
#include "ui/style/colors.h"
#include "ui/style/symbols.h"
#include "ui/style/typography.h"
#include "ui/widgets/chips.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int MarkSize = 12;
constexpr int Padding = 8;
constexpr int MostRows = 8;
constexpr int LeastName = 96;

/// A mark and the name, or a check box in the middle of its cell.
class NoticesDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        const StatusColors tones = statusColors(option.palette);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tones.rowLine);
        if (index.column() == NoticesModel::ServerColumn)
            paintServer(painter, option, index);
        else
            paintBox(painter, option, index);
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(QPen(tones.focusRing, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 4, 4);
        }
        painter->restore();
    }

    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override
    {
        if (!index.flags().testFlag(Qt::ItemIsUserCheckable)
            || !index.flags().testFlag(Qt::ItemIsEnabled)
            || !option.state.testFlag(QStyle::State_Enabled))
            return false;
        const bool isClick =
            event->type() == QEvent::MouseButtonRelease
            && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton
            && option.rect.contains(static_cast<QMouseEvent *>(event)->position().toPoint());
        const bool isKey = event->type() == QEvent::KeyPress
                           && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space
                               || static_cast<QKeyEvent *>(event)->key() == Qt::Key_Select);
        if (!isClick && !isKey)
            return false;
        const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }

private:
    static void paintServer(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
    {
        const QColor text = option.palette.color(QPalette::Active, QPalette::Text);
        const auto place = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const QRect inside = option.rect.adjusted(Padding, 0, -Padding, 0);
        const QRect mark(inside.left(), inside.center().y() - MarkSize / 2, MarkSize, MarkSize);
        const QString color = index.data(NoticesModel::ColorRole).toString();
        if (color.isEmpty())
            paintSymbol(painter, u"servers"_s, text, place(mark.adjusted(-1, -1, 1, 1)));
        else
            paintServerMark(painter, place(mark), serverColor(color, isDark(option.palette)));
        const bool isMuted = index.data(NoticesModel::MutedRole).toBool();
        QRect words = inside.adjusted(MarkSize + Padding, 0, isMuted ? -MarkSize - 8 : 0, 0);
        painter->setPen(text);
        painter->setFont(option.font);
        const QString name =
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width());
        words.setWidth(option.fontMetrics.horizontalAdvance(name));
        painter->drawText(place(words), Qt::AlignVCenter, name);
        if (isMuted)
            paintSymbol(
                painter, u"mute"_s, statusColors(option.palette).secondary,
                place(QRect(words.right() + 6, mark.top() - 1, MarkSize + 2, MarkSize + 2)));
    }

    static void paintBox(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index)
    {
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        QStyleOptionViewItem box(option);
        const int width = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
        const int height = style->pixelMetric(QStyle::PM_IndicatorHeight, &option, option.widget);
        box.rect =
            QStyle::alignedRect(option.direction, Qt::AlignCenter, {width, height}, option.rect);
        box.state &= ~(QStyle::State_HasFocus | QStyle::State_On | QStyle::State_Off);
        switch (Qt::CheckState(index.data(Qt::CheckStateRole).toInt())) {
        case Qt::Checked:
            box.state |= QStyle::State_On;
            break;
        case Qt::PartiallyChecked:
            box.state |= QStyle::State_NoChange;
            break;
        case Qt::Unchecked:
            box.state |= QStyle::State_Off;
            break;
        }
        if (!index.flags().testFlag(Qt::ItemIsEnabled))
            box.state &= ~QStyle::State_Enabled;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
    }
};

} // namespace

NoticesTable::NoticesTable(NoticesModel *model, QWidget *parent)
    : QTableView(parent)
{
    model->setParent(this);
    setModel(model);
    setObjectName(u"noticesByServer"_s);
    setAccessibleName(tr("Notifications by server"));
    setItemDelegate(new NoticesDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(rox::rowHeight(font()));
    QHeaderView *header = horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setFixedHeight(rox::rowHeight(font()));
    header->setMinimumSectionSize(1);
    header->setSectionResizeMode(QHeaderView::Fixed);
    for (int column = NoticesModel::FirstThreshold; column <= NoticesModel::MuteColumn; ++column) {
        const QString title = model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        header->resizeSection(column, textWidth(typeface(font(), TextSize::Secondary, true), title)
                                          + 2 * Padding);
    }
    header->setSectionResizeMode(NoticesModel::ServerColumn, QHeaderView::Stretch);
    setCurrentIndex(model->index(0, NoticesModel::FirstThreshold));
}

QSize NoticesTable::sizeHint() const
{
    const int rows = std::clamp(model()->rowCount(), 1, MostRows);
    return {minimumSizeHint().width(),
            horizontalHeader()->height() + rows * verticalHeader()->defaultSectionSize()};
}

QSize NoticesTable::minimumSizeHint() const
{
    int width = LeastName;
    for (int column = NoticesModel::FirstThreshold; column <= NoticesModel::MuteColumn; ++column)
        width += columnWidth(column);
    return {width, 3 * verticalHeader()->defaultSectionSize()};
}

} // namespace rox
