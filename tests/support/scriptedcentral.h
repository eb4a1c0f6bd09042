// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/roles/access.h"
#include "models/tokens/token.h"
#include "tests/support/connecting.h"
#include "tests/support/faultserver.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace rox::test {

/// Central's JSON of a token's metadata.
[[nodiscard]] QJsonObject tokenJson(const Token &token);
/// An active token of this name: roles Analyst, issued now, 90 days to go; the id follows the name.
[[nodiscard]] Token tokenNamed(const QString &name);

/// A Central over TLS that answers from what the test puts into its members, and does with single
/// requests what the test wants done with them: drop, reset, half an answer, a refusal.
class ScriptedCentral
{
public:
    ScriptedCentral();

    QList<Token> tokens;
    AccessMap access{{QStringLiteral("Integration"), Access::ReadWrite},
                     {QStringLiteral("Access"), Access::Read}};
    QStringList allowedRoles{QStringLiteral("Analyst"), QStringLiteral("Continuous Integration")};
    QString signedInId = QStringLiteral("own-id");
    /// Asked first, for every request; no value: answered as Central would.
    std::function<std::optional<Fault>(const SeenRequest &)> instead;

    [[nodiscard]] Connection connection() const { return m_tls.connectionTo(m_server); }
    /// Whole requests of this method whose path holds this.
    [[nodiscard]] int seen(const QByteArray &method, const QByteArray &path) const;
    [[nodiscard]] FaultServer &server() { return m_server; }

private:
    [[nodiscard]] QByteArray answer(const SeenRequest &request);
    [[nodiscard]] QByteArray generated(const QByteArray &body);
    [[nodiscard]] QByteArray revoked(const QString &id);
    [[nodiscard]] QByteArray one(const QString &id) const;
    [[nodiscard]] QByteArray status() const;
    [[nodiscard]] QJsonObject accessJson() const;

    LoopbackTls m_tls;
    FaultServer m_server{m_tls.server()};
};

} // namespace rox::test
