// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"

#include <QListView>

#include <optional>

namespace rox {

class ContextMenu;
class ServerListModel;

/// The list "Servers", whose first row may be "All servers". Emits what the user wants of a server;
/// changes no row itself. The selected row is the server that the window is on. Arrow keys move the
/// current row alone; Return, Space or a click chooses it. F2 edits, Del removes, Alt+Up and
/// Alt+Down or dragging moves.
class ServerList : public QListView
{
    Q_OBJECT

public:
    explicit ServerList(ServerListModel *model, QWidget *parent = nullptr);

    /// Selects the server that the window is on, without a signal. The current row follows if it is
    /// another server than before.
    void setCurrent(const std::optional<ServerId> &id);
    void chooseRow(int row); ///< as a click on it does; nothing beyond the list
    /// The same for a place among the servers, counted from 0; -1: all servers.
    void choosePlace(int place);
    /// The last actions of the menu: "Add server…".
    void setGeneralActions(const QList<QAction *> &actions) { m_general = actions; }

Q_SIGNALS:
    void chosen(const rox::ServerId &id);
    void editRequested(const rox::ServerId &id);
    void duplicateRequested(const rox::ServerId &id);
    void removeRequested(const rox::ServerId &id);
    void moveRequested(const rox::ServerId &id, int position); ///< position in the list without it
    void keepRequested(const rox::ServerId &id);               ///< of a connection of this run

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags
    selectionCommand(const QModelIndex &index, const QEvent *event) const override;

private:
    void showSelected(int row); ///< -1: none
    void fillMenu(ContextMenu *menu, int row);
    void editServer(int row);
    void remove(int row);
    [[nodiscard]] int dropPosition(const QDropEvent *event) const;
    void moveBy(int rows);

    ServerListModel *m_model;
    QList<QAction *> m_general;
    QPersistentModelIndex m_shown; ///< the server that the window is on
    bool m_silent = false;
};

} // namespace rox
