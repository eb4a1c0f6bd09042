// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"

#include "app/pages/sessionstate.h"
#include "ui/widgets/messagestack.h"

namespace rox {

Command::Command(CommandContext *context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{}

Session *Command::sessionOn(const QString &key, Session *begun) const
{
    Session *now = m_context->sessions->withKey(key);
    return now && now->isStarted() ? now : begun;
}

void Command::say(const Session *about, const QString &server, Message message) const
{
    if (about)
        message.server = about->key();
    // The server is named unless the window shows it and there is no other.
    if (!about || about != session() || window()->serverCount() > 1)
        message.lead = leadWithServer(server, message.lead);
    window()->messageBar()->show(message);
}

} // namespace rox
