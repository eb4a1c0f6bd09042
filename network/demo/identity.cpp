// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/identity.h"

#include "network/demo/authproviders.h"
#include "network/demo/encoding.h"
#include "network/demo/error.h"
#include "network/demo/json.h"

#include <algorithm>
#include <cctype>
#include <openssl/crypto.h>
#include <utility>

namespace rox::demo {
namespace {

constexpr char NotFoundText[] = "credentials not found";
constexpr std::string_view BearerPrefix = "Bearer ";
constexpr std::string_view BasicPrefix = "Basic ";

[[noreturn]] void refuse(const std::string &message, Code code = Code::Unauthenticated)
{
    throw ServiceError(code, message);
}

[[noreturn]] void refuseToken(const std::string &why, Code code = Code::Unauthenticated)
{
    refuse(std::string(NotFoundText) + ": token-based: cannot extract identity: " + why, code);
}

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size()
           && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
                  return std::tolower(static_cast<unsigned char>(a))
                         == std::tolower(static_cast<unsigned char>(b));
              });
}

bool equalInConstantTime(const std::string &a, const std::string &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace

std::string userIdOf(const Identity &identity)
{
    switch (identity.kind) {
    case Identity::Kind::Token:
        return "auth-token:" + identity.claims.id;
    case Identity::Kind::Session:
        return "sso:" + identity.claims.providerId + ':' + identity.claims.user.id;
    case Identity::Kind::Basic:
        break;
    }
    return identity.userName;
}

std::string providerNameOf(const Identity &identity)
{
    if (identity.kind == Identity::Kind::Token)
        return "api-token api-token";
    const AuthProvider *provider = identity.kind == Identity::Kind::Session
                                       ? findProvider(identity.claims.providerId)
                                       : &BasicProvider;
    return provider ? std::string(provider->type) + ' ' + std::string(provider->name)
                    : std::string();
}

Authenticator::Authenticator(const Signer &signer, const RoleCatalog &roles,
                             std::string adminPassword, const CentralVersion &version)
    : m_signer(signer)
    , m_roles(roles)
    , m_adminPassword(std::move(adminPassword))
    , m_version(version)
{}

Identity Authenticator::identify(const std::vector<std::string> &authorization,
                                 std::int64_t now) const
{
    if (authorization.size() != 1)
        refuse(NotFoundText);
    const std::string &header = authorization.front();
    if (startsWithIgnoringCase(header, BearerPrefix) && header.size() > BearerPrefix.size())
        return identifyToken(header.substr(BearerPrefix.size()), now);
    if (header.starts_with(BasicPrefix))
        return identifyBasic(std::string_view(header).substr(BasicPrefix.size()));
    refuse(NotFoundText);
}

Identity Authenticator::identifyToken(const std::string &token, std::int64_t now) const
{
    const std::string invalid = "token validation failed";
    // Since 4.9 Central first tries a token exchanger for Kubernetes tokens, which answers 400.
    if (!Signer::isJwt(token))
        refuseToken(invalid,
                    m_version.atLeast(4, 9) ? Code::InvalidArgument : Code::Unauthenticated);
    const auto claims = m_signer.verify(token, now);
    if (!claims || isDenied(claims->id))
        refuseToken(invalid);
    if (claims->roles.empty() && !claims->isSession())
        refuseToken("could not determine token type");

    Identity identity;
    identity.kind = claims->isSession() ? Identity::Kind::Session : Identity::Kind::Token;
    identity.claims = *claims;
    identity.roles = m_roles.resolve(
        claims->isSession() ? rolesOfUser(claims->providerId, claims->user) : claims->roles);
    std::erase_if(identity.roles, [](const RolePtr &role) { return role->name == NoneRole; });
    if (identity.roles.empty())
        refuse("access for this user is not authorized: no valid role, please contact your "
               "system administrator");
    if (unionOf(identity.roles).isEmpty())
        refuse(NotFoundText);
    return identity;
}

Identity Authenticator::identifyBasic(std::string_view encoded) const
{
    const std::string prefix = std::string(NotFoundText) + ": basic: cannot extract identity: ";
    const auto decoded = decodeBase64(encoded);
    const std::size_t colon = decoded ? decoded->find(':') : std::string::npos;
    if (colon == std::string::npos)
        refuse(prefix + "failed to parse basic auth token");
    const std::string user = decoded->substr(0, colon);
    if (!knows(user, decoded->substr(colon + 1)))
        refuse(prefix + "failed to identify user with username " + goQuoted(user));

    Identity identity;
    identity.userName = user;
    identity.roles = m_roles.resolve({std::string(AdminRole)});
    return identity;
}

bool Authenticator::knows(const std::string &userName, const std::string &password) const
{
    return userName == "admin" && equalInConstantTime(password, m_adminPassword);
}

void Authenticator::deny(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    m_denied.insert(id);
}

bool Authenticator::isDenied(const std::string &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_denied.contains(id);
}

} // namespace rox::demo
