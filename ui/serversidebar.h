// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/serverfacts.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWidget>

namespace rox {

class TextLabel;

/// The servers of the sidebar; one, until more can be remembered.
class ServerListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ColorRole = Qt::UserRole + 1, StateRole, CountRole };

    using QAbstractListModel::QAbstractListModel;
    void setServer(const ServerFacts &server);
    void setState(const QString &line);
    void setCount(const QString &count);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void changed();
    ServerFacts m_server;
    QString m_state;
    QString m_count;
};

/// Left of the window: "Servers" and the list of them; in a narrow window a rail of 56 px.
class ServerSidebar : public QWidget
{
    Q_OBJECT

public:
    explicit ServerSidebar(QWidget *parent = nullptr);

    [[nodiscard]] ServerListModel *servers() const { return m_model; }
    void setRail(bool rail);
    static constexpr int Width = 199;
    static constexpr int RailWidth = 55;

private:
    TextLabel *m_heading;
    QListView *m_list;
    ServerListModel *m_model;
};

/// Two letters for the rail: "eu" of "prod-eu" and "central-eu.acme.example", "st" of "staging".
[[nodiscard]] QString serverInitials(const QString &name);

} // namespace rox
