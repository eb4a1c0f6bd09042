// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/notecommand.h"

#include "ui/window/tokenarea.h"

namespace rox {

void NoteCommand::run()
{
    window()->tokens()->editNote();
}

} // namespace rox
