// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/tokens/table/tokentable.h"
#include "models/tokens/token.h"
#include "models/values/apierror.h"
#include "models/values/secret.h"
#include "network/central/replybody.h"

#include <stop_token>

namespace rox {

// Decodes the answers of the APIToken service. Pure; any thread. Field names and types are
// protojson's with EmitUnpopulated: a token always has all six fields (a time may be null), in any
// order. Unknown fields are skipped; a field that comes twice is WrongShape. Errors: BadJson,
// WrongShape, EmptyReply or ReplyTooBig, with the place in `detail`.

/// The answer to a generate. Intermediate copies of the value are wiped.
struct GeneratedToken
{
    Secret value;
    Token token;
};

/// The list. A token that cannot be read is among TokenTable::unread(), and the others are listed;
/// if none can be read, that is an error. Cancelled once `stop` is requested. Call
/// TokenTable::prepare() on the same thread.
[[nodiscard]] Result<TokenTablePtr> decodeTokenList(ReplyBody body, const std::stop_token &stop);
[[nodiscard]] Result<Token> decodeToken(const ReplyBody &body);
[[nodiscard]] Result<GeneratedToken> decodeGenerated(const ReplyBody &body);
/// The reply is an object with the `metadata` of a generate's answer; the rest may be wrong.
[[nodiscard]] bool describesToken(const ReplyBody &body);

} // namespace rox
