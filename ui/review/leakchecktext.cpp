// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/review/leakchecktext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/review/leaktext.h"
#include "ui/text/errortext.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace rox::leakchecktext {

using namespace Qt::StringLiterals;
using Meaning = LeakVerdict::Meaning;
using Entry = LeakVerdict::Entry;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LeakCheckText)
};

QString refusedSince(const LeakVerdict &verdict, const QString &server)
{
    const bool wasAccepted = verdict.acceptedAt != NoTime;
    const QString at = clockSeconds(verdict.answeredAt);
    const QString before = clockSeconds(verdict.acceptedAt);
    switch (verdict.meaning()) {
    case Meaning::RefusedAndRevoked:
        return wasAccepted
                   ? Text::tr("%1 accepted it at %2, refused it at %3, and lists it as "
                              "revoked.")
                         .arg(server, before, at)
                   : Text::tr("%1 refused it at %2 and lists it as revoked.").arg(server, at);
    case Meaning::RefusedAndExpired:
        return Text::tr("%1 refused it at %2 and lists it as expired.").arg(server, at);
    case Meaning::RefusedButActive:
        return Text::tr("%1 refused it at %2 but lists it as active: this copy may be damaged. "
                        "Revoke it.")
            .arg(server, at);
    case Meaning::StillWorks:
    case Meaning::NotKnown:
    case Meaning::RefusedAlone:
        break;
    }
    if (verdict.entry == Entry::Gone)
        return Text::tr("%1 refused it at %2 and lists it no more. Central does not say why: "
                        "revoked and deleted, expired, or damaged.")
            .arg(server, at);
    return Text::tr("%1 refused it at %2. Its entry could not be read, and a refusal alone proves "
                    "nothing.")
        .arg(server, at);
}

} // namespace

QString heading(const LeakVerdict &verdict)
{
    const QString name = leaktext::title(verdict.token);
    switch (verdict.meaning()) {
    case Meaning::StillWorks:
        return Text::tr("%1 still works").arg(name);
    case Meaning::RefusedButActive:
        return Text::tr("%1: refused, but listed as active").arg(name);
    case Meaning::NotKnown:
        return Text::tr("%1: not known").arg(name);
    case Meaning::RefusedAlone:
        return Text::tr("%1: refused").arg(name);
    case Meaning::RefusedAndExpired:
        return Text::tr("%1: refused, and listed as expired").arg(name);
    case Meaning::RefusedAndRevoked:
        break;
    }
    return Text::tr("%1: refused, and listed as revoked").arg(name);
}

QString sentence(const LeakVerdict &verdict)
{
    const QString server = shownName(verdict.token.server.name);
    switch (verdict.answer) {
    case LeakVerdict::Answer::Accepted:
        return Text::tr("%1 accepted it at %2. Revoke it now.")
            .arg(server, clockSeconds(verdict.answeredAt));
    case LeakVerdict::Answer::Refused:
        return refusedSince(verdict, server);
    case LeakVerdict::Answer::None:
        break;
    }
    if (!verdict.wasSent)
        return Text::tr("Nothing was sent: sign in to %1 first.").arg(server);
    return sentenceFor(verdict.error, Operation::Get, verdict.token.server.name).cause;
}

QString counts(const QList<LeakVerdict> &verdicts)
{
    int works = 0;
    int unknown = 0;
    int refused = 0;
    for (const LeakVerdict &one : verdicts) {
        const Meaning meaning = one.meaning();
        ++(meaning == Meaning::StillWorks ? works
           : meaning == Meaning::NotKnown ? unknown
                                          : refused);
    }
    QStringList parts;
    if (works > 0)
        parts.append(Text::tr("%Ln still works", nullptr, works));
    if (unknown > 0)
        parts.append(Text::tr("%Ln not known", nullptr, unknown));
    if (refused > 0)
        parts.append(Text::tr("%Ln refused", nullptr, refused));
    QString all = parts.value(0);
    for (qsizetype i = 1; i < parts.size(); ++i) {
        //: two parts of a list
        all = Text::tr("%1, %2").arg(all, parts.at(i));
    }
    return all;
}

QString report(const QList<LeakVerdict> &verdicts)
{
    QStringList lines;
    for (const LeakVerdict &one : verdicts)
        lines.append(
            QStringList{heading(one), leaktext::shortId(one.token), sentence(one)}.join(u'\t'));
    return lines.join(u'\n') + u'\n';
}

} // namespace rox::leakchecktext
