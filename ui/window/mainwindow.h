// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/servers/serverlistmodel.h"
#include "models/tokens/tokenquery.h"
#include "models/tokens/tokenselection.h"
#include "ui/widgets/emptypage.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QAction;

namespace rox {

class MessageStack;
class Secret;
class ServerList;
class SidebarViews;
class TokenArea;
class TokenListModel;

/// The window "Rox Tokens". Everything that it shows is set from outside; it emits signals and
/// triggers actions for what the user does.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Each is a row of actionTable(), with its texts, icon, keys and places in menus. Commands
    /// attach to them; whether they are enabled and why not (tooltip) is set by setActionState.
    enum class Action {
        Generate,
        Rotate,
        Rotations,
        Refresh,
        Revoke,
        CleanUp,
        RevokeExpired,
        Export,
        Report,
        CopyTable,
        CopyId,
        CopyName,
        EditNote,
        FindLeak,
        AddServer,
        ImportServers,
        Find,
        ClearFilters,
        ShowSidebar,
        ShowDetails,
        ShowChart,
        ChooseColumns,
        ChooseChartSpan,
        ShowMenuBar,
        OpenMenu,
        NextPart,
        PreviousPart,
        Settings,
        Help,
        Keys,
        About,
        CloseWindow,
        Quit
    };
    Q_ENUM(Action)

    explicit MainWindow(TokenListModel *model, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] QAction *action(Action which) const;
    /// `whyNot` is said in the tooltip of a disabled action.
    void setActionState(Action which, bool enabled, const QString &whyNot = {});

    /// As ServerSidebar::setServers().
    void setServers(const QList<ServerRow> &servers, const std::optional<ServerId> &current);
    /// What toolbar and status bar show; none: the page of setEmptyPage() stands in their place.
    void setServer(const std::optional<ServerFacts> &server);
    /// A line under the current server's name in the sidebar ("May not list tokens"); empty: none.
    /// It stays under that name when the window goes on to another server.
    void setServerState(const QString &line, StateTone tone = StateTone::Caution);
    /// Shows the page in place of the list; nullopt brings the list back. While the server has
    /// tokens (setCounts), status buttons and header stay.
    void setEmptyPage(const std::optional<EmptyPageContent> &content);
    /// Counts on the status buttons and bars of the chart; `total` is the list without any filter.
    void setCounts(const TokenCounts &counts, quint32 total, UtcMs now);
    /// Of the current server in the sidebar. It stays there while the window is on another one.
    void setServerCount(quint32 count);
    void setQuery(const TokenQuery &query); ///< silent: field, buttons, chart and header follow
    void setBusy(bool busy);
    /// Left of the status bar: "As of 10:42"; empty "No list".
    void setAsOf(const QString &text);

    /// In the sidebar. Its signals tell what the user wants of a server.
    [[nodiscard]] ServerList *serverList() const;
    [[nodiscard]] SidebarViews *sidebarViews() const;
    [[nodiscard]] MessageStack *messageBar() const;
    /// The list and the details: selection, place and columns.
    [[nodiscard]] TokenArea *tokens() const;
    [[nodiscard]] QStringList selectedIds() const; ///< in the order shown
    [[nodiscard]] int selectedCount() const;
    void selectIds(const QStringList &ids, bool scroll = true);
    void focusSearch();

    /// Sizes of the parts and whether the details are shown, for restoreLayoutState().
    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

Q_SIGNALS:
    void searchChanged(const QString &text);
    void viewChosen(const QString &id);             ///< of tokenViews()
    void queryChosen(const rox::TokenQuery &query); ///< the query with other filters
    void sortChosen(rox::TokenColumn column, Qt::SortOrder order);
    /// "Find it…", about a token that was put into the search.
    void leakGiven(const std::shared_ptr<const rox::Secret> &text);
    void filterCleared(); ///< Esc, or the button of the empty page
    void selectionChanged();
    void importRequested(); ///< of the card under the first-run page, or of the servers' menu
    void addServerRequested();
    void emptyPagePrimary();
    void emptyPageSecondary();
    void firstPainted(); ///< once

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
