// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenviews.h"
#include "ui/tokens/columnlayout.h"

#include <QHash>
#include <QTableView>

namespace rox {

class TokenDelegate;
class TokenHeader;
class TokenListModel;

/// The list "Tokens". Its columns are those of tokenColumns(), as the user arranged them.
class TokenView : public QTableView
{
    Q_OBJECT

public:
    explicit TokenView(TokenListModel *model, QWidget *parent = nullptr);

    void setSort(TokenColumn column, Qt::SortOrder order); ///< silent
    /// Shows the columns of this view, in the layout that the user gave to it.
    void setColumnsOf(const TokenViewInfo &view);
    /// The layouts of all views; to be kept, and given back later.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray &state);
    /// The ids of the columns that the user wants to see, in their order.
    [[nodiscard]] QStringList shownColumns() const;
    /// Rows of the selection as [first, last], ascending and apart; never walks the rows.
    [[nodiscard]] QList<std::pair<int, int>> selectedRuns() const;
    [[nodiscard]] int selectedCount() const;
    void selectRows(QList<int> rows);

    void keyboardSearch(const QString &) override {} // would walk a million names

Q_SIGNALS:
    void sortChosen(rox::TokenColumn column, Qt::SortOrder order);
    void selectedRowsChanged();
    void opened(); ///< Enter or a double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void layColumnsOut();
    void openColumnMenu(const QPoint &globalPos);
    [[nodiscard]] ColumnLayout layoutAtFirst() const;
    [[nodiscard]] ColumnLayout columnLayout() const;
    void setColumnLayout(const ColumnLayout &layout);
    [[nodiscard]] ColumnLayout withOrderOnScreen() const;
    void takeWidths();
    void setHoveredRow(int row);
    void updateRow(int row);
    TokenHeader *m_header;
    TokenDelegate *m_delegate;
    TokenColumn m_sortColumn = TokenColumn::Expires;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    /// By the id of the view; views without columns of their own share the empty key.
    QHash<QString, ColumnLayout> m_layouts;
    QString m_layoutKey;
    std::span<const TokenColumn> m_columnsAtFirst;
    bool m_isLayingOut = false;
    bool m_byKeyboard = false; ///< the current row was reached by keys
};

} // namespace rox
