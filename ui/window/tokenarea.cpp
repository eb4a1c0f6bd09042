// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/tokenarea.h"

#include "models/tokens/tokenlistmodel.h"
#include "ui/details/detailspanel.h"
#include "ui/tokens/tokenpage.h"
#include "ui/tokens/tokenview.h"
#include "ui/widgets/contextmenu.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QApplication>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

TokenArea::TokenArea(TokenListModel *model, WindowActions *actions, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_model(model)
    , m_actions(actions)
    , m_detailsAction(actions->action(Action::ShowDetails))
    , m_page(new TokenPage(model))
    , m_view(m_page->view())
    , m_details(new DetailsPanel(
          model, {actions->action(Action::Rotate), actions->action(Action::CopyId)}))
{
    setHandleWidth(1);
    setChildrenCollapsible(false);
    addWidget(m_page);
    m_details->hide(); // first: the splitter measures what it shows
    addWidget(m_details);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    setSizes({1080 - DetailsPanel::Width, DetailsPanel::Width});
    m_detailsAction->setChecked(true);
    connect(m_detailsAction, &QAction::toggled, this, &TokenArea::setDetailsWanted);
    connect(m_view, &TokenView::opened, this, [this] { setDetailsWanted(true); });
    connect(m_page, &TokenPage::idFound, this, [this] {
        m_view->selectRows({0});
        setDetailsWanted(true);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &TokenArea::openRowMenu);
    connect(m_details, &DetailsPanel::closeRequested, this, [this] {
        setDetailsWanted(false);
        m_view->setFocus();
    });
    connect(m_details, &DetailsPanel::noteLeft, m_view, qOverload<>(&QWidget::setFocus));
    m_settle.setSingleShot(true);
    m_settle.setInterval(0);
    connect(&m_settle, &QTimer::timeout, this, &TokenArea::settle);
    connectModel();
}

TokenArea::~TokenArea()
{
    // QWidget deletes the children after this: no signal of theirs may come then.
    m_view->disconnect(this);
    m_details->disconnect(this);
    m_model->disconnect(this);
}

void TokenArea::connectModel()
{
    const auto moved = [this] {
        m_selectionMoved = true;
        m_settle.start();
    };
    connect(m_view, &TokenView::selectedRowsChanged, this, moved);
    connect(m_model, &QAbstractItemModel::modelReset, this, moved);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TokenArea::updateDetails);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &TokenArea::updateDetails);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TokenArea::updateDetails);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TokenArea::updateDetails);
}

void TokenArea::setOwnToken(const QString &id, const QString &note)
{
    m_details->setOwnToken(id, note);
    updateDetails();
}

QStringList TokenArea::selectedIds() const
{
    QStringList ids;
    for (const auto &[first, last] : m_view->selectedRuns()) {
        for (int row = first; row <= last; ++row)
            ids.append(m_model->idAt(row));
    }
    return ids;
}

bool TokenArea::selectionIsRevoked() const
{
    const auto runs = m_view->selectedRuns();
    for (const auto &[first, last] : runs) {
        for (int row = first; row <= last; ++row) {
            if (!m_model->isRevoked(row))
                return false;
        }
    }
    return !runs.isEmpty();
}

void TokenArea::selectIds(const QStringList &ids, bool scroll)
{
    const QList<int> rows = m_model->rowsOf(ids);
    m_view->selectRows(rows);
    if (scroll && !rows.isEmpty())
        m_view->showRow(rows.first());
}

void TokenArea::showSelectionOrTop()
{
    const auto runs = m_view->selectedRuns();
    if (runs.isEmpty())
        m_view->scrollToTop();
    else
        m_view->showRow(runs.first().first);
}

/// A bar over the list moves it down: the rows scroll by as much, so that each stays under the
/// pointer.
void TokenArea::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    if (!m_top)
        return;
    const int top = mapTo(window(), QPoint()).y();
    if (const int before = *std::exchange(m_top, top); before != top)
        m_view->scrollBy(top - before);
}

void TokenArea::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    // Queued: with the list may come a bar, and that one finds no row to keep in its place.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (isVisible())
                m_top = mapTo(window(), QPoint()).y();
        },
        Qt::QueuedConnection);
}

void TokenArea::hideEvent(QHideEvent *event)
{
    m_top.reset();
    QSplitter::hideEvent(event);
}

void TokenArea::focusRow()
{
    m_view->setFocus();
    if (m_view->selectedCount() == 0 && m_model->rowCount() > 0)
        m_view->selectRows(QList<int>{std::max(0, m_view->currentIndex().row())});
}

void TokenArea::editNote()
{
    setDetailsWanted(true);
    settle(); // the details show the selection now
    if (m_details->isVisibleTo(this) && m_view->selectedCount() == 1)
        m_details->focusNote();
}

void TokenArea::openRowMenu(const QPoint &point)
{
    if (m_view->selectedCount() == 0)
        return;
    QPoint place = point;
    if (!m_view->viewport()->rect().contains(point)) { // by key, and the row is out of view
        m_view->scrollTo(m_view->currentIndex());
        place = m_view->visualRect(m_view->currentIndex()).center();
    }
    auto *menu = new ContextMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"rowMenu"_s);
    m_actions->fillRowMenu(menu, [this, place](QMenu *filtered) {
        const QModelIndex at = m_view->indexAt(place);
        m_page->addFiltersOfRow(filtered, at.isValid() ? at.row() : m_view->currentIndex().row(),
                                place);
    });
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void TokenArea::settle()
{
    showDetails();
    Q_EMIT rowsChanged();
    if (std::exchange(m_selectionMoved, false))
        Q_EMIT selectionChanged();
}

void TokenArea::showDetails()
{
    const auto runs = m_view->selectedRuns();
    const bool show = m_detailsWanted && !runs.isEmpty();
    if (show)
        m_details->showRows(runs);
    const bool hadFocus = m_page->isAncestorOf(QApplication::focusWidget());
    m_details->setVisible(show);
    m_page->setVisible(!(show && m_isCompact));
    if (show && m_isCompact && hadFocus)
        m_details->findChild<QWidget *>(u"closeDetails"_s)->setFocus(Qt::OtherFocusReason);
}

void TokenArea::setCompact(bool compact)
{
    if (std::exchange(m_isCompact, compact) == compact)
        return;
    if (compact)
        m_wantedBefore = m_detailsWanted;
    setDetailsWanted(!compact && m_wantedBefore);
    showDetails();
}

void TokenArea::setDetailsWanted(bool wanted)
{
    if (std::exchange(m_detailsWanted, wanted) == wanted)
        return;
    m_detailsAction->setChecked(wanted);
    showDetails();
}

} // namespace rox
