// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/connections/sessionrefresh.h"

#include "app/connections/storedcredential.h"
#include "network/credentialstore.h"
#include "network/signin.h"

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
                         CredentialStore *store, QObject *context, Handler handler)
{
    SessionRefresh *running = nullptr;
    const auto others = store->findChildren<SessionRefresh *>(Qt::FindDirectChildrenOnly);
    for (SessionRefresh *other : others) {
        if (other->m_profile.credentialKey() == profile.credentialKey()
            && !other->m_waiting.empty())
            running = other;
    }
    auto *refresh = running ? running : new SessionRefresh(profile, trust, store);
    refresh->m_waiting.push_back(
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

SessionRefresh::SessionRefresh(ServerProfile profile, const Trust &trust, CredentialStore *store)
    : QObject(store)
    , m_profile(std::move(profile))
    , m_store(store)
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
    m_store->write(m_profile.credentialKey(), packed(SignInMethod::Browser, kept), this,
                   [this, held](const KeychainResult<void> &written) {
                       if (!written)
                           held->notKept = written.error();
                       tell(cloneOf(*held));
                   });
}

void SessionRefresh::tell(const Result<Outcome> &outcome)
{
    deleteLater();
    // Whoever is told may end the store, and this with it.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting)
        one(outcome);
}

} // namespace rox
