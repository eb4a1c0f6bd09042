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

QString listAsOf(UtcMs asOf, UtcMs now)
{
    const QString day = mediumDate(asOf) == mediumDate(now)
                            ? clockTime(asOf)
                            //: a day and a time
                            : Words::tr("%1, %2").arg(shortDate(asOf, now), clockTime(asOf));
    return Words::tr("This is the list as of %1, %2, for reading only.")
        .arg(day, relativeTime(asOf, now));
}

QString symbolOf(KeychainState state)
{
    return state == KeychainState::NoService || state == KeychainState::Failed ? u"warning"_s
                                                                               : u"lock"_s;
}

} // namespace

Message offlineBar(const ApiError &error, const QString &server, UtcMs asOf, UtcMs now)
{
    return {.id = QLatin1String(OfflineBarId),
            .severity = Severity::Caution,
            .symbol = u"offline"_s,
            .lead = sentenceFor(error, Deed::List, server).cause,
            .text = listAsOf(asOf, now),
            .actions = {Words::tr("Try again"), Words::tr("Details")},
            .closable = false};
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
