// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

#include <QPointer>

namespace rox {

class CleanUpDialog;
class ExportCommand;
class RevokeCommand;
struct CleanUpPlan;

/// Shows which tokens of the view and the filters can be revoked and which stay, exports both, and
/// has the first revoked. RevokeCommand asks as for any revoke.
class CleanUpCommand : public Command
{
    Q_OBJECT

public:
    enum class What {
        Filtered, ///< the tokens that the list shows
        Expired   ///< of the whole list
    };

    /// `revoke` and `exporting` outlive this object.
    CleanUpCommand(What what, CommandContext *context, RevokeCommand *revoke,
                   ExportCommand *exporting, QObject *parent);

    [[nodiscard]] MainWindow::Action action() const override;
    [[nodiscard]] Needs needs() const override;
    void run() override;

private:
    [[nodiscard]] CleanUpPlan planNow() const;
    void open();
    void revoke(Session *session, const CleanUpPlan &plan);

    What m_what;
    RevokeCommand *m_revoke;
    ExportCommand *m_exporting;
    QPointer<CleanUpDialog> m_dialog;
    bool m_isWaiting = false; ///< for the rows of the newest query
};

} // namespace rox
