// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/serverpages.h"

#include "app/pages/emptystates.h"
#include "models/values/visibletext.h"
#include "ui/text/keychainsentences.h"
#include "ui/window/readingonly.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const std::array Colors = {u"blue"_s, u"plum"_s, u"teal"_s, u"sand"_s,
                           u"rose"_s, u"moss"_s, u"clay"_s, u"slate"_s};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ServerPages)
};

/// There is a credential, but it was given for something else.
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

} // namespace

ServerFacts factsOf(const ServerProfile &profile)
{
    ServerFacts facts;
    facts.name = profile.name;
    facts.address = profile.endpoint.display();
    facts.colorName = profile.colorName;
    return notSignedInFacts(std::move(facts));
}

ServerPage openingServer(const ServerProfile &profile, const QString &step)
{
    return {factsOf(profile), openingPage(profile.name, step)};
}

ServerPage keychainInTheWay(const ServerProfile &profile, KeychainState state)
{
    ServerPage page{factsOf(profile), keychainPage(state, profile.name)};
    const bool isByChoice = state == KeychainState::Absent && !profile.keepInKeychain;
    if (isByChoice) {
        page.content.heading = Words::tr("Sign in to %1").arg(shownName(profile.name));
        page.content.sentence = Words::tr("You chose not to keep the credential.");
    } else if (state == KeychainState::Absent && profile.wasChangedOutside()) {
        page.content.heading =
            Words::tr("%1 was changed outside Rox Tokens.").arg(shownName(profile.name));
        page.content.sentence = changedOutside(profile);
    }
    const bool isWithout = state == KeychainState::Absent || state == KeychainState::NoService
                           || state == KeychainState::NoCollection;
    page.facts.credential = isWithout ? Words::tr("No credential") : keychainStatus(state);
    if (!isByChoice)
        page.facts.credentialLook.tone = StatusFact::Tone::Caution;
    page.state = keychainNotice(state);
    return page;
}

QString whySignIn(const ServerProfile &profile, KeychainState state)
{
    const EmptyStateContent page = keychainInTheWay(profile, state).content;
    return state == KeychainState::Absent && !profile.keepInKeychain ? page.sentence : page.heading;
}

ServerPage notSignedIn(const ServerProfile &profile, const ApiError &error)
{
    ServerPage page{factsOf(profile), signInFailedPage(error, profile.name)};
    page.state = Words::tr("Not signed in");
    if (error.kind == ApiError::Kind::CertificateChanged) {
        page.state = page.facts.certificate = Words::tr("Certificate changed");
        page.facts.certificateLook = {u"alarm"_s, StatusFact::Tone::Bad};
        page.tone = StateTone::Bad;
    } else if (error.kind == ApiError::Kind::CertificateRefused) {
        page.state = page.facts.certificate = Words::tr("Certificate not trusted");
        page.facts.certificateLook = {u"warning"_s, StatusFact::Tone::Caution};
    }
    return page;
}

ServerRow rowOf(const ServerProfile &profile)
{
    ServerRow row;
    row.id = profile.id;
    row.name = profile.name;
    row.address = profile.endpoint.display();
    row.colorName = profile.colorName;
    return row;
}

ServerProfile copyOf(const ServerProfile &profile, const QString &colorName)
{
    ServerProfile copy = profile;
    copy.id = QUuid::createUuid();
    copy.credentialId = {};
    copy.keptFor.clear();
    copy.name = Words::tr("%1 (copy)").arg(profile.name);
    copy.colorName = colorName;
    return copy;
}

QString freeColor(const QStringList &taken)
{
    const auto free = std::find_if(Colors.cbegin(), Colors.cend(),
                                   [&](const QString &color) { return !taken.contains(color); });
    return free == Colors.cend() ? Colors.front() : *free;
}

} // namespace rox
