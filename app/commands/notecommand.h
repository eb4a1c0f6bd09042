// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

namespace rox {

/// Goes to the note of the selected token. Needs no connection: notes are kept on this computer.
class NoteCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    [[nodiscard]] MainWindow::Action action() const override
    {
        return MainWindow::Action::EditNote;
    }
    [[nodiscard]] Needs needs() const override
    {
        return {.selectedAtLeast = 1, .selectedAtMost = 1};
    }
    void run() override;
};

} // namespace rox
