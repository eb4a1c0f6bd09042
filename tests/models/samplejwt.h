// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rox {

/// A text with the form of a token of a Central, with these claims; no Central has signed it.
[[nodiscard]] inline QByteArray sampleJwtOf(const QJsonObject &claims)
{
    constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    QByteArray signature(512, '\0');
    for (qsizetype i = 0; i < signature.size(); ++i)
        signature[i] = char(i * 37 + i / 7);
    return QByteArrayLiteral(R"({"alg":"RS256","kid":"jwtk0","typ":"JWT"})").toBase64(form) + '.'
           + QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(form) + '.'
           + signature.toBase64(form);
}

/// An API token with the role Analyst; `expires` in seconds since 1970.
[[nodiscard]] inline QByteArray sampleJwt(const QString &id, const QString &name,
                                          qint64 expires = 1'804'068'000)
{
    return sampleJwtOf(
        {{QStringLiteral("aud"), QStringLiteral("https://stackrox.io/jwt-sources#api-tokens")},
         {QStringLiteral("exp"), expires},
         {QStringLiteral("iat"), 1'780'000'000},
         {QStringLiteral("iss"), QStringLiteral("https://stackrox.io/jwt")},
         {QStringLiteral("jti"), id},
         {QStringLiteral("name"), name},
         {QStringLiteral("roles"), QJsonArray{QStringLiteral("Analyst")}}});
}

/// The session of a user who signed in.
[[nodiscard]] inline QByteArray sampleSession(qint64 expires = 1'804'068'000)
{
    return sampleJwtOf(
        {{QStringLiteral("aud"), QStringLiteral("4df1b98c-24ed-4073-a9ad-356aec6bb62d")},
         {QStringLiteral("exp"), expires},
         {QStringLiteral("external_user"),
          QJsonObject{{QStringLiteral("full_name"), QStringLiteral("M. Keller")}}},
         {QStringLiteral("iss"), QStringLiteral("https://stackrox.io/jwt")},
         {QStringLiteral("jti"), QStringLiteral("e2f1084b-0000-4000-8000-000000000000")}});
}

} // namespace rox
