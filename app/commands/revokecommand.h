// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

#include <QPointer>

namespace rox {

class RevokeDialog;
class RevokeListModel;
class Revocation;

/// Asks, then revokes the selected tokens, and says what became of each.
class RevokeCommand : public Command
{
    Q_OBJECT

public:
    RevokeCommand(Workplace *place, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Revoke; }
    [[nodiscard]] Needs needs() const override
    {
        return {.connection = true, .selectedAtLeast = 1, .mayRevoke = true};
    }
    void run() override;
    /// The same for tokens that need not be selected.
    void runFor(const QStringList &ids);

private:
    void openDialog(QList<Token> tokens);
    void start(RevokeDialog *dialog, RevokeListModel *model, Revocation *revocation);
    void finish(RevokeDialog *dialog, RevokeListModel *model, const Revocation *revocation);
    void say(const RevokeListModel *model);
    void sayFailed(const RevokeListModel &model, const QStringList &failed);
    void sayUnknown(const QStringList &unknown);
    void sayDone(const RevokeListModel &model);
    [[nodiscard]] QString nameOf(const QString &id) const;

    QPointer<RevokeDialog> m_dialog;
    QStringList m_unfinished; ///< of the last revocation: the bar offers them again
};

} // namespace rox
