// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/values/apierror.h"
#include "network/signin/sessiontoken.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace rox {

/// The head of a request to the listener of a browser login, as far as it matters. Views into the
/// bytes that it was read from.
struct CallbackHead
{
    QByteArrayView method;
    QByteArrayView path;
    QByteArrayView query;
    QByteArrayView host; ///< empty unless there is exactly one Host header
};

/// Reads a head, up to and without its empty line. Nothing if it is not HTTP/1.
[[nodiscard]] std::optional<CallbackHead> callbackHead(QByteArrayView head);

/// What Central handed over in the query of the callback: `token`, and perhaps `expiresAt` and
/// `refreshToken`; without `expiresAt` the token's own word counts. An error if there is `error`
/// (Unauthenticated, with Central's text) or no token that could stand in a header (EmptyReply).
[[nodiscard]] Result<SessionToken> sessionInCallback(QByteArrayView query);

} // namespace rox
