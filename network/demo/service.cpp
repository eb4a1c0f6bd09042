// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/service.h"

#include "network/demo/clock.h"
#include "network/demo/error.h"
#include "network/demo/generaterequest.h"
#include "network/demo/json.h"
#include "network/demo/replies.h"

#include <algorithm>
#include <array>

namespace rox::demo {
namespace {

constexpr std::int64_t DefaultLifetime = 365LL * 24 * 3600;
constexpr std::int64_t InvalidRetention = 24LL * 3600;

[[noreturn]] void invalid(const std::string &message)
{
    throw ServiceError(Code::InvalidArgument, message);
}

std::string joined(const std::vector<std::string> &texts, const char *separator)
{
    std::string out;
    for (const std::string &text : texts)
        out += (out.empty() ? "" : separator) + text;
    return out;
}

/// Parses a bool like Go's strconv.ParseBool.
bool parseBool(const std::string &text)
{
    constexpr std::array<std::string_view, 6> yes = {"1", "t", "T", "TRUE", "true", "True"};
    constexpr std::array<std::string_view, 6> no = {"0", "f", "F", "FALSE", "false", "False"};
    if (std::find(yes.begin(), yes.end(), text) != yes.end())
        return true;
    if (std::find(no.begin(), no.end(), text) != no.end())
        return false;
    invalid("parsing field \"revoked\": strconv.ParseBool: parsing " + goQuoted(text)
            + ": invalid syntax");
}

std::optional<bool> revokedFilter(const QueryParameters &query)
{
    std::vector<std::string> values;
    for (const auto &[key, value] : query) {
        if (key == "revoked")
            values.push_back(value);
    }
    if (values.empty())
        return std::nullopt;
    if (values.size() > 1)
        invalid("too many values for field \"revoked\": " + joined(values, ", "));
    return parseBool(values.front());
}

/// Formats like hashicorp/multierror, with its tabs and the blank line at the end.
std::string escalationText(const std::vector<std::string> &lines)
{
    std::string text = "not authorized: ";
    text += lines.size() == 1 ? "1 error" : std::to_string(lines.size()) + " errors";
    text += " occurred:\n";
    for (const std::string &line : lines)
        text += "\t* " + line + "\n";
    return text + "\n";
}

} // namespace

Service::Service(const Options &options, const std::string &adminPassword, const Parts &parts)
    : m_version(options.version)
    , m_signer(parts.signer)
    , m_tokens(parts.tokens)
    , m_sessions(parts.sessions)
    , m_authority(parts.authority)
    , m_events(parts.events)
    , m_trustInfo(parts.trustInfo)
    , m_authenticator(parts.signer, m_roles, adminPassword, m_version)
    , m_rateLimit(options.rateLimitPerSecond)
{}

std::string Service::issueOwnToken(const std::string &name, const std::vector<std::string> &roles)
{
    Identity admin;
    admin.userName = "admin";
    return issue(name, roles, std::nullopt, admin).token;
}

std::size_t Service::prune()
{
    return m_tokens.prune(currentSeconds() - InvalidRetention);
}

std::string Service::generate(const Call &call)
{
    const GenerateRequest request = parseGenerateRequest(call.body, m_version.atLeast(4, 4));
    const Identity caller =
        m_version.atLeast(4, 3)
            ? authorize(call, {{"Access", Access::Read}, {"Integration", Access::ReadWrite}})
            : authorize(call, {{"Integration", Access::ReadWrite}});
    if (request.name.empty())
        invalid("token name cannot be empty: invalid arguments");
    if (!request.role.empty() && !request.roles.empty())
        invalid("must use either role or roles, but not both: invalid arguments");
    const std::vector<std::string> names =
        request.role.empty() ? request.roles : std::vector{request.role};
    const auto exceeded = escalations(caller.roles, requestedRoles(names));
    if (!exceeded.empty())
        throw ServiceError(Code::PermissionDenied, escalationText(exceeded));
    if (request.expiration && *request.expiration < currentSeconds())
        invalid("Expiration date cannot be in the past");

    const Issued issued = issue(request.name, names, request.expiration, caller);
    std::string out = "{\"token\":";
    appendJsonString(out, issued.token);
    return out + ",\"metadata\":" + issued.metadata + '}';
}

std::string Service::get(const Call &call)
{
    authorize(call, {{"Integration", Access::Read}});
    if (call.id.empty())
        invalid("empty id passed: invalid arguments");
    std::string out;
    if (!m_tokens.visit(call.id, [&](const TokenView &token) { appendTokenMetadata(out, token); }))
        invalid("token with id '" + call.id + "' does not exist: invalid arguments");
    return out;
}

std::string Service::list(const Call &call)
{
    const std::optional<bool> revoked = revokedFilter(call.query);
    authorize(call, {{"Integration", Access::Read}});
    return tokenListJson(m_tokens, revoked);
}

std::string Service::allowedRoles(const Call &call)
{
    const Identity caller = authorize(call, {{"Access", Access::Read}});
    std::vector<std::string> names;
    for (const RolePtr &role : m_roles.all()) {
        if (role->name != NoneRole && escalations(caller.roles, {role}).empty())
            names.push_back(role->name);
    }
    std::string out = "{\"roleNames\":";
    appendJsonStrings(out, names);
    return out + '}';
}

std::string Service::revoke(const Call &call)
{
    authorize(call, {{"Integration", Access::ReadWrite}});
    if (!m_tokens.revoke(call.id))
        throw ServiceError(Code::Internal, "token with id '" + call.id + "' does not exist");
    m_authenticator.deny(call.id);
    return "{}";
}

std::string Service::ping(const Call &call)
{
    limitRate(call);
    return R"({"status":"ok"})";
}

std::string Service::metadata(const Call &call)
{
    limitRate(call);
    bool known = true;
    try {
        m_authenticator.identify(call.authorization, currentSeconds());
    } catch (const ServiceError &error) {
        // Central asks two authorizers, and both return the same error.
        if (m_version.atLeast(4, 2))
            throw ServiceError(Code::PermissionDenied,
                               "not authorized: no authorizer could authorize this request: "
                               "errors: ["
                                   + std::string(error.what()) + ", " + error.what() + "]");
        known = false;
    }
    std::string out = "{\"version\":";
    appendJsonString(out, known ? m_version.text : std::string());
    return out + R"(,"buildFlavor":"release","releaseBuild":true,"licenseStatus":"VALID"})";
}

std::string Service::authStatus(const Call &call)
{
    return authStatusJson(identify(call));
}

std::string Service::myPermissions(const Call &call)
{
    return "{\"resourceToAccess\":" + unionOf(identify(call).roles).json() + '}';
}

std::string Service::listRoles(const Call &call)
{
    authorize(call, {{"Access", Access::Read}});
    return roleListJson(m_roles.all());
}

std::string Service::listPermissionSets(const Call &call)
{
    authorize(call, {{"Access", Access::Read}});
    return permissionSetListJson(m_roles.all());
}

std::string Service::listAccessScopes(const Call &call)
{
    authorize(call, {{"Access", Access::Read}});
    return accessScopeListJson(m_roles.all());
}

std::string Service::deleteRole(const Call &call)
{
    authorize(call, {{"Access", Access::ReadWrite}});
    const RolePtr role = m_roles.find(call.id);
    if (!role)
        throw ServiceError(Code::NotFound, "role " + goQuoted(call.id) + ": not found");
    if (role->isDefault)
        invalid("default role " + goQuoted(call.id)
                + " cannot be modified or deleted: invalid arguments");
    m_roles.remove(call.id);
    return "{}";
}

void Service::limitRate(const Call &call)
{
    if (!m_rateLimit.admit())
        throw ServiceError(Code::ResourceExhausted,
                           std::string(call.method)
                               + " is rejected by grpc_ratelimit middleware, please retry later. "
                                 "limit exceeded");
}

Identity Service::identify(const Call &call)
{
    limitRate(call);
    return m_authenticator.identify(call.authorization, currentSeconds());
}

Identity Service::authorize(const Call &call, std::initializer_list<Need> needs)
{
    Identity identity = identify(call);
    const Permissions held = unionOf(identity.roles);
    for (const Need &need : needs) {
        if (held.to(resourceIndex(need.resource)) < need.access)
            throw ServiceError(Code::PermissionDenied,
                               "not authorized: \"" + std::string(accessName(need.access))
                                   + "\" for \"" + std::string(need.resource) + "\"");
    }
    return identity;
}

Roles Service::requestedRoles(const std::vector<std::string> &names) const
{
    std::vector<std::string> missing;
    for (const std::string &name : names) {
        if (!m_roles.find(name))
            missing.push_back(name);
    }
    if (!missing.empty())
        invalid("role(s) " + joined(missing, ",") + " don't exist: invalid arguments");
    return m_roles.resolve(names);
}

Service::Issued Service::issue(const std::string &name, const std::vector<std::string> &roles,
                               std::optional<std::int64_t> expiration, const Identity &caller)
{
    const TokenId id = randomId();
    const std::int64_t now = currentSeconds();
    const TokenView token{id, name, roles, now, expiration.value_or(now + DefaultLifetime), false};
    Issued issued;
    Claims claims;
    claims.id = idText(id);
    claims.name = name;
    claims.roles = roles;
    claims.issuedAt = token.issuedAt;
    claims.expiresAt = token.expiresAt;
    issued.token = m_signer.sign(claims);
    m_tokens.add(token);
    m_events.add(
        {claims.id, name, roles, userIdOf(caller), providerNameOf(caller), currentNanoseconds()});
    appendTokenMetadata(issued.metadata, token);
    return issued;
}

} // namespace rox::demo
