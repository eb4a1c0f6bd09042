// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/renewal.h"

#include "app/servers/credentialvault.h"
#include "app/servers/session.h"

#include <algorithm>

namespace rox {

namespace {

/// A session shorter than four minutes is renewed in its last quarter instead.
constexpr UtcMs Ahead = MinuteMs;
/// Timers stand still while the computer sleeps, so none is set for longer.
constexpr UtcMs LongestWait = 10 * MinuteMs;
/// Also for short sessions and wrong clocks.
constexpr UtcMs MinPause = 5 * SecondMs;
constexpr UtcMs LongestPause = 5 * MinuteMs;

RetryPolicy::Pauses pauses()
{
    using std::chrono::milliseconds;
    RetryPolicy::Pauses pauses;
    pauses.first = milliseconds(MinPause);
    pauses.longest = milliseconds(LongestPause);
    pauses.maxRetryAfter = milliseconds(HourMs);
    pauses.maxTries = 0; // no limit
    return pauses;
}

} // namespace

Renewal::Renewal(Session *session, ServerProfile profile, CredentialVault *vault,
                 const Clock *clock)
    : QObject(session)
    , m_session(session)
    , m_profile(std::move(profile))
    , m_vault(vault)
    , m_clock(clock)
    , m_pause(MinPause)
    , m_retry(pauses(), RetryPolicy::After::Any)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    followSession();
}

void Renewal::followSession()
{
    connect(m_session, &Session::listRead, this, [this] { m_isRefusalSettled = false; });
    connect(m_session, &Session::credentialRefused, this, &Renewal::renewRefused);
    connect(this, &Renewal::renewed, m_session, [this] {
        m_session->rereadIdentity();
        if (m_session->listError())
            m_session->refresh();
    });
}

void Renewal::setEnd(UtcMs endsAt)
{
    m_endsAt = endsAt;
    m_timer.stop();
    if (endsAt == NoTime)
        return;
    const UtcMs lifetime = endsAt - m_clock->now();
    // A session that ends before it began: this clock is wrong. The pause grows each time.
    m_pause = lifetime > 0 ? MinPause : std::min(2 * m_pause, LongestPause);
    plan(std::clamp<UtcMs>(lifetime / 4, 0, Ahead));
}

std::optional<std::chrono::milliseconds> Renewal::nextTryIn() const
{
    if (!m_timer.isActive())
        return std::nullopt;
    return m_timer.remainingTimeAsDuration();
}

void Renewal::plan(UtcMs ahead)
{
    const UtcMs left = m_endsAt - ahead - m_clock->now();
    m_timer.disconnect(this);
    if (left > LongestWait)
        connect(&m_timer, &QTimer::timeout, this, [this, ahead] { plan(ahead); });
    else
        connect(&m_timer, &QTimer::timeout, this, &Renewal::renew);
    m_timer.start(int(std::clamp(left, m_pause, LongestWait)));
}

void Renewal::tryAgainIn(std::chrono::milliseconds pause)
{
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &Renewal::renew);
    m_timer.start(pause);
}

void Renewal::renewRefused()
{
    if (m_isRefusalSettled)
        return;
    m_isForRefusal = true;
    m_session->setBeingRenewed(true);
    renew();
}

void Renewal::renew()
{
    if (std::exchange(m_renewing, true))
        return;
    m_timer.stop();
    m_vault->read(m_profile, this, [this](KeychainResult<Secret> secret) {
        auto credential = secret ? unpacked(m_profile.signIn, *secret) : std::nullopt;
        if (credential)
            signIn(std::move(*credential));
        else
            notRead(secret ? KeychainFailure{KeychainState::Absent, {}} : secret.error());
    });
}

void Renewal::notRead(const KeychainFailure &why)
{
    endTry();
    if (mayPass(why.state)) {
        tryAgainIn(std::chrono::milliseconds(m_pause));
        m_pause = std::min(2 * m_pause, LongestPause);
        return;
    }
    settleRefusal();
    m_session->setRenewed(false);
    ServerEvent ended = event(ServerEvent::Kind::SignInNotRenewed);
    ended.keychain = why;
    tellEnd(ended);
}

void Renewal::signIn(StoredCredential credential)
{
    // Without the token that is about to end, SignInFlow uses the refresh cookie.
    if (m_profile.signIn == SignInMethod::Browser)
        credential.value.wipe();
    auto *signing = new SignInFlow(SignInFlow::Purpose::Open, m_profile, std::move(credential),
                                   m_clock, nullptr, this);
    signing->setVault(m_vault, m_profile);
    connect(signing, &SignInFlow::succeeded, this, [this, signing] {
        signing->deleteLater();
        take(signing->take());
    });
    connect(signing, &SignInFlow::failed, this, [this, signing](const ApiError &error) {
        signing->deleteLater();
        signInFailed(error);
    });
    signing->start();
}

void Renewal::signInFailed(const ApiError &error)
{
    endTry();
    if (const auto pause = m_retry.pauseAfter(error)) {
        tryAgainIn(*pause);
        return;
    }
    if (!mayPass(error.kind))
        settleRefusal();
    m_session->setRenewed(false);
    ServerEvent ended = event(ServerEvent::Kind::SignInNotRenewed);
    ended.error = error;
    tellEnd(ended);
}

void Renewal::take(SignInFlow::Signed result)
{
    m_renewing = false;
    settleRefusal();
    m_retry.reset();
    m_session->renewCredential(std::move(result.credential));
    m_session->setRenewed(result.canBeRenewed());
    setEnd(result.endsAt);
    if (result.notKept) {
        m_session->setCredentialState(result.notKept->state);
        ServerEvent notKept = event(ServerEvent::Kind::SignInNotKept);
        notKept.keychain = result.notKept;
        Q_EMIT happened(notKept);
    }
    Q_EMIT renewed();
}

void Renewal::endTry()
{
    m_renewing = false;
    m_session->setBeingRenewed(false);
}

void Renewal::settleRefusal()
{
    if (std::exchange(m_isForRefusal, false))
        m_isRefusalSettled = true;
}

ServerEvent Renewal::event(ServerEvent::Kind kind) const
{
    return {.kind = kind, .server = m_profile.id, .name = m_session->name(), .at = m_endsAt};
}

void Renewal::tellEnd(const ServerEvent &event)
{
    if (m_endsAt != NoTime && m_endsAt > m_clock->now())
        Q_EMIT happened(event); // later the list's own error says it
}

} // namespace rox
