// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/window/offlinemessages.h"

#include "models/values/visibletext.h"
#include "ui/text/errortext.h"
#include "ui/text/keychaintext.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(OfflineMessages)
};

/// "08:42" of today, "yesterday, 17:58", "22 Aug, 08:42".
QString dayAndTime(UtcMs time, UtcMs now)
{
    if (mediumDate(time) == mediumDate(now))
        return clockTime(time);
    if (mediumDate(time) == mediumDate(now - DayMs))
        return Words::tr("yesterday, %1").arg(clockTime(time));
    //: a day and a time
    return Words::tr("%1, %2").arg(shortDate(time, now), clockTime(time));
}

QString listAsOf(UtcMs asOf, UtcMs now)
{
    if (mediumDate(asOf) != mediumDate(now))
        return Words::tr("This is the list as of %1, for reading only.").arg(dayAndTime(asOf, now));
    return Words::tr("This is the list as of %1, %2, for reading only.")
        .arg(dayAndTime(asOf, now), relativeTime(asOf, now));
}

/// For a Central that answers: a new read may succeed.
QString olderListAsOf(UtcMs asOf, UtcMs now)
{
    if (mediumDate(asOf) != mediumDate(now))
        return Words::tr("This is the list as of %1.").arg(dayAndTime(asOf, now));
    return Words::tr("This is the list as of %1, %2.")
        .arg(dayAndTime(asOf, now), relativeTime(asOf, now));
}

/// Severity and symbol of the bar over the list.
std::pair<Severity, QString> lookOf(Standing standing)
{
    switch (standing) {
    case Standing::CertificateChanged:
    case Standing::CertificateRefused: // Bad: it was trusted when the list was read
        return {Severity::Bad, u"alarm"_s};
    case Standing::CredentialRefused:
    case Standing::OwnTokenRevoked:
        return {Severity::Caution, u"key"_s};
    case Standing::Unreachable:
        return {Severity::Caution, u"offline"_s};
    case Standing::Connected:
        break;
    }
    return {Severity::Caution, u"warning"_s};
}

QString symbolOf(KeychainState state)
{
    return state == KeychainState::NoService || state == KeychainState::Failed ? u"warning"_s
                                                                               : u"lock"_s;
}

} // namespace

Message staleListBar(const ApiError &error, const QString &server, UtcMs asOf, UtcMs now,
                     const QString &more)
{
    const Standing standing = standingAfter(error.kind);
    const ErrorSentence sentence = sentenceFor(error, Operation::List, server);
    const auto [severity, symbol] = lookOf(standing);
    const QString age =
        standing == Standing::Connected ? olderListAsOf(asOf, now) : listAsOf(asOf, now);
    Message bar{.id = QLatin1String(StateBarId),
                .severity = severity,
                .symbol = symbol,
                .lead = sentence.cause,
                .text = more.isEmpty() ? age : QString(age % u' ' % more),
                .closable = false};
    if (standing == Standing::CredentialRefused && error.kind != ApiError::Kind::SignInEnded)
        bar.lead = Words::tr("%1 refused the credential.").arg(shownName(server));
    return bar;
}

Message ownTokenRevokedBar(const QString &server, UtcMs revokedAt, UtcMs asOf, UtcMs now)
{
    const QString name = shownName(server);
    const QString since = dayAndTime(revokedAt, now);
    const QString text =
        since == dayAndTime(asOf, now)
            ? Words::tr("%1 refuses it since %2. The list is as of then, for reading only.")
                  .arg(name, since)
            : Words::tr("%1 refuses it since %2. The list is as of %3, for reading only.")
                  .arg(name, since, dayAndTime(asOf, now));
    const auto [severity, symbol] = lookOf(Standing::OwnTokenRevoked);
    return {.id = QLatin1String(StateBarId),
            .severity = severity,
            .symbol = symbol,
            .lead = Words::tr("You revoked the token you were signed in with."),
            .text = text,
            .closable = false};
}

StateLine stateLine(Standing standing, UtcMs since, UtcMs now)
{
    switch (standing) {
    case Standing::Connected:
        return {};
    case Standing::Unreachable:
        return {Words::tr("Offline since %1").arg(dayAndTime(since, now)), StateTone::Plain};
    case Standing::CertificateChanged:
        return {Words::tr("Certificate changed"), StateTone::Bad};
    case Standing::CertificateRefused:
        return {Words::tr("Certificate not trusted"), StateTone::Bad};
    case Standing::CredentialRefused:
    case Standing::OwnTokenRevoked:
        return {Words::tr("Not signed in"), StateTone::Caution};
    }
    return {};
}

ServerFacts factsIn(Standing standing, ServerFacts known)
{
    switch (standing) {
    case Standing::Connected:
        return known;
    case Standing::Unreachable:
        known.notSignedIn = Words::tr("Offline");
        known.signedInStyle = {u"offline"_s};
        known.certificate.clear(); // none is shown
        return known;
    case Standing::CertificateChanged:
    case Standing::CertificateRefused:
        known = notSignedInFacts(std::move(known));
        known.certificate = stateLine(standing, NoTime, NoTime).text;
        known.certificateStyle = {u"alarm"_s, StatusFact::Tone::Bad};
        return known;
    case Standing::CredentialRefused:
    case Standing::OwnTokenRevoked:
        known.notSignedIn = Words::tr("Not signed in");
        known.signedInStyle = {u"key"_s, StatusFact::Tone::Caution};
        return known;
    }
    return known;
}

QString ownTokenNote(Standing standing, UtcMs since, UtcMs answeredAt, UtcMs now)
{
    switch (standing) {
    case Standing::Connected:
        return {};
    case Standing::CredentialRefused:
    case Standing::OwnTokenRevoked:
        return Words::tr("You were signed in with this token until %1.")
            .arg(dayAndTime(since, now));
    case Standing::Unreachable:
    case Standing::CertificateChanged:
    case Standing::CertificateRefused:
        return Words::tr("You signed in with this token. Central took it last: %1.")
            .arg(dayAndTime(answeredAt, now));
    }
    return {};
}

QString offlineReason(Standing standing, const QString &server)
{
    const QString name = shownName(server);
    switch (standing) {
    case Standing::Connected:
        return {};
    case Standing::Unreachable:
        return Words::tr("%1 cannot be reached: its list is for reading only.").arg(name);
    case Standing::CertificateChanged:
        return Words::tr("%1 shows another certificate: its list is for reading only.").arg(name);
    case Standing::CertificateRefused:
        return Words::tr("The certificate of %1 is not trusted: its list is for reading only.")
            .arg(name);
    case Standing::CredentialRefused:
        return Words::tr("%1 refused the credential: sign in first.").arg(name);
    case Standing::OwnTokenRevoked:
        return Words::tr("You revoked the token you were signed in with: sign in to %1 first.")
            .arg(name);
    }
    return {};
}

ServerFacts notSignedInFacts(ServerFacts known)
{
    known.notSignedIn = Words::tr("Not signed in");
    known.signedInStyle = {QLatin1String(StatusFact::NoSymbol)};
    return known;
}

EmptyPageContent keychainPage(KeychainState state, const QString &server)
{
    const KeychainSentence sentence = sentenceFor(state, server);
    EmptyPageContent page;
    page.symbol = symbolOf(state);
    page.heading = sentence.cause;
    page.sentence = sentence.advice;
    page.primary = sentence.primary;
    page.primarySymbol = state == KeychainState::Locked ? u"unlock"_s : QString();
    page.secondary = sentence.secondary;
    return page;
}

} // namespace rox
