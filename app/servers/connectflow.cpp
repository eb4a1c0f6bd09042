// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/connectflow.h"

#include "app/servers/formnotes.h"
#include "app/servers/tokenowner.h"
#include "ui/connect/signinfields.h"
#include "ui/text/keychaintext.h"

namespace rox {

using Field = ConnectDialog::Field;
using Kind = ApiError::Kind;
using Purpose = ConnectDialog::Purpose;

namespace {

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

/// A credential goes to the origin that it was given for, and to no other.
bool isGoodFor(const ServerProfile &old, const ServerProfile &changed)
{
    return changed.signIn == old.signIn && changed.endpoint.base == old.endpoint.base
           && changed.userName == old.userName;
}

} // namespace

ConnectFlow::ConnectFlow(const ServerServices *parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{}

void ConnectFlow::add(const ServerProfile &draft, const QString &caFileProblem)
{
    if (open(Purpose::Connect, draft) && !caFileProblem.isEmpty())
        sayCaFileMissing(caFileProblem);
}

bool ConnectFlow::edit(const ServerId &id, bool isKept)
{
    m_parts->directory->refresh(); // another window may have changed or removed it
    const ServerProfile *profile = m_parts->profiles->find(id.value());
    if (!profile || !open(Purpose::Edit, *profile))
        return false;
    m_old = *profile;
    m_dialog->setCredentialKept(isKept);
    return true;
}

void ConnectFlow::signInTo(const ServerId &id, const QString &why)
{
    m_parts->directory->refresh();
    const ServerProfile *profile = m_parts->profiles->find(id.value());
    if (!profile || !open(Purpose::SignIn, *profile))
        return;
    m_old = *profile;
    m_dialog->setReason(why);
    m_dialog->setCredentialKept(false);
}

void ConnectFlow::keepConnection(const ServerProfile &draft, StoredCredential inUse)
{
    if (!open(Purpose::Keep, draft))
        return;
    m_dialog->setCredentialKept(!inUse.value.isEmpty());
    m_inUse = InUse{draft, std::move(inUse)};
}

bool ConnectFlow::open(Purpose purpose, const ServerProfile &profile)
{
    if (m_dialog)
        return false;
    closed();
    m_dialog = new ConnectDialog(purpose, m_parts->window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setProfile(profile);
    tellOthers(ServerId(profile.id));
    m_dialog->setTokenReader([this](const Secret &token) {
        const QString why =
            whyTokenOfAnother(token, m_dialog->profile(), *m_parts->directory, *m_parts->sessions);
        return why.isEmpty() ? tokenNote(token, m_parts->clock->now())
                             : FormField::Note{why, NoteTone::Problem};
    });
    m_dialog->setCaFileReader([clock = m_parts->clock](const QString &path, QObject *context,
                                                       const ConnectDialog::NoteHandler &handler) {
        readCaFile(path, clock, context, handler);
    });
    connectDialog();
    m_dialog->open();
    probeKeychain();
    return true;
}

void ConnectFlow::tellOthers(const ServerId &id)
{
    QList<ServerProfile> others = m_parts->profiles->profiles();
    others.removeIf([&id](const ServerProfile &other) { return other.id == id.value(); });
    m_dialog->setOthers(others, m_parts->directory->names(id));
}

void ConnectFlow::connectDialog()
{
    connect(m_dialog, &ConnectDialog::connectRequested, this,
            [this](const ServerProfile &asked, const ConnectSecret &secret) {
                connectTo(asked, secret.value);
            });
    connect(m_dialog, &ConnectDialog::cancelRequested, this, &ConnectFlow::cancel);
    connect(m_dialog, &ConnectDialog::openPageAgainRequested, this, [this] {
        if (m_signing)
            m_signing->openPageAgain();
    });
    connect(m_dialog, &ConnectDialog::goThereRequested, this, [this](const QUuid &id) {
        m_dialog->reject();
        Q_EMIT goThere(ServerId(id));
    });
    connect(m_dialog, &ConnectDialog::signInDifferentlyRequested, this,
            [this](const QUuid &id, const QString &why) {
                // Queued: one form at a time, and this one is deleted after it has closed.
                connect(
                    m_dialog, &QObject::destroyed, this,
                    [this, id, why] { signInTo(ServerId(id), why); }, Qt::QueuedConnection);
            });
    connect(m_dialog, &QDialog::finished, this, &ConnectFlow::closed);
}

void ConnectFlow::closed()
{
    ++m_attempt;
    m_old.reset();
    m_inUse.reset(); // wipes its secret
    m_signed = {};
    m_trusted.reset();
}

void ConnectFlow::cancel()
{
    ++m_attempt;
    m_parts->vault->cancelUnlock(m_dialog);
    if (m_signing)
        m_signing->cancel();
    m_dialog->setBrowserWait(std::nullopt);
    m_dialog->setBusy(false);
}

void ConnectFlow::askForCaFile(const ServerId &id, const QString &why)
{
    if (edit(id))
        sayCaFileMissing(why);
}

void ConnectFlow::probeKeychain()
{
    m_parts->vault->probe(m_dialog, [this](const KeychainResult<void> &found) {
        if (!found)
            m_dialog->setKeychainUnavailable(whyNotKept(found.error().state));
    });
}

void ConnectFlow::connectTo(const ServerProfile &asked, const Secret &typed)
{
    if (m_signing)
        return;
    m_dialog->clearProblems();
    const QString why =
        asked.signIn == SignInMethod::ApiToken
            ? whyTokenOfAnother(typed, asked, *m_parts->directory, *m_parts->sessions)
            : QString();
    if (!why.isEmpty()) { // it is not sent
        m_dialog->setProblem(Field::ApiToken, why);
        return;
    }
    if (onlyRenames(asked, typed)) {
        rename(asked);
        return;
    }
    ServerProfile profile = asked;
    if (m_trusted && m_trusted->formSaid == asked.trust && m_trusted->endpoint == asked.endpoint)
        profile.trust = m_trusted->rule; // asked once, not at each wrong password
    else
        m_trusted.reset();
    m_dialog->setBusy(true);
    m_credentialStays = false;
    m_isTyped = !typed.isEmpty();
    // The form allows an empty credential only if the one in use may stay, and for the browser.
    const bool isByBrowser = profile.signIn == SignInMethod::Browser;
    if (typed.isEmpty() && m_inUse && !isByBrowser && isGoodFor(m_inUse->profile, profile))
        signIn(profile, m_inUse->credential.clone());
    else if (typed.isEmpty() && m_old && isGoodFor(*m_old, profile))
        signInAsBefore(profile, true);
    else
        signIn(profile, {typed.clone(), NoTime, {}});
}

bool ConnectFlow::onlyRenames(const ServerProfile &profile, const Secret &typed) const
{
    if (!m_old || !typed.isEmpty())
        return false;
    ServerProfile same = *m_old;
    same.name = profile.name;
    same.colorName = profile.colorName;
    return same == profile && profile != *m_old;
}

void ConnectFlow::rename(const ServerProfile &profile)
{
    if (const auto saved = m_parts->directory->keep(profile); !saved)
        Q_EMIT notKept(saved.error());
    m_dialog->accept();
}

void ConnectFlow::signInAsBefore(const ServerProfile &profile, bool mayUnlock)
{
    m_parts->vault->read(
        *m_old, m_dialog,
        [this, profile, mayUnlock, attempt = m_attempt](const KeychainResult<Secret> &secret) {
            if (attempt != m_attempt)
                return;
            auto kept = secret ? unpacked(profile.signIn, *secret) : std::nullopt;
            m_credentialStays = kept && profile.signIn != SignInMethod::Browser;
            if (kept) {
                signIn(profile, std::move(*kept));
            } else if (!secret && mayUnlock && secret.error().state == KeychainState::Locked) {
                unlock([this, profile](const KeychainResult<void> &unlocked) {
                    if (unlocked)
                        signInAsBefore(profile, false);
                    else
                        sayNotRead(profile, KeychainState::Locked);
                });
            } else if (profile.signIn == SignInMethod::Browser) {
                signIn(profile, {});
            } else {
                sayNotRead(profile, secret ? KeychainState::Absent : secret.error().state);
            }
        });
}

void ConnectFlow::sayNotRead(const ServerProfile &profile, KeychainState state)
{
    m_dialog->setBusy(false);
    const KeychainSentence why = sentenceFor(state, profile.name);
    m_dialog->showError({why.cause, why.advice}, {});
}

void ConnectFlow::signIn(const ServerProfile &profile, StoredCredential credential)
{
    m_signing = new SignInFlow(SignInFlow::Purpose::Prove, profile, std::move(credential),
                               m_parts->clock, m_parts->prompts, m_dialog);
    if (m_old)
        m_signing->setVault(m_parts->vault, *m_old);
    if (m_parts->openPage)
        m_signing->setPageOpener(m_parts->openPage);
    connectSigning();
    connect(m_signing, &SignInFlow::failed, this, [this, profile](const ApiError &error) {
        endSigning();
        sayFailure(profile, error);
    });
    connect(m_signing, &SignInFlow::caFileWanted, this, [this] {
        endSigning();
        m_dialog->setBusy(false);
        sayCaFileMissing();
    });
    m_signing->start();
}

void ConnectFlow::endSigning()
{
    m_signing->deleteLater();
    m_signing = nullptr;
}

void ConnectFlow::connectSigning()
{
    connect(m_signing, &SignInFlow::trusted, this, [this](const TrustRule &rule) {
        const ServerProfile form = m_dialog->profile();
        m_trusted = Trusted{rule, form.trust, form.endpoint};
    });
    connect(m_signing, &SignInFlow::stepChanged, m_dialog,
            [this](const QString &step) { m_dialog->setBusy(true, step); });
    connect(m_signing, &SignInFlow::waitingForBrowser, m_dialog,
            [this](qint64 remainingMs) { m_dialog->setBrowserWait(remainingMs); });
    connect(m_signing, &SignInFlow::pageOpened, m_dialog->signInFields(),
            &SignInFields::setBrowserPage);
    connect(m_signing, &SignInFlow::browserAnswered, m_dialog,
            [this] { m_dialog->setBrowserWait(std::nullopt); });
    connect(m_signing, &SignInFlow::succeeded, this, [this] {
        m_signed = m_signing->take();
        m_signing->deleteLater();
        m_signing = nullptr;
        m_dialog->setBrowserWait(std::nullopt);
        m_dialog->setBusy(true, tr("Keeping the credential…"));
        keep(true);
    });
}

void ConnectFlow::sayFailure(const ServerProfile &profile, const ApiError &error)
{
    if (error.kind == Kind::Unauthenticated && !m_isTyped)
        m_dialog->setCredentialKept(false); // Central refused the kept credential
    m_dialog->setBrowserWait(std::nullopt);
    m_dialog->setBusy(false);
    if (error.kind == Kind::Cancelled)
        return;
    const ErrorSentence why = sentenceFor(error, Operation::Connect, profile.name);
    const auto field = fieldOf(profile, error.kind);
    if (!field)
        m_dialog->showError(why, technicalDetails(error));
    else if (error.kind == Kind::Unauthenticated)
        m_dialog->setProblem(*field, refusedCredential(error, profile.name));
    else
        m_dialog->setProblem(*field, why.plain());
}

void ConnectFlow::sayCaFileMissing(const QString &why)
{
    m_dialog->clearProblems();
    m_dialog->setProblem(
        Field::CaFile,
        why.isEmpty() ? tr("Choose the file with Central's authority, then connect again.") : why);
}

void ConnectFlow::keep(bool mayUnlock)
{
    ServerProfile &profile = m_signed.profile;
    const CredentialVault::Place place = placeFor(profile);
    if (m_credentialStays && place == m_parts->vault->placeOf(*m_old)) {
        keepProfile();
        return;
    }
    // Under a key of its own: the old credential is used until the new profile is kept.
    m_parts->vault->beginCredential(&profile);
    // The context is not the dialog: if that is gone, the handler forgets the credential.
    m_parts->vault->keep(
        profile, place, packed(profile.signIn, m_signed.kept), this,
        [this, mayUnlock, profile, attempt = m_attempt](const KeychainResult<void> &kept) {
            if (attempt != m_attempt || !m_dialog)
                m_parts->vault->forgetAttempt(profile); // no profile names it
            else if (kept)
                keepProfile();
            else if (mayUnlock
                     && (kept.error().state == KeychainState::Locked
                         || kept.error().state == KeychainState::NoCollection))
                unlock([this](const KeychainResult<void> &unlocked) {
                    if (unlocked)
                        keep(false);
                    else
                        sayNotKept(unlocked.error());
                });
            else
                sayNotKept(kept.error());
        });
}

CredentialVault::Place ConnectFlow::placeFor(const ServerProfile &profile) const
{
    return profile.keepInKeychain && m_dialog->keychainUsable() ? CredentialVault::Place::Keychain
                                                                : CredentialVault::Place::Memory;
}

void ConnectFlow::unlock(const std::function<void(const KeychainResult<void> &)> &then)
{
    m_dialog->setBusy(true, tr("Waiting for the keychain to be unlocked…"));
    m_parts->vault->unlock(m_dialog,
                           [this, then, attempt = m_attempt](const KeychainResult<void> &unlocked) {
                               if (attempt == m_attempt)
                                   then(unlocked);
                           });
}

void ConnectFlow::sayNotKept(const KeychainFailure &failure)
{
    m_dialog->setBusy(false);
    m_parts->vault->forgetAttempt(m_signed.profile); // a write that timed out may have arrived
    const KeychainSentence why = sentenceFor(failure.state, m_signed.profile.name);
    m_dialog->showError({tr("The credential is good, but it was not saved. %1").arg(why.cause),
                         tr("Try again, or connect without keeping it in the keychain.")},
                        failure.detail);
}

void ConnectFlow::keepProfile()
{
    const ServerProfile &profile = m_signed.profile;
    const auto saved = m_parts->directory->keep(profile);
    if (!saved)
        Q_EMIT notKept(saved.error());
    // If the file was not written it still names the old credential.
    if (saved && m_old && profile.credentialKey() != m_old->keptCredentialKey())
        forgetOld();
    finish();
}

void ConnectFlow::forgetOld()
{
    const bool wasInKeychain = m_parts->vault->placeOf(*m_old) == CredentialVault::Place::Keychain;
    m_parts->vault->forget(
        *m_old, this,
        [this, wasInKeychain, name = m_old->name](const KeychainResult<void> &forgotten) {
            if (!forgotten
                && (wasInKeychain || forgotten.error().state != KeychainState::NoService))
                Q_EMIT notKept(tr("The old credential may still be in the keychain: %1")
                                   .arg(sentenceFor(forgotten.error().state, name).cause));
        });
}

void ConnectFlow::finish()
{
    const ServerProfile profile = m_signed.profile;
    Connected card;
    card.server = profile.name;
    card.who = m_signed.identity.displayName;
    card.method = profile.signIn;
    card.until = m_signed.endsAt != NoTime ? m_signed.endsAt : m_signed.identity.expiresAt;
    card.now = m_parts->clock->now();
    card.permissions = m_signed.permissions;
    m_dialog->setBusy(false);
    m_dialog->showConnected(card);
    Q_EMIT this->connected(ServerId(profile.id));
    m_signed = {};
}

} // namespace rox
