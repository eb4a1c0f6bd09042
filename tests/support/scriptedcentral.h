// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/tokens/token.h"
#include "tests/support/connecting.h"
#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace rox::test {

/// A token's metadata as Central's JSON.
[[nodiscard]] QJsonObject tokenJson(const Token &token);
/// An active token with this name: role Analyst, issued now, expires in 90 days, and an id derived
/// from the name.
[[nodiscard]] Token tokenNamed(const QString &name);

/// A TLS server that answers Central's API from its public members. Tests can replace the answer to
/// single requests: drop, reset, cut answer, refusal.
class ScriptedCentral
{
public:
    ScriptedCentral();

    QList<Token> tokens;
    AccessMap access{{QStringLiteral("Integration"), Access::ReadWrite},
                     {QStringLiteral("Access"), Access::Read}};
    QStringList allowedRoles{QStringLiteral("Analyst"), QStringLiteral("Continuous Integration")};
    QList<RoleGrant> roleGrants; ///< with their own access, as an older Central has them
    QString signedInId = QStringLiteral("own-id");
    /// Called first for every request; std::nullopt: the normal answer.
    std::function<std::optional<Fault>(const SeenRequest &)> instead;

    [[nodiscard]] Connection connection() const { return m_tls.connectionTo(m_server); }
    /// The number of complete requests with this method whose target contains `path`.
    [[nodiscard]] int seen(const QByteArray &method, const QByteArray &path) const;
    [[nodiscard]] FaultServer &server() { return m_server; }

private:
    [[nodiscard]] QByteArray answer(const SeenRequest &request);
    [[nodiscard]] QByteArray generated(const QByteArray &body);
    [[nodiscard]] QByteArray revoked(const QString &id);
    [[nodiscard]] QByteArray one(const QString &id) const;
    [[nodiscard]] QByteArray status() const;
    [[nodiscard]] QJsonArray rolesJson() const;

    LoopbackTls m_tls;
    FaultServer m_server{m_tls.server()};
};

} // namespace rox::test
