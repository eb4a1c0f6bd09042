// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/revokecall.h"

#include "network/exchange.h"
#include "network/tokendecoder.h"
#include "network/wire.h"

#include <QMetaEnum>
#include <QUrl>

#include <utility>

namespace rox {

std::optional<QByteArray> tokenPath(const char *before, const QString &id)
{
    if (id.isEmpty() || id.contains(QLatin1Char('/')) || id == QLatin1String(".")
        || id == QLatin1String(".."))
        return std::nullopt;
    return QByteArrayLiteral("/v1/apitokens/") + before + QUrl::toPercentEncoding(id);
}

ApiError badId()
{
    ApiError error;
    error.kind = ApiError::Kind::BadRequest;
    error.detail = QStringLiteral("no token has this id: it is empty or holds a slash");
    return error;
}

bool saysTokenIsGone(const ApiError &error)
{
    return error.kind == ApiError::Kind::NotFound && error.httpStatus != 404;
}

RevokeCall::RevokeCall(Wire &wire, const QString &id, Delivery<Result<RevokeOutcome>> deliver,
                       QObject *parent)
    : QObject(parent)
    , m_wire(wire)
    , m_id(id)
    , m_deliver(std::move(deliver))
{
    const auto path = tokenPath("revoke/", id);
    if (!path) {
        QMetaObject::invokeMethod(
            this, [this] { finish(tl::make_unexpected(badId())); }, Qt::QueuedConnection);
        return;
    }
    Exchange::Ask ask;
    ask.method = QByteArrayLiteral("PATCH");
    ask.path = *path;
    ask.body = QByteArrayLiteral("{}");
    ask.transferTimeout = wire.limits().transferTimeout;
    new Exchange(
        wire, std::move(ask), [this](Answer &&answer) { judge(answer); }, this);
}

void RevokeCall::judge(const Answer &answer)
{
    const auto error = errorOf(answer, Asked::OneToken);
    const Effect effect = effectOf(answer);
    if (!error) {
        finish(RevokeOutcome{});
    } else if (saysTokenIsGone(*error)) {
        finish(RevokeOutcome{true});
    } else if (effect == Effect::None || effect == Effect::Refused) {
        finish(tl::make_unexpected(*error));
    } else {
        m_lost = *error;
        readBack();
    }
}

void RevokeCall::readBack()
{
    Exchange::Ask ask;
    ask.method = QByteArrayLiteral("GET");
    ask.path = tokenPath("", m_id).value_or(QByteArray());
    ask.transferTimeout = m_wire.limits().transferTimeout;
    new Exchange(
        m_wire, std::move(ask), [this](Answer &&answer) { judgeReadBack(answer); }, this);
}

void RevokeCall::judgeReadBack(const Answer &answer)
{
    const auto error = errorOf(answer, Asked::OneToken);
    if (error && saysTokenIsGone(*error)) {
        finish(RevokeOutcome{true});
        return;
    }
    if (!error) {
        const auto token = decodeToken(answer.body);
        if (token && token->id == m_id) {
            if (token->revoked)
                finish(RevokeOutcome{});
            else
                finish(tl::make_unexpected(m_lost));
            return;
        }
    }
    ApiError unknown = m_lost;
    const auto cause =
        QMetaEnum::fromType<ApiError::Kind>().valueToKey(static_cast<int>(m_lost.kind));
    unknown.kind = ApiError::Kind::MayBeRevoked;
    unknown.detail = QString::fromLatin1(cause) + QLatin1String(": ") + m_lost.detail;
    finish(tl::make_unexpected(unknown));
}

void RevokeCall::finish(Result<RevokeOutcome> result)
{
    deleteLater();
    auto deliver = std::move(m_deliver);
    deliver(std::move(result));
}

} // namespace rox
