// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/sessionrefresh.h"

#include "app/servers/credentialvault.h"
#include "app/servers/storedcredential.h"
#include "network/signin/signin.h"

#include <QPointer>

namespace rox {

namespace {

SessionRefresh::Outcome cloneOf(const SessionRefresh::Outcome &outcome)
{
    const SessionToken &session = outcome.session;
    return {{session.token.clone(), session.expiresAt, session.refreshCookie.clone()},
            outcome.notKept};
}

} // namespace

void SessionRefresh::ask(const ServerProfile &profile, const Trust &trust, Secret refreshCookie,
                         CredentialVault *vault, QObject *context, Handler handler)
{
    SessionRefresh *running = nullptr;
    const auto others = vault->findChildren<SessionRefresh *>(Qt::FindDirectChildrenOnly);
    for (SessionRefresh *other : others) {
        if (other->m_profile.credentialKey() == profile.credentialKey()
            && !other->m_waiting.empty())
            running = other;
    }
    auto *refresh = running ? running : new SessionRefresh(profile, trust, vault);
    refresh->m_waiting.emplace_back(
        [guard = QPointer(context), handler = std::move(handler)](const Result<Outcome> &outcome) {
            if (!guard)
                return;
            if (outcome)
                handler(cloneOf(*outcome));
            else
                handler(tl::make_unexpected(outcome.error()));
        });
    if (!running)
        refresh->m_signIn->refresh(
            std::move(refreshCookie), refresh,
            [refresh](Result<SessionToken> session) { refresh->came(std::move(session)); });
}

SessionRefresh::SessionRefresh(ServerProfile profile, const Trust &trust, CredentialVault *vault)
    : QObject(vault)
    , m_profile(std::move(profile))
    , m_vault(vault)
    , m_signIn(new SignIn(m_profile.endpoint, trust, {}, this))
{}

void SessionRefresh::came(Result<SessionToken> session)
{
    if (!session) {
        tell(tl::make_unexpected(session.error()));
        return;
    }
    const StoredCredential kept{session->token.clone(), session->expiresAt,
                                session->refreshCookie.clone()};
    auto held = std::make_shared<Outcome>(Outcome{std::move(*session), std::nullopt});
    const bool wasInKeychain = m_vault->placeOf(m_profile) == CredentialVault::Place::Keychain;
    m_vault->replace(m_profile, packed(SignInMethod::Browser, kept), this,
                     [this, held, wasInKeychain](const KeychainResult<void> &written) {
                         if (!written && wasInKeychain)
                             held->notKept = written.error();
                         tell(cloneOf(*held));
                     });
}

void SessionRefresh::tell(const Result<Outcome> &outcome)
{
    deleteLater();
    // A handler may end the vault, and this with it.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting)
        one(outcome);
}

} // namespace rox
