// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/serverremoval.h"

#include "network/signin/signin.h"
#include "ui/servers/removeserverdialog.h"

#include <memory>
#include <utility>

namespace rox {

ServerRemoval::ServerRemoval(const ServerServices *parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

void ServerRemoval::ask(const QUuid &id)
{
    m_parts->directory->refresh(); // another window may have changed or removed it
    const ServerProfile *profile = m_parts->profiles->find(id);
    if (!profile)
        return;
    auto *dialog = new RemoveServerDialog(profile->name, profile->keepInKeychain, m_parts->window);
    connect(dialog, &RemoveServerDialog::removeConfirmed, this, [this, id] {
        m_parts->directory->refresh();
        if (const auto entry = m_parts->directory->find(ServerId(id)))
            begin(entry->profile, true);
    });
}

void ServerRemoval::begin(const ServerProfile &profile, bool mayUnlock)
{
    if (profile.signIn != SignInMethod::Browser) {
        forget(profile, mayUnlock);
        return;
    }
    // The refresh cookie would stay valid at the identity provider.
    m_parts->vault->read(profile, this,
                         [this, profile, mayUnlock](const KeychainResult<Secret> &kept) {
                             if (kept)
                                 logOut(profile, *kept);
                             forget(profile, mayUnlock);
                         });
}

void ServerRemoval::logOut(const ServerProfile &profile, const Secret &kept)
{
    auto credential = unpacked(profile.signIn, kept);
    if (!credential || credential->refreshCookie.isEmpty())
        return;
    const auto cookie = std::make_shared<Secret>(std::move(credential->refreshCookie));
    whenTrustIsRead(profile.trust, this, [this, profile, cookie](const Result<Trust> &trust) {
        if (!trust)
            return;
        auto *signIn = new SignIn(profile.endpoint, *trust, {}, m_parts->vault);
        // Best effort: the session ends by itself within hours.
        signIn->logout(std::move(*cookie), signIn,
                       [signIn](const Result<void> &) { signIn->deleteLater(); });
    });
}

void ServerRemoval::forget(const ServerProfile &profile, bool mayUnlock)
{
    m_parts->vault->forget(
        profile, this, [this, profile, mayUnlock](const KeychainResult<void> &forgotten) {
            if (forgotten) {
                finish(profile);
            } else if (forgotten.error().state == KeychainState::NoService) {
                finish(profile);
                Q_EMIT happened({.kind = ServerEvent::Kind::RemovedNotForgotten,
                                 .server = profile.id,
                                 .name = profile.name});
            } else if (mayUnlock && forgotten.error().state == KeychainState::Locked) {
                unlock(profile);
            } else {
                notRemoved(profile, forgotten.error());
            }
        });
}

void ServerRemoval::unlock(const ServerProfile &profile)
{
    m_parts->vault->unlock(this, [this, profile](const KeychainResult<void> &unlocked) {
        if (unlocked)
            begin(profile, false); // the cookie can be read now
        else
            notRemoved(profile, {KeychainState::Locked, unlocked.error().detail});
    });
}

void ServerRemoval::notRemoved(const ServerProfile &profile, const KeychainFailure &failure)
{
    Q_EMIT happened({.kind = ServerEvent::Kind::NotRemoved,
                     .server = profile.id,
                     .name = profile.name,
                     .keychain = failure});
}

void ServerRemoval::finish(const ServerProfile &profile)
{
    if (const auto saved = m_parts->directory->remove(ServerId(profile.id)); !saved)
        Q_EMIT happened({.kind = ServerEvent::Kind::ProfilesNotSaved, .detail = saved.error()});
    Q_EMIT removed(profile);
}

} // namespace rox
