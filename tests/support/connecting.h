// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/central/centralclient.h"
#include "tests/support/certificates.h"
#include "tests/support/faultserver.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rox::test {

/// The API token of test clients.
inline const QByteArray SignInToken = QByteArrayLiteral("eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl");

/// A token with these claims and an invalid signature.
[[nodiscard]] inline QByteArray tokenWithClaims(const QJsonObject &claims)
{
    const auto part = [](const QJsonObject &object) {
        return QJsonDocument(object)
            .toJson(QJsonDocument::Compact)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    return part({{QStringLiteral("alg"), QStringLiteral("RS256")}}) + '.' + part(claims)
           + ".c2lnbmF0dXJl";
}

/// An API token with this id and the claims of a Central's token.
[[nodiscard]] inline QByteArray apiToken(const QString &id)
{
    return tokenWithClaims(
        {{QStringLiteral("iss"), QStringLiteral("https://stackrox.io/jwt")},
         {QStringLiteral("aud"), QStringLiteral("https://stackrox.io/jwt-sources#api-tokens")},
         {QStringLiteral("jti"), id}});
}

/// A connection to a test server with SignInToken, which trusts `authorities`.
[[nodiscard]] inline Connection connectionTo(const QUrl &url,
                                             const QList<QSslCertificate> &authorities = {})
{
    Connection connection;
    connection.endpoint.base = url;
    connection.credential.kind = Credential::Kind::ApiToken;
    connection.credential.secret = Secret(SignInToken);
    connection.trust.authorities = authorities;
    return connection;
}

/// An authority and a server certificate for loopback, made once per test program.
struct LoopbackTls
{
    TestAuthority authority;
    Certified certified = authority.leaf({"loopback", {}, loopbackNames()});

    [[nodiscard]] QSslConfiguration server() const { return certified.serverConfiguration(); }
    [[nodiscard]] Connection connectionTo(const FaultServer &at) const
    {
        return rox::test::connectionTo(at.url(), {authority.certificate()});
    }
};

} // namespace rox::test
