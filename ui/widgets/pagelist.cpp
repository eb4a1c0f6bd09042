// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/pagelist.h"

#include "ui/style/colors.h"
#include "ui/style/symbols.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rox {

namespace {

constexpr int SymbolSize = 16;
constexpr int Padding = 8;
constexpr int LeastWidth = 152;
constexpr qreal Radius = 6;

/// The chosen page has the tint, and a ring while the keyboard is there.
class PageDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QString text = index.data().toString();
        return {option.fontMetrics.horizontalAdvance(text) + SymbolSize + 5 * Padding,
                std::max(34, option.fontMetrics.height() + 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const StatusColors tones = statusColors(option.palette);
        const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(Qt::NoPen);
        if (chosen) {
            painter->setBrush(tones.tint.fill);
            painter->drawRoundedRect(box, Radius, Radius);
        }
        if (chosen && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(tones.focusRing, 2));
            painter->drawRoundedRect(box, Radius, Radius);
        }
        const QRect inside = option.rect.adjusted(Padding, 0, -Padding, 0);
        const QRect symbol(inside.left(), inside.center().y() - SymbolSize / 2, SymbolSize,
                           SymbolSize);
        const QColor text = option.palette.color(QPalette::Active, QPalette::Text);
        paintSymbol(painter, index.data(Qt::UserRole).toString(), text,
                    QStyle::visualRect(option.direction, option.rect, symbol));
        QFont font = option.font;
        font.setWeight(chosen ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(text);
        painter->drawText(
            QStyle::visualRect(option.direction, option.rect,
                               inside.adjusted(SymbolSize + Padding + 2, 0, 0, 0)),
            int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
            index.data().toString());
        painter->restore();
    }
};

} // namespace

PageList::PageList(const QString &accessibleName, const QString &objectName, QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(accessibleName);
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new PageDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    viewport()->setBackgroundRole(QPalette::Window);
}

void PageList::addPage(const QString &symbol, const QString &title)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(Qt::UserRole, symbol);
    updateGeometry();
}

QSize PageList::sizeHint() const
{
    return {std::max(LeastWidth, sizeHintForColumn(0) + Padding), 100};
}

QSize PageList::minimumSizeHint() const
{
    return {std::max(100, sizeHintForColumn(0) + Padding), 60};
}

} // namespace rox
