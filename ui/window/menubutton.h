// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPushButton>

class QAction;

namespace rox {

/// "Menu", at the toolbar's end. Its menu opens under it and ends at its right edge.
class MenuButton : public QPushButton
{
    Q_OBJECT

public:
    /// Takes icon, name and tooltip of `action`; the button owns the menu.
    MenuButton(const QAction *action, QMenu *menu, QWidget *parent = nullptr);

    void openMenu();

protected:
    void initStyleOption(QStyleOptionButton *option) const override;
};

} // namespace rox
