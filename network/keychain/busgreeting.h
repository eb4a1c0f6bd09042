// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <chrono>

namespace rox {

/// False if a D-Bus daemon takes connections at this address and then says nothing, not even what
/// precedes every connection (the answer to AUTH), within the limit. QtDBus would wait 25 s for
/// such a one in its only thread, and the end of the program would wait with it. True for all else:
/// a daemon that answers, none at all, an address of a kind that is not known here.
///
/// Blocks for as long as the limit: for a thread of waitingPool().
[[nodiscard]] bool busGreets(const QString &address, std::chrono::milliseconds limit);

} // namespace rox
