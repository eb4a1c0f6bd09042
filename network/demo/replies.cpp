// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/replies.h"

#include "network/demo/authproviders.h"
#include "network/demo/json.h"

#include <set>
#include <unordered_map>

namespace rox::demo {
namespace {

constexpr std::size_t TypicalMetadataSize = 260;

std::vector<std::string> namesOf(const Roles &roles)
{
    std::vector<std::string> names;
    for (const RolePtr &role : roles)
        names.push_back(role->name);
    return names;
}

/// The fields of TokenMetadata that depend only on the roles, as JSON.
struct RoleTexts
{
    std::string roles;
    std::string role;
};

RoleTexts roleTexts(const std::vector<std::string> &roles)
{
    RoleTexts texts;
    appendJsonStrings(texts.roles, roles);
    appendJsonString(texts.role, roles.size() == 1 ? roles.front() : std::string());
    return texts;
}

void appendTokenMetadata(std::string &out, const TokenView &token, const RoleTexts &roles)
{
    out += "{\"id\":\"";
    out += idText(token.id);
    out += "\",\"name\":";
    appendJsonString(out, token.name);
    out += ",\"roles\":";
    out += token.isOdd ? "null" : roles.roles;
    out += ",\"issuedAt\":";
    appendJsonTime(out, token.issuedAt);
    out += ",\"expiration\":";
    if (token.isOdd)
        out += "\"soon\"";
    else
        appendJsonTime(out, token.expiresAt);
    out += token.revoked ? ",\"revoked\":true,\"role\":" : ",\"revoked\":false,\"role\":";
    out += roles.role;
    out += '}';
}

std::string userInfoJson(const std::string &userName, const std::string &friendlyName,
                         const Roles &roles)
{
    std::string out = "{\"username\":";
    appendJsonString(out, userName);
    out += ",\"friendlyName\":";
    appendJsonString(out, friendlyName);
    out += ",\"permissions\":{\"resourceToAccess\":" + unionOf(roles).json() + "},\"roles\":[";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        out += i > 0 ? ",{\"name\":" : "{\"name\":";
        appendJsonString(out, roles[i]->name);
        out += ",\"resourceToAccess\":" + roles[i]->permissions.json() + '}';
    }
    return out + "]}";
}

void appendAttribute(std::string &out, const char *key, const std::vector<std::string> &values)
{
    out += std::string("{\"key\":\"") + key + "\",\"values\":";
    appendJsonStrings(out, values);
    out += '}';
}

std::string tokenFriendlyName(const Claims &claims)
{
    std::string roles;
    for (const std::string &role : claims.roles)
        roles += (roles.empty() ? "" : ",") + role;
    return "anonymous bearer token " + goQuoted(claims.name) + " with roles [" + roles
           + "] (jti: " + claims.id + ", expires: " + timeText(claims.expiresAt) + ")";
}

std::string tokenStatusJson(const Identity &identity)
{
    const Claims &claims = identity.claims;
    std::string out = "{\"userId\":";
    appendJsonString(out, userIdOf(identity));
    out += ",\"expires\":";
    appendJsonTime(out, claims.expiresAt);
    out += ",\"refreshUrl\":\"\",\"authProvider\":null,\"userInfo\":";
    out += userInfoJson({}, tokenFriendlyName(claims), identity.roles);
    out += ",\"userAttributes\":[";
    appendAttribute(out, "name", {claims.name});
    out += ',';
    appendAttribute(out, "role", namesOf(identity.roles));
    return out + "],\"idpToken\":\"\"}";
}

std::string sessionFriendlyName(const ExternalUser &user)
{
    if (user.fullName.empty())
        return user.email.empty() ? user.id : user.email;
    return user.email.empty() ? user.fullName : user.fullName + " (" + user.email + ')';
}

std::string sessionStatusJson(const Identity &identity)
{
    const Claims &claims = identity.claims;
    const AuthProvider *provider = findProvider(claims.providerId);
    std::string out = "{\"userId\":";
    appendJsonString(out, userIdOf(identity));
    out += ",\"expires\":";
    appendJsonTime(out, claims.expiresAt);
    out += ",\"refreshUrl\":\"\",\"authProvider\":";
    out += provider ? providerJson(*provider) : "null";
    out += ",\"userInfo\":"
           + userInfoJson(claims.user.email, sessionFriendlyName(claims.user), identity.roles)
           + ",\"userAttributes\":[";
    for (const auto &[key, values] : claims.user.attributes) {
        if (out.back() != '[')
            out += ',';
        appendAttribute(out, key.c_str(), values);
    }
    return out + "],\"idpToken\":\"\"}";
}

std::string basicStatusJson(const Identity &identity)
{
    std::string out = "{\"userId\":";
    appendJsonString(out, identity.userName);
    out += ",\"expires\":\"9999-12-31T23:59:59.999999999Z\",\"refreshUrl\":\"\","
           "\"authProvider\":"
           + providerJson(BasicProvider) + ",\"userInfo\":";
    out += userInfoJson(identity.userName, {}, identity.roles);
    out += ",\"userAttributes\":[";
    appendAttribute(out, "role", namesOf(identity.roles));
    out += ',';
    appendAttribute(out, "username", {identity.userName});
    return out + "],\"idpToken\":\"\"}";
}

} // namespace

void appendTokenMetadata(std::string &out, const TokenView &token)
{
    appendTokenMetadata(out, token, roleTexts(token.roles));
}

std::string tokenListJson(const TokenStore &tokens, std::optional<bool> revoked)
{
    std::string out = "{\"tokens\":[";
    const std::size_t begin = out.size();
    out.reserve(tokens.size() * TypicalMetadataSize);
    // The store keeps each set of roles once, so its address identifies it.
    std::unordered_map<const void *, RoleTexts> texts;
    tokens.visitAll(revoked, [&](const TokenView &token) {
        const auto [found, isNew] = texts.try_emplace(&token.roles);
        if (isNew)
            found->second = roleTexts(token.roles);
        if (out.size() > begin)
            out += ',';
        appendTokenMetadata(out, token, found->second);
    });
    return out += "]}";
}

std::string authStatusJson(const Identity &identity)
{
    switch (identity.kind) {
    case Identity::Kind::Token:
        return tokenStatusJson(identity);
    case Identity::Kind::Session:
        return sessionStatusJson(identity);
    case Identity::Kind::Basic:
        break;
    }
    return basicStatusJson(identity);
}

std::string roleListJson(const Roles &roles)
{
    std::string out = "{\"roles\":[";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const Role &role = *roles[i];
        out += i > 0 ? ",{\"name\":" : "{\"name\":";
        appendJsonString(out, role.name);
        out += ",\"description\":";
        appendJsonString(out, role.description);
        out += ",\"permissionSetId\":";
        appendJsonString(out, role.permissionSetId);
        out += ",\"accessScopeId\":";
        appendJsonString(out, role.scope.id);
        out += ",\"globalAccess\":\"NO_ACCESS\",\"resourceToAccess\":{},\"traits\":"
               "{\"mutabilityMode\":\"ALLOW_MUTATE\",\"visibility\":\"VISIBLE\",\"origin\":";
        out += role.isDefault ? "\"DEFAULT\"}}" : "\"IMPERATIVE\"}}";
    }
    return out + "]}";
}

std::string accessScopeListJson(const Roles &roles)
{
    std::string out = "{\"accessScopes\":[";
    std::set<std::string> ids;
    for (const RolePtr &role : roles) {
        if (!ids.insert(role->scope.id).second)
            continue;
        out += ids.size() > 1 ? ",{\"id\":" : "{\"id\":";
        appendJsonString(out, role->scope.id);
        out += ",\"name\":";
        appendJsonString(out, role->scope.name);
        out += ",\"description\":\"\",\"rules\":null,\"traits\":null}";
    }
    return out + "]}";
}

std::string permissionSetListJson(const Roles &roles)
{
    // Each role of the demo has its own permission set with the same name.
    std::string out = "{\"permissionSets\":[";
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const Role &role = *roles[i];
        out += i > 0 ? ",{\"id\":" : "{\"id\":";
        appendJsonString(out, role.permissionSetId);
        out += ",\"name\":";
        appendJsonString(out, role.name);
        out += ",\"description\":";
        appendJsonString(out, role.description);
        out += ",\"resourceToAccess\":" + role.permissions.json();
        out += ",\"traits\":{\"mutabilityMode\":\"ALLOW_MUTATE\",\"visibility\":\"VISIBLE\","
               "\"origin\":";
        out += role.isDefault ? "\"DEFAULT\"}}" : "\"IMPERATIVE\"}}";
    }
    return out + "]}";
}

} // namespace rox::demo
