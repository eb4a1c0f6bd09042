// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/viewlist.h"

#include "ui/servers/viewdelegate.h"
#include "ui/style/calmstyle.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

bool chooses(const QKeyEvent *event)
{
    return (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier
           && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
               || event->key() == Qt::Key_Space);
}

} // namespace

ViewList::ViewList(QWidget *parent)
    : QListWidget(parent)
    , m_delegate(new ViewDelegate(this))
{
    setObjectName(u"views"_s);
    setAccessibleName(tr("Views"));
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOverlay(verticalScrollBar());
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Maximum);
    viewport()->setBackgroundRole(QPalette::Window);
    connect(this, &QListWidget::itemClicked, this, &ViewList::choose);
}

void ViewList::setViews(const QList<View> &views)
{
    clear();
    for (const View &view : views) {
        auto *item = new QListWidgetItem(view.title, this);
        item->setData(IdRole, view.id);
        item->setData(SymbolRole, view.symbol);
        item->setData(NewsRole, view.isNews);
        describe(item);
    }
    updateGeometry();
}

QListWidgetItem *ViewList::itemOf(const QString &id) const
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(IdRole).toString() == id)
            return item(row);
    }
    return nullptr;
}

void ViewList::setCount(const QString &id, std::optional<quint32> count)
{
    QListWidgetItem *item = itemOf(id);
    if (!item)
        return;
    const QString text = count ? QLocale().toString(*count) : QString();
    if (item->data(CountRole).toString() == text)
        return;
    item->setData(CountRole, text);
    describe(item);
}

void ViewList::setState(const QString &id, const QString &line)
{
    QListWidgetItem *item = itemOf(id);
    if (!item || item->data(StateRole).toString() == line)
        return;
    item->setData(StateRole, line);
    describe(item);
    doItemsLayout(); // the row may be higher
    updateGeometry();
}

void ViewList::setOn(const QString &id, bool isOn)
{
    if (QListWidgetItem *item = itemOf(id))
        item->setFlags(isOn ? item->flags() | Qt::ItemIsEnabled
                            : item->flags() & ~Qt::ItemIsEnabled);
}

void ViewList::describe(QListWidgetItem *item)
{
    const QString count = item->data(CountRole).toString();
    const QString state = item->data(StateRole).toString();
    const QString title = item->text();
    //: a view of the list, and how many tokens it shows
    QString spoken = count.isEmpty() ? title : tr("%1: %2").arg(title, count);
    if (!state.isEmpty())
        //: a view with its count, and a remark: "Rotations: 6; 1 due"
        spoken = tr("%1; %2").arg(spoken, state);
    item->setData(Qt::AccessibleTextRole, spoken);
    item->setToolTip(m_delegate->isRail() ? spoken : QString());
}

void ViewList::setChosen(const QString &id)
{
    m_chosen = itemOf(id) ? id : QString();
    showChosen();
}

void ViewList::showChosen()
{
    const QScopedValueRollback silence(m_isSilent, true);
    const QListWidgetItem *item = itemOf(m_chosen);
    if (item)
        selectionModel()->select(indexFromItem(item), QItemSelectionModel::ClearAndSelect);
    else
        selectionModel()->clearSelection();
}

void ViewList::choose(const QListWidgetItem *item)
{
    if (item && item->flags().testFlag(Qt::ItemIsEnabled)
        && item->data(IdRole).toString() != m_chosen)
        Q_EMIT chosen(item->data(IdRole).toString());
}

void ViewList::setRail(bool rail)
{
    m_delegate->setRail(rail);
    for (int row = 0; row < count(); ++row)
        describe(item(row));
    doItemsLayout();
    updateGeometry();
}

QSize ViewList::sizeHint() const
{
    int height = 0;
    for (int row = 0; row < count(); ++row)
        height += std::max(0, sizeHintForRow(row));
    return {minimumSizeHint().width(), height};
}

QSize ViewList::minimumSizeHint() const
{
    return {20, std::max(0, sizeHintForRow(0))};
}

bool ViewList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && chooses(static_cast<const QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QListWidget::event(event);
}

void ViewList::keyPressEvent(QKeyEvent *event)
{
    if (chooses(event))
        choose(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

QItemSelectionModel::SelectionFlags ViewList::selectionCommand(const QModelIndex &,
                                                               const QEvent *) const
{
    return QItemSelectionModel::NoUpdate;
}

void ViewList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListWidget::selectionChanged(selected, deselected);
    if (m_isSilent || selected.isEmpty())
        return;
    // Mouse and keyboard never select (selectionCommand()): a screen reader chose this row.
    const QListWidgetItem *wished = itemFromIndex(selected.first().topLeft());
    showChosen();
    choose(wished);
}

} // namespace rox
