// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/sessions.h"

#include "network/demo/clock.h"
#include "network/demo/encoding.h"

#include <utility>

namespace rox::demo {
namespace {

constexpr std::size_t RefreshTokenBytes = 24;
constexpr std::size_t IdBytes = 16;

} // namespace

Sessions::Sessions(const Signer &signer, int lifetimeSeconds)
    : m_signer(signer)
    , m_lifetimeSeconds(lifetimeSeconds)
{}

Session Sessions::begin(const AuthProvider &provider, const ExternalUser &user)
{
    Claims claims;
    claims.id = randomHex(IdBytes);
    claims.issuedAt = currentSeconds();
    claims.expiresAt = claims.issuedAt + m_lifetimeSeconds;
    claims.providerId = provider.id;
    claims.user = user;
    Session session;
    session.token = m_signer.sign(claims);
    session.expiresAt = claims.expiresAt;
    if (provider.id == BasicProvider.id)
        return session;
    const std::string refreshToken = randomHex(RefreshTokenBytes);
    session.refreshCookie = encodeQuery({{"providerId", std::string(provider.id)},
                                         {"providerType", std::string(provider.type)},
                                         {"refreshToken", refreshToken},
                                         {"refreshTokenType", "refresh_token"}});
    const std::lock_guard lock(m_mutex);
    m_refreshable.emplace(refreshToken, Holder{&provider, user});
    return session;
}

std::optional<Session> Sessions::renew(const std::string &refreshToken)
{
    Holder holder;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_refreshable.find(refreshToken);
        if (found == m_refreshable.end())
            return std::nullopt;
        holder = std::move(found->second);
        m_refreshable.erase(found);
    }
    return begin(*holder.provider, holder.user);
}

void Sessions::forget(const std::string &refreshToken)
{
    const std::lock_guard lock(m_mutex);
    m_refreshable.erase(refreshToken);
}

} // namespace rox::demo
