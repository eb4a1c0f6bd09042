// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "models/revoke/revokesummary.h"

#include <QHash>
#include <QPointer>

namespace rox {

struct MessageAction;
class RevokeDialog;
class RevokeJob;
class RevokeListModel;
class Session;
class TokenWrites;

/// Asks, then has a RevokeJob for each server revoke the selected tokens, and shows what became of
/// each.
class RevokeCommand : public Command
{
    Q_OBJECT

public:
    /// `writes` outlives this object.
    RevokeCommand(CommandContext *context, TokenWrites *writes, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override { return MainWindow::Action::Revoke; }
    [[nodiscard]] Needs needs() const override
    {
        return {
            .connection = true, .selectedAtLeast = 1, .selectedUnrevoked = true, .mayRevoke = true};
    }
    void run() override;
    /// The same for tokens of one session that need not be shown. If the session is null or
    /// retired, a message says that its server has to be opened again. Tokens that are known to be
    /// revoked are left out. A token that no list shows is revoked all the same: by its id, which
    /// is shown as its name if nothing else is known of it. Returns the dialog with the question;
    /// null: nothing is asked, and a message says why.
    RevokeDialog *runFor(Session *session, const QString &server, const QStringList &ids);
    /// The same for tokens that the caller knows; what the list says of them takes precedence. The
    /// dialog stands over `over`; null: over the window.
    RevokeDialog *runFor(Session *session, const QString &server, const QList<Token> &tokens,
                         QWidget *over = nullptr);

private:
    /// What is asked about one server.
    struct Target
    {
        Session *session;
        QList<Token> tokens;
        int revokedAlready = 0;
    };
    /// One server of a dialog: its session, and the job that revokes there.
    struct Run
    {
        QPointer<Session> session;
        QString key; ///< of the session
        QString address;
        QString server;
        RevokeDialog *dialog;
        RevokeListModel *model;
        RevokeJob *job;
    };
    using Runs = QList<Run>; ///< of one dialog, by the numbers of the servers in its model
    /// What the message bar says of the last revocation on one server.
    struct Reported
    {
        RevokeSummary summary;
        QPointer<Session> session;
        QString address;
        QString server;
        bool isSelected = false; ///< the tokens that were not revoked
    };
    [[nodiscard]] static Target targetOf(Session *session, const QList<Token> &asked);
    void runForAll();
    void sayNothingToRevoke(const QString &key, const QString &server, qsizetype asked);
    RevokeDialog *openDialog(const QList<Target> &targets, QWidget *over);
    void connectDialog(const Runs &runs);
    static void connectJob(const Run &run);
    void start(const Runs &runs);
    /// Once no job of the dialog runs any more.
    void finish(const Runs &runs);
    void report(const Run &run, bool isSelected);
    void takeListed(const QString &key, const QList<RevokeEvent> &events);
    void showReport(const QString &key);
    [[nodiscard]] Session *sessionOf(const QString &key) const;
    [[nodiscard]] QList<MessageAction> actionsOf(const QString &key);

    TokenWrites *m_writes;
    QPointer<RevokeDialog> m_dialog;
    QList<QPointer<RevokeJob>> m_jobs;  ///< of m_dialog
    bool m_isStarting = false;          ///< some jobs of m_dialog were not started yet
    QHash<QString, Reported> m_reports; ///< by Session::key()
};

} // namespace rox
