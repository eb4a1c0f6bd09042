// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenviews.h"

#include <QTableView>

namespace rox {

class DayHeadings;
class TokenDelegate;
class TokenHeader;
class TokenListModel;
class ViewColumns;

/// Where a list stands, by ids, so that it can be shown there again when it was read anew.
struct ViewPlace
{
    QString topId;  ///< of the first row in view; empty: the top of the list
    int offset = 0; ///< how much of it is above the view, in device-independent pixels
    QString currentId;
    QStringList selectedIds; ///< left out if they are many

    bool operator==(const ViewPlace &) const = default;
};

/// The list "Tokens". Its columns are those of tokenColumns(), as the user arranged them.
class TokenView : public QTableView
{
    Q_OBJECT

public:
    explicit TokenView(TokenListModel *model, QWidget *parent = nullptr);

    void setSort(TokenColumn column, Qt::SortOrder order); ///< silent
    /// Shows the columns of this view, in the layout that the user gave to it.
    void setColumnsOf(const TokenViewInfo &view);
    /// Its hits are marked. `hitsIds` shows the column ID, though the user may have hidden it.
    void setSearch(const QString &text);
    void setIdNeeded(bool hitsIds);
    /// The role whose chip is at this point of the viewport; empty: none.
    [[nodiscard]] QString roleAt(const QPoint &point) const;
    /// The layouts of all views; to be kept, and given back later.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);
    /// The ids of the columns that the user wants to see, in their order.
    [[nodiscard]] QStringList shownColumns() const;
    /// Of a menu that chooses the columns. The view owns them.
    [[nodiscard]] QList<QAction *> columnActions() const;
    /// Rows of the selection as [first, last], ascending and apart; never walks the rows.
    [[nodiscard]] QList<std::pair<int, int>> selectedRuns() const;
    [[nodiscard]] int selectedCount() const;
    void selectRows(QList<int> rows);
    void showRow(int row); ///< scrolls as little as is needed
    void scrollBy(int pixels);
    [[nodiscard]] ViewPlace place() const;
    /// As far as its tokens are shown. Whether all of them are.
    bool restorePlace(const ViewPlace &place);

    void keyboardSearch(const QString &) override {} // would walk a million names

Q_SIGNALS:
    void sortChosen(rox::TokenColumn column, Qt::SortOrder order);
    void selectedRowsChanged();
    void opened();                   ///< Enter or a double click
    void typed(const QString &text); ///< a character that is no command of the list

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void openMenuByKey();
    void finishLayout();
    void showDays();
    [[nodiscard]] TokenListModel *tokens() const;
    void setHoveredRow(int row);
    void updateRow(int row);

    TokenHeader *m_header;
    TokenDelegate *m_delegate;
    ViewColumns *m_columns;
    DayHeadings *m_days;
    std::optional<TokenColumn>
        m_daysOf; ///< the column of changes by which the view is sorted at first
    TokenColumn m_sortColumn = TokenColumn::Expires;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_byKeyboard = false; ///< the current row was reached by keys
};

} // namespace rox
