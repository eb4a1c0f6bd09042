// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

namespace rox {

/// Copies the selected tokens: as a table of text and HTML in the columns of the list, with whole
/// ids; or only the ids or the names, one per line. None of them is a secret.
class CopyCommand : public Command
{
    Q_OBJECT

public:
    enum class What { Table, Id, Name };

    CopyCommand(What what, CommandContext *context, QObject *parent);
    [[nodiscard]] MainWindow::Action action() const override;
    [[nodiscard]] Needs needs() const override;
    void run() override;

private:
    void copyTable(const QStringList &ids);
    void copyLines(const QStringList &ids);
    void tell(const QString &lead);

    What m_what;
};

} // namespace rox
