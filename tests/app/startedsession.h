// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/session.h"
#include "network/trust/trust.h"

#include <optional>

namespace rox::test {

/// For a program that a test starts: the Central at this address, with the API token of the
/// environment. None: the address or the CA file is none.
inline std::optional<Connection> connectionOf(const QString &address, const QString &caFile)
{
    const auto endpoint = Endpoint::parse(address);
    const auto trust = trustFromCaFile(caFile);
    if (!endpoint || !trust)
        return std::nullopt;
    Connection connection;
    connection.endpoint = *endpoint;
    connection.trust = *trust;
    connection.credential.kind = Credential::Kind::ApiToken;
    connection.credential.secret = Secret(qgetenv("ROX_API_TOKEN"));
    return connection;
}

/// A session of the command line's, on this Central; its list is not read yet.
class StartedSession : public Session
{
public:
    StartedSession(const QString &name, Connection connection, const Clock *clock,
                   QObject *parent = nullptr, Limits limits = {})
        : Session({ServerEntry::Kind::CommandLine, profileOf(name, connection.endpoint)}, nullptr,
                  clock, parent, std::move(limits))
    {
        start(std::move(connection));
    }

private:
    static ServerProfile profileOf(const QString &name, const Endpoint &endpoint)
    {
        ServerProfile profile;
        profile.id = QUuid::createUuid();
        profile.name = name;
        profile.endpoint = endpoint;
        return profile;
    }
};

} // namespace rox::test
