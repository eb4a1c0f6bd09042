// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>

namespace rox::bench {

/// Milliseconds that this took, on the wall.
[[nodiscard]] double msOf(const std::function<void()> &work);
/// The median of so many runs.
[[nodiscard]] double medianMs(int runs, const std::function<void()> &work);

struct Pair
{
    double ours = 0;
    double peer = 0;
};

/// Medians of two works that take turns, so that a busy machine slows both alike.
[[nodiscard]] Pair medianMsBeside(int runs, const std::function<void()> &ours,
                                  const std::function<void()> &peer);

/// Keeps a result from being optimised away.
template <class T>
void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

} // namespace rox::bench
