// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace rox {

/// What Central tells of one API token; never its value. The id is the JWT's jti, as a rule a
/// lower-case UUID, but any string is allowed. Names are neither unique nor trimmed.
struct Token
{
    QString id;
    QString name;
    QStringList roles; ///< in Central's order, duplicates kept
    UtcMs issuedAt = NoTime;
    UtcMs expiresAt = NoTime;
    bool revoked = false;

    bool operator==(const Token &) const = default;
};

enum class TokenStatus : quint8 { Active, Expiring, Expired, Revoked };
inline constexpr int TokenStatusCount = 4;

/// A token expires "soon" within this window, until the user sets another.
inline constexpr UtcMs DefaultExpiringWindow = 14 * DayMs;

/// Revoked outranks the rest; a token without an expiration stays Active.
[[nodiscard]] constexpr TokenStatus statusAt(UtcMs expiresAt, bool revoked, UtcMs now,
                                             UtcMs window = DefaultExpiringWindow)
{
    if (revoked)
        return TokenStatus::Revoked;
    if (expiresAt == NoTime)
        return TokenStatus::Active;
    if (expiresAt <= now)
        return TokenStatus::Expired;
    return expiresAt - now <= window ? TokenStatus::Expiring : TokenStatus::Active;
}

[[nodiscard]] inline TokenStatus statusAt(const Token &token, UtcMs now,
                                          UtcMs window = DefaultExpiringWindow)
{
    return statusAt(token.expiresAt, token.revoked, now, window);
}

/// Central accepts it: neither expired nor revoked.
[[nodiscard]] constexpr bool isLive(TokenStatus status)
{
    return status == TokenStatus::Active || status == TokenStatus::Expiring;
}

/// What the user asks Central to make.
struct TokenDraft
{
    QString name;
    QStringList roles;
    UtcMs expiresAt = NoTime; ///< NoTime leaves it to Central: 365 days

    bool operator==(const TokenDraft &) const = default;
};

} // namespace rox

Q_DECLARE_METATYPE(rox::Token)
Q_DECLARE_METATYPE(rox::TokenStatus)
