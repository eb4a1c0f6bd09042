// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/options.h"
#include "network/demo/roles.h"
#include "network/demo/signer.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace rox::demo {

/// The caller of a request: Basic is the administrator with a password, Token an API token, Session
/// a user who signed in.
struct Identity
{
    enum class Kind { Basic, Token, Session };

    Kind kind = Kind::Basic;
    std::string userName; ///< Basic only
    Claims claims;        ///< Token and Session only
    Roles roles;          ///< the roles that still exist, without the role None
};

/// The user as in GET /v1/auth/status: "admin", "auth-token:ID" or "sso:PROVIDER:USER".
std::string userIdOf(const Identity &identity);
/// The type and the name of the provider of the identity, e.g. "api-token api-token".
std::string providerNameOf(const Identity &identity);

/// Authenticates requests. Any thread.
class Authenticator
{
public:
    Authenticator(const Signer &signer, const RoleCatalog &roles, std::string adminPassword,
                  const CentralVersion &version);

    /// The caller with these Authorization headers. Throws ServiceError with Central's message,
    /// which does not contain the reason.
    Identity identify(const std::vector<std::string> &authorization, std::int64_t now) const;

    /// Whether the user exists and has this password.
    bool knows(const std::string &userName, const std::string &password) const;

    /// Refuses the token with this @p id from now on.
    void deny(const std::string &id);

private:
    Identity identifyToken(const std::string &token, std::int64_t now) const;
    Identity identifyBasic(std::string_view encoded) const;
    bool isDenied(const std::string &id) const;

    const Signer &m_signer;
    const RoleCatalog &m_roles;
    const std::string m_adminPassword;
    const CentralVersion &m_version;
    mutable std::mutex m_mutex;
    std::set<std::string> m_denied;
};

} // namespace rox::demo
