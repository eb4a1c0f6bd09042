// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/signindecoder.h"

#include "models/tokens/tokenclaims.h"
#include "network/central/jsonreply.h"

#include <algorithm>
#include <utility>

namespace rox {

namespace {

constexpr QByteArrayView CookieStart("RoxRefreshToken=");

bool readProvider(JsonReply &in, ondemand::value &element, LoginProvider &provider)
{
    const bool read =
        in.eachField(element, "authProvider", [&](std::string_view key, ondemand::value &value) {
            if (key == "id")
                return in.text(value, "id", provider.id);
            if (key == "name")
                return in.text(value, "name", provider.name);
            return key != "type" || in.text(value, "type", provider.type);
        });
    return read && (!provider.id.isEmpty() || in.wrong("authProvider", "has no id"));
}

} // namespace

bool offersBrowser(const QList<LoginProvider> &providers)
{
    return std::any_of(providers.cbegin(), providers.cend(),
                       [](const LoginProvider &provider) { return !provider.takesPassword(); });
}

Result<QList<LoginProvider>> decodeProviders(const ReplyBody &body)
{
    JsonReply in(body);
    QList<LoginProvider> providers;
    bool found = false;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key != "authProviders")
            return true;
        found = true;
        return in.eachElement(value, "authProviders", [&](ondemand::value &element) {
            return readProvider(in, element, providers.emplace_back());
        });
    });
    if (complete && !found)
        in.wrong("authProviders", "missing");
    if (in.failed())
        return tl::make_unexpected(in.error());
    return providers;
}

Result<SessionToken> decodeSession(const ReplyBody &body)
{
    JsonReply in(body);
    SessionToken session;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        if (key == "token") {
            const bool again = !session.token.isEmpty();
            return in.secret(value, "token", session.token)
                   && (!again || in.wrong("token", "stands twice"));
        }
        return key != "expiry" || in.time(value, "expiry", session.expiresAt);
    });
    if (complete && session.token.isEmpty())
        in.wrong("token", "missing or empty");
    if (in.failed())
        return tl::make_unexpected(in.error());
    if (session.expiresAt == NoTime) {
        if (const auto claims = claimsOf(session.token.view()))
            session.expiresAt = claims->expiresAt;
    }
    return session;
}

std::optional<QString> decodeMessage(const ReplyBody &body)
{
    JsonReply in(body);
    QString message;
    const bool complete = in.eachField([&](std::string_view key, ondemand::value &value) {
        return key != "message" || in.text(value, "message", message);
    });
    if (!complete || message.isEmpty())
        return std::nullopt;
    return message;
}

std::optional<Secret> refreshCookieIn(QByteArrayView setCookie)
{
    while (!setCookie.isEmpty()) {
        const auto newline = setCookie.indexOf('\n');
        const auto line = newline < 0 ? setCookie : setCookie.first(newline);
        setCookie = newline < 0 ? QByteArrayView() : setCookie.sliced(newline + 1);
        if (!line.startsWith(CookieStart))
            continue;
        const auto rest = line.sliced(CookieStart.size());
        const auto end = rest.indexOf(';');
        const auto value = (end < 0 ? rest : rest.first(end)).trimmed();
        return isCookieValue(value) ? Secret(value) : Secret();
    }
    return std::nullopt;
}

} // namespace rox
