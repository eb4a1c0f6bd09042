// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/serverpages.h"

#include "app/pages/emptystates.h"
#include "app/pages/sessionstate.h"
#include "models/values/visibletext.h"
#include "ui/text/keychaintext.h"
#include "ui/window/offlinemessages.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerPages)
};

/// A credential is kept, for another address, method or user name than the profile has now.
QString changedOutside(const ServerProfile &profile)
{
    const QString address = shownName(profile.endpoint.display());
    return profile.signIn == SignInMethod::Password
               ? Words::tr(
                     "Its address, its way of signing in or its user name is another one. The "
                     "credential that was kept is for the one before, and is not sent to %1.")
                     .arg(address)
               : Words::tr("Its address or its way of signing in is another one. The credential "
                           "that was kept is for the one before, and is not sent to %1.")
                     .arg(address);
}

/// Empty while the demo is being started.
QString addressOf(const ServerProfile &profile)
{
    return profile.endpoint.base.isEmpty() ? QString() : profile.endpoint.display();
}

ServerFacts factsOf(const ServerProfile &profile)
{
    ServerFacts facts;
    facts.name = profile.name;
    facts.address = addressOf(profile);
    facts.colorName = profile.colorName;
    return notSignedInFacts(std::move(facts));
}

bool isByChoice(const ServerProfile &profile, KeychainState state)
{
    return state == KeychainState::Absent && !profile.keepInKeychain;
}

EmptyPageContent keychainWords(const ServerProfile &profile, KeychainState state)
{
    EmptyPageContent words = keychainPage(state, profile.name);
    const QString name = shownName(profile.name);
    if (isByChoice(profile, state)) {
        words.heading = Words::tr("Sign in to %1").arg(name);
        words.sentence = Words::tr("You chose not to keep the credential.");
    } else if (state == KeychainState::Absent && profile.wasChangedOutside()) {
        words.heading = Words::tr("%1 was changed outside Rox Tokens.").arg(name);
        words.sentence = changedOutside(profile);
    }
    return words;
}

ServerPage keychainInTheWay(const Session &session, const PageActions &actions)
{
    const ServerProfile &profile = session.entry().profile;
    const KeychainState state = session.keychainFailure()->state;
    ServerPage page{factsOf(profile),
                    Page(keychainWords(profile, state), actions.goOn, actions.signIn)};
    page.facts.credential =
        session.lacksCredential() ? Words::tr("No credential") : keychainStatus(state);
    if (!isByChoice(profile, state))
        page.facts.credentialStyle.tone = StatusFact::Tone::Caution;
    page.state = keychainNotice(state);
    return page;
}

ServerPage notSignedIn(const Session &session, const PageActions &actions)
{
    const ServerProfile &profile = session.entry().profile;
    const ApiError &error = *session.openError();
    const Operation deed = session.entry().isProfile() ? Operation::Connect : Operation::Launch;
    ServerPage page{factsOf(profile), Page(signInFailedPage(error, profile.name, deed),
                                           actions.goOn, actions.copyDetails)};
    page.state = Words::tr("Not signed in");
    if (error.kind == ApiError::Kind::CertificateChanged) {
        page.state = page.facts.certificate = Words::tr("Certificate changed");
        page.facts.certificateStyle = {u"alarm"_s, StatusFact::Tone::Bad};
        page.tone = StateTone::Bad;
    } else if (error.kind == ApiError::Kind::CertificateRefused) {
        page.state = page.facts.certificate = Words::tr("Certificate not trusted");
        page.facts.certificateStyle = {u"warning"_s, StatusFact::Tone::Caution};
    }
    return page;
}

/// Before anything is known of it.
EmptyPageContent openingWords(const ServerEntry &entry, const Session *session)
{
    switch (entry.kind) {
    case ServerEntry::Kind::Demo:
        return startingDemoPage();
    case ServerEntry::Kind::CommandLine:
        return readingPage(entry.profile.name);
    case ServerEntry::Kind::Profile:
        break;
    }
    return openingPage(entry.profile.name, session ? session->step() : QString());
}

} // namespace

ServerPage pageOf(const ServerEntry &entry, const Session *session, bool isCleared,
                  const PageActions &actions)
{
    const ServerFacts facts = factsOf(entry.profile);
    if (isCleared)
        return {facts, Page(screenLockedPage(), actions.openAgain)};
    if (session && session->isUnlocking())
        return {facts, Page(unlockingPage(), {}, actions.stopUnlocking)};
    if (session && session->keychainFailure())
        return keychainInTheWay(*session, actions);
    if (session && session->openError()) {
        if (entry.kind == ServerEntry::Kind::Demo)
            return {facts, Page(demoFailedPage(session->openError()->detail), actions.startDemo)};
        return notSignedIn(*session, actions);
    }
    return {facts, Page(openingWords(entry, session))};
}

QString whySignIn(const Session &session)
{
    const ServerProfile &profile = session.entry().profile;
    if (const auto &failure = session.keychainFailure()) {
        const EmptyPageContent words = keychainWords(profile, failure->state);
        return isByChoice(profile, failure->state) ? words.sentence : words.heading;
    }
    const auto &error = session.isStarted() ? session.listError() : session.openError();
    return error ? sentenceFor(*error, Operation::Connect, profile.name).cause
                 : offlineReason(session.standing(), profile.name);
}

ServerRow rowOf(const ServerEntry &entry, const Session *session)
{
    const ServerProfile &profile = entry.profile;
    ServerRow row{entry.id(), profile.name, addressOf(profile), profile.colorName};
    row.isProfile = entry.isProfile();
    row.canBeSaved = entry.kind == ServerEntry::Kind::CommandLine;
    if (session && session->table())
        row.count = session->table()->size();
    if (session && session->isStarted()) {
        const StateLine line = sidebarLine(*session);
        row.state = line.text;
        row.tone = line.tone;
    } else {
        const ServerPage page = pageOf(entry, session, false, {});
        row.state = page.state;
        row.tone = page.tone;
    }
    row.isStateKnown = true;
    return row;
}

} // namespace rox
