// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "models/servers/serverprofile.h"
#include "network/keychain/credentialstore.h"
#include "network/keychain/memorystore.h"

#include <QSet>
#include <QTimer>

#include <chrono>
#include <map>
#include <memory>

class QLockFile;

namespace rox {

class ProfileStore;

/// The credentials of profiles: in the keychain, or in memory until the program ends. Chooses the
/// store at each call; the key is bound to origin, sign-in method and user. Handlers are called as
/// those of a CredentialStore.
class CredentialVault : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, Memory };

    /// `profileFile`: the file of the profiles that the credentials are for. The locks of refreshes
    /// lie in its folder.
    CredentialVault(std::unique_ptr<CredentialStore> keychain, QString profileFile,
                    QObject *parent = nullptr);

    /// The place of this profile's newest credential, or of its first one.
    [[nodiscard]] Place placeOf(const ServerProfile &profile) const;
    void read(const ServerProfile &profile, QObject *context, KeychainHandler<Secret> handler);
    /// A new key for the credential that is about to be kept for this profile.
    void beginCredential(ServerProfile *profile) const;
    void keep(const ServerProfile &profile, Place place, Secret secret, QObject *context,
              KeychainHandler<void> handler);
    /// Replaces a credential that has become invalid. If the keychain cannot take the new one it
    /// stays in memory, where read() finds it, and is written to the keychain again later.
    void replace(const ServerProfile &profile, Secret secret, QObject *context,
                 KeychainHandler<void> handler);
    /// From both stores, and under the key from before the profile was changed outside.
    void forget(const ServerProfile &profile, QObject *context, KeychainHandler<void> handler);
    /// Removes the credential of an attempt that was given up: no profile names it. Best effort.
    void forgetAttempt(const ServerProfile &profile);
    /// Removes from the keychain the credentials that beginCredential() named for this profile file
    /// and that no profile in it, or in memory, names: left by a crash or a removal that failed.
    /// Never prompts; a locked keyring keeps what it has.
    ///
    /// Another process may have written a credential and not yet the profile, so credentials
    /// younger than OrphanAge stay.
    void forgetOrphans(const ProfileStore *profiles, UtcMs now);
    static constexpr UtcMs OrphanAge = 10 * MinuteMs;

    /// As those of the keychain's CredentialStore.
    void unlock(QObject *caller, KeychainHandler<void> handler);
    void cancelUnlock(const QObject *caller);
    void probe(QObject *context, KeychainHandler<void> handler);

    /// Held by one process at a time, from reading a refresh cookie to keeping the next one.
    [[nodiscard]] std::unique_ptr<QLockFile> refreshLock(const ServerProfile &profile) const;

    /// The wait before a credential in memory is written to the keychain again; it doubles.
    void setPause(std::chrono::milliseconds pause) { m_pause = pause; }
    static constexpr std::chrono::milliseconds Pause{60'000};
    static constexpr std::chrono::milliseconds LongestPause{600'000};

Q_SIGNALS:
    /// The keychain has taken the credential that only memory had.
    void keptAtLast(const QUuid &profile);
    /// The end of forgetOrphans(): so many removals were started.
    void orphansFound(int count);

private:
    struct Waiting
    {
        ServerProfile profile;
        int write = 0; ///< the latest replace()
        std::chrono::milliseconds pause{};
        bool isPlanned = false;
    };

    [[nodiscard]] bool isOfThisFile(const QString &key) const;
    void forgetUnnamed(const QStringList &keys, const ProfileStore *profiles);
    void writeThrough(const QString &key, Secret secret, QObject *context,
                      KeychainHandler<void> handler);
    void written(const QString &key, int write, const KeychainResult<void> &result);
    void writeAgain(const QString &key);

    std::unique_ptr<CredentialStore> m_keychain;
    MemoryStore m_memory;
    QString m_profileFile;
    std::chrono::milliseconds m_pause = Pause;
    int m_writes = 0;
    std::map<QString, Waiting> m_waiting; ///< by key: to be written to the keychain
};

} // namespace rox
