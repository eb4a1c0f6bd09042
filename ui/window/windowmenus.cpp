// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/windowmenus.h"

#include "ui/window/menubutton.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;
using Action = MainWindow::Action;

WindowMenus::WindowMenus(QMainWindow *window, const WindowActions *actions, MenuButton *button)
    : QObject(window)
    , m_bar(new QMenuBar(window))
    , m_button(button)
    , m_showBar(actions->action(Action::ShowMenuBar))
{
    m_bar->setObjectName(u"menuBar"_s);
    m_bar->setAccessibleName(tr("Menu bar"));
    for (const WindowMenu menu : AllWindowMenus)
        m_bar->addMenu(actions->makeMenu(menu, m_bar));
    window->setMenuBar(m_bar);
    const bool isNative = m_bar->isNativeMenuBar();
    m_showBar->setVisible(!isNative);
    m_isBarShown = !isNative; // showBar() hides it
    showBar(isNative);
    connect(m_showBar, &QAction::triggered, this, &WindowMenus::showBar);
    connect(actions->action(Action::OpenMenu), &QAction::triggered, this, &WindowMenus::openMenu);
}

void WindowMenus::showBar(bool show)
{
    const bool shown = show || m_bar->isNativeMenuBar();
    m_showBar->setChecked(shown);
    if (std::exchange(m_isBarShown, shown) == shown)
        return;
    m_bar->setVisible(shown);
    m_button->setVisible(!shown);
    Q_EMIT barShown();
}

void WindowMenus::openMenu()
{
    if (m_isBarShown)
        m_bar->setActiveAction(m_bar->actions().first());
    else if (m_button->isVisible())
        m_button->openMenu();
}

} // namespace rox
