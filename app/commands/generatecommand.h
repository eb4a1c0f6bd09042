// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "app/tokens/opengenerates.h"

#include <QHash>
#include <QPointer>

namespace rox {

class CandidateList;
class GenerateDialog;
class RevokeCommand;
class RoleListModel;
class Session;
class SecretClipboard;

/// Asks what to make, has Central make it once, and shows the value once. Where the answer was lost
/// it has the list read again, and shows what may have been made in a bar for each such generate.
class GenerateCommand : public Command
{
    Q_OBJECT

public:
    /// The clipboard outlives the window. `revoke` revokes a candidate, or the new token.
    GenerateCommand(CommandContext *context, SecretClipboard *clipboard, RevokeCommand *revoke,
                    QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override
    {
        return MainWindow::Action::Generate;
    }
    [[nodiscard]] Needs needs() const override { return {.connection = true, .mayGenerate = true}; }
    void run() override;

private:
    void connectDialog();
    void askForRoles();
    void showRoles(const Result<AllowedRoles> &allowed);
    void generate(const TokenDraft &draft);
    void settle(OpenGenerate asked, GenerateOutcome &&outcome);
    void showFailure(const OpenGenerate &asked, const ApiError &error);
    void showValue(const OpenGenerate &asked, GenerateOutcome &&outcome);
    void keepLost(OpenGenerate lost);
    void tellLost(const QString &id);
    void sayLost(const OpenGenerate &lost, const QString &text);
    void showCandidates(const OpenGenerate &lost);

    SecretClipboard *m_clipboard;
    RevokeCommand *m_revoke;
    QPointer<GenerateDialog> m_dialog;
    QPointer<Session> m_session; ///< the dialog's
    QPointer<RoleListModel> m_roles;
    bool m_isAsking = false; ///< Central is to answer what the dialog asked
    /// Typed, and nothing has come of it for sure: offered again. By the address of its Central.
    QHash<QString, TokenDraft> m_unfinished;
    OpenGenerates m_lost;
    QHash<QString, QPointer<CandidateList>> m_candidates; ///< in the bars, by the id in m_lost
    QHash<QString, OpenGenerate::State> m_told;           ///< what the bars say, by the same id
};

} // namespace rox
