// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <chrono>
#include <memory>

namespace rox {

/// What a look at the keychain saw, without a prompt.
struct KeychainSight
{
    enum class Entry { NotTold, None, Unlocked, Locked };
    enum class Collection { NotTold, Missing, Unlocked, Locked };

    Entry entry = Entry::NotTold;
    Collection collection = Collection::NotTold; ///< the default one, where new secrets go
    QString owner; ///< the service's unique name on the bus; another one after a restart

    /// What stands in the way of finding an entry; Absent if there is none. NotTold: nothing known.
    [[nodiscard]] tl::expected<void, KeychainFailure> mayRead() const;
    [[nodiscard]] tl::expected<void, KeychainFailure> mayWrite() const;
    /// Proven that nothing is kept. A locked collection proves nothing: some services (KeePassXC)
    /// do not search those.
    [[nodiscard]] bool isGone() const
    {
        return entry == Entry::None && collection != Collection::Locked;
    }
};

/// The freedesktop Secret Service itself, asked over D-Bus where QtKeychain cannot be believed: it
/// calls a locked secret missing, and one that it could not delete deleted. Nothing here blocks.
class SecretService : public QObject
{
    Q_OBJECT

public:
    /// `limit` is for each call; a prompt has none. `service` is QtKeychain's word for the program.
    SecretService(QString service, std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~SecretService() override;

    /// Does QtKeychain keep secrets here, in this session?
    enum class Holds {
        All,
        Perhaps, ///< Plasma, where QtKeychain prefers KWallet: what is seen is there, else NotTold
        Nothing, ///< Windows, macOS, a Flatpak or Snap: every sight is NotTold
    };
    [[nodiscard]] Holds holds() const;

    /// Handlers: once, not from inside the call, not after `context` died.
    void look(const QString &key, QObject *context, KeychainHandler<KeychainSight> handler);
    /// As look(), but starts no service that is not running: NotTold if it could be started.
    void probe(QObject *context, KeychainHandler<KeychainSight> handler);
    /// Unlocks what is ours, and the default collection if all is kept here (or makes that); with
    /// the desktop's prompt if the service wants one, for as long as it is open. Success is looked
    /// up. Denied: dismissed, or there is nobody to prompt.
    void unlock(QObject *context, KeychainHandler<void> handler);
    void cancelUnlock();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
