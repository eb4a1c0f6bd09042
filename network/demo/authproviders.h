// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/signer.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// An entry of /v1/login/authproviders.
struct AuthProvider
{
    std::string_view id;
    std::string_view name;
    std::string_view type;
};

/// Sign-in by password. Its id is the same in every Central.
inline constexpr AuthProvider BasicProvider = {"4df1b98c-24ed-4073-a9ad-356aec6bb62d",
                                               "Login with username/password", "basic"};
/// An identity provider whose pages the demo serves itself.
inline constexpr AuthProvider DemoProvider = {"8e3c0d52-6f1b-4b8a-9a57-2d9f4c7e1b60",
                                              "Demo identity provider", "oidc"};

/// All providers, basic last.
std::span<const AuthProvider> authProviders();
/// The provider with this @p id, or null.
const AuthProvider *findProvider(std::string_view id);

/// A user of the demo's identity provider.
struct ProviderUser
{
    std::string_view choice; ///< the label on the sign-in page
    ExternalUser user;
};
const std::vector<ProviderUser> &providerUsers();

/// The role names of a user who signed in with @p providerId.
std::vector<std::string> rolesOfUser(std::string_view providerId, const ExternalUser &user);

/// {"authProviders":[...]} for callers without a credential.
std::string loginProvidersJson();
/// A provider as in GET /v1/auth/status, without its configuration.
std::string providerJson(const AuthProvider &provider);

} // namespace rox::demo
