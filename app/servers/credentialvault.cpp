// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"

#include <QPointer>

#include <algorithm>

namespace rox {

namespace {

using State = KeychainState;

/// Trying again may help, and asks the user nothing.
bool mayPass(State state)
{
    return state == State::TimedOut || state == State::Failed || state == State::Locked
           || state == State::NoService;
}

void ignore(const KeychainResult<void> &) {}

} // namespace

CredentialVault::CredentialVault(CredentialStore *keychain, SessionOnlyStore *memory,
                                 QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_memory(memory)
{}

CredentialVault::Place CredentialVault::placeOf(const ServerProfile &profile) const
{
    return profile.keepInKeychain && !m_memory->has(profile.credentialKey()) ? Place::Keychain
                                                                             : Place::Memory;
}

void CredentialVault::read(const ServerProfile &profile, QObject *context,
                           KeychainHandler<Secret> handler)
{
    CredentialStore *store = m_memory;
    if (placeOf(profile) == Place::Keychain)
        store = m_keychain;
    store->read(profile.credentialKey(), context, std::move(handler));
}

void CredentialVault::keep(const ServerProfile &profile, Place place, Secret secret,
                           QObject *context, KeychainHandler<void> handler)
{
    CredentialStore *store = m_memory;
    if (place == Place::Keychain)
        store = m_keychain;
    store->write(profile.credentialKey(), std::move(secret), context, std::move(handler));
}

void CredentialVault::replace(const ServerProfile &profile, Secret secret, QObject *context,
                              KeychainHandler<void> handler)
{
    const QString key = profile.credentialKey();
    if (!profile.keepInKeychain) {
        m_memory->write(key, std::move(secret), context, std::move(handler));
        return;
    }
    Waiting &waiting = m_waiting[key];
    waiting.profile = profile;
    waiting.pause = m_pause;
    waiting.write = ++m_writes;
    // In memory first: a read before the keychain has answered gets this one.
    m_memory->write(key, secret.clone(), this, ignore);
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
        m_memory->forget(key, this, ignore);
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
    m_memory->read(key, this, [this, key](const KeychainResult<Secret> &secret) {
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
        m_memory->forget(key, this, ignore);
    }
    if (!profile.keepInKeychain) {
        m_memory->forget(now, context, std::move(handler));
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
    m_memory->forget(key, this, ignore);
    m_keychain->forget(key, this, ignore);
}

} // namespace rox
