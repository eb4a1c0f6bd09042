// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/menubutton.h"

#include <QAction>
#include <QMenu>
#include <QStyleOptionButton>

namespace rox {

using namespace Qt::StringLiterals;

namespace {
constexpr int Gap = 4; // between button and menu
}

MenuButton::MenuButton(const QAction *action, QMenu *menu, QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(u"menuButton"_s);
    setAccessibleName(action->iconText());
    setToolTip(action->toolTip());
    setIcon(action->icon());
    setIconSize({16, 16});
    menu->setParent(this, menu->windowFlags());
    setMenu(menu); // for screen readers
    setMaximumWidth(sizeHint().height());
    // Qt would open the menu at the left edge, beyond the window.
    disconnect(this, &QPushButton::pressed, this, nullptr);
    connect(this, &QPushButton::pressed, this, &MenuButton::openMenu);
}

void MenuButton::openMenu()
{
    QMenu *opened = menu();
    if (!opened || opened->isVisible())
        return;
    connect(
        opened, &QMenu::aboutToHide, this, [this] { setDown(false); }, Qt::SingleShotConnection);
    const int left = isRightToLeft() ? 0 : width() - opened->sizeHint().width();
    opened->popup(mapToGlobal(QPoint(left, height() + Gap)));
    setDown(true);
}

void MenuButton::initStyleOption(QStyleOptionButton *option) const
{
    QPushButton::initStyleOption(option);
    option->features &= ~QStyleOptionButton::HasMenu; // no arrow beside the symbol
}

} // namespace rox
