// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"

namespace rox {

/// Why these needs are not met while the window is on all servers; empty if they are, as far as
/// they are about servers. A revoke and a rotation need the server of each selected token that is
/// not revoked; a generate needs one server that can.
[[nodiscard]] QString unmetOnAll(const Needs &needs, const CommandContext &context);

/// The sessions that a token can be generated on, in the order of the servers.
[[nodiscard]] QList<Session *> generatingSessions(const CommandContext &context);

} // namespace rox
