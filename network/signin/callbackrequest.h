// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "network/signin/sessiontoken.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace rox {

/// The parts of a request head that BrowserLogin needs, as views into the bytes it was read from.
struct CallbackHead
{
    QByteArrayView method;
    QByteArrayView path;
    QByteArrayView query;
    QByteArrayView host; ///< empty unless there is exactly one Host header
};

/// Parses a head without its final empty line. std::nullopt if it is not HTTP/1.
[[nodiscard]] std::optional<CallbackHead> callbackHead(QByteArrayView head);

/// The session in the callback's query: `token`, and optionally `expiresAt` and `refreshToken`;
/// without `expiresAt` the token's `exp` claim counts. Unauthenticated, with Central's text, if the
/// query has `error`; EmptyReply if it has no token that is valid in a header.
[[nodiscard]] Result<SessionToken> sessionInCallback(QByteArrayView query);

} // namespace rox
