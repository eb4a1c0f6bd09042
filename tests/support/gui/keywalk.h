// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

namespace rox::gui {

/// Makes and shows a window; the walk deletes it.
using WindowMaker = std::function<QWidget *()>;

struct KeyWalk
{
    QStringList walked; ///< names of the widgets that got the key
    QStringList faults; ///< a line for each key that did something else than it should
};

/// Gives the focus to each button that the keyboard reaches, in a window made anew for each, and
/// sends the key. Exactly that button has to be pressed, once.
[[nodiscard]] KeyWalk pressEachButton(const WindowMaker &make, Qt::Key key);

/// The same for each text field: exactly the default button has to be pressed, once; none if the
/// window has none that is enabled.
[[nodiscard]] KeyWalk pressInEachField(const WindowMaker &make, Qt::Key key,
                                       const QStringList &exceptNames = {});

} // namespace rox::gui
