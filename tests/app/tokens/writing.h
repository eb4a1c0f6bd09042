// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/tokens/tokenwrites.h"
#include "tests/app/startedsession.h"
#include "tests/support/scriptedcentral.h"

#include <QPointer>
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

} // namespace rox::test
