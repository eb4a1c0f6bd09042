// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QListView>
#include <QUuid>

namespace rox {

class ServerListModel;

/// The list "Servers". Says what the user wants of one of them; changes nothing itself. Keys: F2
/// edits, Del removes, Alt+Up and Alt+Down move; a row can be dragged to another place.
class ServerList : public QListView
{
    Q_OBJECT

public:
    explicit ServerList(ServerListModel *model, QWidget *parent = nullptr);

    /// Silent: shows which server the window is on.
    void setCurrent(const QUuid &id);
    void chooseRow(int row); ///< as a click on it does; nothing beyond the list
    /// Adds "Add server…" to the menu, after what concerns one server.
    void setAddAction(QAction *add) { m_add = add; }

Q_SIGNALS:
    void chosen(const QUuid &id);
    void editRequested(const QUuid &id);
    void duplicateRequested(const QUuid &id);
    void removeRequested(const QUuid &id);
    void moveRequested(const QUuid &id, int position); ///< position in the list without it

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] QUuid currentId() const;
    [[nodiscard]] int dropPosition(const QDropEvent *event) const;
    void moveBy(int rows);

    ServerListModel *m_model;
    QAction *m_add = nullptr;
    bool m_silent = false;
};

} // namespace rox
