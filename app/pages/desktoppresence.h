// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desktop/desktopnotifier.h"
#include "app/pages/commandcontext.h"
#include "models/tokens/tokenquery.h"

#include <QObject>
#include <QPointer>

class QAction;
class QSettings;

namespace rox {

class ExpiryNotices;
class NoticesPage;
class Rotations;
class ServerActions;
class TrayIcon;
class UserPreferences;

/// What the program shows on the desktop beside its window: notifications and the icon in the tray.
class DesktopPresence : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it.
    DesktopPresence(const CommandContext *context, UserPreferences *preferences,
                    ServerActions *servers, const Rotations *rotations, QSettings *settings,
                    QObject *parent = nullptr);
    ~DesktopPresence() override;

    /// The page "Notifications" of Settings.
    [[nodiscard]] NoticesPage *makePage();
    /// The window, or the dialog over it. The token of xdg-activation may be empty.
    void bringToFront(const QString &activationToken = {});
    [[nodiscard]] TrayIcon *tray() const { return m_tray; }

private:
    void showTokens(const ServerId &server, const TokenQuery &query,
                    const QString &activationToken);
    void showRotations(const QString &activationToken);
    void showExample();
    void followTray();
    void showQuiet();

    const CommandContext *m_context;
    UserPreferences *m_preferences;
    ServerActions *m_servers;
    QSettings *m_settings;
    DesktopNotifier m_notifier;
    ExpiryNotices *m_notices;
    QAction *m_quiet; ///< in the menu of the tray; checked: muted until tomorrow
    TrayIcon *m_tray;
    QString m_trayMessage; ///< key of the server that the tray's last message is about
    QPointer<NoticesPage> m_page;
};

} // namespace rox
