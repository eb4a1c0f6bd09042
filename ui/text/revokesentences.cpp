// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/revokesentences.h"

#include "ui/text/errortext.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QDateTime>

namespace rox {

using namespace Qt::StringLiterals;
using Outcome = RevokeVerdict::Outcome;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RevokeSentences)
};

QString joined(const QStringList &parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            said.append(part);
    }
    return said.join(u' ');
}

QString lostSentence(const RevokeVerdict &verdict, const QString &cause)
{
    const QString seen =
        verdict.lastSeenActiveAt != NoTime
            ? Words::tr("Not yet revoked at %1.").arg(clockSeconds(verdict.lastSeenActiveAt))
            : Words::tr("It could not be read back (last tried at %1).")
                  .arg(clockSeconds(verdict.provenAt));
    return joined({cause, seen, Words::tr("It may or may not be revoked.")});
}

} // namespace

QString revokeSentence(const RevokeVerdict &verdict, const QString &server)
{
    if (verdict.fate == Outcome::Revoked)
        return verdict.wasReadBack
                   ? Words::tr("Central lists it as revoked (looked at %1).")
                         .arg(clockTime(verdict.provenAt))
                   : Words::tr("Central answered at %1: revoked.").arg(clockTime(verdict.provenAt));
    if (verdict.fate == Outcome::AlreadyGone)
        return Words::tr("Central has no such token any more (looked at %1).")
            .arg(clockTime(verdict.provenAt));
    const auto [cause, advice] = sentenceFor(verdict.error, Operation::Revoke, server);
    switch (verdict.fate) {
    case Outcome::StillActive:
        return joined({cause,
                       Words::tr("This one was not revoked: still active at %1.")
                           .arg(clockSeconds(verdict.lastSeenActiveAt)),
                       advice});
    case Outcome::Refused:
        return joined({cause,
                       Words::tr("This one was not revoked. It could not be read back at %1.")
                           .arg(clockSeconds(verdict.provenAt)),
                       advice});
    case Outcome::NotSent:
        return joined({cause, Words::tr("The request for this one was not sent."), advice});
    case Outcome::Revoked:
    case Outcome::AlreadyGone:
    case Outcome::Unknown:
        break;
    }
    return lostSentence(verdict, cause);
}

} // namespace rox
