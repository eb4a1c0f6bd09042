// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/preferences.h"

#include <QAbstractTableModel>

namespace rox {

/// A server whose notifications are chosen.
struct NoticeServer
{
    QString key; ///< in NoticePreferences::servers
    QString name;
    QString colorName; ///< a name that serverColor() takes
};

/// A row for each server, a column for each threshold of NoticeDays, and one that mutes. The first
/// row is that of all servers: partly checked where they differ.
class NoticesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int ServerColumn = 0;
    static constexpr int FirstThreshold = 1;
    static constexpr int MuteColumn = FirstThreshold + int(NoticeDays.size());
    static constexpr int ColorRole = Qt::UserRole + 1; ///< empty: all servers
    static constexpr int MutedRole = Qt::UserRole + 2;

    NoticesModel(NoticePreferences notices, QList<NoticeServer> servers, QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(const rox::PreferenceEdit &edit);

private:
    [[nodiscard]] ServerNotices noticesOf(int server) const;
    [[nodiscard]] bool isChecked(int server, int column) const;
    [[nodiscard]] Qt::CheckState stateOf(int row, int column) const;
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    NoticePreferences m_notices;
    QList<NoticeServer> m_servers;
};

} // namespace rox
