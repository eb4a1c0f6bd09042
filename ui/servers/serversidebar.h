// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverid.h"
#include "models/servers/serverlistmodel.h"

#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace rox {

class ServerDelegate;
class ServerList;
class TextLabel;
class ViewList;

/// Left of the window: "Servers", a button to add one, the list of them, and the views; in a
/// narrow window a rail of 56 px.
class ServerSidebar : public QWidget
{
    Q_OBJECT

public:
    explicit ServerSidebar(QWidget *parent = nullptr);

    [[nodiscard]] ServerListModel *servers() const { return m_model; }
    /// The rows, in the user's order, and the server that the window is on, if any. A row that
    /// gives no count or no state keeps the one that its id had, as long as its address stays.
    void setServers(QList<ServerRow> rows, const std::optional<ServerId> &current);
    void changeCurrent(const std::function<void(ServerRow &)> &change);
    [[nodiscard]] ServerList *list() const { return m_list; }
    [[nodiscard]] ViewList *views() const { return m_views; }
    /// The button is for `add`; the list's menu has both.
    void setActions(QAction *add, QAction *import);
    void setRail(bool rail);
    [[nodiscard]] static int bounded(int width); ///< as wide as it may be
    static constexpr int Width = 199;
    static constexpr int RailWidth = 55;

private:
    void placeAddButton(bool rail);
    void fitList();
    void showRows(QList<ServerRow> rows);
    ServerListModel *m_model;
    TextLabel *m_heading;
    QToolButton *m_add;
    ServerList *m_list;
    ServerDelegate *m_delegate;
    TextLabel *m_viewsHeading;
    ViewList *m_views;
    QVBoxLayout *m_column;
    std::optional<ServerId> m_current;
};

/// Two letters for the rail: "eu" of "prod-eu" and "central-eu.acme.example", "st" of "staging".
[[nodiscard]] QString serverInitials(const QString &name);

} // namespace rox
