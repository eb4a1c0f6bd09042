// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/generate/needtable.h"

#include "models/roles/needmodel.h"
#include "ui/style/calmstyle.h"
#include "ui/style/colors.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastRowHeight = 28;
constexpr int HeaderHeight = 30;
constexpr int UsualRows = 5; ///< the dialog gives it more
constexpr int LeastRows = 4;
constexpr int CellRoom = 24; ///< beside the text of a cell
constexpr int LeastSentence = 120;
constexpr int TextInset = 4; ///< beside the margin of the style, as in the header

/// Sentences in the colour of secondary text, and a line under each row.
class NeedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem inset(option);
        if (index.column() < NeedModel::Read)
            inset.rect = QStyle::visualRect(option.direction, option.rect,
                                            option.rect.adjusted(TextInset, 0, 0, 0));
        QStyledItemDelegate::paint(painter, inset, index);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          statusColors(option.palette).rowLine);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == NeedModel::Sentence)
            option->palette.setColor(QPalette::Text, statusColors(option->palette).secondary);
    }
};

} // namespace

NeedTable::NeedTable(NeedModel *model, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(u"need"_s);
    setAccessibleName(tr("What the token must read and write"));
    setModel(model);
    setItemDelegate(new NeedDelegate(this));
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves it
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(verticalScrollBar());
    verticalHeader()->hide();
    auto *header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setFocusPolicy(Qt::NoFocus);
    header->setMinimumSectionSize(1);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(NeedModel::Sentence, QHeaderView::Stretch);
    fitFont();
}

void NeedTable::showTicked()
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, NeedModel::Read);
        if (index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked) {
            scrollTo(index);
            return;
        }
    }
}

void NeedTable::fitFont()
{
    const QFontMetrics metrics(font());
    const int row = std::max(LeastRowHeight, metrics.height() + 11);
    verticalHeader()->setMinimumSectionSize(row);
    verticalHeader()->setDefaultSectionSize(row);
    horizontalHeader()->setFixedHeight(std::max(HeaderHeight, row));
    int widest = 0;
    for (int at = 0; at < model()->rowCount(); ++at)
        widest = std::max(widest, metrics.horizontalAdvance(
                                      model()->index(at, NeedModel::Resource).data().toString()));
    setColumnWidth(NeedModel::Resource,
                   std::min(widest, 40 * metrics.averageCharWidth()) + CellRoom);
    for (const int column : {NeedModel::Read, NeedModel::Write}) {
        const QString title =
            model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        setColumnWidth(column, metrics.horizontalAdvance(title) + 2 * CellRoom);
    }
    updateGeometry();
}

int NeedTable::heightOf(int rows) const
{
    return horizontalHeader()->height() + rows * verticalHeader()->defaultSectionSize();
}

QSize NeedTable::sizeHint() const
{
    return {minimumSizeHint().width() + LeastSentence, heightOf(UsualRows)};
}

QSize NeedTable::minimumSizeHint() const
{
    return {columnWidth(NeedModel::Resource) + columnWidth(NeedModel::Read)
                + columnWidth(NeedModel::Write) + LeastSentence,
            heightOf(LeastRows)};
}

void NeedTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitFont();
}

/// The keyboard begins at a check box: Space does nothing in the columns of text.
void NeedTable::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        setCurrentIndex(model()->index(0, NeedModel::Read));
    QTableView::focusInEvent(event);
}

} // namespace rox
