// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/utctime.h"

#include <QString>

namespace rox {

/// For so long Central tells who made a token.
inline constexpr UtcMs CreatorsAreToldFor = 4 * DayMs;
/// Within this time after it was made; Central writes what it tells once a minute.
inline constexpr UtcMs CreatorsAreToldWithin = 2 * MinuteMs;

/// Who made a token, as an administration event of Central says. The texts are Central's.
struct TokenCreator
{
    QString userId = {};    ///< as in TokenCreation; empty: not known
    QString provider = {};  ///< how that user had signed in; may be empty
    QString tokenName = {}; ///< of the token that made it; empty: none did, or it is not known

    [[nodiscard]] bool isKnown() const { return !userId.isEmpty(); }
    /// The id of the token that made it; empty: no token did.
    [[nodiscard]] QString tokenId() const;
    [[nodiscard]] bool isToken() const { return !tokenId().isEmpty(); }
    /// Without the prefix that says how the user had signed in.
    [[nodiscard]] QString userName() const;
    bool operator==(const TokenCreator &) const = default;
};

/// The userId of what a token makes.
[[nodiscard]] QString userIdOfToken(const QString &tokenId);

/// For which tokens Central was asked who made them. Times are Central's.
struct CreatorCoverage
{
    UtcMs until = NoTime;     ///< for those that were issued before; NoTime: for none yet
    UtcMs gapFrom = NoTime;   ///< but not from here on; NoTime: from the first token on
    UtcMs gapUntil = NoTime;  ///< to here, because Central did not tell it any more; NoTime: no gap
    bool isForbidden = false; ///< the credential may not ask

    bool operator==(const CreatorCoverage &) const = default;
};

/// Why it is not known who made a token.
struct NoCreator
{
    enum class Why {
        NotAsked,
        Forbidden, ///< the roles lack read access to Administration
        Gap,       ///< no list was read for `days`, longer than Central tells it
        TooOld,    ///< it was issued before the first list was read, longer ago than Central tells
        NotYet,    ///< Central tells it later
        NotTold,   ///< Central was asked, and has no event about it
    };
    Why why = Why::NotAsked;
    int days = 0; ///< Gap only

    bool operator==(const NoCreator &) const = default;
};
[[nodiscard]] NoCreator whyNoCreator(const CreatorCoverage &coverage, UtcMs issuedAt, UtcMs now);

} // namespace rox
