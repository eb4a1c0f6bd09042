// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/timeline.h"

#include "models/tokens/tokentext.h"

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

void addLife(const TokenLife &life, bool isRevoked, QList<TimelineEntry> &entries)
{
    using Kind = TimelineEntry::Kind;
    const auto add = [&](Kind kind, UtcMs time, UtcMs until = NoTime) {
        if (time != NoTime || until != NoTime)
            entries.append({.kind = kind, .time = time, .until = until});
    };
    add(Kind::Made, life.madeAt);
    add(Kind::FirstSeen, life.firstSeen);
    if (isRevoked) {
        add(Kind::LastSeenActive, life.lastActive);
        if (life.isByUs())
            add(Kind::RevokedByUs, life.revokedAt);
        else
            add(Kind::Revoked, life.lastActive, life.revokedBy);
    }
    if (life.goneBy != NoTime)
        add(Kind::Gone, life.lastListed, life.goneBy);
}

} // namespace

QList<TimelineEntry> timelineOf(const Token &token, TokenStatus status, UtcMs now,
                                const TokenLife *life)
{
    QList<TimelineEntry> entries;
    if (token.issuedAt != NoTime)
        entries.append(
            {.kind = TimelineEntry::Kind::Issued,
             .time = token.issuedAt,
             .by = life && life->creator.isKnown() ? TokenText::creator(life) : QString()});
    if (life)
        addLife(*life, status == TokenStatus::Revoked, entries);
    if (token.expiresAt != NoTime)
        entries.append({kindOfExpiry(status), token.expiresAt, token.expiresAt > now,
                        status == TokenStatus::Expiring});
    return entries;
}

} // namespace rox
