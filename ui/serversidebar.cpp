// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/serversidebar.h"

#include "models/values/visibletext.h"
#include "ui/serverdelegate.h"
#include "ui/parts/textlabel.h"

#include <QVBoxLayout>

namespace rox {

using namespace Qt::StringLiterals;

void ServerListModel::setServer(const ServerFacts &server)
{
    if (m_server == server)
        return;
    m_server = server;
    changed();
}

void ServerListModel::setState(const QString &line)
{
    if (m_state == line)
        return;
    m_state = line;
    // A line more makes the row taller.
    Q_EMIT layoutAboutToBeChanged();
    Q_EMIT layoutChanged();
}

void ServerListModel::setCount(const QString &count)
{
    if (m_count == count)
        return;
    m_count = count;
    changed();
}

void ServerListModel::changed()
{
    Q_EMIT dataChanged(index(0), index(0));
}

int ServerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant ServerListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shownText(m_server.name);
    case Qt::ToolTipRole:
        return shownText(m_server.address).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return m_state.isEmpty() ? shownText(m_server.name)
                                 : QVariant(shownText(m_server.name) + u", "_s + m_state);
    case ColorRole:
        return m_server.colorName;
    case StateRole:
        return m_state;
    case CountRole:
        return m_count;
    default:
        return {};
    }
}

ServerSidebar::ServerSidebar(QWidget *parent)
    : QWidget(parent)
    , m_heading(new TextLabel(TextSize::Secondary, this))
    , m_list(new QListView(this))
    , m_model(new ServerListModel(this))
{
    m_heading->say(tr("Servers"), TextTone::Secondary, true);
    m_heading->setContentsMargins(16, 18, 16, 11);
    m_heading->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_heading->setElided(Qt::ElideRight);
    m_list->setAccessibleName(tr("Servers"));
    m_list->setObjectName(u"servers"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ServerDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_heading->setBuddy(m_list);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(0);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    setMinimumWidth(140);
    resize(Width, height());
}

void ServerSidebar::setRail(bool rail)
{
    m_heading->setVisible(!rail);
    layout()->setContentsMargins(0, rail ? 8 : 0, 0, 8);
    auto *delegate = static_cast<ServerDelegate *>(m_list->itemDelegate());
    delegate->setRail(rail);
    setMinimumWidth(rail ? RailWidth : 140);
    setMaximumWidth(rail ? RailWidth : 320);
    m_list->doItemsLayout();
    updateGeometry();
}

QString serverInitials(const QString &name)
{
    const QString label = name.section(u'.', 0, 0);
    const QString part = label.section(u'-', -1, -1);
    const QString letters = part.size() >= 2 ? part : label;
    QString initials;
    for (const QChar letter : letters) {
        if (letter.isLetterOrNumber())
            initials += letter;
        if (initials.size() == 2)
            break;
    }
    return initials.toLower();
}

} // namespace rox
