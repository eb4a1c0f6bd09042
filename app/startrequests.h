// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/launch/launchrequest.h"
#include "app/servers/scope.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QSettings;

namespace rox {

class DemoCentral;
class HistoryStore;
class MainWindow;
class ServerActions;
class ServerDirectory;
struct ServerEntry;
class Session;
class SessionPool;

/// Opens what a start of the program asks for: the Central of the command line or of another start,
/// the demo, or else what the window was on last.
class StartRequests : public QObject
{
    Q_OBJECT

public:
    /// All of it outlives this object but for `settings` and `window`, which are used in reply to a
    /// call or a signal alone.
    struct Parts
    {
        MainWindow *window = nullptr;
        ServerDirectory *directory = nullptr;
        Scope *scope = nullptr;
        SessionPool *sessions = nullptr;
        ServerActions *servers = nullptr;
        HistoryStore *history = nullptr;
        QSettings *settings = nullptr; ///< what the window was on last
    };
    StartRequests(const Parts &parts, QObject *parent);

    /// Sets the scope at once, so that the name is shown; keychain, TLS and network wait for the
    /// first paint of the window.
    void start(LaunchRequest request);
    /// The program was started again: see Application::openAgain().
    void openAgain(LaunchRequest request);
    void startDemo();
    void goOn(); ///< past what stands in the way of the server in scope
    /// Calls it once, soon after the start if the window is not painted because it is minimised.
    void afterFirstPaint(std::function<void()> then);

Q_SIGNALS:
    void startedWithoutServers(); ///< after the first paint

private:
    void keepLast();
    /// Reads the last list while the window is made and painted.
    void readAhead(const ServerEntry &entry);
    /// The entry for this request; adds one if there is none.
    [[nodiscard]] ServerId entryFor(const LaunchRequest &request);
    [[nodiscard]] bool isSame(const Session &session, const LaunchRequest &request) const;
    void open(const ServerId &id, LaunchRequest request);
    void openLast();
    /// Shows a message with which the user goes to what another start asked for.
    void offer(const std::shared_ptr<LaunchRequest> &request);
    void goTo(LaunchRequest request);

    Parts m_parts;
    DemoCentral *m_demo = nullptr;
    std::optional<ServerId> m_demoId; ///< its entry, from the first start on
};

} // namespace rox
