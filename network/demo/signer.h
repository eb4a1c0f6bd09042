// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// What an API token says about itself.
struct Claims
{
    std::string id; ///< jti
    std::string name;
    std::vector<std::string> roles;
    std::int64_t issuedAt = 0; ///< seconds since 1970, UTC
    std::int64_t expiresAt = 0;
};

/// Signs API tokens and reads them back: RS256, kid jwtk0, issuer and audience as Central's.
///
/// The key has 4,096 bits, like Central's, so that tokens have the length of real ones; of four
/// primes, which are found some ten times faster than two. Const calls may come from any thread.
class Signer
{
public:
    /// With @p withExpireAt the token also carries ExpireAt, as Central 4.4 to 4.10 writes it.
    explicit Signer(bool withExpireAt = false);

    std::string sign(const Claims &claims) const;

    /// Whether @p token has the form of a JWT at all; Central answers differently when not.
    static bool isJwt(std::string_view token);

    /// The claims when signature, algorithm, issuer, audience and expiry (with 60 s of leeway,
    /// as go-jose) are right; nothing otherwise.
    std::optional<Claims> verify(const std::string &token, std::int64_t now) const;

private:
    bool m_withExpireAt;
    std::string m_privatePem;
    std::string m_publicPem;
};

} // namespace rox::demo
