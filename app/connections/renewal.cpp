// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/connections/renewal.h"

#include "app/session.h"
#include "network/credentialstore.h"

#include <algorithm>

namespace rox {

namespace {

constexpr UtcMs Ahead = MinuteMs;
/// A timer is set for no longer: a computer that slept wakes up to the true time.
constexpr UtcMs LongestWait = 10 * MinuteMs;

} // namespace

Renewal::Renewal(Session *session, ServerProfile profile, CredentialStore *store,
                 const Clock *clock)
    : QObject(session)
    , m_session(session)
    , m_profile(std::move(profile))
    , m_store(store)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] { setEnd(m_endsAt); });
}

void Renewal::setEnd(UtcMs endsAt)
{
    m_endsAt = endsAt;
    m_timer.stop();
    if (endsAt == NoTime)
        return;
    const UtcMs left = endsAt - Ahead - m_clock->now();
    if (left <= 0)
        renew();
    else
        m_timer.start(int(std::min(left, LongestWait)));
}

void Renewal::renew()
{
    if (std::exchange(m_renewing, true))
        return;
    m_timer.stop();
    m_store->read(m_profile.credentialKey(), this, [this](KeychainResult<Secret> secret) {
        auto credential = secret ? unpacked(m_profile.signIn, *secret) : std::nullopt;
        if (credential) {
            signIn(std::move(*credential));
            return;
        }
        m_renewing = false;
        ApiError error;
        error.kind = ApiError::Kind::BadCredential;
        Q_EMIT failed(error);
    });
}

void Renewal::signIn(StoredCredential credential)
{
    // The token that is about to end is not the answer.
    if (m_profile.signIn == SignInMethod::Browser)
        credential.value.wipe();
    auto *signing = new SigningIn(SigningIn::Purpose::Open, m_profile, std::move(credential),
                                  m_clock, nullptr, this);
    connect(signing, &SigningIn::succeeded, this, [this, signing] {
        signing->deleteLater();
        take(signing->take());
    });
    connect(signing, &SigningIn::failed, this, [this, signing](const ApiError &error) {
        signing->deleteLater();
        m_renewing = false;
        Q_EMIT failed(error);
    });
    signing->start();
}

void Renewal::take(SigningIn::Signed result)
{
    m_renewing = false;
    m_session->client()->setCredential(std::move(result.credential));
    if (m_profile.signIn == SignInMethod::Browser) {
        // Rotated: what the keychain keeps is no good any more.
        m_store->write(m_profile.credentialKey(), packed(m_profile.signIn, result.kept), this,
                       [](const KeychainResult<void> &) {});
    }
    setEnd(result.endsAt);
    Q_EMIT renewed();
}

} // namespace rox
