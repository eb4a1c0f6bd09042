// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/tokens/tokenhistory.h"

#include <QList>

namespace rox {

/// One event in the life of a token, past or ahead.
struct TimelineEntry
{
    enum class Kind {
        Issued,
        FirstSeen,      ///< in a list that this program read
        LastSeenActive, ///< of a revoked token
        Made,           ///< by this program
        RevokedByUs,
        Revoked, ///< between `time` and `until`; without `time`: before `until`
        Gone,    ///< from Central, between `time` and `until`
        Expired,
        Expires,          ///< ahead
        WouldHaveExpired, ///< a revoked token's expiry, past or ahead
    };
    Kind kind = Kind::Issued;
    UtcMs time = NoTime;
    bool isAhead = false;
    bool isSoon = false; ///< ahead, and within the window that counts as expiring
    UtcMs until = NoTime;
    QString by = {}; ///< shown name of who did it; empty: not known

    bool operator==(const TimelineEntry &) const = default;
};

/// In the order in which they happened. What Central does not tell is left out.
/// `life` is what the history remembers of it; null: nothing.
[[nodiscard]] QList<TimelineEntry> timelineOf(const Token &token, TokenStatus status, UtcMs now,
                                              const TokenLife *life = nullptr);

} // namespace rox
