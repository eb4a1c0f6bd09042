// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"

#include <QList>

namespace rox {

/// One event in the life of a token, past or ahead.
struct TimelineEntry
{
    enum class Kind {
        Issued,
        Expired,
        Expires,          ///< ahead
        WouldHaveExpired, ///< a revoked token's expiry, past or ahead
    };
    Kind kind = Kind::Issued;
    UtcMs time = NoTime;
    bool isAhead = false;
    bool isSoon = false; ///< ahead, and within the window that counts as expiring

    bool operator==(const TimelineEntry &) const = default;
};

/// In the order of their kinds. What Central does not tell is left out.
[[nodiscard]] QList<TimelineEntry> timelineOf(const Token &token, TokenStatus status, UtcMs now);

} // namespace rox
