// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

namespace rox {

/// Reads the list again; on all servers that of each.
class RefreshCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Refresh; }
    [[nodiscard]] Needs needs() const override { return {.connection = true, .idleList = true}; }
    void run() override;

private:
    void refreshAll();
};

} // namespace rox
