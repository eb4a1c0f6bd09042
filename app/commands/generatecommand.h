// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "network/centralclient.h"

#include <QPointer>

namespace rox {

class GenerateDialog;
class RevokeCommand;
class RoleListModel;
class SecretClipboard;

/// Asks what to make, has Central make it once, and shows the value once. Where the answer was lost
/// it lists again and shows what may have been made.
class GenerateCommand : public Command
{
    Q_OBJECT

public:
    /// The clipboard outlives the window. `revoke` revokes a candidate, or the new token.
    GenerateCommand(Workplace *place, SecretClipboard *clipboard, RevokeCommand *revoke,
                    QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override
    {
        return MainWindow::Action::Generate;
    }
    [[nodiscard]] Needs needs() const override { return {.connection = true, .mayGenerate = true}; }
    void run() override;

private:
    void askForRoles();
    void generate(const TokenDraft &draft);
    void settle(const TokenDraft &draft, GenerateOutcome &&outcome);
    void showValue(GenerateOutcome &&outcome);
    void lookForCandidates(const TokenDraft &draft, GenerateOutcome::Fate fate, UtcMs askedAt);
    void sayUncertain(const TokenDraft &draft, GenerateOutcome::Fate fate, const QString &text);
    void showCandidates(const TokenDraft &draft, GenerateOutcome::Fate fate, UtcMs askedAt);

    SecretClipboard *m_clipboard;
    RevokeCommand *m_revoke;
    QPointer<GenerateDialog> m_dialog;
    QPointer<RoleListModel> m_roles;
    TokenTablePtr m_before;  ///< the list when the last generate was asked for
    TokenDraft m_unfinished; ///< typed, and its fate is not known: offered again
};

} // namespace rox
