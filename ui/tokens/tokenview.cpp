// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/tokenview.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/style/calmstyle.h"
#include "ui/style/typography.h"
#include "ui/tokens/columnlook.h"
#include "ui/tokens/dayheadings.h"
#include "ui/tokens/rolelook.h"
#include "ui/tokens/selectedrows.h"
#include "ui/tokens/tokendelegate.h"
#include "ui/tokens/tokenheader.h"
#include "ui/tokens/viewcolumns.h"

#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int BarGap = 3; // between header and scroll bar
constexpr qsizetype ManyRanges = 100;

int nameSection()
{
    static const int section = sectionOf(TokenColumn::Name);
    return section;
}
} // namespace

TokenView::TokenView(TokenListModel *model, QWidget *parent)
    : QTableView(parent)
    , m_header(new TokenHeader(this))
    , m_delegate(new TokenDelegate(this))
    , m_columns(new ViewColumns(this, m_header, m_delegate))
    , m_days(new DayHeadings(this, model))
{
    setAccessibleName(tr("Tokens"));
    setObjectName(u"tokens"_s);
    setHorizontalHeader(m_header);
    m_header->setSortIndicatorShown(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(model);
    setItemDelegate(m_delegate);
    m_delegate->setDays(m_days);
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

    connect(model, &TokenListModel::knowledgeChanged, this,
            [this, model] { m_columns->setOfServers(!model->knowledge().parts.empty()); });
    connect(m_header, &TokenHeader::sortRequested, this, [this](int section) {
        // QHeaderView flips its indicator before it emits sectionClicked: the order is kept here.
        const TokenColumn column = rox::columnAt(section); // QTableView has another
        const bool descending = column == m_sortColumn && m_sortOrder == Qt::AscendingOrder;
        setSort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        Q_EMIT sortChosen(m_sortColumn, m_sortOrder);
    });
    // QTableView would fit the column to sizeHint(), which has no width.
    disconnect(m_header, &QHeaderView::sectionHandleDoubleClicked, this, nullptr);
    connect(this, &QAbstractItemView::doubleClicked, this, &TokenView::opened);
}

void TokenView::setSort(TokenColumn column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    const QSignalBlocker blocker(m_header);
    m_header->setSortIndicator(sectionOf(column), order);
    m_header->viewport()->update();
    showDays();
}

void TokenView::showDays()
{
    m_days->setShown(m_daysOf == m_sortColumn);
}

void TokenView::setSearch(const QString &text)
{
    m_delegate->setSearch(TokenSearch(text));
    viewport()->update();
}

QString TokenView::roleAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || rox::columnAt(index.column()) != TokenColumn::Roles)
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index).adjusted(0, m_days->heightAt(index.row()), 0, 0);
    return rox::roleAt(m_delegate->cellOf(nullptr, option, index), point);
}

void TokenView::setColumnsOf(const TokenViewInfo &view)
{
    m_columns->setView(view);
    m_daysOf = view.newestFirstBy;
    showDays();
}

void TokenView::setIdNeeded(bool hitsIds)
{
    m_columns->setIdNeeded(hitsIds);
}

QStringList TokenView::shownColumns() const
{
    return m_columns->shown();
}

QList<QAction *> TokenView::columnActions() const
{
    return m_columns->actions();
}

QByteArray TokenView::columnState() const
{
    return m_columns->state();
}

void TokenView::restoreColumnState(const QByteArray &state)
{
    m_columns->restore(state);
}

QList<std::pair<int, int>> TokenView::selectedRuns() const
{
    return selectionModel() ? rowRuns(selectionModel()->selection()) : QList<std::pair<int, int>>();
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
    if (!rows.isEmpty())
        selectionModel()->setCurrentIndex(model()->index(rows.first(), nameSection()),
                                          QItemSelectionModel::NoUpdate);
    if (rows.isEmpty()) {
        selectionModel()->clearSelection();
        return;
    }
    // Cleared first, without a signal: Qt compares every old range with every new one, which takes
    // seconds for some thousands of each.
    {
        const QSignalBlocker blocker(selectionModel());
        selectionModel()->clearSelection();
    }
    viewport()->update();
    selectionModel()->select(selectionOf(*model(), rows), QItemSelectionModel::Select);
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
    constexpr auto Commands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    const QString text = event->text();
    if (!text.isEmpty() && text.at(0).isPrint() && !text.at(0).isSpace()
        && !(event->modifiers() & Commands)) {
        Q_EMIT typed(text);
        return;
    }
    // Qt makes the first row current with the focus, but does not show that: the first step is to
    // it.
    const bool isFirstStep = !m_byKeyboard && selectedCount() == 0 && currentIndex().isValid()
                             && !(event->modifiers() & Commands)
                             && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up);
    m_byKeyboard = true;
    if (isFirstStep) {
        selectRows({currentIndex().row()});
    } else if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
               && event->modifiers() == Qt::ControlModifier) { // Qt would move the focus alone
        QKeyEvent plain(event->type(), event->key(), Qt::NoModifier);
        QTableView::keyPressEvent(&plain);
    } else {
        QTableView::keyPressEvent(event);
    }
}

TokenListModel *TokenView::tokens() const
{
    return static_cast<TokenListModel *>(model());
}

/// Makes the range of the scroll bar fit the rows. Qt does so when control returns to the event
/// loop, and QTableView::scrollTo() does not wait for it.
void TokenView::finishLayout()
{
    executeDelayedItemsLayout();
    m_days->ensure();
    updateGeometries();
}

void TokenView::showRow(int row)
{
    finishLayout();
    scrollTo(model()->index(row, nameSection()));
}

void TokenView::scrollBy(int pixels)
{
    finishLayout();
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pixels);
}

ViewPlace TokenView::place() const
{
    constexpr int MaxSelected = 1'000;
    ViewPlace place;
    const int top = rowAt(0);
    if (top >= 0 && verticalScrollBar()->value() > 0) {
        place.topId = tokens()->idAt(top);
        place.offset = -rowViewportPosition(top);
    }
    if (currentIndex().isValid())
        place.currentId = tokens()->idAt(currentIndex().row());
    if (selectedCount() <= MaxSelected) {
        for (const auto &[first, last] : selectedRuns()) {
            for (int row = first; row <= last; ++row)
                place.selectedIds.append(tokens()->idAt(row));
        }
    }
    return place;
}

bool TokenView::restorePlace(const ViewPlace &place)
{
    const auto rowOf = [this](const QString &id) {
        return id.isEmpty() ? -1 : tokens()->rowOf(id);
    };
    const QList<int> selected = tokens()->rowsOf(place.selectedIds);
    const int current = rowOf(place.currentId);
    selectRows(selected);
    if (current >= 0)
        selectionModel()->setCurrentIndex(model()->index(current, nameSection()),
                                          QItemSelectionModel::NoUpdate);
    finishLayout();
    const int top = rowOf(place.topId);
    if (top >= 0)
        verticalScrollBar()->setValue(verticalHeader()->sectionPosition(top) + place.offset);
    else if (current >= 0)
        scrollTo(model()->index(current, nameSection()));
    else
        scrollToTop();
    return selected.size() == place.selectedIds.size()
           && (current >= 0 || place.currentId.isEmpty()) && (top >= 0 || place.topId.isEmpty());
}

/// As elsewhere on a desktop, the menu is that of the current row, and stands at it.
void TokenView::openMenuByKey()
{
    if (!currentIndex().isValid())
        return;
    showRow(currentIndex().row());
    const QRect row = visualRect(currentIndex());
    Q_EMIT customContextMenuRequested({row.left() + row.width() / 4, row.center().y()});
}

QModelIndex TokenView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int rows = model()->rowCount();
    if (rows == 0)
        return {};
    const int current = currentIndex().row();
    switch (action) {
    case MoveHome:
        return model()->index(0, nameSection());
    case MoveEnd:
        return model()->index(rows - 1, nameSection());
    case MoveLeft:
    case MoveRight:
        return model()->index(std::max(0, current), nameSection());
    case MoveUp:
    case MoveDown:
        if (current < 0)
            return model()->index(action == MoveUp ? rows - 1 : 0, nameSection());
        break;
    default:
        break;
    }
    const QModelIndex to = QTableView::moveCursor(action, modifiers);
    return to.isValid() ? to.siblingAtColumn(nameSection()) : to;
}

void TokenView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (selected.size() + deselected.size() > ManyRanges)
        viewport()->update(); // Qt would look for the place of each range
    else
        // Skips QTableView: with a screen reader it lists every selected index, and uses one.
        // NOLINTNEXTLINE(bugprone-parent-virtual-call)
        QAbstractItemView::selectionChanged(selected, deselected);
    if (QAccessible::isActive() && !selected.isEmpty()) {
        const QItemSelectionRange &range = selected.first();
        QAccessibleEvent event(this, QAccessible::Selection);
        // The headers count as a row and a column, hidden or not.
        event.setChild((range.top() + 1) * (model()->columnCount() + 1) + range.left() + 1);
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT selectedRowsChanged();
}

void TokenView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->layOut();
}

bool TokenView::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange) {
        m_delegate->updateSizes();
        verticalHeader()->setDefaultSectionSize(rox::rowHeight(QApplication::font()));
        m_columns->layOut();
        m_days->ensure();
        updateGeometries();
    }
    if (event->type() == QEvent::ContextMenu
        && static_cast<QContextMenuEvent *>(event)->reason() == QContextMenuEvent::Keyboard) {
        openMenuByKey();
        return true;
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
    m_days->paint();
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
    if (!m_days->isAt(event->position().toPoint()))
        QTableView::mousePressEvent(event);
}

void TokenView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!m_days->isAt(event->position().toPoint()))
        QTableView::mouseDoubleClickEvent(event);
}

void TokenView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    setHoveredRow(m_days->isAt(point) ? -1 : rowAt(point.y()));
    QTableView::mouseMoveEvent(event);
}

void TokenView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

} // namespace rox
