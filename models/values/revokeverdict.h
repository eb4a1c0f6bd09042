// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"

#include <QMetaType>

namespace rox {

/// The proven outcome of one revoke. Only RevokeCall sets it; other code reads `fate` and never
/// derives one from an ApiError.
struct RevokeVerdict
{
    enum class Outcome {
        Revoked,     ///< Central answered the revoke with its empty object, or lists it as revoked
        AlreadyGone, ///< Central answered with its whole sentence that no token has this id
        StillActive, ///< the revoke was refused, and the token was read as not revoked after that
        Refused,     ///< the revoke was refused, and the token could not be read after that
        NotSent,     ///< proven: no byte of the request left this computer
        Unknown,     ///< sent, no answer that proves anything, and no reading shows it revoked
    };

    Outcome fate = Outcome::Unknown;
    /// Revoked: proven by a later read of the token, not by the answer to the revoke.
    bool wasReadBack = false;
    /// When the answer that proves the fate arrived; for Unknown, when the last read-back ended. By
    /// this computer's clock.
    UtcMs provenAt = NoTime;
    /// StillActive and Unknown: when the token was last read as not revoked; NoTime: never.
    UtcMs lastSeenActiveAt = NoTime;
    /// StillActive and Refused: the refusal. NotSent: the cause. Unknown: why the answer was lost.
    ApiError error;

    /// The token can no longer be used.
    [[nodiscard]] bool isDone() const
    {
        return fate == Outcome::Revoked || fate == Outcome::AlreadyGone;
    }
};

using RevokeHandler = std::function<void(RevokeVerdict)>;

} // namespace rox

Q_DECLARE_METATYPE(rox::RevokeVerdict)
