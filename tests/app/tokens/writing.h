// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/credentialvault.h"
#include "app/servers/sessionpool.h"
#include "app/tokens/tokenwrites.h"
#include "network/keychain/memorystore.h"
#include "tests/app/startedsession.h"
#include "tests/support/scriptedcentral.h"

#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

namespace rox::test {

/// A session on a Central of the test, without a window, and the TokenWrites that ask it.
struct Writing
{
    Writing()
    {
        Limits limits;
        limits.readBackAfter = {std::chrono::milliseconds(50)};
        session = new StartedSession(QStringLiteral("prod"), central.connection(), &clock,
                                     &sessions, limits);
    }
    /// Reads the list and waits for it.
    void readList() const
    {
        session->refresh();
        QTRY_VERIFY(session->table() && !session->isReading());
    }
    /// Central revokes nothing, and its answer does not arrive.
    void loseRevokes()
    {
        central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
            if (request.method != "PATCH")
                return std::nullopt;
            return Fault{.bytes = httpReply(502, "<html>", "text/html")};
        };
    }

    ScriptedCentral central;
    SystemClock clock;
    MemoryJournal journal;
    TokenWrites writes{&journal, &clock};
    QObject sessions;
    QPointer<Session> session;
};

/// One server of a SessionPool, which can be opened again.
struct Reopening
{
    Reopening()
    {
        writes.follow(&pool);
        server = directory.addForThisRun(ServerEntry::Kind::CommandLine, {});
        open(central);
    }
    /// A session that has read a list; another one if there was one before.
    void open(const ScriptedCentral &at)
    {
        ServerProfile profile;
        profile.endpoint = at.connection().endpoint;
        directory.setConnection(*server, profile);
        session = pool.open(*server, at.connection());
        QTRY_VERIFY(session->table() && !session->isReading());
    }
    static Limits limits()
    {
        Limits limits;
        limits.readBackAfter = {std::chrono::milliseconds(50)};
        return limits;
    }

    ScriptedCentral central;
    SystemClock clock;
    MemoryJournal journal;
    TokenWrites writes{&journal, &clock};
    QTemporaryDir home;
    ProfileStore profiles{home.filePath(QStringLiteral("servers.ini"))};
    CredentialVault vault{std::make_unique<MemoryStore>(), profiles.file()};
    ServerDirectory directory{&profiles};
    SessionPool pool{&directory, &vault, &clock, nullptr, limits()};
    std::optional<ServerId> server;
    QPointer<Session> session;
};

} // namespace rox::test
