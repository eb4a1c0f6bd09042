// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/servers/serverlistmodel.h"

#include "models/values/visibletext.h"

#include <QKeySequence>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr int Keys = 9;
const QString DraggedType = u"application/x-rox-tokens-server"_s;

bool holds(const QList<ServerRow> &rows, const ServerId &id)
{
    return std::any_of(rows.cbegin(), rows.cend(),
                       [&](const ServerRow &row) { return row.id == id; });
}

} // namespace

std::optional<ServerId> draggedServer(const QMimeData *data)
{
    const QUuid id = QUuid::fromRfc4122(data->data(DraggedType));
    return id.isNull() ? std::nullopt : std::optional(ServerId(id));
}

int serverKey(int place)
{
    return place < Keys ? int(Qt::CTRL) | (int(Qt::Key_1) + place) : 0;
}

void ServerListModel::setServers(const QList<ServerRow> &servers)
{
    removeMissingRows(servers);
    insertAndMoveRows(servers);
    updateRows(servers);
}

void ServerListModel::removeMissingRows(const QList<ServerRow> &wanted)
{
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (holds(wanted, m_rows.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

void ServerListModel::insertAndMoveRows(const QList<ServerRow> &wanted)
{
    for (int row = 0; row < wanted.size(); ++row) {
        const ServerId &id = wanted.at(row).id;
        int from = row;
        while (from < m_rows.size() && m_rows.at(from).id != id)
            ++from;
        if (from == m_rows.size()) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_rows.move(from, row);
            endMoveRows();
        }
    }
    if (m_rows.size() > wanted.size()) { // an id was listed twice before
        beginRemoveRows({}, int(wanted.size()), int(m_rows.size()) - 1);
        m_rows.remove(wanted.size(), m_rows.size() - wanted.size());
        endRemoveRows();
    }
}

void ServerListModel::updateRows(const QList<ServerRow> &wanted)
{
    const bool taller = !std::equal(m_rows.cbegin(), m_rows.cend(), wanted.cbegin(), wanted.cend(),
                                    [](const ServerRow &a, const ServerRow &b) {
                                        return a.state.isEmpty() == b.state.isEmpty();
                                    });
    if (taller)
        Q_EMIT layoutAboutToBeChanged();
    for (int row = 0; row < wanted.size(); ++row) {
        if (m_rows.at(row) == wanted.at(row))
            continue;
        m_rows[row] = wanted.at(row);
        if (!taller)
            Q_EMIT dataChanged(index(row), index(row));
    }
    if (taller)
        Q_EMIT layoutChanged();
}

int ServerListModel::rowOf(const ServerId &id) const
{
    const auto at = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                 [&](const ServerRow &row) { return row.id == id; });
    return at == m_rows.cend() ? -1 : int(at - m_rows.cbegin());
}

ServerId ServerListModel::idAt(int row) const
{
    return m_rows.at(row).id;
}

int ServerListModel::firstServer() const
{
    return !m_rows.isEmpty() && m_rows.constFirst().id == allServersId() ? 1 : 0;
}

int ServerListModel::profileCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [](const ServerRow &row) { return row.isProfile; }));
}

int ServerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString ServerListModel::toolTip(int row) const
{
    const ServerRow &server = m_rows.at(row);
    QStringList lines = {u"<b>%1</b>"_s.arg(shownText(server.name, 120).toHtmlEscaped())};
    if (!server.address.isEmpty() || row >= firstServer())
        lines.append(shownText(server.address, 120).toHtmlEscaped());
    if (!server.state.isEmpty())
        lines.append(shownText(server.state, 120).toHtmlEscaped());
    if (const int keys = serverKey(row - firstServer()); keys != 0)
        lines.append(QKeySequence(keys).toString(QKeySequence::NativeText));
    return u"<qt>%1</qt>"_s.arg(lines.join("<br>"_L1));
}

QVariant ServerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ServerRow &server = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(server.name);
    case Qt::ToolTipRole:
        return toolTip(index.row());
    case Qt::AccessibleTextRole:
        return server.state.isEmpty()
                   ? shownText(server.name)
                   : QString(shownText(server.name) % u", " % shownText(server.state));
    case ColorRole:
        return server.colorName;
    case SymbolRole:
        return server.symbol;
    case StateRole:
        return shownText(server.state);
    case ToneRole:
        return int(server.tone);
    case CountRole:
        return server.count ? QLocale().toString(*server.count) : QString();
    default:
        return {};
    }
}

QStringList ServerListModel::mimeTypes() const
{
    return {DraggedType};
}

bool ServerListModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int,
                                      const QModelIndex &) const
{
    const auto dragged = draggedServer(data);
    return dragged && rowOf(*dragged) >= 0;
}

QMimeData *ServerListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(DraggedType, idAt(indexes.constFirst().row()).value().toRfc4122());
    return data;
}

Qt::ItemFlags ServerListModel::flags(const QModelIndex &index) const
{
    // Only the root index accepts drops, so a server is dropped between rows, never on one.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return m_rows.at(index.row()).isProfile ? flags | Qt::ItemIsDragEnabled : flags;
}

} // namespace rox
