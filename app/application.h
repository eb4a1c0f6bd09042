// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/commandset.h"
#include "app/launch/launchrequest.h"
#include "app/profiles/profilestore.h"
#include "app/servers/scope.h"
#include "app/servers/signinflow.h"
#include "models/values/clock.h"
#include "network/keychain/credentialstore.h"

#include <QObject>
#include <QSettings>

#include <memory>

class QDialog;

namespace rox {

class DesktopPresence;
class DurableJournal;
class HistoryKeeper;
class HistorySettings;
class HistoryStore;
struct Preferences;
class Rotations;
class RoxctlImport;
class ScreenLock;
class SecretClipboard;
class ServerActions;
class StartRequests;
class TerminationWatch;
class TokenListModel;
class TokenWrites;
class UserPreferences;
class WindowPresenter;

/// Settings, profiles, keychain and environment of one user.
struct ProgramParts
{
    std::unique_ptr<QSettings> settings; ///< preferences, layout and the last server
    std::unique_ptr<ProfileStore> profiles;
    std::unique_ptr<CredentialStore> keychain;
    Environment environment = {};         ///< the ROX_ variables; for roxctl's folder, HOME too
    SignInFlow::PageOpener openPage = {}; ///< empty: the desktop's browser
    QString historyFolder = {};           ///< empty: the history ends with the program
    /// The user's own, on this desktop.
    [[nodiscard]] static ProgramParts ofTheUser(Environment environment);
};

/// The composition: makes the parts, wires them, and holds them while the program runs.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(ProgramParts parts);
    ~Application() override;

    /// Shows the window at once, and what was asked for once it was painted.
    void start(LaunchRequest request);
    /// The program was started again: to the front with the window, and on to what was asked for;
    /// if a dialog is open or a text is being typed, only once the user agrees.
    void openAgain(LaunchRequest request);
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] ServerActions *servers() const { return m_servers; }
    [[nodiscard]] const CommandContext *context() const { return &m_context; }

private:
    void makeCommands();
    void makeDialogCommands();
    void makeSettings();
    [[nodiscard]] QDialog *settingsDialog(QWidget *parent);
    void followPreferences(const Preferences &before);
    void showExpiringWindow();
    void makeServers();
    void connectServers();

    ProgramParts m_around;
    UserPreferences *m_preferences;
    HistorySettings *m_historySettings;
    DesktopPresence *m_presence;
    SystemClock m_clock;
    TokenListModel *m_model;
    std::unique_ptr<MainWindow> m_window;
    ServerDirectory *m_directory;
    Scope *m_scope;
    CommandContext m_context;
    HistoryStore *m_history;
    DurableJournal *m_journal;
    HistoryKeeper *m_keeper = nullptr;
    TokenWrites *m_writes;
    Rotations *m_rotations = nullptr;
    SecretClipboard *m_clipboard;
    CommandSet *m_commands;
    WindowPresenter *m_presenter;
    TerminationWatch *m_termination;
    ServerActions *m_servers;
    StartRequests *m_starts;
    RoxctlImport *m_import;
    ScreenLock *m_screenLock;
};

} // namespace rox
