// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/callbackrequest.h"

#include "models/tokens/tokenclaims.h"
#include "network/timestamp.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxServerText = 4096;

// Returns the text before `end`, and removes both from `rest`.
QByteArrayView takeUntil(QByteArrayView &rest, char end)
{
    const auto at = rest.indexOf(end);
    const auto taken = at < 0 ? rest : rest.first(at);
    rest = at < 0 ? QByteArrayView() : rest.sliced(at + 1);
    return taken;
}

QByteArrayView takeLine(QByteArrayView &rest)
{
    auto line = takeUntil(rest, '\n');
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

// Go's url.Values.Encode writes a space as '+'.
QByteArray decoded(QByteArrayView value)
{
    QByteArray text = value.toByteArray();
    text.replace('+', ' ');
    auto plain = QByteArray::fromPercentEncoding(text);
    wipe(text);
    return plain;
}

/// The first value of `key`, decoded; empty if the query has no such key.
Secret valueIn(QByteArrayView query, QByteArrayView key)
{
    while (!query.isEmpty()) {
        auto value = takeUntil(query, '&');
        if (takeUntil(value, '=') == key)
            return Secret::take(decoded(value));
    }
    return {};
}

QString textIn(QByteArrayView query, QByteArrayView key)
{
    return QString::fromUtf8(valueIn(query, key).view()).left(MaxServerText);
}

bool isVisible(QByteArrayView text)
{
    return !text.isEmpty()
           && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

UtcMs expiryOf(QByteArrayView query, const Secret &token)
{
    const Secret said = valueIn(query, "expiresAt");
    const std::string_view text(said.view().data(), std::size_t(said.size()));
    if (const auto time = parseTimestamp(text))
        return *time;
    const auto claims = claimsOf(token.view());
    return claims ? claims->expiresAt : NoTime;
}

} // namespace

std::optional<CallbackHead> callbackHead(QByteArrayView head)
{
    auto line = takeLine(head);
    CallbackHead request;
    request.method = takeUntil(line, ' ');
    auto target = takeUntil(line, ' ');
    if (request.method.isEmpty() || !target.startsWith('/')
        || (line != "HTTP/1.1" && line != "HTTP/1.0"))
        return std::nullopt;
    request.path = takeUntil(target, '?');
    request.query = target;
    int hosts = 0;
    while (!head.isEmpty()) {
        auto value = takeLine(head);
        const auto name = takeUntil(value, ':');
        if (name.compare("host", Qt::CaseInsensitive) == 0 && ++hosts == 1)
            request.host = value.trimmed();
    }
    if (hosts != 1)
        request.host = {};
    return request;
}

Result<SessionToken> sessionInCallback(QByteArrayView query)
{
    ApiError error;
    error.serverText = textIn(query, "error");
    if (!error.serverText.isEmpty()) {
        error.kind = ApiError::Kind::Unauthenticated;
        const auto more = textIn(query, "errorDescription");
        if (!more.isEmpty())
            error.serverText += ": "_L1 + more;
        error.serverText.truncate(MaxServerText);
        return tl::make_unexpected(std::move(error));
    }
    SessionToken session;
    session.token = valueIn(query, "token");
    if (!isVisible(session.token.view())) {
        error.kind = ApiError::Kind::EmptyReply;
        error.detail = u"the browser brought no token back"_s;
        return tl::make_unexpected(std::move(error));
    }
    session.expiresAt = expiryOf(query, session.token);
    session.refreshCookie = valueIn(query, "refreshToken");
    if (!isCookieValue(session.refreshCookie.view()))
        session.refreshCookie.wipe();
    return session;
}

} // namespace rox
