// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <optional>

namespace rox {

/// The credential of a profile in the form that the keychain keeps.
struct StoredCredential
{
    Secret value;              ///< the API token, the password, or the browser's session token
    UtcMs expiresAt = NoTime;  ///< Browser only; NoTime: not known
    Secret refreshCookie = {}; ///< Browser only; empty: the session cannot be refreshed

    [[nodiscard]] StoredCredential clone() const;
};

/// An API token and a password are kept unchanged, so that the keychain's own tools can show them;
/// a session as lines: a mark, its end, its cookie, its token.
[[nodiscard]] Secret packed(SignInMethod method, const StoredCredential &credential);
/// Nothing if it was packed for another method, or by a later version.
[[nodiscard]] std::optional<StoredCredential> unpacked(SignInMethod method, const Secret &secret);

} // namespace rox
