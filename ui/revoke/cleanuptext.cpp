// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/revoke/cleanuptext.h"

#include <QCoreApplication>
#include <QStringList>

namespace rox::cleanuptext {

using namespace Qt::StringLiterals;
using Reason = CleanUp::Reason;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CleanUpText)
};

QString stayCount(Reason reason, int count)
{
    switch (reason) {
    case Reason::Revoked:
        return Text::tr("%Ln is/are revoked already.", nullptr, count);
    case Reason::SignedIn:
        return Text::tr("The token that this program is signed in with stays.");
    case Reason::UnknownOutcome:
        return Text::tr("Of %Ln it is not known whether an earlier revoke was done.", nullptr,
                        count);
    }
    return {};
}

} // namespace

QString heading(const CleanUp &cleanUp)
{
    const auto all = cleanUp.going.size() + cleanUp.staying.size();
    if (all == 0)
        return Text::tr("There is no such token.");
    if (cleanUp.going.empty())
        return Text::tr("None of the %Ln token(s) can be revoked.", nullptr, int(all));
    if (cleanUp.staying.empty())
        return Text::tr("%Ln token(s) can be revoked.", nullptr, int(all));
    return Text::tr("%L1 of %Ln token(s) can be revoked.", nullptr, int(all))
        .arg(cleanUp.going.size());
}

QString going()
{
    return Text::tr("To revoke");
}

QString staying()
{
    return Text::tr("Staying");
}

QString why(Reason reason)
{
    switch (reason) {
    case Reason::Revoked:
        return Text::tr("revoked already");
    case Reason::SignedIn:
        return Text::tr("this program is signed in with it");
    case Reason::UnknownOutcome:
        return Text::tr("an earlier revoke may have been done");
    }
    return {};
}

QString counts(const CleanUp &cleanUp)
{
    QStringList sentences;
    if (cleanUp.admins > 0)
        sentences.append(Text::tr("%Ln of those to revoke has/have the role Admin.", nullptr,
                                  int(cleanUp.admins)));
    for (const Reason reason : {Reason::Revoked, Reason::SignedIn, Reason::UnknownOutcome}) {
        if (const auto count = cleanUp.count(reason))
            sentences.append(stayCount(reason, int(count)));
    }
    return sentences.join(u' ');
}

QString others(quint32 count)
{
    return count > 0
               ? Text::tr("%Ln other token(s) of the list is/are left alone.", nullptr, int(count))
               : QString();
}

QString revokeButton(const CleanUp &cleanUp)
{
    return cleanUp.going.empty()
               ? Text::tr("Revoke…")
               : Text::tr("Revoke %Ln token(s)…", nullptr, int(cleanUp.going.size()));
}

} // namespace rox::cleanuptext
