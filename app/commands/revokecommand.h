// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

#include <QPointer>

namespace rox {

class RevokeDialog;
class RevokeListModel;
class Revocation;
class Session;

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
    /// The same for tokens that need not be selected, of a session that need not be shown. Null,
    /// or retired: says that this server has to be opened again. Those that are known to be revoked
    /// are left out. A token that no list shows is revoked all the same: by its id, which stands
    /// for its name where nothing else is known of it.
    void runFor(Session *session, const QString &server, const QStringList &ids);
    /// The same where the caller knows the tokens; what the list says of them goes first.
    void runFor(Session *session, const QString &server, const QList<Token> &tokens);

private:
    /// One revocation: whose tokens, which, and where the user follows it.
    struct Run
    {
        QPointer<Session> session;
        QString server;
        RevokeDialog *dialog;
        RevokeListModel *model;
        Revocation *revocation;
    };
    void openDialog(Session *session, QList<Token> tokens);
    void connectDialog(const Run &run);
    void start(const Run &run);
    void finish(const Run &run);
    void tell(const Run &run);
    [[nodiscard]] static Message failedMessage(const RevokeListModel &model,
                                               const QStringList &failed);
    [[nodiscard]] static Message unknownMessage(const RevokeListModel &model,
                                                const QStringList &unknown);
    [[nodiscard]] static Message doneMessage(const RevokeListModel &model);

    QPointer<RevokeDialog> m_dialog;
};

} // namespace rox
