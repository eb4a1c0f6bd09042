// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/serverlist.h"

#include "models/serverlistmodel.h"
#include "ui/rowmenu.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QScopedValueRollback>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

enum class Wish { None, Edit, Remove, Up, Down };

Wish wishOf(const QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (modifiers == Qt::NoModifier && event->key() == Qt::Key_F2)
        return Wish::Edit;
    if (modifiers == Qt::NoModifier && event->key() == Qt::Key_Delete)
        return Wish::Remove;
    if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Up)
        return Wish::Up;
    if (modifiers == Qt::AltModifier && event->key() == Qt::Key_Down)
        return Wish::Down;
    return Wish::None;
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
    setMouseTracking(true);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    viewport()->setBackgroundRole(QPalette::Window);
}

void ServerList::setCurrent(const QUuid &id)
{
    const QScopedValueRollback silence(m_silent, true);
    const int row = m_model->rowOf(id);
    if (row < 0)
        selectionModel()->clear();
    else
        setCurrentIndex(m_model->index(row));
}

void ServerList::chooseRow(int row)
{
    if (row < m_model->rowCount())
        setCurrentIndex(m_model->index(row));
}

QUuid ServerList::currentId() const
{
    return m_model->idAt(currentIndex().row());
}

void ServerList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_silent && current.isValid())
        Q_EMIT chosen(m_model->idAt(current.row()));
}

bool ServerList::event(QEvent *event)
{
    // In here Del means the server: the window's own, Revoke, must not hear it.
    if (event->type() == QEvent::ShortcutOverride
        && wishOf(static_cast<QKeyEvent *>(event)) != Wish::None) {
        event->accept();
        return true;
    }
    return QListView::event(event);
}

void ServerList::keyPressEvent(QKeyEvent *event)
{
    const Wish wish = wishOf(event);
    if (wish == Wish::None) {
        QListView::keyPressEvent(event);
        return;
    }
    if (!currentIndex().isValid())
        return;
    if (wish == Wish::Edit)
        Q_EMIT editRequested(currentId());
    else if (wish == Wish::Remove)
        Q_EMIT removeRequested(currentId());
    else
        moveBy(wish == Wish::Up ? -1 : 1);
}

void ServerList::moveBy(int rows)
{
    const int to = currentIndex().row() + rows;
    if (to >= 0 && to < m_model->rowCount())
        Q_EMIT moveRequested(currentId(), to);
}

void ServerList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex at =
        keyboard ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    auto *menu = new RowMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"serverMenu"_s);
    if (at.isValid()) {
        const QUuid id = m_model->idAt(at.row());
        const auto add = [&](const QString &text, const QKeySequence &keys, auto act) {
            QAction *action = menu->addAction(text);
            action->setShortcut(keys);
            connect(action, &QAction::triggered, this, act);
            return action;
        };
        const int row = at.row();
        add(tr("Edit…"), Qt::Key_F2, [this, id] { Q_EMIT editRequested(id); });
        add(tr("Duplicate…"), {}, [this, id] { Q_EMIT duplicateRequested(id); });
        menu->addSeparator();
        add(tr("Move up"), QKeySequence(u"Alt+Up"_s), [this, id, row] {
            Q_EMIT moveRequested(id, row - 1);
        })->setEnabled(row > 0);
        add(tr("Move down"), QKeySequence(u"Alt+Down"_s), [this, id, row] {
            Q_EMIT moveRequested(id, row + 1);
        })->setEnabled(row + 1 < m_model->rowCount());
        menu->addSeparator();
        menu->setDangerous(
            add(tr("Remove…"), QKeySequence::Delete, [this, id] { Q_EMIT removeRequested(id); }),
            {});
    }
    if (m_add) {
        menu->addSeparator();
        menu->addAction(m_add);
    }
    const QPoint corner = viewport()->mapToGlobal(visualRect(at).bottomLeft());
    menu->popup(keyboard && at.isValid() ? corner + QPoint(16, 0) : event->globalPos());
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
    // Qt refuses the row that is dragged and the middle of others: every place is between two.
    if (m_model->rowOf(draggedServer(event->mimeData())) >= 0)
        event->acceptProposedAction();
}

void ServerList::dropEvent(QDropEvent *event)
{
    const QUuid id = draggedServer(event->mimeData());
    const int from = m_model->rowOf(id);
    const int gap = dropPosition(event);
    const int to = gap > from ? gap - 1 : gap;
    // Whoever keeps the order gives it back: nothing is to be taken out here.
    event->setDropAction(Qt::IgnoreAction);
    event->accept();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
    if (from >= 0 && to != from)
        Q_EMIT moveRequested(id, to);
}

} // namespace rox
