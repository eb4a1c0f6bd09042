// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

namespace rox {

/// Copies the ids or the names of the selected tokens, one per line. Neither is a secret.
class CopyCommand : public Command
{
    Q_OBJECT

public:
    enum class What { Id, Name };

    CopyCommand(What what, CommandContext *context, QObject *parent);
    [[nodiscard]] MainWindow::Action action() const override;
    [[nodiscard]] Needs needs() const override;
    void run() override;

private:
    What m_what;
};

} // namespace rox
