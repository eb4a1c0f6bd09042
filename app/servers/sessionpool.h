// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/servers/session.h"

#include <map>
#include <set>

namespace rox {

/// The sessions of the servers that were opened: one at a time for each entry, several at once. A
/// session stays live while the window is on another server, so that its list is there at once when
/// the window comes back. Ends each with its entry,
/// and opens another one when the entry's connection or credential has changed.
class SessionPool : public QObject
{
    Q_OBJECT

public:
    /// What is given outlives it.
    SessionPool(ServerDirectory *directory, CredentialVault *vault, const Clock *clock,
                QObject *parent = nullptr, Limits limits = {});

    [[nodiscard]] Session *find(const ServerId &id) const; ///< null: not open
    [[nodiscard]] Session *withKey(const QString &key) const;

    /// Each takes the place of the entry's session before. Null: there is no such entry.
    Session *open(const ServerId &id); ///< of a profile, with the credential that is kept
    Session *open(const ServerId &id, Connection connection);
    Session *open(const ServerId &id, SignInFlow::Signed result);
    /// For an entry whose connection is still to come: Opening, until it is started or fails.
    Session *await(const ServerId &id);
    void close(const ServerId &id);

    /// Ends the sessions whose credential the keychain can give again: as when the screen is
    /// locked. What only this program has stays.
    void clearCredentials();
    [[nodiscard]] bool isCleared(const ServerId &id) const { return m_cleared.count(id) > 0; }
    void openCleared(); ///< those that clearCredentials() has ended

Q_SIGNALS:
    /// This entry has another session, or none.
    void changed(const rox::ServerId &id);

private:
    Session *put(const ServerId &id);
    void followDirectory();

    ServerDirectory *m_directory;
    CredentialVault *m_vault;
    const Clock *m_clock;
    Limits m_limits;
    std::map<ServerId, Session *> m_sessions; ///< children; none is retired
    std::set<ServerId> m_cleared;
};

} // namespace rox
