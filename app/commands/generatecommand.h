// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "app/tokens/opengenerates.h"

#include <QHash>
#include <QPointer>

namespace rox {

struct AllowedRoles;
class CandidateList;
class GenerateDialog;
class GeneratedDialog;
class GenerateFlow;
class RevokeCommand;
class RoleListModel;
class SecretClipboard;
class TokenWrites;

/// Connects "Generate token" and "Token generated" with a GenerateFlow, and shows a message bar for
/// each open generate.
class GenerateCommand : public Command
{
    Q_OBJECT

public:
    /// `writes` and `clipboard` outlive this object; the clipboard outlives the window too.
    /// `revoke` revokes a candidate, or the new token.
    GenerateCommand(CommandContext *context, TokenWrites *writes, SecretClipboard *clipboard,
                    RevokeCommand *revoke, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override
    {
        return MainWindow::Action::Generate;
    }
    [[nodiscard]] Needs needs() const override { return {.connection = true, .mayGenerate = true}; }
    void run() override;

private:
    void runOn(Session *session);
    void askWhere(); ///< on which server
    void connectDialog(GenerateFlow *flow, RoleListModel *roles);
    void showRoles(const GenerateFlow &flow, RoleListModel *roles, const AllowedRoles &allowed);
    void take(GenerateFlow *flow, const GenerateEvent &event);
    void showValue(GenerateFlow *flow, const GenerateEvent &event);
    void askToRevoke(GenerateFlow *flow, const GenerateEvent &event, GeneratedDialog *dialog);
    void showOpen(const IntentId &id);
    /// `withFocus`: the list that this one replaces had the focus.
    void showCandidates(const OpenGenerate &open, bool withFocus);
    [[nodiscard]] QString messageId(const IntentId &id) const;

    TokenWrites *m_writes;
    OpenGenerates *m_open; ///< of m_writes
    SecretClipboard *m_clipboard;
    RevokeCommand *m_revoke;
    QPointer<GenerateDialog> m_dialog;
    /// Drafts that made no token for sure, by the address of their Central: offered again.
    QHash<QString, TokenDraft> m_unfinished;
    QHash<IntentId, QPointer<CandidateList>> m_candidates; ///< in the message bars
    QHash<IntentId, OpenGenerate::Search> m_shown;         ///< what the message bars say
};

} // namespace rox
