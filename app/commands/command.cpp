// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"

#include "app/servers/session.h"
#include "app/servers/sessionstate.h"
#include "ui/widgets/messagebar.h"

namespace rox {

Command::Command(Workplace *place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{}

Session *Command::sessionOn(const QString &key, Session *begun) const
{
    return session() && session()->key() == key ? session() : begun;
}

void Command::say(const Session *about, const QString &server, Message message) const
{
    if (about)
        message.server = about->key();
    // A message about a server that the window is not on says so, and so it does among several.
    if (!about || about != session() || window()->serverCount() > 1)
        message.lead = leadWithServer(server, message.lead);
    window()->messageBar()->show(message);
}

} // namespace rox
