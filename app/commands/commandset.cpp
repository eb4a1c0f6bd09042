// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/commandset.h"

#include "app/servers/session.h"
#include "models/values/visibletext.h"
#include "ui/window/readingonly.h"

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

QString unmet(const Needs &needs, const Workplace &place, int selected, bool allRevoked)
{
    if (needs.connection && !place.session)
        return Reasons::tr("Connect to a Central first.");
    if (place.session) {
        const Standing standing = place.session->standing();
        // Central may be there again at the next look, but it takes a revoked token no more.
        if (needs.mayRevoke || needs.mayGenerate
            || (needs.connection && standing == Standing::OwnTokenRevoked)) {
            if (QString why = readingOnlyReason(standing, place.session->name()); !why.isEmpty())
                return why;
        }
        if (QString why = forbidden(needs, *place.session); !why.isEmpty())
            return why;
        if (needs.idleList && place.session->isReading())
            return Reasons::tr("The list is being read.");
    }
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

CommandSet::CommandSet(Workplace *place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{}

void CommandSet::add(Command *command)
{
    m_commands.append(command);
    connect(m_place->window->action(command->action()), &QAction::triggered, command,
            &Command::run);
}

void CommandSet::update()
{
    const int selected = m_place->window->selectedCount();
    const bool allRevoked = m_place->window->selectionIsRevoked();
    for (const Command *command : std::as_const(m_commands)) {
        const QString why = unmet(command->needs(), *m_place, selected, allRevoked);
        m_place->window->setActionState(command->action(), why.isEmpty(), why);
    }
}

} // namespace rox
