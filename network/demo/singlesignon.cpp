// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/demo/singlesignon.h"

#include "network/demo/encoding.h"
#include "network/demo/error.h"
#include "network/demo/json.h"
#include "network/demo/loginpages.h"

#include <algorithm>
#include <exception>
#include <optional>

namespace rox::demo {
namespace {

constexpr std::string_view AuthorizePath = "/authorize-roxctl";
constexpr std::string_view LoginPrefix = "/sso/login/";
constexpr std::string_view ReturnPath = "/sso/providers/oidc/callback";
constexpr std::string_view RefreshPath = "/sso/session/tokenrefresh";
constexpr std::string_view LogoutPath = "/sso/session/logout";
constexpr std::string_view IdentityPath = "/demo-identity-provider";
constexpr std::string_view ResponsePath = "/auth/response/generic";
/// Prefix of the OAuth state that marks a login for a program (roxctl), not for the console.
constexpr std::string_view ProgramMode = "2ed17ca6-4b3c-4279-8317-f26f8ba01c52#";

constexpr char CookieName[] = "RoxRefreshToken";
constexpr char CookieRules[] = "HttpOnly; Secure; SameSite=Strict";

HttpReply text(int status, const std::string &words)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/plain; charset=utf-8";
    reply.body = words + '\n';
    return reply;
}

HttpReply page(std::string html)
{
    HttpReply reply;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = std::move(html);
    return reply;
}

HttpReply json(std::string body)
{
    HttpReply reply;
    reply.contentType = "application/json";
    reply.body = std::move(body);
    return reply;
}

HttpReply jsonError(int status, Code code, const std::string &message)
{
    HttpReply reply = json(errorBody(code, message));
    reply.status = status;
    return reply;
}

HttpReply seeOther(const std::string &location)
{
    HttpReply reply;
    reply.status = 303;
    reply.contentType = "text/html; charset=utf-8";
    reply.headers.emplace_back("Location", location);
    return reply;
}

/// Redirects to the page with the error of a failed login.
HttpReply failed(const std::string &error, const std::string &clientState)
{
    return seeOther(std::string(ResponsePath) + '#'
                    + encodeQuery({{"error", error},
                                   {"state", clientState},
                                   {"test", "false"},
                                   {"type", std::string(DemoProvider.type)}}));
}

std::string setCookie(const std::string &value, const std::string &more = {})
{
    return std::string(CookieName) + '=' + value + "; Path=/sso/session/; " + more + CookieRules;
}

std::optional<std::string> refreshCookie(const std::string &header)
{
    const std::string prefix = std::string(CookieName) + '=';
    std::string_view rest = header;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view part = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        if (part.starts_with(prefix))
            return std::string(part.substr(prefix.size()));
    }
    return std::nullopt;
}

/// The error for the provider in a cookie; std::nullopt if the provider supports refresh tokens.
std::optional<std::string> providerFault(const QueryParameters &cookie)
{
    const std::string id = valueOf(cookie, "providerId").value_or("");
    const AuthProvider *provider = findProvider(id);
    if (!provider)
        return "refresh token cookie references invalid auth provider " + goQuoted(id)
               + ": could not locate auth provider " + goQuoted(id) + ": not found";
    if (provider->id == BasicProvider.id)
        return "auth provider backend of type \"basic\" does not support refresh tokens";
    return std::nullopt;
}

const ProviderUser *userChosen(const QueryParameters &query)
{
    const std::string choice = valueOf(query, "user").value_or("");
    const auto &users = providerUsers();
    const auto found = std::find_if(users.begin(), users.end(), [&](const ProviderUser &user) {
        return user.choice == choice;
    });
    return found == users.end() ? nullptr : &*found;
}

} // namespace

bool SingleSignOn::serves(std::string_view path)
{
    return path == AuthorizePath || path == IdentityPath || path == ResponsePath
           || path.starts_with("/sso/");
}

HttpReply SingleSignOn::serve(const HttpRequest &request)
{
    if (request.path == AuthorizePath)
        return page(authorizePage());
    if (request.path == ResponsePath)
        return page(responsePage());
    if (request.path == IdentityPath)
        return page(
            identityPage(ReturnPath, valueOf(parseQuery(request.query), "state").value_or("")));
    if (request.path.starts_with(LoginPrefix))
        return login(request);
    if (request.path == ReturnPath)
        return returned(request);
    if (request.path == RefreshPath)
        return refresh(request);
    if (request.path == LogoutPath)
        return logout(request);
    return text(404, "404 page not found");
}

HttpReply SingleSignOn::login(const HttpRequest &request) const
{
    const std::string id = request.path.substr(LoginPrefix.size());
    const std::string callback =
        valueOf(parseQuery(request.query), "authorizeCallback").value_or("");
    std::string state = id + ':';
    if (!callback.empty()) {
        const auto url = CallbackUrl::parse(callback);
        if (!url)
            return text(400, "Attaching state: unable to parse URL " + goQuoted(callback));
        if (!url->isLoopback())
            return text(400, "Attaching state: roxctl authorization is only allowed for localhost "
                             "as callback target");
        state += std::string(ProgramMode) + callback;
    }
    const AuthProvider *provider = findProvider(id);
    if (!provider)
        return text(404, "Unknown auth provider ID " + goQuoted(id));
    if (provider->id == BasicProvider.id)
        return text(500, "the demo has no page for passwords");
    return seeOther(std::string(IdentityPath) + '?' + encodeQuery({{"state", state}}));
}

HttpReply SingleSignOn::returned(const HttpRequest &request)
{
    const QueryParameters query = parseQuery(request.query);
    const std::string state = valueOf(query, "state").value_or("");
    const std::size_t colon = std::min(state.find(':'), state.size());
    const std::string id = state.substr(0, colon);
    std::string clientState = state.substr(std::min(colon + 1, state.size()));
    const bool isForProgram = clientState.starts_with(ProgramMode);
    if (isForProgram)
        clientState.erase(0, ProgramMode.size());
    if (id != DemoProvider.id)
        return failed("invalid auth provider ID " + goQuoted(id), "");
    const ProviderUser *user = userChosen(query);
    if (!user)
        return failed(valueOf(query, "error").value_or("authentication response is empty"),
                      clientState);

    const auto callback = CallbackUrl::parse(clientState);
    if (isForProgram) {
        if (!callback || !callback->isHttp())
            return failed("roxctl authorization callback URL must use http or https", clientState);
        if (!callback->isLoopback())
            return failed("roxctl authorization has to specify localhost / 127.0.0.1 as callback "
                          "URL",
                          clientState);
    }
    const Session session = m_sessions.begin(DemoProvider, user->user);
    if (isForProgram)
        return seeOther(callback->with({{"token", session.token},
                                        {"expiresAt", timeText(session.expiresAt)},
                                        {"refreshToken", session.refreshCookie}}));
    HttpReply reply = seeOther(std::string(ResponsePath) + '#'
                               + encodeQuery({{"state", clientState},
                                              {"token", session.token},
                                              {"type", std::string(DemoProvider.type)}}));
    reply.headers.emplace_back("Set-Cookie", setCookie(session.refreshCookie));
    return reply;
}

HttpReply SingleSignOn::refresh(const HttpRequest &request)
{
    const auto cookie = refreshCookie(request.cookie);
    if (!cookie)
        return jsonError(400, Code::InvalidArgument,
                         "could not obtain refresh token cookie: http: named cookie not present");
    const QueryParameters values = parseQuery(*cookie);
    const auto refreshToken = valueOf(values, "refreshToken");
    if (!refreshToken || !valueOf(values, "providerId") || !valueOf(values, "providerType"))
        return jsonError(400, Code::InvalidArgument,
                         "unparseable data in refresh token cookie: a field is empty");
    if (const auto fault = providerFault(values))
        return jsonError(400, Code::InvalidArgument, *fault);
    const auto session = m_sessions.renew(*refreshToken);
    if (!session)
        return jsonError(500, Code::Internal,
                         "failed to obtain new access token for refresh token: invalid_grant");
    std::string body = "{\"token\":";
    appendJsonString(body, session->token);
    body += ",\"expiry\":";
    appendJsonTime(body, session->expiresAt);
    HttpReply reply = json(body + '}');
    reply.headers.emplace_back("Set-Cookie", setCookie(session->refreshCookie));
    return reply;
}

HttpReply SingleSignOn::logout(const HttpRequest &request)
{
    if (request.method != "POST")
        return jsonError(405, Code::Unimplemented, "only POST requests are allowed");
    const auto cookie = refreshCookie(request.cookie);
    const QueryParameters values = parseQuery(cookie.value_or(""));
    HttpReply reply = json("{}");
    if (!cookie)
        reply = jsonError(400, Code::InvalidArgument, "you are not currently logged in");
    else if (const auto fault = providerFault(values))
        reply = jsonError(400, Code::InvalidArgument, *fault);
    else
        m_sessions.forget(valueOf(values, "refreshToken").value_or(""));
    // The browser deletes the cookie even after an error.
    reply.headers.emplace_back("Set-Cookie", setCookie("", "Max-Age=0; "));
    return reply;
}

} // namespace rox::demo
