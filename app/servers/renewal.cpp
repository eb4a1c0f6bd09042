// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/renewal.h"

#include "app/pages/serverpages.h"
#include "app/servers/credentialvault.h"
#include "app/servers/session.h"
#include "models/values/visibletext.h"
#include "ui/text/errorsentences.h"
#include "ui/text/keychainsentences.h"
#include "ui/text/times.h"

#include <algorithm>

namespace rox {

namespace {

constexpr int NameMax = 80;

/// A session that is shorter than four of these is renewed in its last quarter.
constexpr UtcMs Ahead = MinuteMs;
/// A timer is set for no longer: a computer that slept wakes up to the true time.
constexpr UtcMs LongestWait = 10 * MinuteMs;
/// However short sessions are, and whatever the clocks say.
constexpr UtcMs LeastPause = 5 * SecondMs;
constexpr UtcMs LongestPause = 5 * MinuteMs;

RetryPolicy::Pauses pauses()
{
    using std::chrono::milliseconds;
    RetryPolicy::Pauses pauses;
    pauses.first = milliseconds(LeastPause);
    pauses.longest = milliseconds(LongestPause);
    pauses.longestAsked = milliseconds(HourMs);
    pauses.mostTries = 0; // until the token ends
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
    , m_pause(LeastPause)
    , m_retry(pauses(), RetryPolicy::After::Any)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    followSession();
}

void Renewal::followSession()
{
    connect(m_session, &Session::listRead, this, [this] { m_triedRefused = false; });
    connect(m_session, &Session::credentialRefused, this, &Renewal::renewRefused);
    connect(this, &Renewal::renewed, m_session, [this] {
        m_session->askAgainWhoWeAre();
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
    // A session that is over before it began: this clock is wrong. It is renewed, ever more seldom.
    m_pause = lifetime > 0 ? LeastPause : std::min(2 * m_pause, LongestPause);
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

void Renewal::renewRefused()
{
    if (std::exchange(m_triedRefused, true))
        return;
    m_session->setBeingRenewed(true);
    renew();
}

bool Renewal::triesAgain(std::chrono::milliseconds pause)
{
    if (m_endsAt == NoTime || m_clock->now() >= m_endsAt)
        return false;
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, &Renewal::renew);
    m_timer.start(pause);
    return true;
}

void Renewal::renew()
{
    if (std::exchange(m_renewing, true))
        return;
    m_timer.stop();
    m_vault->read(m_profile, this, [this](KeychainResult<Secret> secret) {
        auto credential = secret ? unpacked(m_profile.signIn, *secret) : std::nullopt;
        if (credential) {
            signIn(std::move(*credential));
            return;
        }
        endWithout();
        const KeychainFailure why =
            secret ? KeychainFailure{KeychainState::Absent, {}} : secret.error();
        const std::chrono::milliseconds pause(m_pause);
        m_pause = std::min(2 * m_pause, LongestPause);
        if (why.state == KeychainState::Absent || !triesAgain(pause))
            sayEnd(sentenceFor(why.state, m_session->name()).cause);
    });
}

void Renewal::signIn(StoredCredential credential)
{
    // The token that is about to end is not the answer.
    if (m_profile.signIn == SignInMethod::Browser)
        credential.value.wipe();
    auto *signing = new SigningIn(SigningIn::Purpose::Open, m_profile, std::move(credential),
                                  m_clock, nullptr, this);
    signing->setVault(m_vault, m_profile);
    connect(signing, &SigningIn::succeeded, this, [this, signing] {
        signing->deleteLater();
        take(signing->take());
    });
    connect(signing, &SigningIn::failed, this, [this, signing](const ApiError &error) {
        signing->deleteLater();
        endWithout();
        const auto pause = m_retry.pauseAfter(error);
        if (!pause || !triesAgain(*pause))
            sayEnd(sentenceFor(error, Deed::Connect, m_session->name()).cause);
    });
    signing->start();
}

void Renewal::take(SigningIn::Signed result)
{
    m_renewing = false;
    m_retry.reset();
    m_session->client()->setCredential(std::move(result.credential));
    setEnd(result.endsAt);
    if (result.notKept) {
        m_session->setCredentialState(result.notKept->state);
        Q_EMIT said(notKeptSentence(m_session->name(), *result.notKept));
    }
    Q_EMIT renewed();
}

void Renewal::endWithout()
{
    m_renewing = false;
    m_session->setBeingRenewed(false);
}

void Renewal::sayEnd(const QString &why)
{
    if (m_endsAt == NoTime || m_endsAt <= m_clock->now())
        return; // the list says so
    Q_EMIT said(tr("The sign-in to %1 ends at %2 and was not renewed: %3")
                    .arg(shownText(m_session->name(), NameMax), clockTime(m_endsAt), why));
}

} // namespace rox
