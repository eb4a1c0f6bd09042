// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <chrono>

namespace rox {

/// False if a D-Bus daemon accepts connections at this address but does not answer AUTH, the first
/// command of every connection, within the limit. QtDBus would wait 25 s for such a daemon in its
/// only thread, and the program's exit with it. True for all else: a daemon that answers, no
/// daemon, an address of an unknown kind.
///
/// Blocks up to the limit: run it on a thread of blockingPool().
[[nodiscard]] bool busGreets(const QString &address, std::chrono::milliseconds limit);

} // namespace rox
