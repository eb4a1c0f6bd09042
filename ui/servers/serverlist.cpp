// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/serverlist.h"

#include "models/servers/serverlistmodel.h"
#include "ui/style/calmstyle.h"
#include "ui/widgets/contextmenu.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

enum class ServerListAction { None, Choose, Edit, Remove, Up, Down };

ServerListAction serverListAction(const QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier
        && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
            || event->key() == Qt::Key_Space))
        return ServerListAction::Choose;
    if (modifiers == Qt::NoModifier && event->key() == Qt::Key_F2)
        return ServerListAction::Edit;
    if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Delete)
        return ServerListAction::Remove;
    if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Up)
        return ServerListAction::Up;
    if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Down)
        return ServerListAction::Down;
    return ServerListAction::None;
}

} // namespace

ServerList::ServerList(ServerListModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setAccessibleName(tr("Servers"));
    setObjectName(u"servers"_s);
    setModel(model);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(verticalScrollBar());
    setMouseTracking(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &row) { chooseRow(row.row()); });
}

void ServerList::setCurrent(const std::optional<ServerId> &id)
{
    const QModelIndex row = m_model->index(id ? m_model->rowOf(*id) : -1);
    if (row != m_shown || !currentIndex().isValid())
        selectionModel()->setCurrentIndex(row, QItemSelectionModel::NoUpdate);
    m_shown = row;
    showSelected(row.row());
}

void ServerList::showSelected(int row)
{
    const QScopedValueRollback silence(m_silent, true);
    if (row < 0)
        selectionModel()->clearSelection();
    else
        selectionModel()->select(m_model->index(row), QItemSelectionModel::ClearAndSelect);
}

void ServerList::choosePlace(int place)
{
    chooseRow(place + m_model->firstServer());
}

void ServerList::chooseRow(int row)
{
    if (row >= 0 && row < m_model->rowCount() && row != m_shown.row())
        Q_EMIT chosen(m_model->idAt(row));
}

QItemSelectionModel::SelectionFlags ServerList::selectionCommand(const QModelIndex &,
                                                                 const QEvent *) const
{
    return QItemSelectionModel::NoUpdate;
}

void ServerList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (m_silent || selected.isEmpty()) // empty when the selected row is removed
        return;
    // Mouse and keyboard never select (selectionCommand()): a screen reader chose this row.
    const int row = selected.first().top();
    showSelected(m_shown.row());
    chooseRow(row);
}

bool ServerList::event(QEvent *event)
{
    // Del removes the server here: the window's shortcut of Revoke must not take it.
    if (event->type() == QEvent::ShortcutOverride
        && serverListAction(static_cast<QKeyEvent *>(event)) != ServerListAction::None) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void ServerList::keyPressEvent(QKeyEvent *event)
{
    const ServerListAction wish = serverListAction(event);
    const int row = currentIndex().row();
    if (wish == ServerListAction::None)
        QListView::keyPressEvent(event);
    else if (wish == ServerListAction::Choose)
        chooseRow(row);
    else if (wish == ServerListAction::Edit)
        editServer(row);
    else if (wish == ServerListAction::Remove)
        remove(row);
    else
        moveBy(wish == ServerListAction::Up ? -1 : 1);
}

void ServerList::editServer(int row)
{
    if (row < 0)
        return;
    const ServerRow server = m_model->servers().at(row); // a copy: the slots rewrite the rows
    if (server.isProfile)
        Q_EMIT editRequested(server.id);
    else if (server.canBeSaved)
        Q_EMIT keepRequested(server.id);
}

void ServerList::remove(int row)
{
    if (row >= 0 && m_model->servers().at(row).isProfile)
        Q_EMIT removeRequested(m_model->idAt(row));
}

void ServerList::moveBy(int rows)
{
    const int row = currentIndex().row();
    const int from = row - m_model->firstServer();
    const int to = from + rows;
    const int count = m_model->profileCount();
    if (from >= 0 && from < count && to >= 0 && to < count)
        Q_EMIT moveRequested(m_model->idAt(row), to);
}

void ServerList::fillMenu(ContextMenu *menu, int row)
{
    const auto add = [&](const QString &text, const QKeySequence &keys, auto act) {
        QAction *action = menu->addAction(text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const ServerRow &server = m_model->servers().at(row);
    const ServerId id = server.id;
    if (server.canBeSaved)
        add(tr("Keep this connection…"), Qt::Key_F2, [this, id] { Q_EMIT keepRequested(id); });
    if (!server.isProfile)
        return;
    add(tr("Edit connection…"), Qt::Key_F2, [this, id] { Q_EMIT editRequested(id); });
    add(tr("Duplicate…"), {}, [this, id] { Q_EMIT duplicateRequested(id); });
    menu->addSeparator();
    const int place = row - m_model->firstServer();
    add(tr("Move up"), QKeySequence(u"Alt+Up"_s), [this, id, place] {
        Q_EMIT moveRequested(id, place - 1);
    })->setEnabled(place > 0);
    add(tr("Move down"), QKeySequence(u"Alt+Down"_s), [this, id, place] {
        Q_EMIT moveRequested(id, place + 1);
    })->setEnabled(place + 1 < m_model->profileCount());
    menu->addSeparator();
    menu->setDangerous(
        add(tr("Remove server…"), QKeySequence::Delete, [this, id] { Q_EMIT removeRequested(id); }),
        {});
}

void ServerList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at =
        keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    auto *menu = new ContextMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"serverMenu"_s);
    if (at.isValid())
        fillMenu(menu, at.row());
    menu->addSeparator();
    menu->addActions(m_general);
    const QPoint corner = viewport()->mapToGlobal(visualRect(at).bottomLeft());
    menu->popup(keyboard && at.isValid() ? corner + QPoint(16, 0) : event->globalPos());
}

void ServerList::startDrag(Qt::DropActions actions)
{
    // Qt drags the selected rows; the row under the mouse is meant.
    showSelected(currentIndex().row());
    QListView::startDrag(actions);
    showSelected(m_shown.row());
}

int ServerList::dropPosition(const QDropEvent *event) const
{
    const QPoint point = event->position().toPoint();
    const QModelIndex at = indexAt(point);
    if (!at.isValid())
        return m_model->rowCount();
    return at.row() + (point.y() > visualRect(at).center().y() ? 1 : 0);
}

void ServerList::dragMoveEvent(QDragMoveEvent *event)
{
    QListView::dragMoveEvent(event);
    // Qt refuses drops on the dragged row and on the middle of a row; here each drop is between two
    // rows.
    const auto dragged = draggedServer(event->mimeData());
    if (dragged && m_model->rowOf(*dragged) >= 0)
        event->acceptProposedAction();
}

void ServerList::dropEvent(QDropEvent *event)
{
    const auto id = draggedServer(event->mimeData());
    const int from = id ? m_model->rowOf(*id) : -1;
    const int first = m_model->firstServer();
    const int gap = std::max(first, dropPosition(event));
    const int to = gap > from ? gap - 1 : gap;
    // The drop only emits moveRequested; setServers() reorders the rows. Tell Qt not to remove any.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    if (from >= 0 && to != from)
        Q_EMIT moveRequested(*id, to - first);
}

} // namespace rox
