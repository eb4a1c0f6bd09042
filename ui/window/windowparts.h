// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "ui/widgets/emptypage.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidgetList>

#include <optional>

class QMainWindow;
class QSplitter;
class QStackedWidget;

namespace rox {

class BusyLine;
class MessageStack;
class ServerSidebar;
class StatusBar;
class TokenArea;
class TokenListModel;
class Toolbar;
class WindowActions;
class WindowMenus;
struct WindowLayout;

/// The widgets of MainWindow and where they stand: which of them are visible for what the window
/// shows, how they fold in a narrow window, and where the focus goes. The window owns the widgets.
class WindowParts
{
    Q_DECLARE_TR_FUNCTIONS(rox::WindowParts)

public:
    WindowParts(QMainWindow *window, TokenListModel *model);

    /// What toolbar and status bar show; none: a page stands in place of the list.
    void setServer(const std::optional<ServerFacts> &server);
    /// In place of the list, or under its header while the list has tokens; none: the list.
    void setEmptyPage(const std::optional<EmptyPageContent> &content);
    void setTotal(quint32 total); ///< of the list, without any filter
    [[nodiscard]] quint32 total() const { return m_total; }
    void setSidebarWanted(bool wanted);
    void setChartWanted(bool wanted);
    /// Makes visible what the window shows; to be called when servers or menu bar have changed.
    void showPage();

    /// Folds the parts for this size of the window.
    void fitTo(const QSize &size);
    void placeBusyLine();

    /// Tab and F6, in the order of the parts.
    bool focusNextWidget(bool next);
    void focusNextPart(bool next);

    /// `geometry` is that of the window.
    [[nodiscard]] WindowLayout layout(const QByteArray &geometry) const;
    void restore(const WindowLayout &layout);

    WindowActions *const actions;
    ServerSidebar *const sidebar;
    Toolbar *const toolbar;
    MessageStack *const messageBar;
    TokenArea *const tokens;
    EmptyPage *const fullPage; ///< stands in place of the list
    StatusBar *const statusLine;
    BusyLine *const busyLine;
    WindowMenus *const menus;

private:
    void layOut();
    [[nodiscard]] QWidget *makeColumn();
    void showListOrPage(bool listStays);
    void moveFocus(bool listStays);
    void setNarrow(bool narrow);
    void placeSidebar();
    [[nodiscard]] QWidgetList inOrder() const; ///< of Tab and F6

    QMainWindow *m_window;
    QSplitter *m_outer;      ///< sidebar and the rest
    QStackedWidget *m_stack; ///< tokens, or fullPage
    std::optional<ServerFacts> m_server;
    std::optional<EmptyPageContent> m_emptyPage;
    quint32 m_total = 0;
    bool m_narrow = false;
    int m_sidebarWidth; ///< as the user set it; not used by the rail
    bool m_sidebarWanted = true;
    bool m_listIsShown = false;
    QString m_shownPage; ///< heading of the page in place of the list
    /// Where Qt put the focus when the widget that had it was hidden: no choice of the user.
    QPointer<QWidget> m_focusFellTo;
};

} // namespace rox
