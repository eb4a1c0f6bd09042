// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/opening.h"

#include "app/servers/credentialvault.h"

#include <utility>

namespace rox {

Opening::Opening(CredentialVault *vault, const Clock *clock, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(clock)
{}

Opening::~Opening() = default;

bool Opening::lacksCredential() const
{
    if (m_keychainFailure)
        return m_keychainFailure->state == KeychainState::Absent
               || m_keychainFailure->state == KeychainState::NoCollection
               || m_keychainFailure->state == KeychainState::NoService;
    return m_error && wayOn(*m_error) == WayOn::SignIn;
}

void Opening::begin(const std::optional<ServerProfile> &profile)
{
    m_keychainFailure.reset();
    m_error.reset();
    m_step.clear();
    m_isOpening = true;
    Q_EMIT changed();
    if (m_vault && profile)
        readCredential(*profile);
}

void Opening::readCredential(const ServerProfile &profile)
{
    // The credential is sent to the endpoint of the profile that it was read for.
    m_vault->read(profile, m_asked.get(), [this, profile](const KeychainResult<Secret> &secret) {
        auto credential = secret ? unpacked(profile.signIn, *secret) : std::nullopt;
        if (credential)
            signIn(profile, std::move(*credential));
        else
            stopAt(secret ? KeychainFailure{KeychainState::Absent, {}} : secret.error());
    });
}

void Opening::signIn(const ServerProfile &profile, StoredCredential credential)
{
    SignInFlow *signing =
        beginSigning(SignInFlow::Purpose::Open, profile, std::move(credential), nullptr);
    connect(signing, &SignInFlow::stepChanged, this, [this](const QString &step) {
        m_step = step;
        Q_EMIT changed();
    });
    connect(signing, &SignInFlow::succeeded, this, [this, signing] {
        m_signed = signing->take();
        endSigning();
        Q_EMIT signedIn();
    });
    connect(signing, &SignInFlow::failed, this, [this](const ApiError &error) {
        endSigning();
        fail(error);
    });
    signing->start();
}

SignInFlow *Opening::beginSigning(SignInFlow::Purpose purpose, const ServerProfile &profile,
                                  StoredCredential credential, UserPrompts *prompts)
{
    m_signing = new SignInFlow(purpose, profile, std::move(credential), m_clock, prompts, this);
    m_signing->setVault(m_vault, profile);
    return m_signing;
}

void Opening::endSigning()
{
    m_isSettling = false;
    SignInFlow *ended = std::exchange(m_signing, nullptr);
    if (!ended)
        return;
    // Deleted later: this may run inside one of its signals.
    ended->disconnect(this);
    ended->cancel();
    ended->deleteLater();
}

void Opening::unlock(UserPrompts *prompts)
{
    m_isUnlocking = true;
    Q_EMIT changed();
    prompts->askToUnlock(m_asked.get(), [this](const KeychainResult<void> &result) {
        m_isUnlocking = false;
        if (result)
            Q_EMIT unlocked();
        else if (result.error().state == KeychainState::Denied)
            stopAt({KeychainState::Locked, result.error().detail});
        else
            stopAt(result.error());
    });
}

void Opening::settle(const ServerEntry &entry, UserPrompts *prompts)
{
    if (m_signing)
        return;
    m_isSettling = true;
    SignInFlow *settling = beginSigning(SignInFlow::Purpose::Settle, entry.profile, {}, prompts);
    Q_EMIT settlingChanged();
    connect(settling, &SignInFlow::succeeded, this, [this, settling] {
        const ServerProfile settled = settling->take().profile;
        endSigning();
        Q_EMIT trustSettled(settled);
    });
    connect(settling, &SignInFlow::caFileWanted, this, [this, prompts, id = entry.id()] {
        endSigning();
        Q_EMIT settlingChanged();
        prompts->askForCaFile(id);
    });
    connect(settling, &SignInFlow::failed, this, [this](const ApiError &error) {
        endSigning();
        Q_EMIT settlingChanged();
        Q_EMIT settlingFailed(error);
    });
    settling->start();
}

void Opening::stopAt(const KeychainFailure &failure)
{
    m_isOpening = false;
    m_keychainFailure = failure;
    Q_EMIT changed();
}

void Opening::fail(const ApiError &error)
{
    m_isOpening = false;
    m_error = error;
    Q_EMIT changed();
}

void Opening::end()
{
    m_isOpening = false;
    m_keychainFailure.reset();
    m_error.reset();
}

void Opening::stop()
{
    m_asked.reset();
    endSigning();
}

} // namespace rox
