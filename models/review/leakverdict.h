// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/review/leakedtoken.h"
#include "models/values/apierror.h"

namespace rox {

/// What a Central answered about one leaked token: to the value itself, and then to the question
/// for the token's entry, asked with the user's own credential.
struct LeakVerdict
{
    /// To a request that the value itself signs in.
    enum class Answer {
        None, ///< nothing was sent, or no answer proves either
        Accepted,
        Refused, ///< Central says this of each token that it does not accept
    };
    enum class Entry {
        NotRead,
        Active,
        Expired,
        Revoked,
        Gone, ///< Central has no token with this id
    };
    /// What both prove together, the worst first.
    enum class Meaning {
        StillWorks,
        RefusedButActive, ///< the copy may be damaged
        NotKnown,
        RefusedAlone, ///< revoked and deleted, expired, or damaged
        RefusedAndExpired,
        RefusedAndRevoked,
    };

    LeakedToken token;
    Answer answer = Answer::None;
    UtcMs answeredAt = NoTime;
    UtcMs acceptedAt = NoTime; ///< by an earlier check, or by this one
    Entry entry = Entry::NotRead;
    bool wasSent = false; ///< the value may have left this computer
    ApiError error;       ///< None only: why there is no answer

    [[nodiscard]] Meaning meaning() const;
};

/// The entry of a token that Central has answered with. Pure.
[[nodiscard]] LeakVerdict::Entry entryOf(const Token &token, UtcMs now);
/// The worst first, else in their order.
void sortVerdicts(QList<LeakVerdict> *verdicts);

} // namespace rox

Q_DECLARE_METATYPE(rox::LeakVerdict)
