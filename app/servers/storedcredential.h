// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <optional>

namespace rox {

/// What signs a profile in, as the keychain keeps it.
struct StoredCredential
{
    Secret value;              ///< the API token, the password, or the browser's session token
    UtcMs expiresAt = NoTime;  ///< Browser only; NoTime: not known
    Secret refreshCookie = {}; ///< Browser only; empty: the session cannot be refreshed

    [[nodiscard]] StoredCredential clone() const;
};

/// An API token and a password lie in the keychain as they are, so that its own tools can read
/// them; a session with its end and its cookie, a line each.
[[nodiscard]] Secret packed(SignInMethod method, const StoredCredential &credential);
/// Nothing if it was not packed for this method, or by a later version.
[[nodiscard]] std::optional<StoredCredential> unpacked(SignInMethod method, const Secret &secret);

} // namespace rox
