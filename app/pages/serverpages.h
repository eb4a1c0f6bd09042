// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/pages/page.h"
#include "app/servers/session.h"
#include "models/servers/serverfacts.h"
#include "models/servers/serverlistmodel.h"

namespace rox {

/// What the buttons of a server's page do.
struct PageActions
{
    Page::Action goOn; ///< past what stands in the way
    Page::Action signIn;
    Page::Action stopUnlocking;
    Page::Action openAgain; ///< after the screen was locked
    Page::Action startDemo;
    Page::Action copyDetails;
};

/// A server that has not signed in: what stands in the way, in each place of the window.
struct ServerPage
{
    ServerFacts facts;
    Page page;
    QString state = {}; ///< under the server's name
    StateTone tone = StateTone::Caution;
};

/// In place of the tokens of a server that has not signed in. `session` may be null. `isCleared`:
/// the screen was locked. Pure.
[[nodiscard]] ServerPage pageOf(const ServerEntry &entry, const Session *session, bool isCleared,
                                const PageActions &actions);
/// Why "Sign in to …" asks: a sentence; empty if nothing stands in the way.
[[nodiscard]] QString whySignIn(const Session &session);
/// As the sidebar lists it. `session` may be null.
[[nodiscard]] ServerRow rowOf(const ServerEntry &entry, const Session *session);

} // namespace rox
