// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/rolegrowth.h"
#include "models/tokens/tokencreator.h"
#include "models/values/utctime.h"

#include <QHash>
#include <QMetaType>
#include <QString>
#include <QStringList>

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
    qint64 firstList = 0;      ///< number of the first list that had it; 0: not of a later list
    qint64 endList = 0;        ///< of the first list that had it revoked, or not; 0: none
    QString note = {};         ///< what the user wrote about it
    QStringList tags = {};     ///< the user's own
    TokenCreator creator = {};

    [[nodiscard]] bool isByUs() const { return revokedAt != NoTime; }
    /// Only its absence from a list says that it was revoked.
    [[nodiscard]] bool isOnlyMissed() const
    {
        return isRemembered && !isByUs() && revokedBy == goneBy;
    }
    /// The latest time at which it can have been revoked; NoTime: not known.
    [[nodiscard]] UtcMs latestRevoke() const { return isByUs() ? revokedAt : revokedBy; }
    bool operator==(const TokenLife &) const = default;
};

/// What became of a token since changes were last marked as seen. Times are Central's.
struct TokenChange
{
    enum class Kind : quint8 { None, Gone, Revoked, Expired, New };
    static constexpr std::size_t Kinds = 5;
    Kind kind = Kind::None;
    UtcMs from = NoTime;  ///< it happened then, or later
    UtcMs until = NoTime; ///< at the latest; NoTime: at `from`
    bool isByUs = false;

    [[nodiscard]] UtcMs latest() const { return until == NoTime ? from : until; }
    bool operator==(const TokenChange &) const = default;
};

/// What is remembered of the tokens of one Central.
struct TokenHistory
{
    QHash<QString, TokenLife>
        lives; ///< by id; a token of the first list has none until something happens to it
    UtcMs since = NoTime; ///< when the first list arrived
    /// Changes until then were marked as seen; NoTime: no list was recorded yet. What lists have
    /// brought is compared by their numbers, because Central's clock is known to the second.
    UtcMs seenUntil = NoTime;
    qint64 seenList = 0;
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

Q_DECLARE_METATYPE(rox::TokenChange)
Q_DECLARE_METATYPE(rox::TokenLife)
Q_DECLARE_METATYPE(rox::TokenHistoryPtr)
