// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/secret.h"
#include "models/values/utctime.h"

#include <QByteArrayView>

namespace rox {

/// What a sign-in gave: a bearer (Credential::Kind::Session) that ends, by itself after 12 hours
/// and often sooner. It is no API token: Central neither lists nor revokes it.
struct SessionToken
{
    Secret token;
    UtcMs expiresAt = NoTime; ///< NoTime: neither Central nor the token says
    Secret refreshCookie;     ///< what SignIn::refresh takes; empty: it cannot be refreshed
};

/// May stand in a Cookie header as it is: visible ASCII without what ends or quotes a value.
[[nodiscard]] bool isCookieValue(QByteArrayView value);

} // namespace rox
