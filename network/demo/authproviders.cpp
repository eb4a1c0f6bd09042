// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/authproviders.h"

#include "network/demo/json.h"
#include "network/demo/roles.h"

#include <algorithm>
#include <array>

namespace rox::demo {
namespace {

constexpr std::array Providers = {DemoProvider, BasicProvider};
constexpr std::string_view AnalystRole = "Analyst";

std::string loginUrl(const AuthProvider &provider)
{
    return "/sso/login/" + std::string(provider.id);
}

} // namespace

std::span<const AuthProvider> authProviders()
{
    return Providers;
}

const AuthProvider *findProvider(std::string_view id)
{
    const auto found = std::find_if(Providers.begin(), Providers.end(),
                                    [id](const AuthProvider &one) { return one.id == id; });
    return found == Providers.end() ? nullptr : &*found;
}

const std::vector<ProviderUser> &providerUsers()
{
    static const std::vector<ProviderUser> all = {
        {AdminRole, {"admin", "Ada Admin", "ada@example.com", {{"groups", {"platform"}}}}},
        {AnalystRole, {"analyst", "Ann Analyst", "ann@example.com", {{"groups", {"audit"}}}}},
    };
    return all;
}

std::vector<std::string> rolesOfUser(std::string_view providerId, const ExternalUser &user)
{
    if (providerId == BasicProvider.id)
        return {std::string(AdminRole)};
    for (const ProviderUser &known : providerUsers()) {
        if (known.user.id == user.id)
            return {std::string(known.choice)};
    }
    return {};
}

std::string loginProvidersJson()
{
    std::string out = "{\"authProviders\":[";
    for (const AuthProvider &provider : Providers) {
        out += out.back() == '[' ? "{\"id\":" : ",{\"id\":";
        appendJsonString(out, provider.id);
        out += ",\"name\":";
        appendJsonString(out, provider.name);
        out += ",\"type\":";
        appendJsonString(out, provider.type);
        out += ",\"loginUrl\":";
        appendJsonString(out, loginUrl(provider));
        out += '}';
    }
    return out + "]}";
}

std::string providerJson(const AuthProvider &provider)
{
    std::string out = "{\"id\":";
    appendJsonString(out, provider.id);
    out += ",\"name\":";
    appendJsonString(out, provider.name);
    out += ",\"type\":";
    appendJsonString(out, provider.type);
    out += ",\"uiEndpoint\":\"\",\"enabled\":true,\"config\":{},\"loginUrl\":";
    appendJsonString(out, loginUrl(provider));
    return out
           + ",\"validated\":true,\"extraUiEndpoints\":[],\"active\":true,"
             "\"requiredAttributes\":[],\"traits\":null,\"claimMappings\":{},\"lastUpdated\":null}";
}

} // namespace rox::demo
