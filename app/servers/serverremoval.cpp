// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/serverremoval.h"

#include "models/values/visibletext.h"
#include "network/signin/signin.h"
#include "ui/servers/removeserverdialog.h"
#include "ui/text/keychainsentences.h"
#include "ui/window/mainwindow.h"

namespace rox {

namespace {

constexpr int NameMax = 80;

} // namespace

ServerRemoval::ServerRemoval(const ConnectionParts *parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

void ServerRemoval::ask(const QUuid &id)
{
    const ServerProfile *profile = m_parts->profiles->find(id);
    if (!profile)
        return;
    auto *dialog = new RemoveServerDialog(profile->name, profile->keepInKeychain, m_parts->window);
    connect(dialog, &RemoveServerDialog::removeConfirmed, this,
            [this, asked = *profile] { begin(asked); });
}

void ServerRemoval::begin(const ServerProfile &profile)
{
    if (profile.signIn != SignInMethod::Browser) {
        forget(profile, true);
        return;
    }
    // Its refresh cookie would go on at the identity provider.
    m_parts->vault->read(profile, this, [this, profile](const KeychainResult<Secret> &kept) {
        if (kept)
            logOut(profile, *kept);
        forget(profile, true);
    });
}

void ServerRemoval::logOut(const ServerProfile &profile, const Secret &kept)
{
    auto credential = unpacked(profile.signIn, kept);
    const auto trust = trustFrom(profile.trust);
    if (!credential || credential->refreshCookie.isEmpty() || !trust)
        return;
    auto *signIn = new SignIn(profile.endpoint, *trust, {}, this);
    // Best effort: the session ends by itself within hours.
    signIn->logout(std::move(credential->refreshCookie), signIn,
                   [signIn](const Result<void> &) { signIn->deleteLater(); });
}

void ServerRemoval::forget(const ServerProfile &profile, bool mayUnlock)
{
    m_parts->vault->forget(
        profile, this, [this, profile, mayUnlock](const KeychainResult<void> &forgotten) {
            if (forgotten) {
                finish(profile);
            } else if (forgotten.error().state == KeychainState::NoService) {
                finish(profile);
                Q_EMIT said(tr("%1 was removed. This computer offers no keychain at the moment: "
                               "a credential that was kept there is still in it.")
                                .arg(shownText(profile.name, NameMax)));
            } else if (mayUnlock && forgotten.error().state == KeychainState::Locked) {
                unlock(profile);
            } else {
                sayNotRemoved(profile, forgotten.error());
            }
        });
}

void ServerRemoval::unlock(const ServerProfile &profile)
{
    m_parts->keychain->unlock(this, [this, profile](const KeychainResult<void> &unlocked) {
        if (unlocked)
            forget(profile, false);
        else
            sayNotRemoved(profile, {KeychainState::Locked, unlocked.error().detail});
    });
}

void ServerRemoval::sayNotRemoved(const ServerProfile &profile, const KeychainFailure &failure)
{
    const QString name = shownText(profile.name, NameMax);
    const QString cause = sentenceFor(failure.state, profile.name).cause;
    Q_EMIT said(failure.state == KeychainState::Locked
                    ? tr("%1 was not removed, for its credential is still kept: %2 Unlock it, then "
                         "remove the server again.")
                          .arg(name, cause)
                    : tr("%1 was not removed, for its credential may still be kept: %2 Try again "
                         "later.")
                          .arg(name, cause));
}

void ServerRemoval::finish(const ServerProfile &profile)
{
    if (const auto saved = m_parts->profiles->remove(profile.id); !saved)
        Q_EMIT said(saved.error());
    Q_EMIT removed(profile.id);
}

} // namespace rox
