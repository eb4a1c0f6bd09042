// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/sessionstate.h"

#include "app/servers/session.h"
#include "models/values/visibletext.h"
#include "ui/text/keychaintext.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <chrono>

namespace rox {

namespace {

constexpr UtcMs CertificateWarning = 30 * DayMs;
constexpr UtcMs EndWarning = 7 * DayMs;
constexpr UtcMs SessionEndWarning = 30 * MinuteMs;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SessionState)
};

/// "Sign-in ends in 5 days", when it is near; else empty.
QString credentialEnd(const Session &session)
{
    const UtcMs now = session.centralClock()->now();
    if (!session.identity() || session.identity()->expiresAt == NoTime || session.isRenewed())
        return {};
    // Sessions last hours, API tokens months.
    const UtcMs ahead = session.identity()->tokenId.isEmpty() ? SessionEndWarning : EndWarning;
    if (session.identity()->expiresAt - now > ahead)
        return {};
    return Words::tr("Sign-in ends %1").arg(relativeTime(session.identity()->expiresAt, now));
}

QString signedInAs(const Session &session)
{
    const Identity &identity = *session.identity();
    const UtcMs end = identity.expiresAt;
    if (end == NoTime || end >= NeverMs || session.isRenewed())
        return identity.displayName;
    //: Signed in as NAME, until TIME
    return Words::tr("%1, until %2")
        .arg(identity.displayName, untilTime(end, session.centralClock()->now()));
}

void tellCertificate(ServerFacts &facts, const Session &session)
{
    const CentralClient &client = *session.client();
    if (client.endpoint().isPlaintext()) {
        facts.certificate = Words::tr("Not encrypted: this computer only");
        facts.certificateStyle.tone = StatusFact::Tone::Caution;
        return;
    }
    const auto served = client.servedCertificate();
    if (!served)
        return; // nothing was checked yet
    const UtcMs now = session.clock()->now();
    if (served->notAfter != NoTime && served->notAfter - now < CertificateWarning) {
        const QString when = relativeTime(served->notAfter, now);
        facts.certificate = served->notAfter > now ? Words::tr("Certificate expires %1").arg(when)
                                                   : Words::tr("Certificate expired %1").arg(when);
        facts.certificateStyle.tone = StatusFact::Tone::Caution;
    } else if (client.trust().pinned) {
        facts.certificate = Words::tr("Certificate trusted by you");
    } else if (client.servedCertificateTrustedBy() == TrustedBy::System) {
        facts.certificate = Words::tr("Certificate checked by this system");
    } else {
        facts.certificate = Words::tr("Certificate checked by CA file");
    }
}

QString revokedCredential(const Session &session)
{
    if (session.isCredentialForgotten())
        return Words::tr("Credential taken out of the keychain");
    const KeychainState state = session.credentialState().value_or(KeychainState::Absent);
    const bool wasNeverThere = state == KeychainState::Absent || state == KeychainState::NoService
                               || state == KeychainState::NoCollection
                               || state == KeychainState::TooLarge;
    return wasNeverThere ? Words::tr("No credential") : keychainStatus(state);
}

QString credential(const Session &session)
{
    if (session.standing() == Standing::OwnTokenRevoked)
        return revokedCredential(session);
    return session.credentialState() ? keychainStatus(*session.credentialState())
                                     : Words::tr("Credential until Rox Tokens is closed");
}

} // namespace

ServerFacts factsOf(const Session &session)
{
    ServerFacts facts;
    facts.name = session.name();
    facts.address = session.address();
    facts.version = session.version();
    facts.colorName = session.entry().profile.colorName;
    if (session.identity())
        facts.signedInAs = signedInAs(session);
    tellCertificate(facts, session);
    facts.credential = credential(session);
    return facts;
}

ServerFacts shownFacts(const Session &session)
{
    return factsIn(session.standing(), factsOf(session));
}

StateLine sidebarLine(const Session &session)
{
    StateLine line = stateLine(session.standing(), session.standingSince(), session.clock()->now());
    if (line.text.isEmpty() && session.permissions() && !session.permissions()->mayList())
        line = {Words::tr("May not list tokens"), StateTone::Caution};
    if (line.text.isEmpty())
        line = {credentialEnd(session), StateTone::Caution};
    return line;
}

std::optional<Message> stateBar(const Session &session)
{
    const UtcMs now = session.clock()->now();
    Message bar;
    if (session.standing() == Standing::OwnTokenRevoked)
        bar = ownTokenRevokedBar(session.name(), session.standingSince(), session.tableAsOf(), now);
    else if (session.listError() && !session.isBeingRenewed())
        bar = staleListBar(*session.listError(), session.name(), session.tableAsOf(), now,
                           nextTry(session));
    else
        return std::nullopt;
    bar.server = session.key();
    return bar;
}

Message lastListBar(const Session &session, const EmptyPageContent &page)
{
    const bool isOffline = session.state() == Session::State::Offline;
    return {.id = QLatin1String(StateBarId),
            .server = session.key(),
            .severity = isOffline ? Severity::Caution : Severity::Info,
            .symbol = page.symbol,
            .lead = page.heading,
            .text = Words::tr("This is the list as of %1, for reading only.")
                        .arg(momentText(session.tableAsOf(), session.clock()->now())),
            .closable = false};
}

QString ownTokenNote(const Session &session)
{
    return ownTokenNote(session.standing(), session.standingSince(), session.tableAsOf(),
                        session.clock()->now());
}

QString asOfText(UtcMs asOf, UtcMs now)
{
    const QString clock = clockTime(asOf);
    return now - asOf < HourMs ? Words::tr("As of %1").arg(clock)
                               : Words::tr("As of %1, %2").arg(clock, relativeTime(asOf, now));
}

QString leadWithServer(const QString &server, const QString &lead)
{
    //: a server, and what happened there
    return Words::tr("%1: %2").arg(shownName(server), lead);
}

Message namingServer(Message message, const QString &server)
{
    if (!message.spoken().contains(shownName(server)))
        message.lead = leadWithServer(server, message.lead);
    return message;
}

QString nextTry(const Session &session)
{
    const auto pause = session.nextTryIn();
    if (!pause)
        return {};
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*pause).count();
    return Words::tr("Rox Tokens tries again by itself in %Ln second(s).", nullptr, int(seconds));
}

} // namespace rox
