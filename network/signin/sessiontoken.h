// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <QByteArrayView>

namespace rox {

/// The result of a sign-in: a bearer (Credential::Kind::Session) that expires after 12 hours or
/// sooner. It is not an API token: Central neither lists nor revokes it.
struct SessionToken
{
    Secret token;
    UtcMs expiresAt = NoTime; ///< NoTime: neither the reply nor the token has it
    Secret refreshCookie;     ///< for SignIn::refresh; empty: cannot be refreshed
};

/// Whether a Cookie header can carry the value: visible ASCII without separators or quotes.
[[nodiscard]] bool isCookieValue(QByteArrayView value);

} // namespace rox
