// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/signer.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// A way to sign in, as /v1/login/authproviders names it.
struct AuthProvider
{
    std::string_view id;
    std::string_view name;
    std::string_view type;
};

/// Passwords; Central gives it the same id everywhere.
inline constexpr AuthProvider BasicProvider = {"4df1b98c-24ed-4073-a9ad-356aec6bb62d",
                                               "Login with username/password", "basic"};
/// An identity provider that the demo plays itself.
inline constexpr AuthProvider DemoProvider = {"8e3c0d52-6f1b-4b8a-9a57-2d9f4c7e1b60",
                                              "Demo identity provider", "oidc"};

/// All of them, basic last.
std::span<const AuthProvider> authProviders();
/// The one called @p id, or null.
const AuthProvider *findProvider(std::string_view id);

/// Whom the demo's identity provider knows.
struct ProviderUser
{
    std::string_view choice; ///< how its page names them
    ExternalUser user;
};
const std::vector<ProviderUser> &providerUsers();

/// The names of the roles of somebody who signed in with @p providerId.
std::vector<std::string> rolesOfUser(std::string_view providerId, const ExternalUser &user);

/// {"authProviders":[...]} as anybody may see them.
std::string loginProvidersJson();
/// One provider in full, as GET /v1/auth/status shows it, without its configuration.
std::string providerJson(const AuthProvider &provider);

} // namespace rox::demo
