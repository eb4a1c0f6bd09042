// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <mutex>

namespace rox {

/// Made at the first call, by whichever thread comes first; the others wait for it.
template <class T>
class Lazy
{
public:
    template <class Make>
    const T &get(Make &&make) const
    {
        std::call_once(m_once, [&] { m_value = make(); });
        return m_value;
    }

private:
    mutable std::once_flag m_once;
    mutable T m_value{};
};

} // namespace rox
