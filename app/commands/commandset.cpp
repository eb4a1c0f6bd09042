// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/commandset.h"

#include "app/commands/allserversneeds.h"
#include "app/servers/session.h"
#include "app/tokens/tokenlisting.h"
#include "models/values/visibletext.h"
#include "ui/window/offlinemessages.h"
#include "ui/window/tokenarea.h"

#include <QAction>
#include <QCoreApplication>

namespace rox {

namespace {

struct Reasons
{
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

QString forbidden(const Needs &needs, const Session &session)
{
    const auto &permissions = session.permissions();
    if (!permissions)
        return {};
    const QString server = shownName(session.name());
    if (needs.mayRevoke && !permissions->mayRevoke())
        return Reasons::tr("You may not revoke on %1: your roles lack write access to Integration.")
            .arg(server);
    if (needs.mayGenerate && !permissions->mayGenerate()) {
        if (permissions->mayRevoke())
            return Reasons::tr("You may not generate on %1: your roles lack read access to Access.")
                .arg(server);
        if (permissions->mayReadRoles())
            return Reasons::tr("You may not generate on %1: your roles lack write access to "
                               "Integration.")
                .arg(server);
        return Reasons::tr("You may not generate on %1: your roles lack write access to "
                           "Integration and read access to Access.")
            .arg(server);
    }
    return {};
}

} // namespace

QString unmet(const Needs &needs, const Session &session)
{
    const Standing standing = session.standing();
    // Reading may succeed later if Central is unreachable, but never with a revoked token.
    if (needs.mayRevoke || needs.mayGenerate
        || (needs.connection && standing == Standing::OwnTokenRevoked)) {
        if (QString why = offlineReason(standing, session.name()); !why.isEmpty())
            return why;
    }
    if (QString why = forbidden(needs, session); !why.isEmpty())
        return why;
    if ((needs.selectedUnrevoked || needs.readList) && session.tokens().isListOfHistory())
        return Reasons::tr("The list of %1 is an older one: wait until it was read.")
            .arg(shownName(session.name()));
    return {};
}

QString unmet(const Needs &needs, const CommandContext &context, int selected, bool allRevoked)
{
    const Session *session = context.session();
    const bool isAll = context.scope->isAll();
    if (needs.connection && !session && !isAll)
        return Reasons::tr("Connect to a Central first.");
    if (isAll) {
        if (QString why = unmetOnAll(needs, context); !why.isEmpty())
            return why;
    } else if (session) {
        if (QString why = unmet(needs, *session); !why.isEmpty())
            return why;
        if (needs.idleList && session->isReading())
            return Reasons::tr("The list is being read.");
    }
    if (needs.tokens && context.listing->table()->isEmpty())
        return session || isAll ? Reasons::tr("There are no tokens in the list.")
                                : Reasons::tr("Connect to a Central first.");
    if (needs.filter && context.listing->query().hidesNothing())
        return Reasons::tr("Choose a view or a filter first: its tokens are cleaned up.");
    if (needs.selectedAtLeast == 1 && selected < 1)
        return needs.selectedAtMost == 1 ? Reasons::tr("Select a token first.")
                                         : Reasons::tr("Select one or more tokens first.");
    if (needs.selectedAtMost >= 0 && selected > needs.selectedAtMost)
        return Reasons::tr("Select one token only.");
    if (needs.selectedUnrevoked && allRevoked)
        return selected == 1 ? Reasons::tr("The selected token is revoked already.")
                             : Reasons::tr("The selected tokens are revoked already.");
    return {};
}

CommandSet::CommandSet(CommandContext *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

void CommandSet::add(Command *command)
{
    m_commands.append(command);
    connect(m_context->window->action(command->action()), &QAction::triggered, command,
            &Command::run);
}

void CommandSet::update()
{
    const int selected = m_context->window->selectedCount();
    const bool allRevoked = m_context->window->tokens()->selectionIsRevoked();
    for (const Command *command : std::as_const(m_commands)) {
        const QString why = unmet(command->needs(), *m_context, selected, allRevoked);
        m_context->window->setActionState(command->action(), why.isEmpty(), why);
    }
}

} // namespace rox
