// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverfacts.h"
#include "models/servers/serverid.h"
#include "models/values/utctime.h"
#include "ui/widgets/emptypage.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace rox {

class Session;
struct CommandContext;
struct ServerEntry;

/// Why the list of a server is not of now.
enum class ServerTrouble {
    None,      ///< it is of now
    Opening,   ///< the session signs in or reads its first list
    NotOpened, ///< nothing has opened it yet, or the screen was locked
    // A person can mend these:
    KeychainLocked,
    Certificate,
    SignIn,
    Connection, ///< its address or CA file is wrong
    // These may pass:
    Keychain, ///< it did not answer, or failed
    Offline,
    Busy, ///< Central answers, but not with a list
    Forbidden,
};

struct ServerState
{
    ServerId id;
    QString name;
    ServerTrouble trouble = ServerTrouble::None;
    bool isSignedIn = false;
    UtcMs asOf = NoTime; ///< of the list that is shown; NoTime: none

    bool operator==(const ServerState &) const = default;
};

/// `session` may be null.
[[nodiscard]] ServerState stateOf(const ServerEntry &entry, const Session *session);

/// What the window says of all servers at once. Pure.
class AllServersState
{
public:
    explicit AllServersState(QList<ServerState> servers = {})
        : m_servers(std::move(servers))
    {}
    [[nodiscard]] const QList<ServerState> &servers() const { return m_servers; }
    /// "2 of 4 servers are not up to date."; empty: there is nothing to say.
    [[nodiscard]] QString lead() const;
    /// "Offline: lab. Needs sign-in: staging. Their rows are for reading only."
    [[nodiscard]] QString text() const;
    /// The troubles that somebody can do something about, first those that need a person.
    [[nodiscard]] QList<ServerTrouble> troubles() const;
    [[nodiscard]] QList<ServerId> with(ServerTrouble trouble) const;
    /// Text and symbol of the button for a trouble; empty: there is none.
    [[nodiscard]] QString button(ServerTrouble trouble) const;
    [[nodiscard]] static QString symbol(ServerTrouble trouble);
    /// For toolbar and status bar.
    [[nodiscard]] ServerFacts facts() const;
    /// "As of 10:42, two servers older"; empty: there is no list.
    [[nodiscard]] QString asOf(UtcMs now) const;
    /// While no server has a list.
    [[nodiscard]] EmptyPageContent pageWithoutLists() const;
    bool operator==(const AllServersState &) const = default;

private:
    [[nodiscard]] QString namesWith(ServerTrouble trouble) const;
    [[nodiscard]] int countBehind() const;
    QList<ServerState> m_servers;
};

/// Of each entry of the directory.
[[nodiscard]] AllServersState stateOfAll(const CommandContext &context);

} // namespace rox
