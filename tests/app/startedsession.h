// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/session.h"

namespace rox::test {

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
