// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/rolegrowth.h"
#include "models/tokens/tokencreator.h"
#include "models/values/utctime.h"

#include <QHash>
#include <QMetaType>
#include <QString>

#include <memory>

namespace rox {

/// What the history of this computer says of one token, beside its list. Times are Central's.
struct TokenLife
{
    UtcMs firstSeen = NoTime;  ///< when the first list that had it arrived
    UtcMs lastActive = NoTime; ///< when the last list that had it unrevoked was asked for
    UtcMs lastListed = NoTime; ///< gone: when the last list that had it was asked for
    UtcMs goneBy = NoTime;     ///< gone: when the first list without it arrived
    UtcMs revokedBy = NoTime;  ///< revoked: when the first list that says so arrived
    UtcMs revokedAt = NoTime;  ///< revoked by this program: when Central had confirmed it
    UtcMs madeAt = NoTime;     ///< made by this program: when Central had answered
    bool isRemembered = false; ///< revoked, and Central's list does not have it any more
    TokenCreator creator = {};

    [[nodiscard]] bool isByUs() const { return revokedAt != NoTime; }
    /// The latest time at which it can have been revoked; NoTime: not known.
    [[nodiscard]] UtcMs latestRevoke() const { return isByUs() ? revokedAt : revokedBy; }
    bool operator==(const TokenLife &) const = default;
};

/// What is remembered of the tokens of one Central.
struct TokenHistory
{
    QHash<QString, TokenLife>
        lives;            ///< by id; a token that was there from the first list on has none
    UtcMs since = NoTime; ///< when the first list arrived
    CreatorCoverage creators = {};
    RolesSeen roles = {}; ///< what they granted, each time that this was different

    [[nodiscard]] const TokenLife *find(const QString &id) const
    {
        const auto found = lives.constFind(id);
        return found == lives.cend() ? nullptr : &*found;
    }
};
using TokenHistoryPtr = std::shared_ptr<const TokenHistory>;

} // namespace rox

Q_DECLARE_METATYPE(rox::TokenLife)
Q_DECLARE_METATYPE(rox::TokenHistoryPtr)
