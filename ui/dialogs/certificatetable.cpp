// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/dialogs/certificatetable.h"

#include "ui/look/symbols.h"
#include "ui/look/tones.h"
#include "ui/look/type.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

enum Column { Name, Trusted, Shown, ColumnCount };
enum CellRole { DiffersRole = Qt::UserRole + 1, FixedRole };

constexpr int CellMargin = 8;
constexpr int MarkSize = 14;
constexpr int RowPadding = 12;
constexpr int NameWidth = 104;

QFont cellFont(const QModelIndex &index, const QFont &font)
{
    return index.data(FixedRole).toBool() ? fixedTypeface(font) : font;
}

class CellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const Tones tones = tonesOf(option.palette);
        const bool differs = index.data(DiffersRole).toBool();
        painter->save();
        if (differs)
            painter->fillRect(option.rect, tones.caution.fill);
        QRect room = option.rect.adjusted(CellMargin, 0, -CellMargin, -1);
        if (differs) { // a mark too: not everybody sees the ground
            const QRect mark(room.right() + 1 - MarkSize, room.center().y() - MarkSize / 2,
                             MarkSize, MarkSize);
            paintSymbol(painter, u"warning"_s, tones.caution.text,
                        QStyle::visualRect(option.direction, option.rect, mark));
            room.setRight(mark.left() - CellMargin);
        }
        const QFont font = cellFont(index, option.font);
        painter->setFont(font);
        painter->setPen(index.column() == Name
                            ? tones.secondary
                            : option.palette.color(QPalette::Active, QPalette::Text));
        const QString text = index.data().toString();
        const QRect place = QStyle::visualRect(option.direction, option.rect, room);
        const int alignment = static_cast<int>(QStyle::visualAlignment(
            option.direction,
            Qt::AlignLeft | (index.column() == Name ? Qt::AlignTop : Qt::AlignVCenter)));
        if (text.contains(u'\n'))
            painter->drawText(place.adjusted(0, 6, 0, 0), alignment, text);
        else
            painter->drawText(index.column() == Name ? place.adjusted(0, 6, 0, 0) : place,
                              alignment | Qt::TextSingleLine,
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          tones.panelLine);
        if ((option.state & QStyle::State_HasFocus) != 0) {
            painter->setPen(QPen(tones.focusRing, 2));
            painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
        }
        painter->restore();
    }
};

QTableWidgetItem *cell(const QString &text, const QString &accessible, bool differs, bool fixed)
{
    auto *item = new QTableWidgetItem(text);
    item->setData(Qt::AccessibleTextRole, accessible);
    item->setData(DiffersRole, differs);
    item->setData(FixedRole, fixed);
    item->setToolTip(u"<qt>%1</qt>"_s.arg(text.toHtmlEscaped()));
    return item;
}

} // namespace

CertificateTable::CertificateTable(const QList<CertificateRow> &rows, const QString &shownTitle,
                                   QWidget *parent)
    : JoinedFrame(parent)
{
    auto *table = new QTableWidget(int(rows.size()), ColumnCount, this);
    table->setObjectName(u"certificates"_s);
    table->setAccessibleName(tr("Certificates"));
    table->setHorizontalHeaderLabels({QString(), tr("Trusted until now"), shownTitle});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setItemDelegate(new CellDelegate(table));
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(1);
    QHeaderView *header = table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(Name, QHeaderView::Fixed);
    header->resizeSection(Name, NameWidth);
    const int headHeight = table->fontMetrics().height() + RowPadding - 1;
    header->setFixedHeight(headHeight);

    int height = headHeight;
    for (int row = 0; row < rows.size(); ++row) {
        const CertificateRow &each = rows.at(row);
        table->setItem(row, Name, cell(each.name, each.name, false, false));
        table->setItem(row, Trusted, cell(each.trusted, each.trusted, false, each.fixedFont));
        //: for a screen reader: what is shown now is not what was trusted
        const QString spoken = each.differs ? tr("%1, differs").arg(each.shown) : each.shown;
        table->setItem(row, Shown, cell(each.shown, spoken, each.differs, each.fixedFont));
        const QFont font = each.fixedFont ? fixedTypeface(table->font()) : table->font();
        const auto lines = int(1 + each.shown.count(u'\n'));
        const auto others = int(1 + each.trusted.count(u'\n'));
        const int tall = qMax(lines, others) * QFontMetrics(font).lineSpacing() + RowPadding + 1;
        table->setRowHeight(row, tall);
        height += tall;
    }
    setFixedHeight(height + 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 0);
    column->addWidget(table);
}

} // namespace rox
