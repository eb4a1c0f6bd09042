// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/refreshcommand.h"

#include "app/servers/session.h"

namespace rox {

void RefreshCommand::run()
{
    if (session())
        session()->refresh();
    else if (context().scope->isAll())
        refreshAll();
}

/// Asks nobody: a server that needs a person stays as it is.
void RefreshCommand::refreshAll()
{
    const auto entries = context().directory->entries();
    for (const ServerEntry &entry : entries) {
        Session *each = context().sessions->find(entry.id());
        if (!each && entry.isProfile())
            context().sessions->open(entry.id());
        else if (each && !each->isStarted())
            each->open();
        else if (each && !each->isReading())
            each->refresh();
    }
}

} // namespace rox
