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

/// Who calls. Basic is an administrator with a password, Token an API token, Session somebody who
/// signed in before.
struct Identity
{
    enum class Kind { Basic, Token, Session };

    Kind kind = Kind::Basic;
    std::string userName; ///< of Basic
    Claims claims;        ///< of Token and Session
    Roles roles;          ///< those that still exist, without None
};

/// Finds out who calls. Any thread.
class Authenticator
{
public:
    Authenticator(const Signer &signer, const RoleCatalog &roles, std::string adminPassword,
                  const CentralVersion &version);

    /// Who sent these Authorization headers. Throws ServiceError with the text of Central, which
    /// never says why a token is refused.
    Identity identify(const std::vector<std::string> &authorization, std::int64_t now) const;

    /// Whether there is such a user, with this password.
    bool knows(const std::string &userName, const std::string &password) const;

    /// Refuses the token @p id from now on.
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
