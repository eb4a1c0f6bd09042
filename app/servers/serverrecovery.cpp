// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

// What gets a person past what stands between the window and a server: the other half of Servers.

#include "app/pages/emptystates.h"
#include "app/pages/serverpages.h"
#include "app/servers/servers.h"
#include "app/servers/session.h"
#include "app/servers/sessionstate.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readingonly.h"

#include <QClipboard>
#include <QGuiApplication>

namespace rox {

void Servers::saySignInFailed(const ServerProfile &profile, const ApiError &error)
{
    ServerPage page = notSignedIn(profile, error);
    page.secondary = [details = technicalDetails(error)] {
        QGuiApplication::clipboard()->setText(details);
    };
    page.primary = wayPast(profile, error);
    if (wayOn(error) == WayOn::SignIn)
        m_withoutCredential = profile.id;
    present(std::move(page));
}

void Servers::sayLaunchFailed(ServerProfile profile, const ApiError &error)
{
    profile.colorName = freshProfile().colorName;
    ServerPage page{factsOf(profile), signInFailedPage(error, profile.name, Deed::Launch)};
    page.secondary = [details = technicalDetails(error)] {
        QGuiApplication::clipboard()->setText(details);
    };
    const QString why = sentenceFor(error, Deed::Connect, profile.name).plain();
    page.primary = [this, why, draft = std::move(profile)] { m_form.add(draft, why); };
    showPage(std::move(page));
}

std::function<void()> Servers::wayPast(const ServerProfile &profile, const ApiError &error)
{
    const QUuid id = profile.id;
    switch (wayOn(error)) {
    case WayOn::Certificate:
        return [this] { settleCertificate(); };
    case WayOn::SignIn:
        return [this, id, why = sentenceFor(error, Deed::Connect, profile.name).cause] {
            m_form.signInTo(id, why);
        };
    case WayOn::Edit:
        if (error.kind == ApiError::Kind::BadCaFile)
            return [this, id, why = sentenceFor(error, Deed::Connect, profile.name).plain()] {
                m_form.askForCaFile(id, why);
            };
        return [this, id] { m_form.edit(id); };
    case WayOn::TryAgain:
        return [this, id] { open(id); };
    }
    return {};
}

void Servers::settleCertificate()
{
    const ServerProfile *profile = m_parts.profiles->find(m_current);
    if (!profile) { // for this run only: the form settles it
        signInForThisRun();
        return;
    }
    if (m_signing)
        return; // its dialog is on its way
    m_parts.window->messageBar()->dismiss(QLatin1String(SettleBarId), m_current.toString());
    // What is listed stays while a person looks.
    m_parts.window->setBusy(true);
    SigningIn *settling = newSigning(SigningIn::Purpose::Settle, *profile, {});
    connect(settling, &SigningIn::succeeded, this, [this, settling] {
        const ServerProfile settled = settling->take().profile;
        told(m_parts.profiles->add(settled));
        open(settled.id);
    });
    connect(settling, &SigningIn::caFileWanted, this, [this, id = profile->id] {
        endSigning();
        m_parts.window->setBusy(false);
        m_form.askForCaFile(id);
    });
    connect(settling, &SigningIn::failed, this, [this, asked = *profile](const ApiError &error) {
        endSigning();
        m_parts.window->setBusy(false);
        if (m_place->session)
            saySettlingFailed(asked, error);
        else
            saySignInFailed(asked, error);
    });
    settling->start();
}

void Servers::saySettlingFailed(const ServerProfile &profile, const ApiError &error)
{
    const WayOn way = wayOn(error);
    if (way == WayOn::Certificate)
        return; // a person has looked at it and does not trust it: the bar over the list says so
    const ErrorSentence why = sentenceFor(error, Deed::Connect, profile.name);
    const auto goOn =
        way == WayOn::TryAgain ? [this] { settleCertificate(); } : wayPast(profile, error);
    Message message{.id = QLatin1String(SettleBarId),
                    .server = profile.id.toString(),
                    .severity = Severity::Bad,
                    .lead = why.cause,
                    .text = why.advice,
                    .actions = {MessageAction(wayOnWord(way), goOn)}};
    if (m_parts.window->serverCount() > 1)
        message = namingServer(std::move(message), profile.name);
    m_parts.window->messageBar()->show(message);
}

bool Servers::isWithoutCredential(const QUuid &id) const
{
    if (id != m_current)
        return false;
    const Session *session = m_place->session;
    if (id == m_withoutCredential || !session)
        return id == m_withoutCredential;
    // While the next session is asked for, only the error of the list tells of the refusal.
    return session->standing() == Standing::OwnTokenRevoked
           || (session->listError() && wayOn(*session->listError()) == WayOn::SignIn);
}

void Servers::signInAgain()
{
    const ServerProfile *profile = m_parts.profiles->find(m_current);
    const Session *session = m_place->session;
    if (!profile)
        signInForThisRun();
    else if (session && isWithoutCredential(m_current))
        m_form.signInTo(m_current,
                        session->listError()
                            ? sentenceFor(*session->listError(), Deed::Connect, profile->name).cause
                            : readingOnlyReason(session->standing(), profile->name));
    else
        m_form.edit(m_current, !isWithoutCredential(m_current));
}

void Servers::signInForThisRun()
{
    // For this run only until now: the form would keep it.
    ServerProfile profile = m_thisRun.profile;
    profile.id = m_thisRun.keptAs = QUuid::createUuid();
    profile.colorName = freshProfile().colorName;
    m_form.add(profile);
}

void Servers::forgetRevoked(Session *session, const ServerProfile &profile)
{
    if (profile.signIn != SignInMethod::ApiToken)
        return;
    const bool wasInKeychain = isInKeychain(profile);
    m_parts.vault->forget(profile, session,
                          [session, wasInKeychain](const KeychainResult<void> &forgotten) {
                              if (!wasInKeychain)
                                  return;
                              if (forgotten)
                                  session->noteCredentialForgotten();
                              else
                                  session->setCredentialState(forgotten.error().state);
                          });
}

} // namespace rox
