// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

namespace rox::bench {

/// The wall-clock duration of `work` in milliseconds.
[[nodiscard]] double msOf(const std::function<void()> &work);
/// The median duration of `runs` runs.
[[nodiscard]] double medianMs(int runs, const std::function<void()> &work);

struct Pair
{
    double ours = 0;
    double peer = 0;
};

/// The medians of two tasks that run alternately, so that a busy machine slows both.
[[nodiscard]] Pair medianMsBeside(int runs, const std::function<void()> &ours,
                                  const std::function<void()> &peer);

/// Prevents the compiler from removing the computation of `value`.
template <class T>
void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

} // namespace rox::bench
