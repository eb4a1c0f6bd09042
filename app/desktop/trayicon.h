// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace rox {

/// The icon in the desktop's tray. While it is there, closing the window hides it and the program
/// goes on; without a tray, closing the window ends the program.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    /// The desktop has a tray now. Asks the session bus, which may take a moment.
    [[nodiscard]] static bool isOffered();

    /// How often it looks, while the window is hidden, whether the tray is still there.
    static constexpr std::chrono::milliseconds LookEvery{10'000};

    /// `window` outlives it. `actions` stand in the menu, between Show and Quit.
    TrayIcon(QWidget *window, const QList<QAction *> &actions, QObject *parent = nullptr,
             std::function<bool()> isOffered = TrayIcon::isOffered,
             std::chrono::milliseconds lookEvery = LookEvery);
    ~TrayIcon() override;

    void setOn(bool isOn);
    [[nodiscard]] bool isShown() const;
    /// A dot: tokens expire soon.
    void setDue(bool isDue);
    /// A message where the desktop has no notification service; false if the icon is not there.
    bool showMessage(const QString &title, const QString &body);
    [[nodiscard]] QMenu *menu() const { return m_menu.get(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void showRequested(); ///< by the user, or because nothing else would bring the window back
    void messageClicked();
    void windowHidden(); ///< in place of the program's end

private:
    void updateIcon();
    void lookForTray();

    QWidget *m_window;
    std::function<bool()> m_isOffered;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< null: off
    bool m_isDue = false;
    QTimer m_look;            ///< runs while the window is hidden
    bool m_wasMissed = false; ///< the tray, at the last look
};

} // namespace rox
