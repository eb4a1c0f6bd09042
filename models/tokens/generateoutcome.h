// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/token.h"
#include "models/values/apierror.h"
#include "models/values/secret.h"

#include <functional>

namespace rox {

/// What became of one generate. The request leaves this computer at most once.
///
/// NotSent is proven if not one byte of the request's body was taken to be sent. Refused is proven
/// by a status of 300 to 499, or by a 5xx in Central's own JSON. ValueLost is proven by a 2xx of
/// JSON that is cut off, or that has metadata but no value that can be read. MayBeCreated is
/// everything else: a gateway's 502, 503 or 504, a deadline that passed inside Central (gRPC 4), a
/// 2xx of another type than JSON, a complete JSON without metadata.
struct GenerateOutcome
{
    enum class Outcome {
        Made,         ///< the value and the metadata are here
        Refused,      ///< Central refused: nothing was made
        NotSent,      ///< proven: nothing reached Central
        ValueLost,    ///< the token was made, and its value did not arrive
        MayBeCreated, ///< the answer proves neither: the list has to be read again
    };
    Outcome fate = Outcome::NotSent;
    Secret value; ///< Made only
    Token token;  ///< Made only: as Central has it
    /// Central set another expiration than asked (before 4.4 it ignores the field).
    bool expirationIgnored = false;
    /// All but Made. Its kind is the cause if Refused; ValueLost or MayBeCreated for those fates,
    /// with the cause in `detail`; and for NotSent what could not be reached or trusted
    /// (ConnectionRefused, CertificateRefused, TimedOut, BadCredential, …), else NotSent.
    ApiError error;
};

/// Receives exactly one outcome; the value is moved out of it.
using GenerateHandler = std::function<void(GenerateOutcome &&)>;

} // namespace rox
