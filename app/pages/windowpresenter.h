// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/commandset.h"
#include "app/pages/emptystates.h"
#include "models/servers/serverfacts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace rox {

/// A server without a session: what stands in the way, and what its buttons do.
struct ServerPage
{
    ServerFacts facts;
    EmptyStateContent content;
    std::function<void()> primary = {};
    std::function<void()> secondary = {};
    QString state = {}; ///< under the server's name
    StateTone tone = StateTone::Caution;
    QString server = {}; ///< what its messages name it by (Message::server)
};

/// Keeps the window in step with session and listing: facts, counts, empty pages, messages. The
/// window asks nothing back.
class WindowPresenter : public QObject
{
    Q_OBJECT

public:
    WindowPresenter(Workplace *place, CommandSet *commands, QObject *parent);

    /// Follows this session from now on; null: the first run.
    void setSession(Session *session);
    /// In place of a session, until the next setSession(). Nothing of a server that was shown
    /// before is left.
    void showPage(ServerPage page);
    /// Before another server's name shows.
    void clearRows();
    /// The Centrals that roxctl knows, for the first run's offer.
    void setKnownToRoxctl(const QStringList &addresses);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void connectRequested();
    void demoRequested();
    void certificateRequested(); ///< the user wants to settle it
    void signInRequested();      ///< with another credential

private:
    void connectWindow();
    void follow(Session *session);
    void followBars(const QString &before);
    void tellOpenRevokes();
    void tellFacts();
    void tellConnection();
    void tellStanding();
    void tellList();
    void tellFailure();
    void tellBar();
    [[nodiscard]] QList<MessageAction> barActions(const Session &session);
    void tellCounts();
    void tellTimes();
    void setQuery(const std::function<void(TokenQuery &)> &change);
    void clearFilter();
    [[nodiscard]] std::optional<EmptyStateContent> emptyState() const;
    [[nodiscard]] static EmptyStateContent failurePage(const Session &session);
    void runPagePrimary();
    void runPageSecondary();
    void goOn(WayOn way);
    void showDetails();
    void copyDetails();

    Workplace *m_place;
    std::optional<ServerPage> m_page;
    QStringList m_knownToRoxctl;
    bool m_queryIsNew = false; ///< the rows that it selects are not shown yet
    CommandSet *m_commands;
    QTimer m_minute; ///< relative times; runs only while the window can be seen
};

} // namespace rox
