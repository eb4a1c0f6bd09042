// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/tokens/rotationflow.h"
#include "app/tokens/rotations.h"
#include "app/tokens/tokenwrites.h"
#include "models/history/durablejournal.h"
#include "models/history/historystore.h"
#include "tests/app/startedsession.h"

#include <QTest>

namespace rox::test {

/// What one run of the program has for rotations on one Central. Its history is in `folder`, in
/// memory if that is empty.
struct Rotating
{
    Rotating(const QString &folder, Connection connection)
        : store(folder)
        , session(QStringLiteral("prod"), std::move(connection), &clock, nullptr, limits())
    {
        rotations.adopt(&session);
        writes.adopt(&session);
        readList();
    }
    void readList()
    {
        session.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(session.table() && !session.isReading(), 30'000);
    }
    /// Generates a token that is no successor, and waits for it.
    Token made(const TokenDraft &draft)
    {
        std::optional<GenerateOutcome> outcome;
        writes.generate(&session, draft, &session,
                        [&](GenerateOutcome &&answer) { outcome = std::move(answer); });
        [&] { QTRY_VERIFY(outcome); }();
        return outcome ? outcome->token : Token{};
    }
    [[nodiscard]] RotationRow row(const QUuid &chain) const
    {
        return rotations.find(chain).value_or(RotationRow{});
    }
    [[nodiscard]] RotationStanding::State state(const QUuid &chain) const
    {
        return row(chain).standing.state;
    }
    [[nodiscard]] RotationStanding::Why why(const QUuid &chain) const
    {
        return row(chain).standing.why;
    }
    static Limits limits()
    {
        Limits limits;
        limits.readBackAfter = {std::chrono::milliseconds(50)};
        return limits;
    }

    SystemClock clock;
    HistoryStore store;
    DurableJournal journal{&store};
    TokenWrites writes{&journal, &clock};
    Rotations rotations{&store, &journal, &writes};
    StartedSession session;
};

} // namespace rox::test
