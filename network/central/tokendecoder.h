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

// What the APIToken service answers, into values. Pure; any thread. Field names and types are
// protojson's with EmitUnpopulated: all six fields of a token are always there (a time may be
// null), in any order; unknown ones are skipped; a doubled one is WrongShape. Errors: BadJson,
// WrongShape, EmptyReply or ReplyTooBig, with the place in `detail`.

/// What generate answers. The intermediate copies of the value are wiped.
struct GeneratedToken
{
    Secret value;
    Token token;
};

/// The list. Cancelled if `stop` asks for it. Whoever decodes prepares the table, on that thread.
[[nodiscard]] Result<TokenTablePtr> decodeTokenList(ReplyBody body, const std::stop_token &stop);
[[nodiscard]] Result<Token> decodeToken(const ReplyBody &body);
[[nodiscard]] Result<GeneratedToken> decodeGenerated(const ReplyBody &body);
/// An object that has the metadata of what generate answers, whatever else is wrong with it.
[[nodiscard]] bool describesToken(const ReplyBody &body);

} // namespace rox
