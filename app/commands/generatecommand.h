// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "network/centralclient.h"
#include "ui/serverfacts.h"

#include <QPointer>

namespace rox {

class Clock;
class GenerateDialog;
class RevokeCommand;
class RoleListModel;
class Session;
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
    /// One generate, from the click on. The session may be left and gone when its outcome is here.
    struct Asked
    {
        QPointer<Session> session;
        ServerFacts server;
        const Clock *clock = nullptr;
        TokenDraft draft;
        TokenTablePtr before; ///< the list then
        GenerateOutcome::Fate fate = GenerateOutcome::Fate::NotSent;
        UtcMs at = NoTime;
        [[nodiscard]] bool isOpen() const;
    };

    void connectDialog();
    void askForRoles();
    void showRoles(const Result<AllowedRoles> &allowed);
    void generate(const TokenDraft &draft);
    void settle(Asked asked, GenerateOutcome &&outcome);
    void showFailure(const Asked &asked, const ApiError &error);
    void showValue(const Asked &asked, GenerateOutcome &&outcome);
    void lookForCandidates(const Asked &asked);
    void sayUncertain(const Asked &asked, const QString &text);
    void showCandidates(const Asked &asked);
    void keepTyped(const ServerFacts &server, const TokenDraft &draft);

    SecretClipboard *m_clipboard;
    RevokeCommand *m_revoke;
    QPointer<GenerateDialog> m_dialog;
    QPointer<Session> m_session; ///< the dialog's
    QPointer<RoleListModel> m_roles;
    bool m_isAsking = false; ///< Central is to answer what the dialog asked
    TokenDraft m_unfinished; ///< typed, and nothing has come of it for sure: offered again
    QString m_unfinishedAt;  ///< the address of that Central
};

} // namespace rox
