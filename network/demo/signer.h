// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// A signed-in user as described by the identity provider.
struct ExternalUser
{
    std::string id;
    std::string fullName;
    std::string email;
    std::map<std::string, std::vector<std::string>> attributes;
};

/// The claims of an API token or of a session token.
struct Claims
{
    std::string id;   ///< jti
    std::string name; ///< API token only
    std::vector<std::string> roles;
    std::int64_t issuedAt = 0; ///< seconds since 1970, UTC
    std::int64_t expiresAt = 0;
    std::string providerId; ///< session only; empty: an API token
    ExternalUser user;      ///< session only

    bool isSession() const { return !providerId.empty(); }
};

/// Signs and verifies tokens: RS256, kid jwtk0, with Central's issuer and audience.
///
/// The key has 4,096 bits, like Central's, so that tokens have the same length. It has four primes,
/// which are found some ten times faster than two. Const members may be called from any thread.
class Signer
{
public:
    /// With @p withExpireAt tokens also have the claim ExpireAt, as in Central 4.4 to 4.10. An
    /// expired token is accepted for another @p leewaySeconds; go-jose uses 60.
    Signer(bool withExpireAt, int leewaySeconds);

    std::string sign(const Claims &claims) const;

    /// Whether @p token has the form of a JWT; Central's answer depends on it.
    static bool isJwt(std::string_view token);

    /// The claims if signature, algorithm, issuer, audience and expiry (with the leeway) are valid;
    /// else std::nullopt.
    std::optional<Claims> verify(const std::string &token, std::int64_t now) const;

private:
    bool m_withExpireAt;
    int m_leewaySeconds;
    std::string m_privatePem;
    std::string m_publicPem;
};

} // namespace rox::demo
