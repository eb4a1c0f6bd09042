// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <cstdint>

namespace rox::demo {

/// By how many seconds the demo's clock is ahead of the computer's. Set once, before any thread
/// starts.
inline std::int64_t clockSkewSeconds = 0;

/// Nanoseconds since 1970, UTC, by the demo's clock.
inline std::int64_t currentNanoseconds()
{
    using namespace std::chrono;
    const auto now = system_clock::now() + seconds(clockSkewSeconds);
    return duration_cast<nanoseconds>(now.time_since_epoch()).count();
}

/// Seconds since 1970, UTC, by the demo's clock.
inline std::int64_t currentSeconds()
{
    return currentNanoseconds() / 1'000'000'000;
}

} // namespace rox::demo
