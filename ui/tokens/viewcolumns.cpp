// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/tokens/viewcolumns.h"

#include "ui/tokens/columnlook.h"
#include "ui/tokens/tokendelegate.h"
#include "ui/tokens/tokenheader.h"

#include <QAction>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

ViewColumns::ViewColumns(QTableView *view, TokenHeader *header, TokenDelegate *delegate)
    : QObject(view)
    , m_view(view)
    , m_header(header)
    , m_delegate(delegate)
{
    makeActions();
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_isLayingOut)
            setCurrent(withOrderOnScreen());
    });
    connect(header, &TokenHeader::menuRequested, this, &ViewColumns::openMenu);
    connect(header, &TokenHeader::resizedByUser, this, &ViewColumns::takeWidths);
}

void ViewColumns::setView(const TokenViewInfo &view)
{
    if (m_layouts.setView(view))
        layOut();
    else
        updateActions(); // the columns that the view has at first may be others
}

void ViewColumns::setOfServers(bool isOfServers)
{
    if (m_layouts.setOfServers(isOfServers))
        layOut();
}

void ViewColumns::setIdNeeded(bool isIdNeeded)
{
    if (std::exchange(m_isIdNeeded, isIdNeeded) != isIdNeeded)
        layOut();
}

QStringList ViewColumns::shown() const
{
    return shownIds(shownLayout());
}

void ViewColumns::restore(const QByteArray &state)
{
    m_layouts.restore(state);
    layOut();
}

void ViewColumns::setCurrent(const ColumnLayout &layout)
{
    m_layouts.setCurrent(layout);
    layOut();
}

ColumnLayout ViewColumns::shownLayout() const
{
    ColumnLayout layout = m_layouts.current();
    if (m_isIdNeeded)
        layout.needed = TokenColumn::Id;
    return layout;
}

void ViewColumns::layOut()
{
    updateActions();
    if (m_header->isPressed())
        return;
    const QScopedValueRollback guard(m_isLayingOut, true);
    const ColumnLayout layout = shownLayout();
    const QList<int> widths =
        columnWidths(m_view->viewport()->width(), m_delegate->sizes(), layout);
    for (int place = 0; place < layout.columns.size(); ++place) {
        const int section = sectionOf(layout.columns.at(place).column);
        m_header->moveSection(m_header->visualIndex(section), place);
        m_view->setColumnHidden(section, widths.at(section) == 0);
        if (widths.at(section) > 0 && m_view->columnWidth(section) != widths.at(section))
            m_view->setColumnWidth(section, widths.at(section));
    }
    m_delegate->setFirstSection(m_header->firstSection());
    m_view->viewport()->update();
}

ColumnLayout ViewColumns::withOrderOnScreen() const
{
    ColumnLayout layout = m_layouts.current();
    std::sort(layout.columns.begin(), layout.columns.end(),
              [this](const ColumnLayout::Entry &left, const ColumnLayout::Entry &right) {
                  return m_header->visualIndex(sectionOf(left.column))
                         < m_header->visualIndex(sectionOf(right.column));
              });
    return layout;
}

/// Once the user has set one width, all of them stay as they are now.
void ViewColumns::takeWidths()
{
    ColumnLayout layout = m_layouts.current();
    layout.viewport = m_view->viewport()->width();
    for (ColumnLayout::Entry &entry : layout.columns) {
        const int section = sectionOf(entry.column);
        if (entry.isShown && !m_view->isColumnHidden(section))
            entry.width = m_view->columnWidth(section);
    }
    setCurrent(layout);
}

void ViewColumns::makeActions()
{
    for (const TokenColumnInfo &info : tokenColumns()) {
        auto *action = new QAction(info.title(), this);
        action->setObjectName(QString(info.id) + "Column"_L1);
        action->setCheckable(true);
        action->setEnabled(info.mayBeHidden);
        connect(action, &QAction::triggered, this, [this, column = info.column](bool isShown) {
            ColumnLayout changed = m_layouts.current();
            changed.show(column, isShown);
            setCurrent(changed);
        });
        m_actions.append(action);
    }
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    auto *reset = new QAction(tr("Reset columns"), this);
    reset->setObjectName(u"resetColumns"_s);
    connect(reset, &QAction::triggered, this, [this] { setCurrent(m_layouts.atFirst()); });
    m_actions += {separator, reset};
}

void ViewColumns::updateActions()
{
    const ColumnLayout layout = m_layouts.current();
    const auto columns = tokenColumns();
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const TokenColumnInfo &info = columns[at];
        QAction *action = m_actions.at(qsizetype(at));
        action->setVisible(m_layouts.has(info));
        action->setChecked(std::any_of(layout.columns.begin(), layout.columns.end(),
                                       [&](const ColumnLayout::Entry &entry) {
                                           return entry.column == info.column && entry.isShown;
                                       }));
    }
    m_actions.last()->setEnabled(layout != m_layouts.atFirst());
}

void ViewColumns::openMenu(const QPoint &globalPos)
{
    auto *menu = new QMenu(m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAccessibleName(tr("Columns"));
    menu->addActions(m_actions);
    menu->popup(globalPos);
}

} // namespace rox
