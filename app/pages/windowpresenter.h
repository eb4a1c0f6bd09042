// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "app/pages/emptystates.h"
#include "app/pages/listnotices.h"
#include "app/pages/listpresenter.h"
#include "app/pages/serverpages.h"
#include "ui/widgets/messagestack.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace rox {

class AllServersPresenter;

/// Keeps the window in step with the server in scope and its session: facts, empty pages, messages;
/// ListPresenter does so with its list. The window asks nothing back.
class WindowPresenter : public QObject
{
    Q_OBJECT

public:
    WindowPresenter(CommandContext *context, QObject *parent);

    /// Shows what there is without a server; once there is one, it is shown already. Before the
    /// window is shown.
    void begin();

    /// The Centrals that roxctl knows, for the first run's offer.
    void setKnownToRoxctl(const QStringList &addresses);

    /// Where the list of each server is kept over a restart; outlives this.
    void keepPlacesIn(QSettings *settings);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void connectRequested();
    void demoRequested();
    void goOnRequested();   ///< past what stands in the way of the server in scope
    void signInRequested(); ///< there, with another credential
    void stopUnlockingRequested();
    void revokeRequested(const QStringList &ids);      ///< of the session that the window is on
    void openAgainRequested();                         ///< what the screen's lock has closed
    void serverGoOnRequested(const rox::ServerId &id); ///< past what stands in its way
    void commandsNeedUpdate();                         ///< what they need may have changed

private:
    void connectWindow();
    void follow();
    void followSession();
    void followBars(const QString &before);
    void tellAll();
    void tellHistory();
    void tellLastList();
    void tellOpenRevokes();
    void tellFacts();
    void tellConnection();
    void tellStanding();
    void tellList();
    void tellFailure();
    void tellBar();
    [[nodiscard]] QList<MessageAction> barActions(const Session &session);
    void tellTimes();
    void tellPage();
    [[nodiscard]] Session *live() const { return m_context->session(); }
    /// It has not signed in yet, and shows the newest list of the history.
    [[nodiscard]] bool showsLastList() const;
    /// The page of a server that has not signed in; none: it has, or there is no server.
    [[nodiscard]] std::optional<ServerPage> serverPage();
    [[nodiscard]] std::optional<Page> page();
    [[nodiscard]] std::optional<Page> pageWithoutList(const Session &session);
    [[nodiscard]] std::optional<Page> pageOfList(const Session &session);
    [[nodiscard]] Page::Action going(void (WindowPresenter::*signal)());

    CommandContext *m_context;
    AllServersPresenter *m_all = nullptr; ///< null: the window is never on all servers
    QPointer<Session> m_followed;
    QString m_key; ///< of the server that is followed
    ListPresenter m_list;
    ListNotices m_notices;
    std::optional<Page> m_page;
    QStringList m_knownToRoxctl;
    bool m_hasBegun = false;
    QTimer m_minute; ///< relative times; runs only while the window can be seen
};

} // namespace rox
