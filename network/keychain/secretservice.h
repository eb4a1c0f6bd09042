// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "network/keychain/credentialstore.h"

#include <chrono>
#include <memory>

namespace rox {

/// What a lookup in the keychain found, without a prompt.
struct KeychainStatus
{
    enum class Entry { NotTold, None, Unlocked, Locked };
    enum class Collection {
        NotTold,
        Missing,
        NoAlias, ///< there, but not at the path where libsecret adds items
        Unlocked,
        Locked,
    };

    Entry entry = Entry::NotTold;
    Collection collection = Collection::NotTold; ///< the default one, where new secrets go
    QString owner; ///< the service's unique bus name; it changes when the service restarts

    /// The reason why an entry cannot be read; Absent if there is none. NotTold gives no reason.
    [[nodiscard]] tl::expected<void, KeychainFailure> mayRead() const;
    [[nodiscard]] tl::expected<void, KeychainFailure> mayWrite() const;
    /// Proven that there is no entry. With a locked collection nothing is proven: some services
    /// (KeePassXC) do not search those.
    [[nodiscard]] bool isGone() const
    {
        return entry == Entry::None && collection != Collection::Locked;
    }
};

/// The freedesktop Secret Service, asked over D-Bus because QtKeychain reports a locked secret as
/// missing, and a failed removal as done. Nothing here blocks.
class SecretService : public QObject
{
    Q_OBJECT

public:
    /// `limit` is for each call; a prompt has none. `service` is QtKeychain's name of the program.
    SecretService(QString service, std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~SecretService() override;

    /// Whether QtKeychain stores secrets in this service, on this desktop.
    enum class Holds {
        All,
        Perhaps, ///< Plasma, where QtKeychain prefers KWallet: an item found counts, else NotTold
        Nothing, ///< Windows, macOS, a Flatpak or Snap: the answer is always NotTold
    };
    [[nodiscard]] Holds holds() const;

    /// Handlers: once, not from inside the call, not after `context` died.
    void look(const QString &key, QObject *context, KeychainHandler<KeychainStatus> handler);
    /// As look(), but does not start the service: NotTold if it is not running and could be
    /// started.
    void probe(QObject *context, KeychainHandler<KeychainStatus> handler);
    /// This program's unlocked items: their `user` attribute and time. NoService unless holds() is
    /// All.
    void list(QObject *context, KeychainHandler<QList<KeptKey>> handler);
    /// Unlocks this program's items, and with Holds::All the default collection, or creates it;
    /// shows the desktop's prompt if the service wants one. Success is looked up afterwards.
    /// Denied: the prompt was dismissed, or cannot be shown.
    void unlock(QObject *caller, KeychainHandler<void> handler);
    void cancelUnlock(const QObject *caller);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};

} // namespace rox
