// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QTimer>

#include <functional>

class QStackedWidget;

namespace rox {

class BusyLine;
class DetailsPanel;
class EmptyState;
class HairSplitter;
class ServerSidebar;
class StatusLine;
class TokenPage;
class TokenView;
class Toolbar;
class WindowActions;

/// What MainWindow is made of, and how it stands together.
class MainWindow::Private
{
    Q_DECLARE_TR_FUNCTIONS(rox::MainWindow)

public:
    Private(MainWindow *window, TokenListModel *model);

    void connectParts();
    void connectShortcuts();
    void showPage();
    void setNarrow(bool narrow);
    void placeSidebar();
    void placeBusyLine();
    void rowsChanged(); ///< of the selection, or what they hold
    void showDetails();
    void setDetailsWanted(bool wanted);
    void clearFilter();
    void openRowMenu(const QPoint &point);
    [[nodiscard]] EmptyStateContent welcome() const;
    void listOnly(const std::optional<ServerFacts> &facts); ///< the sidebar of one server, or none
    void changeCurrentServer(const std::function<void(ServerRow &)> &change);
    void tellSidebar();
    [[nodiscard]] QList<ServerRow> withWhatIsKnown(QList<ServerRow> rows) const;

    MainWindow *window;
    TokenListModel *model;
    WindowActions *actions;
    QAction *detailsAction;
    QAction *addServerAction;
    QAction *importAction;
    ServerSidebar *sidebar;
    Toolbar *toolbar;
    QWidget *messageArea;
    MessageBar *messageBar;
    TokenPage *page;
    TokenView *view;
    DetailsPanel *details;
    HairSplitter *outer;
    HairSplitter *inner;
    QStackedWidget *stack; ///< inner, or a page in its place
    EmptyState *fullPage;
    StatusLine *statusLine;
    BusyLine *busyLine;

    std::optional<ServerFacts> server;
    QList<ServerRow> servers;
    QUuid currentServer;
    bool serversGiven = false; ///< from outside; else it is `server` alone
    std::optional<EmptyStateContent> emptyState;
    TokenQuery query;
    quint32 total = 0;
    QTimer settle; ///< selection and details, once for many changes
    bool selectionMoved = false;
    bool detailsWanted = true;
    bool narrow = false;
    int sidebarWidth; ///< as the user wants it, where it is no rail
    bool painted = false;
    bool wasAtHome = false;

private:
    QWidget *makeColumn();
    void makeActions();
    void connectServers();
};

} // namespace rox
