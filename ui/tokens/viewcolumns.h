// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/tokens/columnlayout.h"

#include <QObject>

class QAction;
class QTableView;

namespace rox {

class TokenDelegate;
class TokenHeader;

/// Arranges the columns of a TokenView as the user wants them: applies the layout of the shown view
/// to the header, takes over what the mouse moves and widens, and opens the menu of columns. Its
/// actions are those of every menu of columns.
class ViewColumns : public QObject
{
    Q_OBJECT

public:
    /// The view owns this and `header`. To be made before QTableView::setHorizontalHeader(): what
    /// QTableView does after a move may resize the viewport, and layOut() must know the move by
    /// then.
    ViewColumns(QTableView *view, TokenHeader *header, TokenDelegate *delegate);

    /// Shows the columns of this view, in the layout that the user gave to it.
    void setView(const TokenViewInfo &view);
    /// The list is of several servers: it has the columns that say so.
    void setOfServers(bool isOfServers);
    /// True shows the column ID, though the user may have hidden it.
    void setIdNeeded(bool isIdNeeded);
    /// The ids of the columns that the user wants to see, in their order.
    [[nodiscard]] QStringList shown() const;
    /// The layouts of all views; to be kept, and given back later.
    [[nodiscard]] QByteArray state() const { return m_layouts.state(); }
    void restore(const QByteArray &state);
    /// To be called when the width of the viewport or the delegate's sizes have changed. Does
    /// nothing while the mouse holds a column.
    void layOut();
    /// One for each column, a separator, and "Reset columns". This object owns them.
    [[nodiscard]] QList<QAction *> actions() const { return m_actions; }

private:
    void makeActions();
    void updateActions();
    void openMenu(const QPoint &globalPos);
    [[nodiscard]] ColumnLayout shownLayout() const;
    [[nodiscard]] ColumnLayout withOrderOnScreen() const;
    void setCurrent(const ColumnLayout &layout);
    void takeWidths();

    QTableView *m_view;
    TokenHeader *m_header;
    TokenDelegate *m_delegate;
    ColumnLayouts m_layouts;
    QList<QAction *> m_actions;
    bool m_isIdNeeded = false;
    bool m_isLayingOut = false; ///< the header's moves are not the user's
};

} // namespace rox
