// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/sessionrefresh.h"

#include "app/servers/credentialvault.h"
#include "app/servers/storedcredential.h"
#include "network/signin/signin.h"

#include <QPointer>

namespace rox {

namespace {

constexpr std::chrono::milliseconds LockInterval{100};

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
    auto *refresh =
        running ? running : new SessionRefresh(profile, trust, std::move(refreshCookie), vault);
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
        refresh->takeLock();
}

SessionRefresh::SessionRefresh(ServerProfile profile, const Trust &trust, Secret refreshCookie,
                               CredentialVault *vault)
    : QObject(vault)
    , m_profile(std::move(profile))
    , m_vault(vault)
    , m_signIn(new SignIn(m_profile.endpoint, trust, {}, this))
    , m_cookie(std::move(refreshCookie))
    , m_lock(vault->refreshLock(m_profile))
{
    m_waitForLock.setSingleShot(true);
    m_waitForLock.setInterval(LockInterval);
    connect(&m_waitForLock, &QTimer::timeout, this, &SessionRefresh::takeLock);
}

void SessionRefresh::takeLock()
{
    // Does not wait. Where no lock can be written, the exchange goes on without one.
    if (m_lock->tryLock(0) || m_lock->error() != QLockFile::LockFailedError)
        readAgain();
    else
        m_waitForLock.start();
}

void SessionRefresh::readAgain()
{
    m_vault->read(m_profile, this, [this](const KeychainResult<Secret> &secret) {
        auto kept = secret ? unpacked(SignInMethod::Browser, *secret) : std::nullopt;
        if (!kept || kept->refreshCookie.isEmpty() || kept->refreshCookie.equals(m_cookie)) {
            exchange();
            return;
        }
        // Another process has replaced the session since the caller read it.
        tell(Outcome{{std::move(kept->value), kept->expiresAt, std::move(kept->refreshCookie)},
                     std::nullopt});
    });
}

void SessionRefresh::exchange()
{
    m_signIn->refresh(std::move(m_cookie), this,
                      [this](Result<SessionToken> session) { came(std::move(session)); });
}

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
    m_lock->unlock();
    // A handler may delete the vault, and with it this object.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &one : waiting)
        one(outcome);
}

} // namespace rox
