// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenview.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/style/calmstyle.h"
#include "ui/style/type.h"
#include "ui/tokens/tokendelegate.h"
#include "ui/tokens/tokenheader.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int BarGap = 3; // between header and scroll bar
constexpr int NameColumn = static_cast<int>(TokenColumn::Name);
} // namespace

TokenView::TokenView(TokenListModel *model, QWidget *parent)
    : QTableView(parent)
    , m_header(new TokenHeader(this))
    , m_delegate(new TokenDelegate(this))
{
    setAccessibleName(tr("Tokens"));
    setObjectName(u"tokens"_s);
    setHorizontalHeader(m_header);
    m_header->setSortIndicatorShown(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setOverlay(verticalScrollBar());
    auto *gap = new QWidget;
    gap->setFixedHeight(BarGap);
    addScrollBarWidget(gap, Qt::AlignTop);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(rox::rowHeight(QApplication::font()));

    connect(m_header, &TokenHeader::sortRequested, this, [this](int section) {
        // Not the header's own word: it has turned its indicator round before it tells of a click.
        const auto column = static_cast<TokenColumn>(section);
        const bool descending = column == m_sortColumn && m_sortOrder == Qt::AscendingOrder;
        setSort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        Q_EMIT sortChosen(m_sortColumn, m_sortOrder);
    });
    connect(this, &QAbstractItemView::doubleClicked, this, &TokenView::opened);
}

void TokenView::setSort(TokenColumn column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    const QSignalBlocker blocker(m_header);
    m_header->setSortIndicator(static_cast<int>(column), order);
    m_header->viewport()->update();
}

void TokenView::setIssuedAllowed(bool allowed)
{
    if (std::exchange(m_issuedAllowed, allowed) != allowed)
        layColumnsOut();
}

void TokenView::layColumnsOut()
{
    const ColumnWidths widths =
        columnWidths(viewport()->width(), QApplication::font(), m_issuedAllowed);
    m_delegate->setColumnWidths(widths);
    setColumnHidden(static_cast<int>(TokenColumn::Issued), !widths.issued);
    for (int column = 0; column < TokenColumnCount; ++column) {
        const int width = widths.of(static_cast<TokenColumn>(column));
        if (width > 0 && columnWidth(column) != width)
            setColumnWidth(column, width);
    }
    viewport()->update();
}

QList<std::pair<int, int>> TokenView::selectedRuns() const
{
    QList<std::pair<int, int>> runs;
    if (!selectionModel())
        return runs;
    const QItemSelection ranges = selectionModel()->selection();
    runs.reserve(ranges.size());
    for (const QItemSelectionRange &range : ranges) {
        if (range.isValid())
            runs.emplaceBack(range.top(), range.bottom());
    }
    std::sort(runs.begin(), runs.end());
    qsizetype kept = 0;
    for (qsizetype i = 1; i < runs.size(); ++i) {
        if (runs.at(i).first <= runs.at(kept).second + 1)
            runs[kept].second = std::max(runs.at(kept).second, runs.at(i).second);
        else
            runs[++kept] = runs.at(i);
    }
    runs.resize(runs.isEmpty() ? 0 : kept + 1);
    return runs;
}

int TokenView::selectedCount() const
{
    int count = 0;
    for (const auto &[first, last] : selectedRuns())
        count += last - first + 1;
    return count;
}

void TokenView::selectRows(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i;
        while (end + 1 < rows.size() && rows.at(end + 1) <= rows.at(end) + 1)
            ++end;
        selection.append(QItemSelectionRange(model()->index(rows.at(i), 0),
                                             model()->index(rows.at(end), TokenColumnCount - 1)));
        i = end + 1;
    }
    if (!rows.isEmpty())
        selectionModel()->setCurrentIndex(model()->index(rows.first(), NameColumn),
                                          QItemSelectionModel::NoUpdate);
    if (selection.isEmpty()) {
        selectionModel()->clearSelection();
        return;
    }
    // In two steps, of which the first is not told: Qt compares every old range with every new one,
    // which takes seconds for some thousands of each.
    {
        const QSignalBlocker blocker(selectionModel());
        selectionModel()->clearSelection();
    }
    viewport()->update();
    selectionModel()->select(selection, QItemSelectionModel::Select);
}

void TokenView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) { // the view would copy a cell; ours is an action
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT opened();
        return;
    }
    m_byKeyboard = true;
    QTableView::keyPressEvent(event);
}

QModelIndex TokenView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model()->rowCount();
    if (rows == 0)
        return {};
    const int current = currentIndex().row();
    switch (action) {
    case MoveHome:
        return model()->index(0, NameColumn);
    case MoveEnd:
        return model()->index(rows - 1, NameColumn);
    case MoveLeft:
    case MoveRight:
        return model()->index(std::max(0, current), NameColumn);
    case MoveUp:
    case MoveDown:
        if (current < 0)
            return model()->index(action == MoveUp ? rows - 1 : 0, NameColumn);
        break;
    default:
        break;
    }
    const QModelIndex to = QTableView::moveCursor(action, modifiers);
    return to.isValid() ? to.siblingAtColumn(NameColumn) : to;
}

void TokenView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // Past QTableView on purpose: with a screen reader it lists every selected index to use one.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::selectionChanged(selected, deselected);
    if (QAccessible::isActive() && !selected.isEmpty()) {
        const QItemSelectionRange &range = selected.first();
        QAccessibleEvent event(this, QAccessible::Selection);
        // The headers count as a row and a column, hidden or not.
        event.setChild((range.top() + 1) * (TokenColumnCount + 1) + range.left() + 1);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT selectedRowsChanged();
}

void TokenView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layColumnsOut();
}

bool TokenView::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange) {
        verticalHeader()->setDefaultSectionSize(rox::rowHeight(QApplication::font()));
        layColumnsOut();
        updateGeometries();
    }
    return QTableView::event(event);
}

void TokenView::paintEvent(QPaintEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool shown =
        selectionModel()->isSelected(current) && selectedRuns().size() <= 1 && selectedCount() <= 1;
    m_delegate->setFocusRow(
        m_byKeyboard && hasFocus() && current.isValid() && !shown ? current.row() : -1);
    QTableView::paintEvent(event);
}

void TokenView::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void TokenView::setHoveredRow(int row)
{
    if (row == m_delegate->hoveredRow())
        return;
    updateRow(m_delegate->hoveredRow());
    m_delegate->setHoveredRow(row);
    updateRow(row);
}

void TokenView::mousePressEvent(QMouseEvent *event)
{
    m_byKeyboard = false;
    QTableView::mousePressEvent(event);
}

void TokenView::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void TokenView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

} // namespace rox
