// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <mutex>

namespace rox::demo {

/// Refuses more than @p perSecond calls in a second. Central delays a call for up to ten seconds
/// first; the demo refuses it at once. Any thread.
class RateLimit
{
public:
    explicit RateLimit(int perSecond)
        : m_perSecond(perSecond)
    {}

    bool admit()
    {
        if (m_perSecond == 0)
            return true;
        const auto now = std::chrono::steady_clock::now();
        const std::lock_guard lock(m_mutex);
        if (now - m_windowStart >= std::chrono::seconds(1)) {
            m_windowStart = now;
            m_admitted = 0;
        }
        return m_admitted++ < m_perSecond;
    }

private:
    const int m_perSecond;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_windowStart{};
    int m_admitted = 0;
};

} // namespace rox::demo
