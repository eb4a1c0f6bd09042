// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ui/window/offlinemessages.h"

#include <optional>

namespace rox {

class Session;

/// What the window says of a session that has signed in, in each of its places. Pure: session in,
/// words out.
[[nodiscard]] ServerFacts factsOf(const Session &session);
/// The same, as the status bar shows it while Central refuses, or is not there.
[[nodiscard]] ServerFacts shownFacts(const Session &session);
/// Under the server's name in the sidebar.
[[nodiscard]] StateLine sidebarLine(const Session &session);
/// The bar over its list; none while the list is of now. The buttons are the caller's.
[[nodiscard]] std::optional<Message> stateBar(const Session &session);
/// The bar over the list that this computer remembers, while the session opens or cannot. `page` is
/// what would stand in place of the list. The buttons are the caller's.
[[nodiscard]] Message lastListBar(const Session &session, const EmptyPageContent &page);
/// What the details say of the token that signs in; empty: it is in use.
[[nodiscard]] QString ownTokenNote(const Session &session);

/// In the status bar: when the list is of; from an hour on, also how long ago.
[[nodiscard]] QString asOfText(UtcMs asOf, UtcMs now);

/// The lead with the server's name before it: "prod-eu: ci is revoked."
[[nodiscard]] QString leadWithServer(const QString &server, const QString &lead);
/// With the server's name, if nothing in the message has it.
[[nodiscard]] Message namingServer(Message message, const QString &server);
/// "Rox Tokens tries again by itself in 4 seconds."; empty if it does not.
[[nodiscard]] QString nextTry(const Session &session);

} // namespace rox
