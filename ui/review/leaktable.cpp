// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leaktable.h"

#include "ui/review/leakdelegate.h"
#include "ui/review/leaklistmodel.h"
#include "ui/style/calmpaint.h"
#include "ui/style/calmstyle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeaderHeight = 32;
constexpr int LeastRows = 1;
constexpr int LeastToken = 200;
constexpr int LeastWidth = 560; ///< with less room for its columns it scrolls

/// The header, with a check box for all rows in its first section.
class LeakHeader final : public QHeaderView
{
public:
    LeakHeader(LeakListModel *model, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_model(model)
    {
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setHighlightSections(false);
        setSectionsClickable(false);
        setSectionResizeMode(QHeaderView::Fixed);
        setFocusPolicy(Qt::NoFocus); // Ctrl+A in the table does the same
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {QHeaderView::sizeHint().width(),
                std::max(HeaderHeight, fontMetrics().height() + 12)};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        QStyleOptionHeader option;
        initStyleOption(&option);
        option.rect = rect;
        calm::headerSection(painter, option);
        const int left = section == LeakListModel::Token ? LeakDelegate::TitleLeft : Inset;
        option.rect =
            QStyle::visualRect(layoutDirection(), rect, rect.adjusted(left, 0, -Inset, -1));
        option.text = m_model->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
        painter->setFont(font());
        calm::headerLabel(painter, option);
        if (section != LeakListModel::Token || !m_model->hasCheckBoxes())
            return;
        option.rect = QStyle::visualRect(layoutDirection(), rect, LeakDelegate::checkRect(rect));
        const Qt::CheckState state = m_model->checkState();
        option.state = QStyle::State_Enabled
                       | (state == Qt::Checked            ? QStyle::State_On
                          : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                                          : QStyle::State_Off);
        calm::checkBox(painter, option);
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        const QRect first(sectionViewportPosition(0), 0, sectionSize(0), height());
        const QRect box = QStyle::visualRect(
            layoutDirection(), first,
            QRect(first.topLeft(), QSize(LeakDelegate::TitleLeft, first.height())));
        if (event->button() == Qt::LeftButton && box.contains(event->position().toPoint()))
            m_model->checkAll(m_model->checkState() != Qt::Checked);
        else
            QHeaderView::mouseReleaseEvent(event);
    }

private:
    static constexpr int Inset = 8;
    LeakListModel *m_model;
};

class LeakView final : public QTableView
{
public:
    LeakView(LeakListModel *model, LeakTable *table)
        : QTableView(table)
        , m_model(model)
        , m_table(table)
    {}

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const int row = currentIndex().row();
        const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (event->matches(QKeySequence::SelectAll))
            m_model->checkAll(m_model->checkState() != Qt::Checked);
        else if (row >= 0 && event->key() == Qt::Key_Space)
            m_model->toggle(row);
        else if (row >= 0 && isReturn && m_model->at(row).remark == LeakedToken::Remark::SignIn)
            Q_EMIT m_table->signInRequested(row);
        else
            QTableView::keyPressEvent(event);
    }
    void focusInEvent(QFocusEvent *event) override
    {
        QTableView::focusInEvent(event);
        if (!currentIndex().isValid() && m_model->rowCount() > 0)
            setCurrentIndex(m_model->index(0, 0));
        viewport()->update(); // the ring is around the whole row
    }
    void focusOutEvent(QFocusEvent *event) override
    {
        QTableView::focusOutEvent(event);
        viewport()->update();
    }
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override
    {
        QTableView::currentChanged(current, previous);
        viewport()->update();
    }

private:
    LeakListModel *m_model;
    LeakTable *m_table;
};

} // namespace

LeakTable::LeakTable(LeakListModel *model, QWidget *parent)
    : JoinedFrame(parent)
    , m_view(new LeakView(model, this))
{
    auto *delegate = new LeakDelegate(m_view);
    m_view->setObjectName(u"tokensFound"_s);
    m_view->setAccessibleName(tr("Tokens found"));
    m_view->setModel(model);
    m_view->setItemDelegate(delegate);
    m_view->setHorizontalHeader(new LeakHeader(model, m_view));
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setOverlay(m_view->verticalScrollBar());
    setFocusProxy(m_view);
    setMinimumWidth(LeastWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(m_view);
    connect(delegate, &LeakDelegate::signInRequested, this, &LeakTable::signInRequested);
    placeColumns();
}

void LeakTable::changeEvent(QEvent *event)
{
    JoinedFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeColumns();
}

void LeakTable::placeColumns()
{
    QStyleOptionViewItem option;
    option.font = font();
    m_view->verticalHeader()->setDefaultSectionSize(
        m_view->itemDelegate()->sizeHint(option, {}).height());
    m_view->setMinimumHeight(m_view->horizontalHeader()->sizeHint().height()
                             + LeastRows * m_view->verticalHeader()->defaultSectionSize());
    const QList<int> widths = LeakDelegate::columnWidths(font());
    int rest = m_view->viewport()->width();
    for (const int width : widths)
        rest -= width;
    for (int column = 0; column < widths.size(); ++column)
        m_view->setColumnWidth(column, widths.at(column) > 0 ? widths.at(column)
                                                             : std::max(LeastToken, rest));
}

void LeakTable::resizeEvent(QResizeEvent *event)
{
    JoinedFrame::resizeEvent(event);
    layout()->activate();
    placeColumns();
}

} // namespace rox
