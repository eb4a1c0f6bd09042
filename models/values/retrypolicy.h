// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <chrono>
#include <optional>

namespace rox {

/// Exponential backoff for automatic retries after a temporary error. Honours Retry-After and
/// limits the number of tries. Only for requests that are harmless if repeated: GETs and sign-ins.
class RetryPolicy
{
public:
    struct Pauses
    {
        std::chrono::milliseconds first{2'000};     ///< doubled for each further pause
        std::chrono::milliseconds longest{300'000}; ///< upper limit of the pauses
        /// No automatic retry after a longer Retry-After.
        std::chrono::milliseconds maxRetryAfter{300'000};
        int maxTries = 5; ///< 0: no limit
    };
    /// Which temporary errors (mayPass()) are retried.
    enum class After {
        Any,    ///< all of them
        Answer, ///< answers of Central or a gateway; network errors are shown at once
    };

    RetryPolicy(Pauses pauses, After after)
        : m_pauses(pauses)
        , m_after(after)
    {}

    /// The pause before the next try, and counts that try. std::nullopt: no further try.
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const ApiError &error);
    /// Call it after a success or a request by the user: the count of tries restarts.
    void reset() { m_tries = 0; }

private:
    Pauses m_pauses;
    After m_after;
    int m_tries = 0;
};

} // namespace rox
