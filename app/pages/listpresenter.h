// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/commandcontext.h"
#include "app/pages/listplaces.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace rox {

/// Keeps the list of the window in step with TokenListing: takes the query that the user changes,
/// shows the counts, and keeps how the list of each server was left.
class ListPresenter : public QObject
{
    Q_OBJECT

public:
    ListPresenter(CommandContext *context, QObject *parent);

    /// Where the list of each server is kept over a restart; outlives this.
    void keepPlacesIn(QSettings *settings) { m_places.keepIn(settings); }

    /// Keeps how the list in view was left, and empties it. The server that is in scope now gets
    /// its query and columns back at once, and its place in view with its next list.
    void follow();

Q_SIGNALS:
    void countsShown(); ///< other rows are shown; before a place in view is restored

private:
    /// What is in view once the rows of another query are shown.
    enum class Then { Stay, ShowTop, ShowSelection };
    void connectWindow();
    void setQuery(const std::function<void(TokenQuery &)> &change, Then then = Then::ShowSelection);
    void clearFilter();
    void leave();
    void enter();
    void forgetRemoved();
    void showCounts();
    void goToPlace();
    [[nodiscard]] bool hasMoved() const;

    CommandContext *m_context;
    std::optional<ServerId> m_server; ///< whose list is in view
    Then m_then = Then::Stay;         ///< the rows of the newest query are not shown yet
    ListPlaces m_places;
    QSet<ServerId> m_listed; ///< in the directory
    /// To be restored with rows that are not there yet.
    std::optional<ViewPlace> m_placeToCome;
    ViewPlace m_reached; ///< where goToPlace() came to
};

} // namespace rox
