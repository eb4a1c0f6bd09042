// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/demo/authority.h"
#include "network/demo/encoding.h"
#include "network/demo/events.h"
#include "network/demo/identity.h"
#include "network/demo/options.h"
#include "network/demo/ratelimit.h"
#include "network/demo/roles.h"
#include "network/demo/sessions.h"
#include "network/demo/signer.h"
#include "network/demo/tokenstore.h"
#include "network/demo/trustinfo.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rox::demo {

/// The input of one call.
struct Call
{
    std::string_view method; ///< the gRPC method, e.g. /v1.APITokenService/GetAPITokens
    std::string id;          ///< the variable in the path, if the route has one
    QueryParameters query;
    std::string body;
    std::vector<std::string> authorization; ///< every Authorization header
};

/// Central's API. Each call returns a JSON text or throws ServiceError, and checks in Central's
/// order: gateway decoding, rate limit, authentication, authorization, validation. Any thread.
class Service
{
public:
    /// The objects that the service uses; they must outlive it.
    struct Parts
    {
        const Signer &signer;
        TokenStore &tokens;
        Sessions &sessions;
        const Authority &authority;
        EventLog &events;
        TrustInfo &trustInfo;
    };

    Service(const Options &options, const std::string &adminPassword, const Parts &parts);

    /// Issues the token that the demo prints at start.
    std::string issueOwnToken(const std::string &name, const std::vector<std::string> &roles);
    /// Deletes revoked tokens, and tokens that expired more than a day ago. Returns their number.
    std::size_t prune();

    std::string generate(const Call &call);
    std::string get(const Call &call);
    std::string list(const Call &call);
    std::string allowedRoles(const Call &call);
    std::string revoke(const Call &call);

    std::string loginProviders(const Call &call);
    /// Exchanges a user name and a password for a session.
    std::string exchangeToken(const Call &call);
    std::string credentialExpiry(const Call &call);

    std::string ping(const Call &call);
    std::string metadata(const Call &call);
    std::string authStatus(const Call &call);
    std::string myPermissions(const Call &call);
    std::string listRoles(const Call &call);
    std::string listPermissionSets(const Call &call);
    std::string listAccessScopes(const Call &call);
    std::string deleteRole(const Call &call);

    std::string listEvents(const Call &call);
    std::string countEvents(const Call &call);
    /// Central's own certificate chain, for callers without a credential.
    std::string tlsChallenge(const Call &call);

private:
    struct Need
    {
        std::string_view resource;
        Access access;
    };
    struct Issued
    {
        std::string token;
        std::string metadata;
    };

    void limitRate(const Call &call);
    Identity identify(const Call &call);
    Identity authorize(const Call &call, std::initializer_list<Need> needs);
    Roles requestedRoles(const std::vector<std::string> &names) const;
    Issued issue(const std::string &name, const std::vector<std::string> &roles,
                 std::optional<std::int64_t> expiration, const Identity &caller);

    const CentralVersion m_version;
    const Signer &m_signer;
    RoleCatalog m_roles;
    TokenStore &m_tokens;
    Sessions &m_sessions;
    const Authority &m_authority;
    EventLog &m_events;
    TrustInfo &m_trustInfo;
    Authenticator m_authenticator;
    RateLimit m_rateLimit;
};

} // namespace rox::demo
