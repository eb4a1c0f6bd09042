// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "models/review/leakedtoken.h"
#include "models/values/secret.h"

#include <QPointer>
#include <QTimer>

namespace rox {

class HistoryStore;
class LeakCheck;
class LeakCheckResult;
class LeakDialog;
class RevokeCommand;

/// Opens "Find a leaked token" with the lists of all open sessions and the histories of all
/// Centrals to compare with, and has what it finds revoked there, or the values sent there to check
/// them. Needs no connection.
class LeakCommand : public Command
{
    Q_OBJECT

public:
    /// All of them outlive this object.
    LeakCommand(CommandContext *context, const Clock *clock, RevokeCommand *revoke,
                HistoryStore *history, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override
    {
        return MainWindow::Action::FindLeak;
    }
    [[nodiscard]] Needs needs() const override { return {}; }
    void run() override;
    /// The same, and looks through this text.
    void find(const Secret &text);

Q_SIGNALS:
    void signInRequested(const rox::ServerId &id);

private:
    /// Tokens of one server.
    struct Batch
    {
        QString key;
        QString server;
        QList<Token> tokens;
    };

    LeakDialog *open();
    [[nodiscard]] QList<LeakServer> servers() const;
    void follow();
    void lookUpRemembered();
    void revoke(const QList<LeakedToken> &tokens);
    void revokeNext(QList<Batch> batches);
    void askToCheck(const QList<LeakedToken> &tokens);
    void check(const QList<LeakedToken> &tokens);
    void checkAfterRevoke();
    void showVerdicts();
    void endCheck();

    CommandContext *m_context;
    const Clock *m_clock;
    RevokeCommand *m_revoke;
    HistoryStore *m_history;
    QPointer<LeakDialog> m_dialog;
    QPointer<LeakCheck> m_check; ///< of m_dialog
    QPointer<LeakCheckResult> m_result;
    bool m_checksAgain = false;    ///< after a revoke
    QPointer<QObject> m_following; ///< of m_dialog: context of the connections to the sessions
    bool m_asksHistory = false;    ///< with the next m_soon
    QTimer m_soon; ///< several lists and facts may come in one turn of the event loop
};

} // namespace rox
