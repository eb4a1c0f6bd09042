// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "network/keychain/credentialstore.h"
#include "network/keychain/sessiononlystore.h"

#include <QTimer>

#include <chrono>
#include <map>

namespace rox {

/// Where the credentials of profiles are: in the keychain, or in memory until the program ends.
/// Decides anew at each call, under a key that is bound to what the credential is for. Handlers are
/// called as those of a CredentialStore.
class CredentialVault : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, Memory };

    /// Both stores outlive it.
    CredentialVault(CredentialStore *keychain, SessionOnlyStore *memory, QObject *parent = nullptr);

    /// Where the newest credential of this profile is, or where it would be.
    [[nodiscard]] Place placeOf(const ServerProfile &profile) const;
    void read(const ServerProfile &profile, QObject *context, KeychainHandler<Secret> handler);
    void keep(const ServerProfile &profile, Place place, Secret secret, QObject *context,
              KeychainHandler<void> handler);
    /// The one that takes the place of a credential that is good no more. What the keychain cannot
    /// take stays in memory, where read() finds it, and is written to the keychain again later.
    void replace(const ServerProfile &profile, Secret secret, QObject *context,
                 KeychainHandler<void> handler);
    /// From both, also what was kept before the profile was changed outside.
    void forget(const ServerProfile &profile, QObject *context, KeychainHandler<void> handler);
    /// What no profile names: of an attempt that was given up. Best effort.
    void forgetAttempt(const ServerProfile &profile);

    /// Until what waits in memory is written to the keychain again; each time twice as long.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    static constexpr std::chrono::milliseconds Pause{60'000};
    static constexpr std::chrono::milliseconds LongestPause{600'000};

Q_SIGNALS:
    /// What only memory had is in the keychain now.
    void keptAtLast(const QUuid &profile);

private:
    struct Waiting
    {
        ServerProfile profile;
        int write = 0; ///< the latest replace()
        std::chrono::milliseconds pause{};
        bool isPlanned = false;
    };

    void writeThrough(const QString &key, Secret secret, QObject *context,
                      KeychainHandler<void> handler);
    void written(const QString &key, int write, const KeychainResult<void> &result);
    void writeAgain(const QString &key);

    CredentialStore *m_keychain;
    SessionOnlyStore *m_memory;
    std::chrono::milliseconds m_pause = Pause;
    int m_writes = 0;
    std::map<QString, Waiting> m_waiting; ///< by key: memory has what the keychain should have
};

} // namespace rox
