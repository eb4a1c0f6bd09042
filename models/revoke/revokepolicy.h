// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/revoke/revokelistmodel.h"
#include "models/roles/role.h"

#include <algorithm>

namespace rox {

/// Central is asked to revoke so many tokens at a time.
inline constexpr int RevokesAtATime = 4;

/// What a person has to type before the tokens of a question are revoked.
enum class TypedConfirmation { None, Word, ServerName };

/// A word for more tokens than ManyTokens, the server's name for more than VeryManyTokens of one.
inline constexpr int ManyTokens = 20;
inline constexpr int VeryManyTokens = 1000;

[[nodiscard]] constexpr TypedConfirmation confirmationFor(const RevokeQuestion &question)
{
    if (question.tokens > VeryManyTokens && question.servers == 1)
        return TypedConfirmation::ServerName;
    return question.admins > 0 || question.tokens > ManyTokens ? TypedConfirmation::Word
                                                               : TypedConfirmation::None;
}

/// Such a token asks for the word, and is listed before the others.
[[nodiscard]] inline bool holdsAdmin(const Token &token)
{
    return std::any_of(token.roles.cbegin(), token.roles.cend(), isAdmin);
}

} // namespace rox
