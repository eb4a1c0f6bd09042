// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <optional>

namespace rox {

/// How long ago the kept connections of a manager were last seen alive. A gateway or a firewall
/// forgets an idle connection without a word, and so does everything while this computer sleeps: a
/// request on it then waits for an answer that never comes.
class ConnectionAge
{
public:
    /// Two clocks: the steady one stands still while the computer sleeps, the wall's goes on.
    struct Time
    {
        std::chrono::milliseconds steady{0};
        std::chrono::milliseconds wall{0};
        [[nodiscard]] static Time now();
    };

    /// Bytes went, or came.
    void touch(Time now) { m_last = now; }
    /// Nothing went or came for so long, or the computer slept meanwhile. An hour that was set by
    /// hand looks the same, and costs a new connection. False before the first touch().
    [[nodiscard]] bool isOver(Time now, std::chrono::milliseconds longestIdle) const;
    [[nodiscard]] bool hasSlept(Time now) const;

private:
    std::optional<Time> m_last;
};

} // namespace rox
