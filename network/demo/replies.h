// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/identity.h"
#include "network/demo/roles.h"
#include "network/demo/tokenstore.h"

#include <string>

namespace rox::demo {

/// The messages of Central's API as JSON, with their fields in the order of the proto files.

/// Appends a TokenMetadata; `role` is set only if there is exactly one role.
void appendTokenMetadata(std::string &out, const TokenView &token);

/// {"tokens":[...]} with all tokens, or only those whose `revoked` is @p revoked.
std::string tokenListJson(const TokenStore &tokens, std::optional<bool> revoked);

std::string authStatusJson(const Identity &identity);

std::string roleListJson(const Roles &roles);
std::string permissionSetListJson(const Roles &roles);
std::string accessScopeListJson(const Roles &roles); ///< those of these roles

} // namespace rox::demo
