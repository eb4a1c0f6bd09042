// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"

#include <QAbstractListModel>
#include <QList>
#include <QString>

#include <optional>

class QMimeData;

namespace rox {

/// The color of ServerRow::state.
enum class StateTone { Plain, Caution, Bad };

/// A row of the sidebar: a server, or all of them (allServersId()). Texts may be untrusted: the
/// model passes them through shownText().
struct ServerRow
{
    ServerId id;
    QString name = {};
    QString address = {};
    QString colorName = {}; ///< a name that serverColor() takes
    QString state = {};     ///< the line under the name: "Offline since 08:42"; may be empty
    StateTone tone = StateTone::Plain;
    std::optional<quint32> count = {}; ///< number of tokens; std::nullopt while not known
    bool isProfile = true;             ///< set up by the user; else it is of this run only
    bool canBeSaved = false;           ///< of this run only, and can be saved as a profile
    QString symbol = {};       ///< of resources/icons, in place of the mark; empty: the mark
    bool isStateKnown = false; ///< an empty state says that there is none any more

    bool operator==(const ServerRow &) const = default;
};

/// The sidebar's servers in the user's order, maybe after a row for all of them. setServers() keeps
/// selection and current row by id.
class ServerListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ColorRole = Qt::UserRole + 1, StateRole, ToneRole, CountRole, SymbolRole };

    using QAbstractListModel::QAbstractListModel;
    void setServers(const QList<ServerRow> &servers);
    [[nodiscard]] const QList<ServerRow> &servers() const { return m_rows; }
    [[nodiscard]] int rowOf(const ServerId &id) const; ///< -1 if not listed
    [[nodiscard]] ServerId idAt(int row) const;        ///< `row` must be in range
    /// The row of the first server: 1 if the first row is that of all servers, else 0.
    [[nodiscard]] int firstServer() const;
    /// The number of rows with a profile. The other servers come after them.
    [[nodiscard]] int profileCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                       int column, const QModelIndex &parent) const override;
    /// Contains the id only, because the data may be dropped on another program.
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    void removeMissingRows(const QList<ServerRow> &wanted);
    void insertAndMoveRows(const QList<ServerRow> &wanted);
    void updateRows(const QList<ServerRow> &wanted);
    [[nodiscard]] QString toolTip(int row) const;
    QList<ServerRow> m_rows;
};

/// The id of the dragged server; none if `data` holds none.
[[nodiscard]] std::optional<ServerId> draggedServer(const QMimeData *data);

/// The key sequence that selects a server by its place in the user's order, counted from 0: Ctrl+1
/// to Ctrl+9, 0 for later ones. Ctrl+0 for -1: all servers.
[[nodiscard]] int serverKey(int place);

} // namespace rox
