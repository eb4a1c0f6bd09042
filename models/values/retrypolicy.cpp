// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/retrypolicy.h"

#include <algorithm>

namespace rox {

std::optional<std::chrono::milliseconds> RetryPolicy::pauseAfter(const ApiError &error)
{
    using std::chrono::milliseconds;
    const Reach came = reach(error.kind);
    const bool isAnswer = came == Reach::Refused || came == Reach::Failed;
    const bool isWorthIt = mayPass(error.kind) && (m_after == After::Any || isAnswer);
    if (!isWorthIt || (m_pauses.maxTries > 0 && m_tries >= m_pauses.maxTries))
        return std::nullopt;
    constexpr int MaxDoublings = 20; // avoids overflow; far above any longest pause
    const milliseconds grown =
        std::min(m_pauses.first * (1 << std::min(m_tries, MaxDoublings)), m_pauses.longest);
    const milliseconds asked(error.retryAfterMs.value_or(0));
    if (asked > m_pauses.maxRetryAfter)
        return std::nullopt;
    ++m_tries;
    return asked.count() > 0 ? asked : grown;
}

} // namespace rox
