// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/authproviders.h"
#include "network/demo/signer.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace rox::demo {

/// The result of a sign-in.
struct Session
{
    std::string token;
    std::int64_t expiresAt = 0; ///< seconds since 1970, UTC
    std::string refreshCookie;  ///< the value of RoxRefreshToken; empty: cannot be refreshed
};

/// Issues and renews session tokens. They are not API tokens: they are not listed and cannot be
/// revoked. Any thread.
class Sessions
{
public:
    /// @p signer must outlive this.
    Sessions(const Signer &signer, int lifetimeSeconds);

    /// Starts a session, with a refresh token unless @p provider is the basic one.
    Session begin(const AuthProvider &provider, const ExternalUser &user);
    /// Exchanges a refresh token for a session with a new refresh token. A refresh token works
    /// once, as with providers that rotate them. std::nullopt if it is unknown or was used.
    std::optional<Session> renew(const std::string &refreshToken);
    /// Deletes a refresh token. Its session token stays valid until it expires.
    void forget(const std::string &refreshToken);

private:
    struct Holder
    {
        const AuthProvider *provider;
        ExternalUser user;
    };

    const Signer &m_signer;
    const int m_lifetimeSeconds;
    std::mutex m_mutex;
    std::map<std::string, Holder> m_refreshable; ///< by refresh token
};

} // namespace rox::demo
