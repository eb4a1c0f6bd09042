// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <chrono>
#include <optional>

namespace rox {

/// When to ask again by itself after an error that may pass: after growing pauses, not before the
/// server said (Retry-After), and not for ever. For GETs, sign-ins and what else does no harm when
/// it is asked twice.
class RetryPolicy
{
public:
    struct Pauses
    {
        std::chrono::milliseconds first{2'000};     ///< each of the next is twice as long
        std::chrono::milliseconds longest{300'000}; ///< they grow no further
        /// A server that wants to be left alone for longer is not asked again by itself.
        std::chrono::milliseconds longestAsked{300'000};
        int mostTries = 5; ///< 0: no limit
    };
    /// Which errors are worth waiting for.
    enum class After {
        Any,    ///< whatever may pass
        Answer, ///< what Central or a gateway answered; a network that fails is said at once
    };

    RetryPolicy(Pauses pauses, After after)
        : m_pauses(pauses)
        , m_after(after)
    {}

    /// How long to wait before the next try, which is counted; nothing: there is none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const ApiError &error);
    /// It succeeded, or somebody asked: the next error is the first.
    void reset() { m_tries = 0; }

private:
    Pauses m_pauses;
    After m_after;
    int m_tries = 0;
};

} // namespace rox
