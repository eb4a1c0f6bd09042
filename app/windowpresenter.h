// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/commandset.h"
#include "ui/emptystate.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace rox {

/// Keeps the window in step with session and listing: facts, counts, empty pages, messages. The
/// window asks nothing back.
class WindowPresenter : public QObject
{
    Q_OBJECT

public:
    WindowPresenter(Workplace *place, CommandSet *commands, QObject *parent);

    /// Follows this session from now on; null: the first run.
    void setSession(Session *session);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void demoRequested();

private:
    void connectWindow();
    void tellFacts();
    void tellList();
    void tellFailure();
    void tellCounts();
    void tellTimes();
    void setQuery(const std::function<void(TokenQuery &)> &change);
    [[nodiscard]] std::optional<EmptyStateContent> emptyState() const;
    void runPagePrimary();
    void showDetails();
    void copyDetails();

    Workplace *m_place;
    bool m_queryIsNew = false; ///< the rows that it selects are not shown yet
    CommandSet *m_commands;
    QTimer m_minute; ///< relative times; runs only while the window can be seen
};

} // namespace rox
