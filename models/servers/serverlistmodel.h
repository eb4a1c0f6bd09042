// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractListModel>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

class QMimeData;

namespace rox {

/// How much a line asks for attention.
enum class StateTone { Plain, Caution, Bad };

/// A server as the sidebar lists it. Texts may come from outside: the model makes them visible.
struct ServerRow
{
    QUuid id; ///< of its profile; null for a connection of this run only
    QString name;
    QString address;
    QString colorName;  ///< of serverColor()
    QString state = {}; ///< line under the name: "Offline since 08:42"; empty: none
    StateTone tone = StateTone::Plain;
    std::optional<quint32> count = {}; ///< of tokens; none while not known
    bool mayBeKept = false;            ///< of this run only, and the user may make a profile of it

    bool operator==(const ServerRow &) const = default;
};

/// The servers of the sidebar, in the user's order. Selection and current row survive by id.
class ServerListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, ColorRole, StateRole, ToneRole, CountRole };

    using QAbstractListModel::QAbstractListModel;
    void setServers(const QList<ServerRow> &servers);
    [[nodiscard]] const QList<ServerRow> &servers() const { return m_rows; }
    [[nodiscard]] int rowOf(const QUuid &id) const; ///< -1 if it is not listed
    [[nodiscard]] QUuid idAt(int row) const;        ///< null outside of the list
    /// Of those that have a profile; the others stand after them, and stay there.
    [[nodiscard]] int profileCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row,
                                       int column, const QModelIndex &parent) const override;
    /// The id alone: what is dragged may be dropped on another program.
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    void removeOthers(const QList<ServerRow> &wanted);
    void bringInOrder(const QList<ServerRow> &wanted);
    void setContents(const QList<ServerRow> &wanted);
    [[nodiscard]] QString toolTip(int row) const;
    QList<ServerRow> m_rows;
};

/// Which server is being dragged; null if it is something else.
[[nodiscard]] QUuid draggedServer(const QMimeData *data);

/// The keys that choose the server of this row, Ctrl+1 to Ctrl+9; 0 beyond.
[[nodiscard]] int serverKey(int row);

} // namespace rox
