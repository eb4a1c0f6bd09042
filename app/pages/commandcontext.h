// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/scope.h"
#include "app/servers/sessionpool.h"
#include "app/tokens/mergedtokens.h"

namespace rox {

class MainWindow;
class TokenListModel;
class TokenListing;

/// What commands and pages work with; all of it outlives them.
struct CommandContext
{
    MainWindow *window = nullptr;
    TokenListModel *model = nullptr;
    TokenListing *listing = nullptr;
    const ServerDirectory *directory = nullptr;
    const Scope *scope = nullptr;
    SessionPool *sessions = nullptr;
    MergedTokens *all = nullptr; ///< null: the window is never on all servers

    /// Of the server that the window is on, in whatever state; null: none was opened.
    [[nodiscard]] Session *opened() const
    {
        return scope->server() ? sessions->find(*scope->server()) : nullptr;
    }
    /// The same, once it has signed in: what commands write to.
    [[nodiscard]] Session *session() const
    {
        Session *session = opened();
        return session && session->isStarted() ? session : nullptr;
    }
    /// The table that the list is of, or will be of when it was selected; null: there is none.
    [[nodiscard]] TokenTablePtr table() const
    {
        if (scope->isAll())
            return all ? all->table() : nullptr;
        return session() ? session()->table() : nullptr;
    }
};

} // namespace rox
