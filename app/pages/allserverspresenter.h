// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/allserversstate.h"
#include "app/pages/commandcontext.h"
#include "app/pages/page.h"

#include <QObject>

#include <optional>

namespace rox {

struct MessageAction;

/// Keeps the window in step with all servers at once, while the scope is on all: the merged list,
/// facts, one bar about what is not up to date, pages in place of the list. Asks nobody by itself.
class AllServersPresenter : public QObject
{
    Q_OBJECT

public:
    /// `all` is that of the context. To be made before the WindowPresenter: it takes its knowledge
    /// out of the model before that one puts in what is known of one server.
    AllServersPresenter(CommandContext *context, MergedTokens *all, QObject *parent);

    void tellTimes(); ///< time has passed

Q_SIGNALS:
    void goOnRequested(const rox::ServerId &id); ///< past what stands in the way of that server
    void commandsNeedUpdate();                   ///< what they need may have changed

private:
    void follow();
    void tellServers();
    void tellTable();
    void tellBar();
    void tellPage();
    [[nodiscard]] std::optional<Page> page();
    void goOn(ServerTrouble trouble);

    CommandContext *m_context;
    MergedTokens *m_all;
    AllServersState m_state;
    QString m_closed; ///< what the bar said when the user closed it
    std::optional<Page> m_page;
};

} // namespace rox
