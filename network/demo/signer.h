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

/// Somebody who signed in, as their provider describes them.
struct ExternalUser
{
    std::string id;
    std::string fullName;
    std::string email;
    std::map<std::string, std::vector<std::string>> attributes;
};

/// What a token says about itself: an API token, or the session of somebody who signed in.
struct Claims
{
    std::string id;   ///< jti
    std::string name; ///< of an API token
    std::vector<std::string> roles;
    std::int64_t issuedAt = 0; ///< seconds since 1970, UTC
    std::int64_t expiresAt = 0;
    std::string providerId; ///< of a session; empty: an API token
    ExternalUser user;      ///< of a session

    bool isSession() const { return !providerId.empty(); }
};

/// Signs tokens and reads them back: RS256, kid jwtk0, issuer and audience as Central's.
///
/// The key has 4,096 bits, like Central's, so that tokens have the length of real ones; of four
/// primes, which are found some ten times faster than two. Const calls may come from any thread.
class Signer
{
public:
    /// With @p withExpireAt the token also carries ExpireAt, as Central 4.4 to 4.10 writes it.
    /// An expired token is still taken for @p leewaySeconds; go-jose's are 60.
    Signer(bool withExpireAt, int leewaySeconds);

    std::string sign(const Claims &claims) const;

    /// Whether @p token has the form of a JWT at all; Central answers differently when not.
    static bool isJwt(std::string_view token);

    /// The claims when signature, algorithm, issuer, audience and expiry (with the leeway)
    /// are right; nothing otherwise.
    std::optional<Claims> verify(const std::string &token, std::int64_t now) const;

private:
    bool m_withExpireAt;
    int m_leewaySeconds;
    std::string m_privatePem;
    std::string m_publicPem;
};

} // namespace rox::demo
