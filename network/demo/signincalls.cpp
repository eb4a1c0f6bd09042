// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/authproviders.h"
#include "network/demo/error.h"
#include "network/demo/json.h"
#include "network/demo/service.h"

#include <nlohmann/json.hpp>

// The calls of Service for sign-in.

namespace rox::demo {
namespace {

[[noreturn]] void invalid(const std::string &message)
{
    throw ServiceError(Code::InvalidArgument, message);
}

/// The body of POST /v1/authProviders/exchangeToken.
struct ExchangeRequest
{
    std::string externalToken;
    std::string type;
    std::string state;
};

ExchangeRequest parseExchange(const std::string &body)
{
    const auto json = nlohmann::json::parse(body.empty() ? "{}" : body, nullptr, false);
    if (!json.is_object())
        invalid("proto: syntax error");
    const auto field = [&json](const char *camel, const char *snake) {
        const auto found = json.contains(camel) ? json.find(camel) : json.find(snake);
        if (found == json.end() || found->is_null())
            return std::string();
        if (!found->is_string())
            invalid(std::string("proto: invalid value for field ") + camel);
        return found->get<std::string>();
    };
    return {field("externalToken", "external_token"), field("type", "type"),
            field("state", "state")};
}

} // namespace

std::string Service::loginProviders(const Call &call)
{
    limitRate(call);
    return loginProvidersJson();
}

std::string Service::exchangeToken(const Call &call)
{
    const ExchangeRequest request = parseExchange(call.body);
    limitRate(call);
    if (request.type != BasicProvider.type)
        invalid("invalid auth provider type " + goQuoted(request.type) + ": invalid arguments");
    const std::string providerId = request.state.substr(0, request.state.find(':'));
    if (providerId != BasicProvider.id)
        throw ServiceError(Code::NotFound, "could not locate auth provider " + goQuoted(providerId)
                                               + ": not found");
    const QueryParameters form = parseQuery(request.externalToken);
    const std::string userName = valueOf(form, "username").value_or("");
    if (!m_authenticator.knows(userName, valueOf(form, "password").value_or("")))
        throw ServiceError(Code::PermissionDenied, "failed to authenticate: not authorized: "
                                                   "invalid username and/or password");
    ExternalUser user;
    user.id = userName;
    user.attributes = {{"role", {std::string(AdminRole)}}, {"username", {userName}}};
    std::string out = "{\"token\":";
    appendJsonString(out, m_sessions.begin(BasicProvider, user).token);
    return out + ",\"clientState\":\"\",\"test\":false,\"user\":null}";
}

std::string Service::credentialExpiry(const Call &call)
{
    const std::string component = valueOf(call.query, "component").value_or("UNKNOWN");
    identify(call);
    if (component != "CENTRAL")
        invalid("invalid component: " + component + ": invalid arguments");
    std::string out = "{\"expiry\":";
    appendJsonTime(out, m_authority.leafExpiresAt());
    return out + '}';
}

} // namespace rox::demo
