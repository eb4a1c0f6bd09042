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

/// What a sign-in gives.
struct Session
{
    std::string token;
    std::int64_t expiresAt = 0; ///< seconds since 1970, UTC
    std::string refreshCookie;  ///< the value of RoxRefreshToken; empty: it cannot be refreshed
};

/// Issues the tokens of people who signed in, and renews them. They are no API tokens: nothing
/// lists or revokes them. Any thread.
class Sessions
{
public:
    /// @p signer outlives this.
    Sessions(const Signer &signer, int lifetimeSeconds);

    /// With a refresh token, unless @p provider is the basic one, which has none.
    Session begin(const AuthProvider &provider, const ExternalUser &user);
    /// Takes a refresh token in exchange for a session with another one, as providers do that
    /// rotate them: it is good for once. Nothing if it is not, or no more.
    std::optional<Session> renew(const std::string &refreshToken);
    /// A token that was issued goes on until it expires.
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
