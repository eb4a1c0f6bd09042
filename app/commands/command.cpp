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

Session *Command::sessionOn(const QString &key, const QString &address, Session *begun) const
{
    Session *now = m_context->sessions->withKey(key);
    return now && now->isStarted() && now->address() == address ? now : begun;
}

void Command::say(const QString &key, const QString &server, Message message) const
{
    const auto id = ServerId::parse(key);
    if (id && m_context->directory->find(*id))
        message.server = key; // else it was removed: the message belongs to no server
    if (!session() || session()->key() != key || m_context->directory->entries().size() > 1)
        message.lead = leadWithServer(server, message.lead);
    window()->messageBar()->show(message);
}

} // namespace rox
