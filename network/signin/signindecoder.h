// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "network/central/replybody.h"
#include "network/signin/sessiontoken.h"

#include <optional>

namespace rox {

/// An auth provider of Central.
struct LoginProvider
{
    QString id;
    QString name; ///< set by Central's administrator: untrusted plain text
    QString type; ///< basic, oidc, saml, …

    [[nodiscard]] bool takesPassword() const { return type == QLatin1String("basic"); }
    bool operator==(const LoginProvider &) const = default;
};

/// Whether one of the providers signs users in through the browser.
[[nodiscard]] bool offersBrowser(const QList<LoginProvider> &providers);

// Decoders of Central's sign-in replies. Pure; any thread. Errors as in central/tokendecoder.h.

/// GET /v1/login/authproviders, in Central's order: by name, passwords last.
[[nodiscard]] Result<QList<LoginProvider>> decodeProviders(const ReplyBody &body);
/// POST /v1/authProviders/exchangeToken and /sso/session/tokenrefresh: `token`, and `expiry`, else
/// the token's `exp` claim. Sets no refresh cookie.
[[nodiscard]] Result<SessionToken> decodeSession(const ReplyBody &body);
/// The `message` field of an error that has no gRPC code.
[[nodiscard]] std::optional<QString> decodeMessage(const ReplyBody &body);

/// The value of RoxRefreshToken in Set-Cookie headers, one per line. Empty if Central deletes the
/// cookie; std::nullopt if no header sets it.
[[nodiscard]] std::optional<Secret> refreshCookieIn(QByteArrayView setCookie);

} // namespace rox
