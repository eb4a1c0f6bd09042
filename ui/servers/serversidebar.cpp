// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/servers/serversidebar.h"

#include "ui/servers/serverdelegate.h"
#include "ui/servers/serverlist.h"
#include "ui/servers/viewlist.h"
#include "ui/style/symbols.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int AddSize = 28;
constexpr int MinWidth = 140;
constexpr int LeastRows = 2; ///< of servers, in a low window
constexpr int MostWidth = 320;

} // namespace

ServerSidebar::ServerSidebar(QWidget *parent)
    : QWidget(parent)
    , m_model(new ServerListModel(this))
    , m_heading(new TextLabel(TextSize::Secondary, this))
    , m_add(new QToolButton(this))
    , m_list(new ServerList(m_model, this))
    , m_delegate(new ServerDelegate(m_list))
    , m_viewsHeading(new TextLabel(TextSize::Secondary, this))
    , m_views(new ViewList(this))
    , m_column(new QVBoxLayout(this))
{
    m_viewsHeading->showText(tr("Views"), TextTone::Secondary, true);
    m_viewsHeading->setContentsMargins(16, 14, 0, 6);
    m_viewsHeading->setElided(Qt::ElideRight);
    m_viewsHeading->setBuddy(m_views);
    m_heading->showText(tr("Servers"), TextTone::Secondary, true);
    m_heading->setContentsMargins(16, 0, 0, 0);
    m_heading->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_heading->setElided(Qt::ElideRight);
    m_heading->setBuddy(m_list);
    m_list->setItemDelegate(m_delegate);
    m_add->setObjectName(u"addServerButton"_s);
    m_add->setFixedSize(AddSize, AddSize);
    m_add->hide();

    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 11, 12, 5);
    top->setSpacing(0);
    top->addWidget(m_heading, 1);
    top->addWidget(m_add);
    m_column->setContentsMargins(0, 0, 0, 8);
    m_column->setSpacing(0);
    m_column->addLayout(top);
    m_column->addWidget(m_list, 1);
    m_column->addWidget(m_viewsHeading);
    m_column->addWidget(m_views);
    m_column->addStretch();
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, changed, this, &ServerSidebar::fitList);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ServerSidebar::fitList);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &ServerSidebar::fitList);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ServerSidebar::fitList);
    fitList();
    setMinimumWidth(MinWidth);
    resize(Width, height());
}

void ServerSidebar::setActions(QAction *add, QAction *import)
{
    m_add->setDefaultAction(add);
    m_add->setIcon(symbolIcon(u"plus"_s));
    m_add->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_add->setAccessibleName(tr("Add server"));
    m_add->show();
    m_list->setGeneralActions({add, import});
}

void ServerSidebar::setServers(QList<ServerRow> rows, const std::optional<ServerId> &current)
{
    for (ServerRow &row : rows) {
        const int before = m_model->rowOf(row.id);
        if (before < 0 || m_model->servers().at(before).address != row.address)
            continue;
        const ServerRow &known = m_model->servers().at(before);
        if (!row.count)
            row.count = known.count;
        if (row.state.isEmpty() && !row.isStateKnown) {
            row.state = known.state;
            row.tone = known.tone;
        }
    }
    m_current = current;
    showRows(std::move(rows));
    m_list->setCurrent(current);
}

void ServerSidebar::showRows(QList<ServerRow> rows)
{
    // While the window is on all servers, the row has the number of different tokens.
    if (!rows.isEmpty() && rows.constFirst().id == allServersId() && m_current != allServersId()) {
        quint32 all = 0;
        for (qsizetype row = 1; row < rows.size(); ++row)
            all += rows.at(row).count.value_or(0);
        rows.first().count = all > 0 ? std::optional(all) : std::nullopt;
    }
    m_model->setServers(rows);
}

void ServerSidebar::changeCurrent(const std::function<void(ServerRow &)> &change)
{
    QList<ServerRow> rows = m_model->servers();
    if (const int row = m_current ? m_model->rowOf(*m_current) : -1; row >= 0)
        change(rows[row]);
    showRows(std::move(rows));
}

/// The views follow the last server; where there is no room for all, the list scrolls.
void ServerSidebar::fitList()
{
    int height = 0;
    int least = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        height += m_list->sizeHintForIndex(m_model->index(row)).height();
        if (row < LeastRows)
            least = height;
    }
    m_list->setMinimumHeight(least);
    m_list->setMaximumHeight(height);
}

void ServerSidebar::placeAddButton(bool rail)
{
    // The rail has no heading: the button moves under the marks.
    auto *top = static_cast<QHBoxLayout *>(m_column->itemAt(0)->layout());
    m_column->removeWidget(m_add);
    top->removeWidget(m_add);
    if (rail)
        m_column->insertWidget(m_column->indexOf(m_list) + 1, m_add, 0, Qt::AlignHCenter);
    else
        top->addWidget(m_add);
    top->setContentsMargins(0, rail ? 8 : 11, rail ? 0 : 12, rail ? 0 : 5);
}

void ServerSidebar::setRail(bool rail)
{
    m_heading->setVisible(!rail);
    m_viewsHeading->setVisible(!rail);
    m_views->setRail(rail);
    placeAddButton(rail);
    m_delegate->setRail(rail);
    setMinimumWidth(rail ? RailWidth : MinWidth);
    setMaximumWidth(rail ? RailWidth : MostWidth);
    m_list->doItemsLayout();
    fitList();
    updateGeometry();
}

int ServerSidebar::bounded(int width)
{
    return std::clamp(width, MinWidth, MostWidth);
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
