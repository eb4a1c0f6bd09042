// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/widgets/keygroup.h"
#include "ui/window/mainwindow.h"

#include <QKeySequence>

#include <span>

namespace rox {

/// The menus of the menu bar. An action without a menu has only its keys.
enum class WindowMenu { None, Server, Token, View, Help };
inline constexpr WindowMenu AllWindowMenus[] = {WindowMenu::Server, WindowMenu::Token,
                                                WindowMenu::View, WindowMenu::Help};
/// With its mnemonic.
[[nodiscard]] QString menuTitle(WindowMenu menu);

/// The groups of the window "Keys".
enum class KeyTopic { None, Tokens, Finding, Servers, Window };

/// One action of the window. Toolbar, menu bar, menu button, row menu and Keys are made from the
/// rows, in their order. A change of `group` puts a separator between two actions.
struct ActionRow
{
    using Text = QString (*)();

    MainWindow::Action id;
    QLatin1String name;        ///< object name
    Text text;                 ///< in menus, with its mnemonic, unique in its menu
    Text label = nullptr;      ///< on a button; null: the text without its mnemonic
    QLatin1String symbol = {}; ///< of resources/icons
    QLatin1String keys = {};   ///< portable, several with "; "
    WindowMenu menu = WindowMenu::None;
    int group = 0;       ///< in the menu bar's menu
    int buttonGroup = 0; ///< in the menu of the menu button; 0: not there, but View is whole
    int rowGroup = 0;    ///< in the menu of a row of the list; 0: not there
    KeyTopic topic = KeyTopic::None;
    Text deed = nullptr; ///< in Keys; null: the text without mnemonic and dots
    bool isCheckable = false;
    bool isDangerous = false; ///< drawn red in menus
};

[[nodiscard]] std::span<const ActionRow> actionTable();
[[nodiscard]] const ActionRow &actionRow(MainWindow::Action id);

/// The keys of the row, most used first.
[[nodiscard]] QList<QKeySequence> keysOf(const ActionRow &row);
/// A text of an action without mnemonic: "&Generate token…" is "Generate token…".
[[nodiscard]] QString withoutMnemonic(const QString &text);
/// And without the dots: what a screen reader and a tooltip say.
[[nodiscard]] QString spokenText(const QString &text);

/// All keys of the window, of the table and of the lists.
[[nodiscard]] QList<KeyGroup> keyGroups();

} // namespace rox
