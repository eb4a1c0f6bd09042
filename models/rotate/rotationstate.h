// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/rotate/rotation.h"
#include "models/tokens/table/tokentable.h"

#include <array>

namespace rox {

/// What is known now of the two tokens of a rotation.
struct RotationFacts
{
    enum class Found {
        NotKnown, ///< no list of this run has been read
        Live,
        Expired,
        Revoked,
        NotListed, ///< a list was read, and Central has no such token
    };

    UtcMs now = NoTime; ///< by Central's clock
    Found oldToken = Found::NotKnown;
    Found newToken = Found::NotKnown;
    bool isSignedInWithOld = false;
    UtcMs listedAt = NoTime; ///< when that list was asked for, by Central's clock

    bool operator==(const RotationFacts &) const = default;
};

/// `table` is the newest list that was read in this run; null: none.
[[nodiscard]] RotationFacts::Found foundIn(const TokenTable *table, const QString &id, UtcMs now);

/// How a rotation stands. The order of the states is that of the list: what needs a person first.
struct RotationStanding
{
    enum class State { Failed, Due, Blocked, Waiting, Done, GivenUp, NotBegun };
    static constexpr int States = 7;

    enum class Why {
        // Failed
        MayBeCreated,  ///< the answer to the generate was lost
        ValueLost,     ///< it was made, and its value did not arrive
        NewRevoked,    ///< or Central does not list it; the old one lives
        NewExpired,    ///< the old one lives
        NewRefused,    ///< Central does not accept the new value
        RevokeRefused, ///< Central refused to revoke the old one, or was not reached
        RevokeUnknown, ///< the answer to the revoke was lost
        ActiveAgain,   ///< it was revoked, and a later list has it as active
        // Due
        DatePassed,     ///< it was to be revoked on a date, and was not
        ReminderPassed, ///< the user was to revoke it by now
        // Blocked
        SignedInWithOld,
        // Waiting
        BeingMade,
        NotHandedOver,
        NotChecked,
        ForTheUser, ///< handed over and checked: the user revokes the old one
        ForTheDate,
        ForTheEnd, ///< the old one is kept until it expires
        BeingRevoked,
        // Done
        RevokedByUs,
        RevokedOnDate,
        RevokedByOthers,
        Expired,
        // GivenUp, NotBegun
        BothKept,
        NothingMade,
    };

    /// The next step that the user can take; the primary button.
    enum class Next {
        Nothing,
        LookForIt,     ///< the candidates of the lost answer
        RotateAgain,   ///< this one leads nowhere any more
        Check,         ///< ask Central with the value from where it is kept
        SignInWithNew, ///< so that the old one is not in use any more
        RevokeOld,
    };

    State state = State::NotBegun;
    Why why = Why::NothingMade;
    Next next = Next::Nothing;

    [[nodiscard]] bool isUnderWay() const { return state <= State::Waiting; }
    bool operator==(const RotationStanding &) const = default;
};

/// Pure.
[[nodiscard]] RotationStanding standingOf(const Rotation &rotation, const RotationFacts &facts);

/// Why the user is asked once more before the old token is revoked.
enum class RevokeConcern { None, NotHandedOver, NotChecked };
[[nodiscard]] RevokeConcern concernOf(const Rotation &rotation);

/// At its date the program may revoke the old token without a question.
[[nodiscard]] bool mayRevokeOnDate(const Rotation &rotation, const RotationFacts &facts);

/// How many are in each state, by the number of the state.
using RotationCounts = std::array<int, RotationStanding::States>;
[[nodiscard]] int underWayOf(const RotationCounts &counts);

} // namespace rox

Q_DECLARE_METATYPE(rox::RotationStanding)
