// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

class QAction;
class QMainWindow;
class QMenuBar;

namespace rox {

class MenuButton;
class WindowActions;

/// Shows the menu bar or the menu button. Where the desktop takes the menu bar, it is always there
/// and the button is not.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    WindowMenus(QMainWindow *window, const WindowActions *actions, MenuButton *button);

    void showBar(bool show);
    [[nodiscard]] bool isBarShown() const { return m_isBarShown; }

Q_SIGNALS:
    void barShown(); ///< or hidden

private:
    void openMenu();
    QMenuBar *m_bar;
    MenuButton *m_button;
    QAction *m_showBar;
    bool m_isBarShown = false;
};

} // namespace rox
