// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

#include <QPointer>

#include <functional>

class QDialog;

namespace rox {

/// Opens a dialog that stands beside the window, like Help. While it is open, the command brings it
/// to the front.
class DialogCommand : public Command
{
    Q_OBJECT

public:
    /// Makes the dialog as a child of this widget.
    using Maker = std::function<QDialog *(QWidget *parent)>;

    DialogCommand(MainWindow::Action action, Maker make, CommandContext *context, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override { return m_action; }
    [[nodiscard]] Needs needs() const override { return {}; }
    void run() override;

private:
    MainWindow::Action m_action;
    Maker m_make;
    QPointer<QDialog> m_dialog;
};

} // namespace rox
