// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/session.h"

#include "ui/text/keychainsentences.h"
#include "ui/text/times.h"

#include <QPointer>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace rox {

namespace {

constexpr UtcMs CertificateWarning = 30 * DayMs;

} // namespace

Session::Session(QString name, QString colorName, Connection connection, const Clock *clock,
                 QObject *parent, Limits limits)
    : QObject(parent)
    , m_name(std::move(name))
    , m_colorName(std::move(colorName))
    , m_clock(clock)
    , m_client(new CentralClient(std::move(connection), std::move(limits), this))
    , m_key(QUuid::createUuid().toString())
{
    m_nextTry.setSingleShot(true);
    connect(&m_nextTry, &QTimer::timeout, this, &Session::readList);
    connect(m_client, &CentralClient::servedCertificateChanged, this, &Session::factsChanged);
    connect(&m_tokens, &KnownTokens::listRead, this, &Session::listRead);
    connect(&m_tokens, &KnownTokens::factAdded, this, &Session::factAdded);
}

Session::~Session() = default;

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
    m_reading = false;
    if (m_writes == 0)
        deleteLater();
    Q_EMIT retired();
}

void Session::readList()
{
    if (m_isRetired)
        return;
    m_nextTry.stop();
    const KnownTokens::Read read = m_read = m_tokens.startRead(m_clock->now());
    setReading(true);
    if (!m_identity || !m_permissions)
        askWhoWeAre();
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

void Session::askAgainWhoWeAre()
{
    m_identity.reset();
    askWhoWeAre();
}

void Session::setCredentialState(KeychainState state)
{
    m_keychain = state;
    Q_EMIT factsChanged();
}

void Session::noteCredentialForgotten()
{
    m_isCredentialForgotten = true;
    Q_EMIT factsChanged();
}

void Session::askWhoWeAre()
{
    if (m_isRetired)
        return;
    // An answer that does not come leaves the fact unknown; the list says what is wrong.
    m_client->identity(m_reads.get(), [this](Result<Identity> identity) {
        if (identity)
            m_identity = *identity;
        Q_EMIT factsChanged();
    });
    m_client->permissions(m_reads.get(), [this](Result<Permissions> permissions) {
        if (permissions)
            m_permissions = *permissions;
        Q_EMIT factsChanged();
        if (m_isRetired || !permissions || !permissions->mayReadRoles())
            return;
        m_client->roles(m_reads.get(), [this](Result<QList<RoleGrant>> roles) {
            if (roles)
                m_roleGrants = *roles;
            Q_EMIT factsChanged();
        });
    });
    m_client->version(m_reads.get(), [this](Result<QString> version) {
        if (version)
            m_version = *version;
        Q_EMIT factsChanged();
    });
}

ServerFacts Session::facts() const
{
    ServerFacts facts;
    facts.name = m_name;
    facts.address = m_client->endpoint().display();
    facts.version = m_version;
    facts.colorName = m_colorName;
    if (m_identity)
        facts.signedInAs = signedInAs();
    tellCertificate(facts);
    tellCredential(facts);
    return facts;
}

QString Session::signedInAs() const
{
    const UtcMs end = m_identity->expiresAt;
    if (end == NoTime || end >= NeverMs || m_isRenewed)
        return m_identity->displayName;
    const UtcMs now = m_clock->now();
    //: Signed in as NAME, until TIME
    return tr("%1, until %2").arg(m_identity->displayName, untilTime(end, now));
}

void Session::tellCertificate(ServerFacts &facts) const
{
    if (m_client->endpoint().isPlaintext()) {
        facts.certificate = tr("Not encrypted: this computer only");
        facts.certificateLook.tone = StatusFact::Tone::Caution;
        return;
    }
    const auto served = m_client->servedCertificate();
    if (!served)
        return; // nothing was checked yet
    const UtcMs now = m_clock->now();
    if (served->notAfter != NoTime && served->notAfter - now < CertificateWarning) {
        const QString when = relativeTime(served->notAfter, now);
        facts.certificate = served->notAfter > now ? tr("Certificate expires %1").arg(when)
                                                   : tr("Certificate expired %1").arg(when);
        facts.certificateLook.tone = StatusFact::Tone::Caution;
    } else if (m_client->trust().pinned) {
        facts.certificate = tr("Certificate trusted by you");
    } else if (m_client->servedCertificateTrustedBy() == TrustedBy::System) {
        facts.certificate = tr("Certificate checked by this system");
    } else {
        facts.certificate = tr("Certificate checked by CA file");
    }
}

void Session::tellCredential(ServerFacts &facts) const
{
    facts.credential = m_isOwnTokenRevoked ? revokedCredential()
                       : m_keychain        ? keychainStatus(*m_keychain)
                                           : tr("Credential until Rox Tokens is closed");
}

QString Session::revokedCredential() const
{
    if (m_isCredentialForgotten)
        return tr("Credential taken out of the keychain");
    const KeychainState state = m_keychain.value_or(KeychainState::Absent);
    const bool wasNeverThere = state == KeychainState::Absent || state == KeychainState::NoService
                               || state == KeychainState::NoCollection
                               || state == KeychainState::TooLarge;
    return wasNeverThere ? tr("No credential") : keychainStatus(state);
}

QString Session::signedInTokenId() const
{
    if (m_identity && !m_identity->tokenId.isEmpty())
        return m_identity->tokenId;
    return m_client->credentialTokenId();
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
    settleStanding();
    Q_EMIT ownTokenRevoked();
}

void Session::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged();
}

} // namespace rox
