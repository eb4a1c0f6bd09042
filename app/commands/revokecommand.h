// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "app/commands/revokereport.h"

#include <QHash>
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
    RevokeCommand(CommandContext *context, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Revoke; }
    [[nodiscard]] Needs needs() const override
    {
        return {
            .connection = true, .selectedAtLeast = 1, .selectedUnrevoked = true, .mayRevoke = true};
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
        QString key; ///< of the session
        QString server;
        RevokeDialog *dialog;
        RevokeListModel *model;
        Revocation *revocation;
    };
    /// What the bar says of the last revocation on one server.
    struct Reported
    {
        RevokeReport report;
        QPointer<Session> session;
        QString server;
    };
    void openDialog(Session *session, QList<Token> tokens, int revokedAlready);
    void connectDialog(const Run &run);
    void start(const Run &run);
    void finish(const Run &run);
    void tell(const Run &run);
    void followOpenRevokes(Session *session);
    void sayReport(const QString &key);
    void act(const QString &key, RevokeReport::Action action);

    QPointer<RevokeDialog> m_dialog;
    QHash<QString, Reported> m_reports; ///< by Session::key()
};

} // namespace rox
