// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/commandset.h"
#include "app/launchrequest.h"
#include "models/values/clock.h"

#include <QObject>

#include <memory>

class QSettings;

namespace rox {

class DemoCentral;
class ScreenLock;
class SecretClipboard;
class StartTrace;
class TerminationWatch;
class TokenListModel;
class WindowPresenter;

/// The composition: makes the parts, wires them, and holds them while the program runs.
class Application : public QObject
{
    Q_OBJECT

public:
    /// `settings` keeps what the user has arranged; nothing secret.
    explicit Application(std::unique_ptr<QSettings> settings);
    ~Application() override;

    void start(LaunchRequest request);
    /// The program was started again: to the front with the window, and on to what was asked for.
    void openAgain(LaunchRequest request);
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }

private:
    void startDemo();
    void openAfterFirstPaint(const QString &name, Connection connection);
    void openSession(const QString &name, Connection connection);

    std::unique_ptr<QSettings> m_settings;
    SystemClock m_clock;
    TokenListModel *m_model;
    std::unique_ptr<MainWindow> m_window;
    Workplace m_place;
    SecretClipboard *m_clipboard;
    CommandSet *m_commands;
    WindowPresenter *m_presenter;
    TerminationWatch *m_termination;
    ScreenLock *m_screenLock;
    DemoCentral *m_demo = nullptr;
    std::unique_ptr<Connection> m_pending; ///< what to open once the window was painted
};

} // namespace rox
