// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <mutex>
#include <utility>

namespace rox {

/// Made at the first call, by whichever thread comes first; the others wait for it.
template <class T>
class Lazy
{
public:
    template <class Make>
    const T &get(Make &&make) const
    {
        std::call_once(m_once, [&] {
            m_value = make();
            m_made.store(true, std::memory_order_release);
        });
        return m_value;
    }
    /// What was made already, or null.
    [[nodiscard]] const T *ifMade() const
    {
        return m_made.load(std::memory_order_acquire) ? &m_value : nullptr;
    }
    /// To be called before another thread can reach this object.
    void set(T value)
    {
        get([&] { return std::move(value); });
    }

private:
    mutable std::once_flag m_once;
    mutable std::atomic_bool m_made = false;
    mutable T m_value{};
};

} // namespace rox
