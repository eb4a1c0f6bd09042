// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/readingonly.h"

#include "ui/words/errorsentences.h"
#include "ui/words/keychainsentences.h"
#include "ui/words/times.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReadingOnly)
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

QString symbolOf(KeychainState state)
{
    return state == KeychainState::NoService || state == KeychainState::Failed ? u"warning"_s
                                                                               : u"lock"_s;
}

} // namespace

Message offlineBar(const ApiError &error, const QString &server, UtcMs asOf, UtcMs now,
                   const QString &more)
{
    const QString age = listAsOf(asOf, now);
    return {.id = QLatin1String(OfflineBarId),
            .severity = Severity::Caution,
            .symbol = u"offline"_s,
            .lead = sentenceFor(error, Deed::List, server).cause,
            .text = more.isEmpty() ? age : QString(age % u' ' % more),
            .actions = {Words::tr("Try again"), Words::tr("Details")},
            .closable = false};
}

QString offlineState(UtcMs since, UtcMs now)
{
    return Words::tr("Offline since %1").arg(dayAndTime(since, now));
}

ServerFacts offlineFacts(ServerFacts known)
{
    known.notSignedIn = Words::tr("Offline");
    known.signedInLook = {u"offline"_s};
    known.certificate.clear();
    return known;
}

ServerFacts notSignedInFacts(ServerFacts known)
{
    known.notSignedIn = Words::tr("Not signed in");
    known.signedInLook = {QLatin1String(StatusFact::NoSymbol)};
    return known;
}

EmptyStateContent offlinePage(const ApiError &error, const QString &server)
{
    const ErrorSentence sentence = sentenceFor(error, Deed::List, server);
    EmptyStateContent page;
    page.symbol = u"offline"_s;
    page.heading = sentence.cause;
    page.sentence = sentence.advice;
    page.primary = Words::tr("Try again");
    page.primarySymbol = u"refresh"_s;
    page.secondary = Words::tr("Copy details");
    page.secondarySymbol = u"copy"_s;
    return page;
}

Message keychainBar(KeychainState state, const QString &server, UtcMs asOf, UtcMs now)
{
    const KeychainSentence sentence = sentenceFor(state, server);
    Message message;
    message.id = QLatin1String(KeychainBarId);
    message.severity = Severity::Caution;
    message.symbol = symbolOf(state);
    message.lead = sentence.cause;
    message.text = sentence.advice;
    if (asOf != NoTime)
        message.text += u' ' + listAsOf(asOf, now);
    for (const QString &action : {sentence.primary, sentence.secondary}) {
        if (!action.isEmpty())
            message.actions.append(action);
    }
    message.closable = false;
    return message;
}

EmptyStateContent keychainPage(KeychainState state, const QString &server)
{
    const KeychainSentence sentence = sentenceFor(state, server);
    EmptyStateContent page;
    page.symbol = symbolOf(state);
    page.heading = sentence.cause;
    page.sentence = sentence.advice;
    page.primary = sentence.primary;
    page.primarySymbol = state == KeychainState::Locked ? u"unlock"_s : QString();
    page.secondary = sentence.secondary;
    return page;
}

} // namespace rox
