// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"

#include "app/profiles/profilestore.h"
#include "models/values/worker.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLockFile>
#include <QPointer>
#include <QPromise>

#include <algorithm>

namespace rox {

namespace {

using namespace Qt::StringLiterals;

void ignore(const KeychainResult<void> &) {}

/// Longer than a refresh can take, so the lock of a process that hangs is broken after it.
constexpr std::chrono::minutes LongestRefresh{3};

/// The first part of every credentialId that is made for this profile file.
uint markOf(const QString &profileFile)
{
    const QByteArray path = QFileInfo(profileFile).absoluteFilePath().toUtf8();
    return QCryptographicHash::hash(path, QCryptographicHash::Sha256)
        .left(4)
        .toHex()
        .toUInt({}, 16);
}

} // namespace

CredentialVault::CredentialVault(std::unique_ptr<CredentialStore> keychain, QString profileFile,
                                 QObject *parent)
    : QObject(parent)
    , m_keychain(std::move(keychain))
    , m_profileFile(std::move(profileFile))
{}

CredentialVault::Place CredentialVault::placeOf(const ServerProfile &profile) const
{
    return profile.keepInKeychain && !m_memory.has(profile.credentialKey()) ? Place::Keychain
                                                                            : Place::Memory;
}

void CredentialVault::read(const ServerProfile &profile, QObject *context,
                           KeychainHandler<Secret> handler)
{
    CredentialStore *store = &m_memory;
    if (placeOf(profile) == Place::Keychain)
        store = m_keychain.get();
    store->read(profile.credentialKey(), context, std::move(handler));
}

void CredentialVault::beginCredential(ServerProfile *profile) const
{
    profile->beginCredential();
    // Two profile files, of two configuration folders, may share one keychain: the mark tells
    // forgetOrphans() whose credential it is. 90 random bits are left.
    profile->credentialId.data1 = markOf(m_profileFile);
}

void CredentialVault::keep(const ServerProfile &profile, Place place, Secret secret,
                           QObject *context, KeychainHandler<void> handler)
{
    CredentialStore *store = &m_memory;
    if (place == Place::Keychain)
        store = m_keychain.get();
    store->write(profile.credentialKey(), std::move(secret), context, std::move(handler));
}

void CredentialVault::replace(const ServerProfile &profile, Secret secret, QObject *context,
                              KeychainHandler<void> handler)
{
    const QString key = profile.credentialKey();
    if (!profile.keepInKeychain) {
        m_memory.write(key, std::move(secret), context, std::move(handler));
        return;
    }
    Waiting &waiting = m_waiting[key];
    waiting.profile = profile;
    waiting.pause = m_pause;
    waiting.write = ++m_writes;
    // In memory too: a read before the keychain has answered gets the new one.
    m_memory.write(key, secret.clone(), this, ignore);
    writeThrough(key, std::move(secret), context, std::move(handler));
}

void CredentialVault::writeThrough(const QString &key, Secret secret, QObject *context,
                                   KeychainHandler<void> handler)
{
    const int write = m_waiting.at(key).write;
    m_keychain->write(key, std::move(secret), this,
                      [this, key, write, guard = QPointer(context),
                       handler = std::move(handler)](const KeychainResult<void> &result) {
                          written(key, write, result);
                          if (guard)
                              handler(result);
                      });
}

void CredentialVault::written(const QString &key, int write, const KeychainResult<void> &result)
{
    const auto found = m_waiting.find(key);
    if (found == m_waiting.end() || found->second.write != write)
        return; // forgotten or replaced since
    Waiting &waiting = found->second;
    if (result) {
        const QUuid id = waiting.profile.id;
        m_waiting.erase(found);
        m_memory.forget(key, this, ignore);
        Q_EMIT keptAtLast(id);
    } else if (mayPass(result.error().state) && !std::exchange(waiting.isPlanned, true)) {
        QTimer::singleShot(waiting.pause, this, [this, key] { writeAgain(key); });
        waiting.pause = std::min(2 * waiting.pause, LongestPause);
    }
}

void CredentialVault::writeAgain(const QString &key)
{
    const auto found = m_waiting.find(key);
    if (found == m_waiting.end())
        return;
    found->second.isPlanned = false;
    m_memory.read(key, this, [this, key](const KeychainResult<Secret> &secret) {
        if (secret && m_waiting.count(key))
            writeThrough(key, secret->clone(), this, ignore);
    });
}

void CredentialVault::forget(const ServerProfile &profile, QObject *context,
                             KeychainHandler<void> handler)
{
    const QString now = profile.credentialKey();
    const QString before = profile.keptCredentialKey();
    for (const QString &key : {now, before}) {
        m_waiting.erase(key);
        m_memory.forget(key, this, ignore);
    }
    if (!profile.keepInKeychain) {
        m_memory.forget(now, context, std::move(handler));
    } else if (now == before) {
        m_keychain->forget(now, context, std::move(handler));
    } else {
        m_keychain->forget(before, this,
                           [this, now, guard = QPointer(context),
                            handler = std::move(handler)](const KeychainResult<void> &forgotten) {
                               if (guard && !forgotten)
                                   handler(forgotten);
                               else if (guard)
                                   m_keychain->forget(now, guard, handler);
                           });
    }
}

void CredentialVault::forgetAttempt(const ServerProfile &profile)
{
    const QString key = profile.credentialKey();
    m_memory.forget(key, this, ignore);
    m_keychain->forget(key, this, ignore);
}

void CredentialVault::forgetOrphans(const ProfileStore *profiles, UtcMs now)
{
    const auto &all = profiles->profiles();
    if (std::none_of(all.cbegin(), all.cend(), [](const auto &one) { return one.keepInKeychain; }))
        return; // listing would start the keychain's service
    m_keychain->keys(this, [this, profiles, now](const KeychainResult<QList<KeptKey>> &listed) {
        QStringList old;
        for (const KeptKey &kept : listed ? *listed : QList<KeptKey>()) {
            if (isOfThisFile(kept.key) && now - kept.changedAt > OrphanAge)
                old.append(kept.key);
        }
        if (old.isEmpty())
            Q_EMIT orphansFound(0);
        else
            forgetUnnamed(old, profiles);
    });
}

bool CredentialVault::isOfThisFile(const QString &key) const
{
    // Profile, credential, purpose: see ServerProfile::credentialKey().
    const QStringList parts = key.split(u'/');
    return parts.size() == 3 && QUuid(parts.at(1)).data1 == markOf(m_profileFile);
}

void CredentialVault::forgetUnnamed(const QStringList &keys, const ProfileStore *profiles)
{
    // The file is read after the keychain was listed, so it has the profile of each credential that
    // was finished by then.
    using Named = std::optional<QSet<QString>>;
    auto *reading = new QFutureWatcher<Named>(this);
    connect(reading, &QFutureWatcherBase::finished, this, [this, reading, keys, profiles] {
        reading->deleteLater();
        int count = 0;
        Named named = reading->result();
        if (named)
            named->unite(profiles->credentialKeys());
        for (const QString &key : keys) {
            if (!named || named->contains(key) || m_waiting.count(key))
                continue;
            m_keychain->forget(key, this, ignore);
            ++count;
        }
        Q_EMIT orphansFound(count);
    });
    QPromise<Named> promise;
    promise.start();
    reading->setFuture(promise.future());
    runBlocking([file = m_profileFile, promise = std::move(promise)]() mutable {
        promise.addResult(ProfileStore::credentialKeysIn(file));
        promise.finish();
    });
}

void CredentialVault::unlock(QObject *caller, KeychainHandler<void> handler)
{
    m_keychain->unlock(caller, std::move(handler));
}

void CredentialVault::cancelUnlock(const QObject *caller)
{
    m_keychain->cancelUnlock(caller);
}

void CredentialVault::probe(QObject *context, KeychainHandler<void> handler)
{
    m_keychain->probe(context, std::move(handler));
}

std::unique_ptr<QLockFile> CredentialVault::refreshLock(const ServerProfile &profile) const
{
    const QByteArray key =
        QCryptographicHash::hash(profile.credentialKey().toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(CredentialPurposeLength);
    auto lock = std::make_unique<QLockFile>(QFileInfo(m_profileFile).absolutePath() % "/refresh-"_L1
                                            % QLatin1String(key) % ".lock"_L1);
    lock->setStaleLockTime(LongestRefresh);
    return lock;
}

} // namespace rox
