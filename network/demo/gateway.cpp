// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/gateway.h"

#include "network/demo/clock.h"
#include "network/demo/encoding.h"
#include "network/demo/json.h"

#include <algorithm>
#include <exception>

namespace rox::demo {
namespace {

constexpr std::size_t SmallestPacked = 1400;
constexpr char JsonType[] = "application/json";

constexpr char ConsolePage[] = R"(<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Red Hat Advanced Cluster Security</title></head>
<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body>
</html>
)";

std::vector<std::string> segmentsOf(std::string_view path)
{
    std::vector<std::string> segments;
    path.remove_prefix(1);
    for (;;) {
        const std::size_t slash = path.find('/');
        segments.emplace_back(path.substr(0, slash));
        if (slash == std::string_view::npos)
            return segments;
        path.remove_prefix(slash + 1);
    }
}

bool matches(const std::vector<std::string_view> &pattern, const std::vector<std::string> &path)
{
    return pattern.size() == path.size()
           && std::equal(pattern.begin(), pattern.end(), path.begin(),
                         [](std::string_view want, const std::string &have) {
                             return want == "{}" || want == have;
                         });
}

bool isForm(const HttpRequest &request)
{
    return request.contentType.starts_with("application/x-www-form-urlencoded");
}

bool wantsPretty(const HttpRequest &request)
{
    const QueryParameters query = parseQuery(request.query);
    return request.accept == "application/json+pretty"
           || std::any_of(query.begin(), query.end(),
                          [](const auto &parameter) { return parameter.first == "pretty"; });
}

HttpReply errorReply(Code code, const std::string &message)
{
    HttpReply reply;
    reply.status = httpStatus(code);
    reply.contentType = JsonType;
    reply.body = errorBody(code, message);
    // Central's gateway copies the message into this header, although it is not a valid challenge.
    if (code == Code::Unauthenticated)
        reply.headers.emplace_back("WWW-Authenticate", message);
    return reply;
}

void pack(const HttpRequest &request, HttpReply &reply)
{
    reply.headers.emplace_back("Vary", "Accept-Encoding");
    if (reply.body.size() < SmallestPacked || !acceptsGzip(request.acceptEncoding))
        return;
    reply.body = gzip(reply.body);
    reply.headers.emplace_back("Content-Encoding", "gzip");
}

} // namespace

Gateway::Gateway(Service &service, SingleSignOn &singleSignOn, const CentralVersion &version)
    : m_service(service)
    , m_singleSignOn(singleSignOn)
    , m_version(version)
{}

const std::vector<Gateway::Route> &Gateway::routes()
{
    // As in grpc-gateway, a later route overrides an earlier one that also matches.
    static const std::vector<Route> all = {
        {"GET",
         {"v1", "apitokens", "generate", "allowed-roles"},
         "/v1.APITokenService/ListAllowedTokenRoles",
         &Service::allowedRoles},
        {"POST",
         {"v1", "apitokens", "generate"},
         "/v1.APITokenService/GenerateToken",
         &Service::generate},
        {"PATCH",
         {"v1", "apitokens", "revoke", "{}"},
         "/v1.APITokenService/RevokeToken",
         &Service::revoke},
        {"GET", {"v1", "apitokens", "{}"}, "/v1.APITokenService/GetAPIToken", &Service::get},
        {"GET", {"v1", "apitokens"}, "/v1.APITokenService/GetAPITokens", &Service::list},
        {"GET", {"v1", "auth", "status"}, "/v1.AuthService/GetAuthStatus", &Service::authStatus},
        {"GET",
         {"v1", "login", "authproviders"},
         "/v1.AuthProviderService/GetLoginAuthProviders",
         &Service::loginProviders},
        {"POST",
         {"v1", "authProviders", "exchangeToken"},
         "/v1.AuthProviderService/ExchangeToken",
         &Service::exchangeToken},
        {"GET",
         {"v1", "credentialexpiry"},
         "/v1.CredentialExpiryService/GetCertExpiry",
         &Service::credentialExpiry},
        {"GET",
         {"v1", "administration", "events"},
         "/v1.AdministrationEventService/ListAdministrationEvents",
         &Service::listEvents},
        {"GET",
         {"v1", "count", "administration", "events"},
         "/v1.AdministrationEventService/CountAdministrationEvents",
         &Service::countEvents},
        {"GET",
         {"v1", "tls-challenge"},
         "/v1.MetadataService/TLSChallenge",
         &Service::tlsChallenge},
        {"GET", {"v1", "metadata"}, "/v1.MetadataService/GetMetadata", &Service::metadata},
        {"GET", {"v1", "ping"}, "/v1.PingService/Ping", &Service::ping},
        {"GET",
         {"v1", "mypermissions"},
         "/v1.RoleService/GetMyPermissions",
         &Service::myPermissions},
        {"GET", {"v1", "roles"}, "/v1.RoleService/GetRoles", &Service::listRoles},
        {"GET",
         {"v1", "permissionsets"},
         "/v1.RoleService/ListPermissionSets",
         &Service::listPermissionSets},
        {"GET",
         {"v1", "simpleaccessscopes"},
         "/v1.RoleService/ListSimpleAccessScopes",
         &Service::listAccessScopes},
        {"DELETE", {"v1", "roles", "{}"}, "/v1.RoleService/DeleteRole", &Service::deleteRole},
    };
    return all;
}

bool Gateway::serves(const Route &route) const
{
    const bool isSince43 = route.handler == &Service::allowedRoles
                           || route.handler == &Service::listEvents
                           || route.handler == &Service::countEvents;
    return !isSince43 || m_version.atLeast(4, 3);
}

HttpReply Gateway::serve(const HttpRequest &request)
{
    HttpReply reply;
    if (request.path.starts_with("/v1/") || request.path.starts_with("/v2/")) {
        reply = serveApi(request);
        reply.headers.emplace_back("Cache-Control", "no-store, no-cache");
        if (reply.contentType == JsonType && wantsPretty(request))
            reply.body = prettyJson(reply.body);
    } else if (SingleSignOn::serves(request.path)) {
        reply = m_singleSignOn.serve(request);
    } else {
        // Every other path returns the console, which is a single-page application.
        reply.contentType = "text/html; charset=utf-8";
        reply.body = ConsolePage;
    }
    pack(request, reply);
    reply.headers.emplace_back("Date", httpDate(currentSeconds()));
    return reply;
}

HttpReply Gateway::serveApi(const HttpRequest &request)
{
    const std::vector<std::string> segments = segmentsOf(request.path);
    const Route *other = nullptr;
    for (const Route &route : routes()) {
        if (!serves(route) || !matches(route.path, segments))
            continue;
        if (route.verb == request.method)
            return invoke(route, segments, request, false);
        if (!other || route.verb == "GET")
            other = &route;
    }
    if (!other)
        return routingError(404, Code::NotFound, "Not Found");
    if (request.method == "POST" && other->verb == "GET" && isForm(request))
        return invoke(*other, segments, request, true);
    return routingError(m_version.atLeast(4, 6) ? 501 : 405, Code::Unimplemented,
                        "Method Not Allowed");
}

HttpReply Gateway::invoke(const Route &route, const std::vector<std::string> &segments,
                          const HttpRequest &request, bool formAsQuery)
{
    Call call;
    call.method = route.method;
    const auto variable = std::find(route.path.begin(), route.path.end(), "{}");
    if (variable != route.path.end())
        call.id = segments[std::size_t(variable - route.path.begin())];
    if (formAsQuery)
        call.query = parseQuery(request.body);
    for (auto &parameter : parseQuery(request.query))
        call.query.push_back(std::move(parameter));
    call.body = request.body;
    call.authorization = request.authorization;
    try {
        if (request.bodySize > MaxMessageSize && route.verb == "POST")
            throw ServiceError(Code::ResourceExhausted, "grpc: received message larger than max ("
                                                            + std::to_string(request.bodySize)
                                                            + " vs. "
                                                            + std::to_string(MaxMessageSize) + ")");
        HttpReply reply;
        reply.contentType = JsonType;
        reply.body = (m_service.*route.handler)(call);
        reply.headers.emplace_back("Grpc-Metadata-Content-Type", "application/grpc");
        return reply;
    } catch (const ServiceError &error) {
        return errorReply(error.code(), error.what());
    } catch (const std::exception &error) {
        return errorReply(Code::Internal, error.what());
    }
}

HttpReply Gateway::routingError(int status, Code code, const std::string &message) const
{
    if (m_version.atLeast(4, 6))
        return errorReply(code, message);
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = message + "\n";
    return reply;
}

} // namespace rox::demo
