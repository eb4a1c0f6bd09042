// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/cleanupcommand.h"

#include "app/commands/exportcommand.h"
#include "app/commands/revokecommand.h"
#include "app/pages/sessionstate.h"
#include "app/servers/session.h"
#include "app/tokens/tokenlisting.h"
#include "models/tokens/tokenlistmodel.h"
#include "ui/review/exporttext.h"
#include "ui/revoke/cleanupdialog.h"

#include <memory>
#include <utility>

namespace rox {

CleanUpCommand::CleanUpCommand(What what, CommandContext *context, RevokeCommand *revoke,
                               ExportCommand *exporting, QObject *parent)
    : Command(context, parent)
    , m_what(what)
    , m_revoke(revoke)
    , m_exporting(exporting)
{
    connect(context->listing, &TokenListing::shownChanged, this, [this] {
        if (std::exchange(m_isWaiting, false) && session())
            open();
    });
}

MainWindow::Action CleanUpCommand::action() const
{
    return m_what == What::Expired ? MainWindow::Action::RevokeExpired
                                   : MainWindow::Action::CleanUp;
}

Needs CleanUpCommand::needs() const
{
    return {.connection = true,
            .tokens = true,
            .readList = true,
            .filter = m_what == What::Filtered,
            .oneServer = true,
            .mayRevoke = true};
}

void CleanUpCommand::run()
{
    if (m_dialog || !session())
        return;
    // The rows that are shown are those of an older query until a select under way has ended.
    m_isWaiting = m_what == What::Filtered && listing()->isSelecting();
    if (!m_isWaiting)
        open();
}

CleanUpPlan CleanUpCommand::planNow() const
{
    const TokenTablePtr table = m_what == What::Expired ? listing()->table() : model()->table();
    const UtcMs now = listing()->now();
    if (m_what == What::Expired)
        return {table, now, cleanUpOf(*table, expiredRows(*table, now), model()->knowledge())};
    return {table, now, cleanUpOf(*table, model()->rows(), model()->knowledge())};
}

void CleanUpCommand::open()
{
    const auto plan = std::make_shared<const CleanUpPlan>(planNow());
    const CleanUp &cleanUp = plan->cleanUp;
    Session *on = session();
    TokenQuery query;
    query.status = TokenStatus::Expired;
    if (m_what == What::Filtered)
        query = listing()->query();
    const CleanUpSubject subject{
        .server = factsOf(*on),
        .rows = exporttext::filter(query),
        .note = m_what == What::Expired
                    ? tr("Central deletes expired tokens by itself, about a day after their end.")
                    : QString(),
        .others = plan->table->size() - quint32(cleanUp.going.size() + cleanUp.staying.size())};
    m_dialog = new CleanUpDialog(subject, *plan, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &CleanUpDialog::exportRequested, this, [this, plan, rows = subject.rows] {
        m_exporting->openCleanUp(plan->table, plan->cleanUp, rows, m_dialog);
    });
    connect(m_dialog, &CleanUpDialog::revokeRequested, this,
            [this, plan, on = QPointer(on)] { revoke(on, *plan); });
    connect(on, &Session::retired, m_dialog, &QDialog::reject);
    m_dialog->open();
}

void CleanUpCommand::revoke(Session *session, const CleanUpPlan &plan)
{
    if (!session)
        return;
    QStringList ids;
    ids.reserve(qsizetype(plan.cleanUp.going.size()));
    for (const TokenTable::Row row : plan.cleanUp.going) {
        const std::string_view id = plan.table->id(row);
        ids.append(QString::fromUtf8(id.data(), qsizetype(id.size())));
    }
    m_dialog->accept();
    m_revoke->runFor(session, session->name(), ids);
}

} // namespace rox
