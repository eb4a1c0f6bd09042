// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/command.h"

#include "models/values/visibletext.h"
#include "ui/parts/messagebar.h"

namespace rox {

Command::Command(Workplace *place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{}

void Command::say(const Session *about, const QString &server, Message message) const
{
    if (!about || about != session())
        message.lead = tr("%1: %2", "a server, and what happened there")
                           .arg(visibleText(server), message.lead);
    window()->messageBar()->show(message);
}

} // namespace rox
