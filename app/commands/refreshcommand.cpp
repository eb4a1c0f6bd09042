// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/refreshcommand.h"

#include "app/servers/session.h"

namespace rox {

void RefreshCommand::run()
{
    if (session())
        session()->refresh();
}

} // namespace rox
