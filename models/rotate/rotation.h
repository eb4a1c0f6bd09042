// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/handover.h"
#include "models/tokens/token.h"

#include <QList>
#include <QMetaType>
#include <QUuid>

namespace rox {

/// What is to become of the old token, and when. Times are by Central's clock.
struct OldTokenPlan
{
    enum class Way {
        ByHand, ///< the user revokes it; `at` is when to remind of it, or NoTime
        OnDate, ///< this program revokes it at `at`, or asks
        Keep,   ///< until it expires
    };
    Way way = Way::ByHand;
    UtcMs at = NoTime;

    bool operator==(const OldTokenPlan &) const = default;
};

/// Two days before this token expires; if its end is nearer than four days, half of the rest.
/// NoTime: it does not expire.
[[nodiscard]] UtcMs reminderFor(const Token &old, UtcMs now);
/// The latest time at which the old token can be planned to be revoked: a day before it expires,
/// and half of the rest if its end is nearer than two days. NoTime: any time.
[[nodiscard]] UtcMs latestDateFor(const Token &old, UtcMs now);
/// The name with "-2". A number at its end is part of the name and is not raised.
[[nodiscard]] QString successorName(const QString &name);

/// One answer of Central to the question who the new token is, which the value itself signs in.
struct SuccessorCheck
{
    enum class Answer {
        Known,      ///< as the new token
        OtherRoles, ///< as the new token, with other roles or another expiration than asked
        Refused,    ///< Central does not accept it
        NoAnswer,   ///< proves nothing
    };
    Answer answer = Answer::NoAnswer;
    bool isFromStore = false; ///< the value was pasted from where it is kept
    UtcMs at = NoTime;
    int httpStatus = 0; ///< Refused, NoAnswer
    QStringList roles = {};
    UtcMs expiresAt = NoTime;

    /// The new token can sign in.
    [[nodiscard]] bool isProof() const
    {
        return answer == Answer::Known || answer == Answer::OtherRoles;
    }
    bool operator==(const SuccessorCheck &) const = default;
};

/// How the value has left the dialog that showed it.
struct SuccessorHandOver
{
    enum class How { NotAtAll, Copied, Saved };
    How how = How::NotAtAll;
    HandoverForm form = HandoverForm::Value;
    UtcMs at = NoTime;

    bool operator==(const SuccessorHandOver &) const = default;
};

/// A token, its successor, and what was done so far: a chain of operations of the history. It has
/// no place for a value.
struct Rotation
{
    enum class Making {
        NotAsked,
        UnderWay, ///< a process that runs waits for the answer
        Lost,     ///< whether it was made is not known
        ValueLost,
        Made,
        NotMade, ///< refused, not sent, or the user has closed the search for it
    };
    enum class Revoking {
        NotAsked,
        UnderWay,
        Unknown, ///< the answer was lost
        NotDone, ///< refused, or not sent
        Done,
        Gone, ///< Central had no such token any more
    };

    QUuid chain;
    Token old; ///< as it was when the rotation began
    OldTokenPlan plan;
    UtcMs plannedAt = NoTime; ///< the newest plan
    UtcMs begunAt = NoTime;   ///< the first plan
    QString by = {};          ///< user id at Central of the viewer who began it; may be empty

    TokenDraft draft; ///< the newest that Central was asked for
    Making making = Making::NotAsked;
    UtcMs madeAt = NoTime;
    QString newId = {}; ///< once made

    SuccessorHandOver handOver;
    QList<SuccessorCheck> checks;

    Revoking revoking = Revoking::NotAsked;
    UtcMs revokingAt = NoTime; ///< when it was asked for; Done, Gone: when Central had answered
    int revokeStatus = 0;      ///< NotDone: the HTTP status, 0: none
    UtcMs seenActiveAt = NoTime;
    bool isRevokedOnDate = false; ///< by the program itself

    UtcMs putOffAt = NoTime; ///< the user has answered "Later" to what was due then
    UtcMs givenUpAt = NoTime;

    [[nodiscard]] Token successor() const
    {
        return {newId, draft.name, draft.roles, madeAt, draft.expiresAt, false};
    }
    /// The newest check with an answer; null: there is none.
    [[nodiscard]] const SuccessorCheck *lastAnswer() const;
    /// The newest answer is a proof.
    [[nodiscard]] bool isProven() const;
    /// The value was copied or saved, or came back from where it is kept.
    [[nodiscard]] bool isHandedOver() const;

    bool operator==(const Rotation &) const = default;
};

} // namespace rox

Q_DECLARE_METATYPE(rox::Rotation)
