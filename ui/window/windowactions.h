// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/window/mainwindow.h"

#include <QHash>
#include <QObject>

namespace rox {

/// The actions of the window: shortcut, icon, text, and why one is disabled.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    [[nodiscard]] QAction *action(MainWindow::Action which) const { return m_actions.value(which); }
    void setState(MainWindow::Action which, bool enabled, const QString &whyNot);

private:
    QAction *add(MainWindow::Action which, const QString &text, const QString &name,
                 const QString &object, const QKeySequence &shortcut);
    QHash<MainWindow::Action, QAction *> m_actions;
    QHash<MainWindow::Action, QString> m_names; ///< without dots
};

} // namespace rox
