// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/rotate/rotationstate.h"

#include "models/rotate/rotationrow.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>

namespace rox {

using Found = RotationFacts::Found;
using Making = Rotation::Making;
using Next = RotationStanding::Next;
using Revoking = Rotation::Revoking;
using Standing = std::optional<RotationStanding>;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;
using Why = RotationStanding::Why;

namespace {

bool hasExpired(const Token &token, UtcMs now)
{
    return token.expiresAt != NoTime && token.expiresAt <= now;
}

/// While there is no successor.
RotationStanding withoutSuccessor(const Rotation &rotation)
{
    switch (rotation.making) {
    case Making::UnderWay:
        return {State::Waiting, Why::BeingMade, Next::Nothing};
    case Making::Lost:
        return {State::Failed, Why::MayBeCreated, Next::LookForIt};
    case Making::ValueLost:
        return {State::Failed, Why::ValueLost, Next::LookForIt};
    case Making::NotAsked:
    case Making::NotMade:
    case Making::Made:
        break;
    }
    return {State::NotBegun, Why::NothingMade, Next::Nothing};
}

/// The token in use is not revoked: that would end the session.
Next nextRevoke(const RotationFacts &facts)
{
    return facts.isSignedInWithOld ? Next::SignInWithNew : Next::RevokeOld;
}

/// Once the old token does not work any more, or should not.
Standing endOf(const Rotation &rotation, const RotationFacts &facts)
{
    const bool isAnswered =
        rotation.revoking == Revoking::Done || rotation.revoking == Revoking::Gone;
    if (isAnswered && facts.oldToken == Found::Live && facts.listedAt > rotation.revokingAt)
        return RotationStanding{State::Failed, Why::ActiveAgain, nextRevoke(facts)};
    if (rotation.revoking == Revoking::Done)
        return RotationStanding{State::Done,
                                rotation.isRevokedOnDate ? Why::RevokedOnDate : Why::RevokedByUs};
    const bool isExpired = hasExpired(rotation.old, facts.now);
    if (facts.oldToken == Found::Revoked || (facts.oldToken == Found::NotListed && !isExpired)
        || rotation.revoking == Revoking::Gone)
        return RotationStanding{State::Done, Why::RevokedByOthers};
    if (facts.oldToken == Found::Expired || isExpired)
        return RotationStanding{State::Done, Why::Expired};
    return std::nullopt;
}

/// Both have to live for the rotation to go on.
Standing lossOf(const Rotation &rotation, const RotationFacts &facts)
{
    if (facts.newToken == Found::Expired || hasExpired(rotation.successor(), facts.now))
        return RotationStanding{State::Failed, Why::NewExpired, Next::RotateAgain};
    if (facts.newToken == Found::Revoked || facts.newToken == Found::NotListed)
        return RotationStanding{State::Failed, Why::NewRevoked, Next::RotateAgain};
    return std::nullopt;
}

/// What the last revoke of the old token has left. A newer plan answers a failure.
Standing afterRevoke(const Rotation &rotation, const RotationFacts &facts)
{
    if (rotation.revoking == Revoking::UnderWay)
        return RotationStanding{State::Waiting, Why::BeingRevoked, Next::Nothing};
    if (rotation.plannedAt > rotation.revokingAt)
        return std::nullopt;
    if (rotation.revoking == Revoking::NotDone)
        return RotationStanding{State::Failed, Why::RevokeRefused, nextRevoke(facts)};
    if (rotation.revoking == Revoking::Unknown)
        return RotationStanding{State::Failed, Why::RevokeUnknown, nextRevoke(facts)};
    return std::nullopt;
}

RotationStanding waiting(const Rotation &rotation)
{
    if (!rotation.isHandedOver())
        return {State::Waiting, Why::NotHandedOver, Next::Check};
    if (!rotation.isProven())
        return {State::Waiting, Why::NotChecked, Next::Check};
    switch (rotation.plan.way) {
    case Way::ByHand:
        return {State::Waiting, Why::ForTheUser, Next::RevokeOld};
    case Way::OnDate:
        return {State::Waiting, Why::ForTheDate, Next::RevokeOld};
    case Way::Keep:
        break;
    }
    return {State::Waiting, Why::ForTheEnd, Next::Nothing};
}

} // namespace

RotationFacts::Found foundIn(const TokenTable *table, const QString &id, UtcMs now)
{
    if (!table)
        return Found::NotKnown;
    const auto row = table->find(id);
    if (!row)
        return table->mayBeUnread(id) ? Found::NotKnown : Found::NotListed;
    switch (table->status(*row, now)) {
    case TokenStatus::Active:
    case TokenStatus::Expiring:
        return Found::Live;
    case TokenStatus::Expired:
        return Found::Expired;
    case TokenStatus::Revoked:
        break;
    }
    return Found::Revoked;
}

RotationStanding standingOf(const Rotation &rotation, const RotationFacts &facts)
{
    if (rotation.givenUpAt != NoTime)
        return {State::GivenUp, Why::BothKept, Next::Nothing};
    if (rotation.making != Making::Made)
        return withoutSuccessor(rotation);
    if (const Standing end = endOf(rotation, facts))
        return *end;
    if (const Standing loss = lossOf(rotation, facts))
        return *loss;
    if (const Standing after = afterRevoke(rotation, facts))
        return *after;
    const SuccessorCheck *answer = rotation.lastAnswer();
    if (answer && answer->answer == SuccessorCheck::Answer::Refused)
        return {State::Failed, Why::NewRefused, Next::Check};
    if (facts.isSignedInWithOld && rotation.plan.way != Way::Keep)
        return {State::Blocked, Why::SignedInWithOld, Next::SignInWithNew};
    const bool isPast = rotation.plan.at != NoTime && rotation.plan.at <= facts.now;
    const Next next = rotation.isProven() ? Next::RevokeOld : Next::Check;
    if (isPast && rotation.plan.way == Way::OnDate)
        return {State::Due, Why::DatePassed, next};
    if (isPast && rotation.plan.way == Way::ByHand)
        return {State::Due, Why::ReminderPassed, next};
    return waiting(rotation);
}

RevokeConcern concernOf(const Rotation &rotation)
{
    if (!rotation.isProven())
        return RevokeConcern::NotChecked;
    return rotation.isHandedOver() ? RevokeConcern::None : RevokeConcern::NotHandedOver;
}

bool mayRevokeOnDate(const Rotation &rotation, const RotationFacts &facts)
{
    const RotationStanding standing = standingOf(rotation, facts);
    return standing.state == State::Due && standing.why == Why::DatePassed
           && concernOf(rotation) == RevokeConcern::None && facts.oldToken == Found::Live
           && facts.newToken == Found::Live;
}

int underWayOf(const RotationCounts &counts)
{
    return std::accumulate(counts.begin(), counts.begin() + int(State::Waiting) + 1, 0);
}

RotationCounts countsOf(const QList<RotationRow> &rows)
{
    RotationCounts counts{};
    for (const RotationRow &row : rows)
        ++counts.at(std::size_t(row.standing.state));
    return counts;
}

void sortRows(QList<RotationRow> *rows)
{
    const auto place = [](const RotationRow &row) {
        const UtcMs at = row.rotation.plan.at;
        const UtcMs end = at == NoTime ? row.rotation.old.expiresAt : at;
        return std::make_tuple(row.standing.state,
                               end == NoTime ? std::numeric_limits<UtcMs>::max() : end,
                               row.rotation.old.name);
    };
    std::stable_sort(rows->begin(), rows->end(), [&](const auto &left, const auto &right) {
        return place(left) < place(right);
    });
}

} // namespace rox
