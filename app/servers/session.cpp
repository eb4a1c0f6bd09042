// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/session.h"

#include "app/servers/credentialvault.h"
#include "app/servers/renewal.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace rox {

Session::Session(ServerEntry entry, CredentialVault *vault, const Clock *clock, QObject *parent,
                 Limits limits)
    : QObject(parent)
    , m_entry(std::move(entry))
    , m_vault(vault)
    , m_clock(clock)
    , m_centralClock(clock)
    , m_limits(std::move(limits))
    , m_opening(vault, clock, this)
{
    connectOpening();
    connect(&m_facts, &CentralFacts::changed, this, &Session::factsChanged);
    m_nextTry.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, &Session::readList);
    connect(&m_tokens, &KnownTokens::listRead, this, &Session::listRead);
    connect(&m_tokens, &KnownTokens::factAdded, this, &Session::factAdded);
    connect(&m_tokens, &KnownTokens::historyChanged, this, &Session::historyChanged);
}

Session::~Session() = default;

void Session::connectOpening()
{
    connect(&m_opening, &Opening::changed, this, &Session::openingChanged);
    connect(&m_opening, &Opening::settlingChanged, this, &Session::readingChanged);
    connect(&m_opening, &Opening::unlocked, this, &Session::open);
    connect(&m_opening, &Opening::signedIn, this, [this] {
        start(m_opening.take());
        refresh();
    });
    connect(&m_opening, &Opening::trustSettled, this, &Session::trustSettled);
    connect(&m_opening, &Opening::settlingFailed, this, [this](const ApiError &error) {
        if (m_client)
            Q_EMIT settlingFailed(error);
        else
            fail(error);
    });
}

Session::State Session::state() const
{
    if (m_isRetired)
        return State::Closed;
    if (m_client) {
        switch (m_standing) {
        case Standing::Connected:
            return State::Live;
        case Standing::Unreachable:
            return State::Offline;
        case Standing::CertificateChanged:
        case Standing::CertificateRefused:
            return State::NeedsCertificate;
        case Standing::CredentialRefused:
        case Standing::OwnTokenRevoked:
            return State::NeedsSignIn;
        }
    }
    if (keychainFailure() && keychainFailure()->state == KeychainState::Locked)
        return State::NeedsUnlock;
    if (keychainFailure())
        return lacksCredential() ? State::NeedsSignIn : State::NeedsKeychain;
    if (!openError())
        return m_opening.isOpening() ? State::Opening : State::Closed;
    switch (rox::wayOn(*openError())) {
    case WayOn::Certificate:
        return State::NeedsCertificate;
    case WayOn::SignIn:
        return State::NeedsSignIn;
    case WayOn::Edit:
        return State::NeedsEdit;
    case WayOn::TryAgain:
        break;
    }
    return State::Offline;
}

bool Session::lacksCredential() const
{
    if (keychainFailure() || openError())
        return m_opening.lacksCredential();
    // While the next session is asked for, only the error of the list tells of the refusal.
    return m_standing == Standing::OwnTokenRevoked
           || (m_listError && rox::wayOn(*m_listError) == WayOn::SignIn);
}

WayOn Session::wayOn() const
{
    if (lacksCredential())
        return WayOn::SignIn;
    const auto &error = m_client ? m_listError : openError();
    return error ? rox::wayOn(*error) : WayOn::TryAgain;
}

bool Session::isFor(const ServerEntry &entry) const
{
    ServerProfile profile = entry.profile;
    profile.name = m_entry.profile.name;
    profile.colorName = m_entry.profile.colorName;
    return entry.kind == m_entry.kind && (!entry.isProfile() || profile == m_entry.profile);
}

void Session::setEntry(const ServerEntry &entry)
{
    m_entry = entry;
    Q_EMIT factsChanged();
}

void Session::open()
{
    if (m_isRetired || m_opening.isBusy() || isStarted())
        return;
    if (!m_entry.isProfile() && openError())
        return; // the connection of this run failed for good: a new one comes with start()
    m_opening.begin(m_entry.isProfile() ? std::optional(m_entry.profile) : std::nullopt);
}

void Session::fail(const ApiError &error)
{
    m_opening.fail(error);
}

void Session::start(Connection connection)
{
    m_given = Connection{connection.endpoint, cloneOf(connection.credential), connection.trust};
    makeClient(std::move(connection));
}

void Session::start(SignInFlow::Signed result)
{
    const bool isInKeychain = m_vault->placeOf(result.profile) == CredentialVault::Place::Keychain;
    m_keychain = isInKeychain ? KeychainState::Stored : KeychainState::NoService;
    if (result.isProven)
        m_facts.setSignedIn(result.identity, result.permissions);
    makeClient({result.profile.endpoint, std::move(result.credential), std::move(result.trust)});
    if (result.notKept) {
        setCredentialState(result.notKept->state);
        Q_EMIT happened({.kind = ServerEvent::Kind::SignInNotKept,
                         .server = m_entry.id().value(),
                         .name = name(),
                         .keychain = result.notKept});
    }
    keepSignedIn(result);
}

void Session::makeClient(Connection connection)
{
    m_opening.end();
    m_client = new CentralClient(std::move(connection), m_limits, this);
    connect(m_client, &CentralClient::servedCertificateChanged, this, &Session::factsChanged);
    Q_EMIT started();
    Q_EMIT openingChanged();
}

void Session::keepSignedIn(const SignInFlow::Signed &result)
{
    if (result.profile.signIn == SignInMethod::ApiToken)
        return;
    auto *renewal = new Renewal(this, result.profile, m_vault, m_clock);
    connect(renewal, &Renewal::happened, this, &Session::happened);
    renewal->setEnd(result.endsAt);
    setRenewed(result.canBeRenewed());
}

void Session::goOn(UserPrompts *prompts)
{
    if (isUnlocking())
        return;
    if (state() == State::NeedsUnlock) {
        m_opening.unlock(prompts);
        return;
    }
    switch (wayOn()) {
    case WayOn::Certificate:
        // Only a profile can keep the trust; for a connection of this run the form makes one.
        if (m_entry.isProfile())
            settleCertificate(prompts);
        else
            prompts->askToSignIn(m_entry.id());
        break;
    case WayOn::SignIn:
    case WayOn::Edit:
        prompts->askToSignIn(m_entry.id());
        break;
    case WayOn::TryAgain:
        if (m_client)
            refresh();
        else
            open();
        break;
    }
}

void Session::settleCertificate(UserPrompts *prompts)
{
    m_opening.settle(m_entry, prompts);
}

void Session::refresh()
{
    m_retry.reset();
    readList();
}

std::shared_ptr<void> Session::beginWrite()
{
    ++m_writes;
    return {this, [session = QPointer(this)](void *) {
                if (session)
                    session->endWrite();
            }};
}

void Session::endWrite()
{
    if (--m_writes == 0 && m_isRetired)
        deleteLater(); // this may be inside an answer of the client's
}

void Session::retire()
{
    if (std::exchange(m_isRetired, true))
        return;
    m_nextTry.stop();
    m_reads.reset();
    m_opening.stop();
    m_reading = false;
    if (m_writes == 0)
        deleteLater();
    Q_EMIT retired();
}

void Session::readList()
{
    if (!isStarted())
        return;
    m_nextTry.stop();
    const KnownTokens::Read read = m_read = m_tokens.startRead(m_clock->now());
    setReading(true);
    m_facts.ask(m_client, m_reads.get());
    m_client->list(RevokedFilter::All, m_reads.get(),
                   [this, read, open = m_openRevokes.asked()](const Result<TokenTablePtr> &table) {
                       if (read.id == m_read.id) // else a newer read is under way
                           listCame(read, table, open);
                   });
}

void Session::listCame(const KnownTokens::Read &read, const Result<TokenTablePtr> &table,
                       const OpenRevokes::Asked &open)
{
    setReading(false);
    m_centralClock.setAhead(m_client->clockAhead());
    m_isBeingRenewed = false;
    if (!table) {
        m_listError = table.error();
        planNextTry(table.error());
        if (standingAfter(m_listError->kind) == Standing::CredentialRefused)
            Q_EMIT credentialRefused();
        settleStanding();
        Q_EMIT listFailed();
        return;
    }
    m_retry.reset();
    m_listError.reset();
    m_tokens.takeList(read, *table, m_clock->now());
    settleStanding();
    Q_EMIT factsChanged(); // the certificate has been checked by now
    m_openRevokes.settle(open, **table, tableAsOf());
}

void Session::planNextTry(const ApiError &error)
{
    if (const auto pause = m_retry.pauseAfter(error))
        m_nextTry.start(*pause);
}

void Session::settleStanding()
{
    Standing now = Standing::Connected;
    if (m_isOwnTokenRevoked)
        now = Standing::OwnTokenRevoked;
    else if (m_listError)
        now = standingAfter(m_listError->kind);
    if (now == Standing::CredentialRefused && m_isBeingRenewed)
        now = Standing::Connected;
    if (std::exchange(m_standing, now) == now)
        return;
    m_standingSince = now == Standing::Connected ? NoTime : m_clock->now();
    Q_EMIT standingChanged();
}

void Session::setBeingRenewed(bool isBeingRenewed)
{
    m_isBeingRenewed = isBeingRenewed;
    settleStanding();
}

std::optional<std::chrono::milliseconds> Session::nextTryIn() const
{
    if (!m_nextTry.isActive())
        return std::nullopt;
    return m_nextTry.remainingTimeAsDuration();
}

void Session::renewCredential(Credential credential)
{
    m_client->setCredential(std::move(credential));
}

void Session::rereadIdentity()
{
    m_facts.forgetIdentity();
    if (isStarted())
        m_facts.ask(m_client, m_reads.get());
}

void Session::setRenewed(bool isRenewed)
{
    if (std::exchange(m_isRenewed, isRenewed) != isRenewed)
        Q_EMIT factsChanged();
}

void Session::setCredentialState(KeychainState state)
{
    m_keychain = state;
    Q_EMIT factsChanged();
}

QString Session::signedInTokenId() const
{
    if (identity() && !identity()->tokenId.isEmpty())
        return identity()->tokenId;
    return m_client ? m_client->credentialTokenId() : QString();
}

void Session::noteGenerated(const Token &token)
{
    m_tokens.addMade(token, m_clock->now());
}

void Session::noteRevoked(const QStringList &ids)
{
    m_tokens.addRevoked(ids, m_clock->now());
    endOwnToken(ids);
}

void Session::noteGone(const QStringList &ids)
{
    m_tokens.addGone(ids, m_clock->now());
    endOwnToken(ids);
}

void Session::endOwnToken(const QStringList &revoked)
{
    if (m_isOwnTokenRevoked || signedInTokenId().isEmpty() || !revoked.contains(signedInTokenId()))
        return;
    m_isOwnTokenRevoked = true;
    m_nextTry.stop();
    m_given.reset(); // a revoked token cannot be kept
    settleStanding();
    Q_EMIT ownTokenRevoked();
    if (m_entry.isProfile() && m_entry.profile.signIn == SignInMethod::ApiToken && m_vault)
        forgetCredential();
}

void Session::forgetCredential()
{
    const bool wasInKeychain =
        m_vault->placeOf(m_entry.profile) == CredentialVault::Place::Keychain;
    m_vault->forget(m_entry.profile, this,
                    [this, wasInKeychain](const KeychainResult<void> &forgotten) {
                        if (!wasInKeychain)
                            return;
                        if (!forgotten) {
                            setCredentialState(forgotten.error().state);
                            return;
                        }
                        m_isCredentialForgotten = true;
                        Q_EMIT factsChanged();
                    });
}

void Session::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged();
}

} // namespace rox
