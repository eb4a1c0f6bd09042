// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/window/actiontable.h"

#include <QHash>
#include <QObject>

#include <functional>

class QMenu;

namespace rox {

class ContextMenu;

/// The actions of actionTable(), and the menus that are made of them. Each action belongs to the
/// window: its keys work whether a menu with it is shown or not.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    [[nodiscard]] QAction *action(MainWindow::Action which) const { return m_actions.value(which); }
    /// `whyNot` is said in the tooltip of a disabled action.
    void setState(MainWindow::Action which, bool enabled, const QString &whyNot);
    /// "Copy 3 IDs" for three.
    void setSelectedCount(int count);

    /// A menu of the menu bar.
    [[nodiscard]] QMenu *makeMenu(WindowMenu menu, QWidget *parent) const;
    /// The menu of the menu button, with View inside it.
    [[nodiscard]] QMenu *makeButtonMenu(QWidget *parent) const;
    /// The menu of a row of the list. `addFilters` adds the filters by what the row has, before the
    /// dangerous actions.
    void fillRowMenu(ContextMenu *menu, const std::function<void(QMenu *)> &addFilters) const;

private:
    void add(const ActionRow &row);
    void setText(MainWindow::Action which, const QString &text, const QString &label);

    QWidget *m_window;
    QHash<MainWindow::Action, QAction *> m_actions;
    QHash<MainWindow::Action, QString> m_reasons; ///< of the disabled ones
};

} // namespace rox
