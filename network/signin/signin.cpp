// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/signin.h"

#include "network/central/exchange.h"
#include "network/central/wire.h"
#include "network/delivery.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

using Kind = ApiError::Kind;

/// The id of the basic (password) auth provider, the same in every Central.
constexpr char BasicProviderId[] = "4df1b98c-24ed-4073-a9ad-356aec6bb62d";

// User name and password are percent-encoded, so neither the form nor the JSON needs escapes.
QByteArray exchangeBody(const QString &userName, const Secret &password)
{
    const QByteArrayView bytes = password.view();
    QByteArray encoded = QByteArray::fromRawData(bytes.data(), bytes.size()).toPercentEncoding();
    const QByteArray user = userName.toUtf8().toPercentEncoding();
    QByteArray body;
    constexpr qsizetype Frame = 160;
    body.reserve(user.size() + encoded.size() + Frame); // a reallocation would leave a copy
    body.append(R"({"externalToken":"username=)").append(user).append("&password=");
    body.append(encoded).append(R"(","type":"basic","state":")").append(BasicProviderId);
    body.append("\"}");
    wipe(encoded);
    return body;
}

/// The error of an answer. Errors of /sso/ have no gRPC code, but the same `message` field.
std::optional<ApiError> errorIn(const Answer &answer)
{
    auto error = errorOf(answer, Asked::Other);
    if (error && error->grpcCode < 0) {
        constexpr qsizetype MaxServerText = 4096;
        if (const auto message = decodeMessage(answer.body))
            error->serverText = message->left(MaxServerText);
    }
    return error;
}

template <class T>
Result<T> read(const Answer &answer, Result<T> (*decode)(const ReplyBody &))
{
    if (auto error = errorIn(answer))
        return tl::make_unexpected(std::move(*error));
    auto result = decode(answer.body);
    if (!result)
        result.error().httpStatus = answer.status;
    return result;
}

// Central answers 403 for a wrong password, and 404 or 400 if basic sign-in is off. Releases
// without this call answer 404, 405 or 501.
Kind exchangeKind(const ApiError &error)
{
    switch (error.kind) {
    case Kind::Forbidden:
        return Kind::Unauthenticated;
    case Kind::NotImplemented:
        return Kind::NotFound;
    case Kind::BadRequest:
        return error.serverText.contains("auth provider"_L1) ? Kind::NotFound : error.kind;
    case Kind::UnexpectedStatus: {
        constexpr int MethodNotAllowed = 405;
        return error.httpStatus == MethodNotAllowed ? Kind::NotFound : error.kind;
    }
    default:
        return error.kind;
    }
}

Result<SessionToken> sessionForPassword(const Answer &answer)
{
    auto result = read(answer, decodeSession);
    if (!result)
        result.error().kind = exchangeKind(result.error());
    return result;
}

// Central answers 400 if it rejects the cookie, and 500 if the identity provider does. Only JSON is
// from Central; HTML is a gateway's own error page.
bool isCookieRefused(const Answer &answer, const ApiError &error)
{
    const bool isCentral = answer.contentType.startsWith("application/json");
    return isCentral
           && (error.kind == Kind::BadRequest || error.kind == Kind::Unauthenticated
               || (error.kind == Kind::ServerFailed && error.httpStatus == 500));
}

Result<SessionToken> refreshedSession(const Answer &answer, const Secret &sentCookie)
{
    auto result = read(answer, decodeSession);
    if (!result) {
        if (isCookieRefused(answer, result.error()))
            result.error().kind = Kind::SignInEnded;
        return result;
    }
    auto rotated = refreshCookieIn(answer.setCookie.view());
    result->refreshCookie = rotated ? std::move(*rotated) : sentCookie.clone();
    return result;
}

// The body of a successful logout does not matter, but HTML comes from a gateway, not from Central.
Result<void> loggedOut(const Answer &answer)
{
    const bool isDone =
        !answer.contentType.startsWith("text/html") && answer.end == Answer::End::Finished
        && answer.error == QNetworkReply::NoError && answer.status >= 200 && answer.status < 300;
    if (!isDone) {
        if (auto error = errorIn(answer))
            return tl::make_unexpected(std::move(*error));
    }
    return {};
}

QByteArray cookieHeader(const Secret &refreshCookie)
{
    constexpr QByteArrayView Name("RoxRefreshToken=");
    QByteArray header;
    header.reserve(Name.size() + refreshCookie.size());
    return header.append(Name).append(refreshCookie.view());
}

ApiError badCookie()
{
    return errorOf(Kind::BadCredential,
                   u"the refresh cookie holds characters that no cookie has"_s);
}

/// A POST that is sent once. Central ignores bodies on /sso/, but Qt may resend a POST without one.
Exchange::Ask post(const QByteArray &path, const Limits &limits)
{
    Exchange::Ask ask;
    ask.method = "POST"_ba;
    ask.path = path;
    ask.body = "{}"_ba;
    ask.onceOnly = true;
    ask.transferTimeout = limits.transferTimeout;
    return ask;
}

} // namespace

class SignIn::Private
{
public:
    Private(Connection connection, Limits limits)
        : wire(std::move(connection), std::move(limits))
    {}

    /// Sends the request and delivers what `read` makes of the answer.
    template <class T>
    Exchange *send(Exchange::Ask ask, std::function<Result<T>(const Answer &)> read,
                   QObject *context, Handler<T> handler)
    {
        return new Exchange(
            wire, std::move(ask),
            [read = std::move(read), deliver = Delivery<Result<T>>(context, std::move(handler))](
                Answer &&answer) mutable { deliver(read(answer)); },
            &calls);
    }
    template <class T>
    void refuse(ApiError error, QObject *context, Handler<T> handler)
    {
        QMetaObject::invokeMethod(
            &calls,
            [error = std::move(error),
             deliver = Delivery<Result<T>>(context, std::move(handler))]() mutable {
                deliver(tl::make_unexpected(std::move(error)));
            },
            Qt::QueuedConnection);
    }
    static void endWith(QObject *context, QObject *call)
    {
        QObject::connect(context, &QObject::destroyed, call, &QObject::deleteLater);
    }

    // Destroyed last, because calls refer to it.
    Wire wire;
    QObject calls;
};

SignIn::SignIn(Endpoint endpoint, Trust trust, Limits limits, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(Connection{std::move(endpoint), {}, std::move(trust)},
                                    std::move(limits)))
{}

SignIn::~SignIn() = default;

void SignIn::providers(QObject *context, Handler<QList<LoginProvider>> handler)
{
    QObject *whose = context ? context : this;
    Exchange::Ask ask;
    ask.method = "GET"_ba;
    ask.path = "/v1/login/authproviders"_ba;
    ask.transferTimeout = m_d->wire.limits().transferTimeout;
    Private::endWith(whose, m_d->send<QList<LoginProvider>>(
                                std::move(ask),
                                [](const Answer &answer) { return read(answer, decodeProviders); },
                                whose, std::move(handler)));
}

void SignIn::withPassword(const QString &userName, Secret password, QObject *context,
                          Handler<SessionToken> handler)
{
    QObject *whose = context ? context : this;
    auto ask = post("/v1/authProviders/exchangeToken"_ba, m_d->wire.limits());
    ask.body = exchangeBody(userName, password);
    Private::endWith(whose, m_d->send<SessionToken>(std::move(ask), sessionForPassword, whose,
                                                    std::move(handler)));
}

void SignIn::refresh(Secret refreshCookie, QObject *context, Handler<SessionToken> handler)
{
    QObject *whose = context ? context : this;
    if (!isCookieValue(refreshCookie.view())) {
        m_d->refuse(badCookie(), whose, std::move(handler));
        return;
    }
    auto ask = post("/sso/session/tokenrefresh"_ba, m_d->wire.limits());
    ask.cookie = Secret::take(cookieHeader(refreshCookie));
    // std::function needs a copyable capture, and a Secret cannot be copied: share it.
    auto sent = std::make_shared<const Secret>(std::move(refreshCookie));
    Private::endWith(whose,
                     m_d->send<SessionToken>(
                         std::move(ask),
                         [sent](const Answer &answer) { return refreshedSession(answer, *sent); },
                         whose, std::move(handler)));
}

void SignIn::logout(Secret refreshCookie, QObject *context, Handler<void> handler)
{
    QObject *whose = context ? context : this;
    if (!isCookieValue(refreshCookie.view())) {
        m_d->refuse(badCookie(), whose, std::move(handler));
        return;
    }
    auto ask = post("/sso/session/logout"_ba, m_d->wire.limits());
    ask.cookie = Secret::take(cookieHeader(refreshCookie));
    m_d->send<void>(std::move(ask), loggedOut, whose, std::move(handler));
}

} // namespace rox
