// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "network/central/replybody.h"
#include "network/signin/sessiontoken.h"

#include <optional>

namespace rox {

/// A way to sign in that Central offers.
struct LoginProvider
{
    QString id;
    QString name; ///< as its administrator called it: untrusted plain text
    QString type; ///< basic, oidc, saml, …

    [[nodiscard]] bool takesPassword() const { return type == QLatin1String("basic"); }
    bool operator==(const LoginProvider &) const = default;
};

/// Whether one of them takes a person through the browser.
[[nodiscard]] bool offersBrowser(const QList<LoginProvider> &providers);

// What Central answers to somebody who signs in, into values. Pure; any thread. Errors as in
// network/tokendecoder.h.

/// GET /v1/login/authproviders, in Central's order: by name, passwords last.
[[nodiscard]] Result<QList<LoginProvider>> decodeProviders(const ReplyBody &body);
/// POST /v1/authProviders/exchangeToken and /sso/session/tokenrefresh: `token`, and `expiry` where
/// it is said, else what the token says. Without a cookie.
[[nodiscard]] Result<SessionToken> decodeSession(const ReplyBody &body);
/// The `message` of a refusal by something that is not the API, and has no gRPC code.
[[nodiscard]] std::optional<QString> decodeMessage(const ReplyBody &body);

/// The value of RoxRefreshToken in Set-Cookie headers, a line each: empty if Central takes it back,
/// nothing if none sets it.
[[nodiscard]] std::optional<Secret> refreshCookieIn(QByteArrayView setCookie);

} // namespace rox
