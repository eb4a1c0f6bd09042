// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <optional>

namespace rox {

/// How long ago bytes last passed over the kept connections of a manager. Gateways and firewalls
/// drop idle connections silently, and all are dropped while this computer sleeps. A request on a
/// dropped connection waits for an answer that never comes.
class ConnectionAge
{
public:
    /// The steady clock stands still while the computer sleeps, the wall clock goes on.
    struct Time
    {
        std::chrono::milliseconds steady{0};
        std::chrono::milliseconds wall{0};
        [[nodiscard]] static Time now();
    };

    /// Bytes were sent or received.
    void touch(Time now) { m_last = now; }
    /// No bytes passed for `longestIdle`, or the computer slept meanwhile. A wall clock that was
    /// set by hand looks like sleep, and costs a new connection. False before the first touch().
    [[nodiscard]] bool isOver(Time now, std::chrono::milliseconds longestIdle) const;
    [[nodiscard]] bool hasSlept(Time now) const;

private:
    std::optional<Time> m_last;
};

} // namespace rox
