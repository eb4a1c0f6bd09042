// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/tokenquery.h"

#include <QTableView>

namespace rox {

class TokenDelegate;
class TokenHeader;
class TokenListModel;

/// The list "Tokens".
class TokenView : public QTableView
{
    Q_OBJECT

public:
    explicit TokenView(TokenListModel *model, QWidget *parent = nullptr);

    void setSort(TokenColumn column, Qt::SortOrder order); ///< silent
    void setIssuedAllowed(bool allowed);
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
    void setHoveredRow(int row);
    void updateRow(int row);
    TokenHeader *m_header;
    TokenDelegate *m_delegate;
    TokenColumn m_sortColumn = TokenColumn::Expires;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_issuedAllowed = true;
    bool m_byKeyboard = false; ///< the current row was reached by keys
};

} // namespace rox
