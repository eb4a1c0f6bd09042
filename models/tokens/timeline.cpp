// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/timeline.h"

namespace rox {

namespace {

TimelineEntry::Kind kindOfExpiry(TokenStatus status)
{
    switch (status) {
    case TokenStatus::Active:
    case TokenStatus::Expiring:
        return TimelineEntry::Kind::Expires;
    case TokenStatus::Expired:
        return TimelineEntry::Kind::Expired;
    case TokenStatus::Revoked:
        break;
    }
    return TimelineEntry::Kind::WouldHaveExpired;
}

} // namespace

QList<TimelineEntry> timelineOf(const Token &token, TokenStatus status, UtcMs now)
{
    QList<TimelineEntry> entries;
    if (token.issuedAt != NoTime)
        entries.append({TimelineEntry::Kind::Issued, token.issuedAt, false, false});
    if (token.expiresAt != NoTime)
        entries.append({kindOfExpiry(status), token.expiresAt, token.expiresAt > now,
                        status == TokenStatus::Expiring});
    return entries;
}

} // namespace rox
