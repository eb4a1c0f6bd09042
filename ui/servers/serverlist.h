// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>
#include <QUuid>

namespace rox {

class RowMenu;
class ServerListModel;

/// The list "Servers". Says what the user wants of one of them; changes nothing itself. Selected is
/// the server that the window is on: the keyboard walks past the others, and Return, Space or a
/// click chooses one. F2 edits, Del removes, Alt+Up and Alt+Down move; a row can be dragged to
/// another place.
class ServerList : public QListView
{
    Q_OBJECT

public:
    explicit ServerList(ServerListModel *model, QWidget *parent = nullptr);

    /// Silent: shows which server the window is on. The keyboard's place follows when it is
    /// another one than before.
    void setCurrent(const QUuid &id);
    void chooseRow(int row); ///< as a click on it does; nothing beyond the list
    /// Closes the menu, after what concerns one server: "Add server…".
    void setGeneralActions(const QList<QAction *> &actions) { m_general = actions; }

Q_SIGNALS:
    void chosen(const QUuid &id);
    void editRequested(const QUuid &id);
    void duplicateRequested(const QUuid &id);
    void removeRequested(const QUuid &id);
    void moveRequested(const QUuid &id, int position); ///< position in the list without it
    void keepRequested();                              ///< the connection of this run

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
    void fillMenu(RowMenu *menu, int row);
    void edit(int row);
    void remove(int row);
    [[nodiscard]] int dropPosition(const QDropEvent *event) const;
    void moveBy(int rows);

    ServerListModel *m_model;
    QList<QAction *> m_general;
    QPersistentModelIndex m_shown; ///< the server that the window is on
    bool m_silent = false;
};

} // namespace rox
