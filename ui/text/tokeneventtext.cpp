// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/tokeneventtext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/errortext.h"
#include "ui/text/revokesentences.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace rox {

using namespace Qt::StringLiterals;
using State = RevokeSummary::State;

namespace {

constexpr int NameLength = 80; ///< of a name within a sentence, in characters

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TokenEvents)
};

QString searchText(const GenerateEvent &event, const QString &server)
{
    using Search = GenerateEvent::Search;
    switch (event.search) {
    case Search::Waiting:
        return Words::tr("It was asked for once and is not asked for again. The list is being "
                         "read.");
    case Search::Unreadable:
        return Words::tr("It was asked for once and is not asked for again. The list could not be "
                         "read either: refresh once Central answers. What may have been made is "
                         "then shown here.");
    case Search::Left:
        return Words::tr("It was asked for once and is not asked for again. Go back to %1 and "
                         "look for the name.")
            .arg(shownText(server, NameLength));
    case Search::NotListed:
        return Words::tr("It was asked for once and is not asked for again. The list was read "
                         "again at %1 and shows no such token yet: look once more in a minute, "
                         "then generate again.")
            .arg(clockTime(event.listedAt));
    case Search::Found:
        break;
    }
    return Words::tr("It was asked for once and is not asked for again. The list was read again at "
                     "%1 and shows %Ln candidate(s). No value reached this computer: revoke what "
                     "you do not need, then generate again.",
                     nullptr, event.candidates)
        .arg(clockTime(event.listedAt));
}

void addCount(QStringList &parts, int count, const QString &text)
{
    if (count > 0)
        parts.append(text.arg(QLocale().toString(count)));
}

QString leadOfOne(const RevokeSummary &summary)
{
    const QString name = TokenText::name(summary.name(summary.last().token.id), NameLength);
    if (summary.count(State::NotRevoked) > 0)
        return Words::tr("%1 was not revoked.").arg(name);
    if (summary.count(State::NotSent) > 0)
        return Words::tr("The request to revoke %1 was not sent.").arg(name);
    if (summary.count(State::Unknown) > 0)
        return Words::tr("%1 may or may not be revoked.").arg(name);
    if (summary.count(State::ListedActive) > 0)
        return Words::tr("%1 is still active.").arg(name);
    if (summary.count(State::Gone) + summary.count(State::ListedGone) > 0)
        return Words::tr("%1 is gone.").arg(name);
    return Words::tr("%1 is revoked.").arg(name);
}

QString leadOf(const RevokeSummary &summary)
{
    if (summary.isOfOne())
        return leadOfOne(summary);
    QStringList parts;
    addCount(parts, summary.count(State::NotRevoked), Words::tr("%1 not revoked"));
    addCount(parts, summary.count(State::NotSent), Words::tr("%1 not sent"));
    addCount(parts, summary.count(State::ListedActive), Words::tr("%1 still active"));
    addCount(parts, summary.count(State::Unknown), Words::tr("%1 not known"));
    if (!parts.isEmpty())
        //: "22 not sent, 4 not known." of the tokens that were to be revoked
        return Words::tr("%1.", "a list of counts").arg(parts.join(", "_L1));
    const int revoked = summary.count(State::Revoked) + summary.count(State::ListedRevoked);
    const int gone = summary.count(State::Gone) + summary.count(State::ListedGone);
    if (gone == 0)
        return Words::tr("%Ln token(s) revoked.", nullptr, revoked);
    addCount(parts, revoked, Words::tr("%1 revoked"));
    addCount(parts, gone, Words::tr("%1 gone"));
    return Words::tr("%1.", "a list of counts").arg(parts.join(", "_L1));
}

/// What the list says that settled those not known.
QString listedText(const RevokeSummary &summary)
{
    const QString minute = clockTime(summary.listedAt());
    const QString second = clockSeconds(summary.listedAt());
    if (summary.isOfOne()) {
        if (summary.count(State::ListedRevoked) > 0)
            return Words::tr("Central lists it as revoked (looked at %1).").arg(minute);
        if (summary.count(State::ListedGone) > 0)
            return Words::tr("Central has no such token any more (looked at %1).").arg(minute);
        return Words::tr("Central listed it as active at %1. The answer to its revoke was lost "
                         "before.")
            .arg(second);
    }
    QStringList parts;
    addCount(parts, summary.count(State::ListedRevoked), Words::tr("%1 revoked"));
    addCount(parts, summary.count(State::ListedActive), Words::tr("%1 active"));
    addCount(parts, summary.count(State::ListedGone), Words::tr("%1 gone"));
    //: TIME, "1 revoked, 2 active", of the tokens that were not known
    return Words::tr("Those not known were listed at %1: %2.").arg(second, parts.join(", "_L1));
}

QString stayingSelected(const RevokeSummary &summary)
{
    const QStringList failed = summary.ids(State::NotRevoked) + summary.ids(State::NotSent);
    if (failed.isEmpty() || summary.isOfOne())
        return {};
    const QString first = TokenText::name(summary.name(failed.constFirst()), NameLength);
    return failed.size() == 1 ? Words::tr("%1 stays selected for another try.").arg(first)
                              : Words::tr("%1 and %Ln other(s) stay selected for another try.",
                                          nullptr, int(failed.size()) - 1)
                                    .arg(first);
}

QString detailOf(const RevokeSummary &summary, const QString &server)
{
    // A listed token may have been revoked again since.
    if (summary.count(State::ListedRevoked) + summary.count(State::ListedGone)
            + summary.count(State::ListedActive)
        > 0)
        return listedText(summary);
    if (summary.isOfOne())
        return revokeSentence(summary.last().verdict, server);
    if (summary.isOpen())
        return {};
    return revokeProof(summary.count(State::Revoked) - summary.readBack(), summary.readBack(),
                       summary.count(State::Gone), summary.last().verdict.provenAt);
}

} // namespace

EventText textOf(const GenerateEvent &event, const QString &server)
{
    using Outcome = GenerateOutcome::Outcome;
    const QString name = shownText(event.draft.name, NameLength);
    if (event.fate == Outcome::Refused || event.fate == Outcome::NotSent)
        return {Words::tr("The token %1 was not created.").arg(name),
                sentenceFor(event.error, Operation::Generate, server).plain()};
    return {
        event.fate == Outcome::ValueLost
            ? Words::tr("The token %1 was created, but its value was lost on the way.").arg(name)
            : Words::tr("The token %1 may have been created.").arg(name),
        searchText(event, server)};
}

EventText textOf(const RevokeSummary &summary, const QString &server, bool isSelected)
{
    QStringList parts = {detailOf(summary, server),
                         isSelected ? stayingSelected(summary) : QString()};
    if (summary.count(State::Unknown) > 0 && !summary.isOfOne())
        parts.append(Words::tr("Central's answer for %Ln token(s) was lost: they may or may not be "
                               "revoked.",
                               nullptr, summary.count(State::Unknown)));
    parts.removeAll(QString());
    return {leadOf(summary), parts.join(u' ')};
}

QString revokeProof(int answered, int readBack, int gone, UtcMs lastProvenAt)
{
    QStringList sentences;
    if (answered > 0)
        sentences.append(
            Words::tr("Central answered for %Ln token(s): revoked.", nullptr, answered));
    if (readBack > 0)
        sentences.append(Words::tr("Central lists %Ln token(s) as revoked.", nullptr, readBack));
    if (gone > 0)
        sentences.append(Words::tr("Central has no such token any more: %L1.").arg(gone));
    if (!sentences.isEmpty())
        sentences.append(Words::tr("The last answer came at %1.").arg(clockSeconds(lastProvenAt)));
    return sentences.join(u' ');
}

} // namespace rox
