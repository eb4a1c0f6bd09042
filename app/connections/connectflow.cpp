// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/connections/connectflow.h"

#include "models/values/tokenclaims.h"
#include "ui/mainwindow.h"
#include "ui/words/keychainsentences.h"
#include "ui/words/times.h"

#include <QTimer>

namespace rox {

using Field = ConnectDialog::Field;
using Kind = ApiError::Kind;
using Purpose = ConnectDialog::Purpose;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ConnectFlow)
};

ConnectDialog::Note noteOn(const Secret &token, UtcMs now)
{
    const auto claims = claimsOf(token.view());
    if (!claims)
        return {Words::tr("This does not look like an API token."), NoteTone::Caution};
    if (claims->kind != TokenClaims::Kind::ApiToken)
        return {Words::tr("This is a token, but not one of Central's API tokens."),
                NoteTone::Caution};
    if (claims->expiresAt == NoTime)
        return {Words::tr("Looks like an API token for Central."), NoteTone::Hint};
    if (claims->expiresAt <= now)
        return {Words::tr("This token expired on %1. Central would refuse it.")
                    .arg(mediumDate(claims->expiresAt)),
                NoteTone::Problem};
    return {Words::tr("Looks like an API token for Central, valid until %1.")
                .arg(mediumDate(claims->expiresAt)),
            NoteTone::Hint};
}

/// The field that a failure is about; none: the connection as a whole.
std::optional<Field> fieldOf(const ServerProfile &profile, Kind kind)
{
    switch (kind) {
    case Kind::ConnectionRefused:
    case Kind::HostNotFound:
    case Kind::Unreachable:
    case Kind::TlsFailed:
    case Kind::NotCentral:
        return Field::Endpoint;
    case Kind::BadCaFile:
        return Field::CaFile;
    case Kind::Unauthenticated:
        if (profile.signIn == SignInMethod::ApiToken)
            return Field::ApiToken;
        if (profile.signIn == SignInMethod::Password)
            return Field::Password;
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace

ConnectFlow::ConnectFlow(const ConnectionParts *parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

void ConnectFlow::add(const ServerProfile &draft)
{
    m_old.reset();
    open(Purpose::Connect, draft);
}

void ConnectFlow::edit(const QUuid &id)
{
    const ServerProfile *profile = m_parts->profiles->find(id);
    if (!profile)
        return;
    m_old = *profile;
    open(Purpose::Edit, *profile);
}

void ConnectFlow::open(Purpose purpose, const ServerProfile &profile)
{
    if (m_dialog)
        return;
    m_dialog = new ConnectDialog(purpose, m_parts->window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setProfile(profile);
    m_dialog->setTokenReader(
        [clock = m_parts->clock](const Secret &token) { return noteOn(token, clock->now()); });
    connect(m_dialog, &ConnectDialog::connectRequested, this,
            [this](const ServerProfile &asked, const ConnectSecret &secret) {
                connectTo(asked, secret.value);
            });
    connect(m_dialog, &ConnectDialog::cancelRequested, this, [this] {
        if (m_signing)
            m_signing->cancel();
        m_parts->keychain->cancelUnlock();
    });
    connect(m_dialog, &ConnectDialog::openPageAgainRequested, this, [this] {
        if (m_signing)
            m_signing->openPageAgain();
    });
    m_dialog->open();
    probeKeychain();
}

void ConnectFlow::probeKeychain()
{
    m_parts->keychain->probe(m_dialog, [this](const KeychainResult<void> &found) {
        if (!found)
            m_dialog->setKeychainUnavailable(whyNotKept(found.error().state));
    });
}

void ConnectFlow::connectTo(const ServerProfile &profile, const Secret &typed)
{
    if (m_signing)
        return;
    m_dialog->clearProblems();
    m_dialog->setBusy(true);
    if (!typed.isEmpty() || !m_old) {
        signIn(profile, {typed.clone(), NoTime, {}});
        return;
    }
    // Nothing was typed: what is kept stays, once it has proven itself.
    m_parts->storeOf(*m_old)->read(
        m_old->id, m_dialog, [this, profile](const KeychainResult<Secret> &secret) {
            auto kept = secret ? unpacked(profile.signIn, *secret) : std::nullopt;
            if (kept || profile.signIn == SignInMethod::Browser) {
                signIn(profile, kept ? std::move(*kept) : StoredCredential{});
                return;
            }
            m_dialog->setBusy(false);
            const KeychainSentence why =
                sentenceFor(secret ? KeychainState::Absent : secret.error().state, profile.name);
            m_dialog->showError({why.cause, why.advice}, {});
        });
}

void ConnectFlow::signIn(const ServerProfile &profile, StoredCredential credential)
{
    m_signing = new SigningIn(SigningIn::Purpose::Prove, profile, std::move(credential),
                              m_parts->clock, m_dialog, m_dialog);
    if (m_parts->openPage)
        m_signing->setPageOpener(m_parts->openPage);
    connect(m_signing, &SigningIn::stepChanged, m_dialog,
            [this](const QString &step) { m_dialog->setBusy(true, step); });
    connect(m_signing, &SigningIn::waitingForBrowser, m_dialog,
            [this](qint64 remainingMs) { m_dialog->setBrowserWait(remainingMs); });
    connect(m_signing, &SigningIn::caFileWanted, m_dialog, [this] { askForCaFile(); });
    connect(m_signing, &SigningIn::failed, this, [this, profile](const ApiError &error) {
        m_signing->deleteLater();
        m_signing = nullptr;
        sayFailure(profile, error);
    });
    connect(m_signing, &SigningIn::succeeded, this, [this] {
        m_signed = m_signing->take();
        m_signing->deleteLater();
        m_signing = nullptr;
        m_dialog->setBrowserWait(std::nullopt);
        m_dialog->setBusy(true, tr("Keeping the credential…"));
        keep(true);
    });
    m_signing->start();
}

void ConnectFlow::sayFailure(const ServerProfile &profile, const ApiError &error)
{
    m_dialog->setBrowserWait(std::nullopt);
    m_dialog->setBusy(false);
    if (error.kind == Kind::Cancelled)
        return;
    const ErrorSentence why = sentenceFor(error, Deed::Connect, profile.name);
    if (const auto field = fieldOf(profile, error.kind))
        m_dialog->setProblem(*field, why.plain());
    else
        m_dialog->showError(why, technicalDetails(error));
}

void ConnectFlow::askForCaFile()
{
    // After the refusal that closing the certificate's dialog is.
    QTimer::singleShot(0, m_dialog, [this] {
        m_dialog->clearProblems();
        m_dialog->setProblem(Field::CaFile,
                             tr("Choose the file with Central's authority, then connect again."));
    });
}

void ConnectFlow::keep(bool mayUnlock)
{
    const ServerProfile &profile = m_signed.profile;
    m_parts->storeOf(profile)->write(
        profile.id, packed(profile.signIn, m_signed.kept), m_dialog,
        [this, mayUnlock](const KeychainResult<void> &kept) {
            if (kept)
                forgetOld();
            else if (mayUnlock
                     && (kept.error().state == KeychainState::Locked
                         || kept.error().state == KeychainState::NoCollection))
                unlockAndKeep();
            else
                sayNotKept(kept.error());
        });
}

void ConnectFlow::unlockAndKeep()
{
    m_dialog->setBusy(true, tr("Waiting for the keychain to be unlocked…"));
    m_parts->keychain->unlock(m_dialog, [this](const KeychainResult<void> &unlocked) {
        if (unlocked)
            keep(false);
        else
            sayNotKept(unlocked.error());
    });
}

void ConnectFlow::sayNotKept(const KeychainFailure &failure)
{
    m_dialog->setBusy(false);
    const KeychainSentence why = sentenceFor(failure.state, m_signed.profile.name);
    m_dialog->showError({tr("The credential is good, but it was not kept: %1").arg(why.cause),
                         tr("Try again, or connect without keeping it in the keychain.")},
                        failure.detail);
}

void ConnectFlow::forgetOld()
{
    CredentialStore *before = m_old ? m_parts->storeOf(*m_old) : nullptr;
    if (!before || before == m_parts->storeOf(m_signed.profile)) {
        finish();
        return;
    }
    before->forget(m_old->id, m_dialog, [this](const KeychainResult<void> &forgotten) {
        if (!forgotten)
            Q_EMIT notKept(tr("The old credential may still be in the keychain: %1")
                               .arg(sentenceFor(forgotten.error().state, m_old->name).cause));
        finish();
    });
}

void ConnectFlow::finish()
{
    const ServerProfile profile = m_signed.profile;
    if (const auto saved = m_parts->profiles->add(profile); !saved)
        Q_EMIT notKept(saved.error());
    Connected card;
    card.server = profile.name;
    card.who = m_signed.identity.displayName;
    card.method = profile.signIn;
    card.until = m_signed.endsAt != NoTime ? m_signed.endsAt : m_signed.identity.expiresAt;
    card.permissions = m_signed.permissions;
    m_dialog->setBusy(false);
    m_dialog->showConnected(card);
    m_signed = {};
    Q_EMIT this->connected(profile.id);
}

} // namespace rox
