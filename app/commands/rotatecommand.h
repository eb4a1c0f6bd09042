// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "models/rotate/rotationrow.h"
#include "models/tokens/tokenevent.h"

#include <QPointer>

namespace rox {

struct AllowedRoles;
class RevokeCommand;
class RoleListModel;
class RotateDialog;
class RotatedDialog;
class RotationActions;
class RotationFlow;
class Rotations;
class SecretClipboard;
class TokenWrites;

/// Connects "Rotate token" and "New token for X" with a RotationFlow. Of several selected tokens,
/// one after the other: each value is handed over before the next token is asked for.
class RotateCommand : public Command
{
    Q_OBJECT

public:
    struct Parts
    {
        TokenWrites *writes;
        Rotations *rotations;
        RotationActions *actions;
        SecretClipboard *clipboard; ///< outlives the window too
        RevokeCommand *revoke;
    };
    /// All of `parts` outlive this object.
    RotateCommand(CommandContext *context, const Parts &parts, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Rotate; }
    [[nodiscard]] Needs needs() const override
    {
        return {.connection = true,
                .selectedAtLeast = 1,
                .selectedUnrevoked = true,
                .mayGenerate = true};
    }
    void run() override;
    /// These tokens of this session, one after the other.
    void runFor(Session *session, const QList<Token> &tokens);

private:
    /// A token, and the session of its server.
    struct Coming
    {
        QPointer<Session> session;
        Token token;
    };
    void runFor(const QList<Coming> &tokens);
    void startNext();
    void connectDialog(RotationFlow *flow, RoleListModel *roles);
    void showRoles(const RotationFlow &flow, RoleListModel *roles, const AllowedRoles &allowed);
    void askBesideOthers(RotationFlow *flow, const QList<RotationRow> &others);
    void take(RotationFlow *flow, const GenerateEvent &event);
    void showValue(RotationFlow *flow, const GenerateEvent &event);
    void connectValue(RotationFlow *flow, const GenerateEvent &event, RotatedDialog *dialog);
    void askToRevokeNew(RotationFlow *flow, const GenerateEvent &event, RotatedDialog *dialog);
    [[nodiscard]] RotationRow rowOf(const RotationFlow &flow) const;

    Parts m_parts;
    QList<Coming> m_coming; ///< after the one that is shown
    QPointer<RotateDialog> m_dialog;
};

} // namespace rox
