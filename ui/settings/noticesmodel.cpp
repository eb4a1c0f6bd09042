// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/settings/noticesmodel.h"

#include "models/values/visibletext.h"

#include <utility>

namespace rox {

namespace {

/// "30 days", "Expired".
QString thresholdText(int column)
{
    const int days = NoticeDays[std::size_t(column - NoticesModel::FirstThreshold)];
    return days == 0 ? NoticesModel::tr("Expired") : NoticesModel::tr("%Ln day(s)", nullptr, days);
}

void set(ServerNotices *notices, int column, bool isOn)
{
    if (column == NoticesModel::MuteColumn)
        notices->isMuted = isOn;
    else
        notices->isChosen[std::size_t(column - NoticesModel::FirstThreshold)] = isOn;
}

} // namespace

NoticesModel::NoticesModel(NoticePreferences notices, QList<NoticeServer> servers, QObject *parent)
    : QAbstractTableModel(parent)
    , m_notices(std::move(notices))
    , m_servers(std::move(servers))
{}

int NoticesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_servers.size()) + 1;
}

int NoticesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : MuteColumn + 1;
}

ServerNotices NoticesModel::noticesOf(int server) const
{
    return m_notices.servers.value(m_servers.at(server).key);
}

bool NoticesModel::isChecked(int server, int column) const
{
    const ServerNotices notices = noticesOf(server);
    return column == MuteColumn ? notices.isMuted
                                : notices.isChosen[std::size_t(column - FirstThreshold)];
}

Qt::CheckState NoticesModel::stateOf(int row, int column) const
{
    if (row > 0)
        return isChecked(row - 1, column) ? Qt::Checked : Qt::Unchecked;
    int checked = 0;
    for (int server = 0; server < m_servers.size(); ++server)
        checked += isChecked(server, column) ? 1 : 0;
    if (checked == 0)
        return Qt::Unchecked;
    return checked == m_servers.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QString NoticesModel::spoken(const QModelIndex &index) const
{
    QString server = index.siblingAtColumn(ServerColumn).data(Qt::DisplayRole).toString();
    if (index.column() == ServerColumn)
        return server;
    //: For screen readers: "prod-eu: 14 days"
    return tr("%1: %2").arg(server,
                            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
}

QVariant NoticesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isAll = index.row() == 0;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() != ServerColumn)
            return {};
        return isAll ? tr("All servers") : shownName(m_servers.at(index.row() - 1).name);
    case Qt::CheckStateRole:
        return index.column() == ServerColumn ? QVariant()
                                              : QVariant(stateOf(index.row(), index.column()));
    case Qt::AccessibleTextRole:
        return spoken(index);
    case ColorRole:
        return isAll ? QString() : m_servers.at(index.row() - 1).colorName;
    case MutedRole:
        return !isAll && noticesOf(index.row() - 1).isMuted;
    default:
        return {};
    }
}

QVariant NoticesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == ServerColumn)
        return tr("Server");
    return section == MuteColumn ? tr("Mute") : thresholdText(section);
}

Qt::ItemFlags NoticesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    if (index.column() == ServerColumn)
        return flags;
    // What is chosen of a muted server waits.
    if (index.column() != MuteColumn && index.data(MutedRole).toBool())
        return Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
    return flags | Qt::ItemIsUserCheckable;
}

bool NoticesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() == ServerColumn)
        return false;
    const bool isOn = value.toInt() == Qt::Checked;
    const int column = index.column();
    QStringList keys;
    for (int server = 0; server < m_servers.size(); ++server) {
        if (index.row() == 0 || server == index.row() - 1)
            keys.append(m_servers.at(server).key);
    }
    const auto change = [keys, column, isOn](NoticePreferences &notices) {
        for (const QString &key : keys)
            set(&notices.servers[key], column, isOn);
    };
    change(m_notices);
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, columnCount() - 1));
    Q_EMIT edited([change](Preferences &preferences) { change(preferences.notices); });
    return true;
}

} // namespace rox
