// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokenclaims.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxJwtBytes = 16 * 1024;
constexpr auto CentralIssuer = "https://stackrox.io/jwt"_L1;
constexpr auto ApiTokenAudience = "https://stackrox.io/jwt-sources#api-tokens"_L1;

bool isBase64Url(QByteArrayView part)
{
    return !part.isEmpty() && std::all_of(part.begin(), part.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || c == '-' || c == '_';
    });
}

std::optional<QJsonObject> objectIn(QByteArrayView part)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        part.toByteArray(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(*decoded);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

// header.payload.signature
std::optional<std::array<QByteArrayView, 3>> partsOf(QByteArrayView jwt)
{
    const auto first = jwt.indexOf('.');
    const auto second = first < 0 ? first : jwt.indexOf('.', first + 1);
    if (second < 0)
        return std::nullopt;
    const std::array parts{jwt.first(first), jwt.sliced(first + 1, second - first - 1),
                           jwt.sliced(second + 1)};
    if (!std::all_of(parts.begin(), parts.end(), isBase64Url))
        return std::nullopt;
    return parts;
}

// Seconds, whole or not, in the years 0001 to 9999.
UtcMs timeIn(const QJsonValue &value)
{
    constexpr double FirstSecond = -62135596800.0;
    constexpr double LastSecond = 253402300799.0;
    const double seconds = value.toDouble(LastSecond + 1);
    if (!(seconds >= FirstSecond && seconds <= LastSecond))
        return NoTime;
    return qint64(seconds) * SecondMs;
}

// One string, or a list of one.
QString audienceIn(const QJsonValue &value)
{
    const auto list = value.toArray();
    return list.size() == 1 ? list.first().toString() : value.toString();
}

QStringList stringsIn(const QJsonValue &value)
{
    QStringList strings;
    const auto list = value.toArray();
    for (const auto &one : list) {
        if (one.isString())
            strings.append(one.toString());
    }
    return strings;
}

QString userNameIn(const QJsonObject &user)
{
    for (const auto key : {"full_name", "email", "user_id"}) {
        auto name = user.value(QLatin1String(key)).toString();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace

std::optional<TokenClaims> claimsOf(QByteArrayView jwt)
{
    jwt = jwt.trimmed();
    if (jwt.size() > MaxJwtBytes)
        return std::nullopt;
    const auto parts = partsOf(jwt);
    if (!parts || !objectIn(parts->at(0)))
        return std::nullopt;
    return claimsOfPayload(parts->at(1));
}

std::optional<TokenClaims> claimsOfPayload(QByteArrayView part)
{
    if (part.size() > MaxJwtBytes)
        return std::nullopt;
    const auto payload = objectIn(part);
    if (!payload)
        return std::nullopt;

    TokenClaims claims;
    claims.issuer = payload->value("iss"_L1).toString();
    claims.audience = audienceIn(payload->value("aud"_L1));
    claims.id = payload->value("jti"_L1).toString();
    claims.name = payload->value("name"_L1).toString();
    claims.roles = stringsIn(payload->value("roles"_L1));
    const auto user = payload->value("external_user"_L1);
    claims.userName = userNameIn(user.toObject());
    claims.issuedAt = timeIn(payload->value("iat"_L1));
    claims.expiresAt = timeIn(payload->value("exp"_L1));
    if (claims.issuer == CentralIssuer) {
        if (claims.audience == ApiTokenAudience)
            claims.kind = TokenClaims::Kind::ApiToken;
        else if (user.isObject())
            claims.kind = TokenClaims::Kind::Session;
    }
    return claims;
}

} // namespace rox
