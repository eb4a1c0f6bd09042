// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/rotationnoticetext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/rotationtext.h"

#include <QCoreApplication>

namespace rox {

using State = RotationStanding::State;

namespace {

constexpr qsizetype MaxName = 60; // a notification has few lines

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(rox::RotationNotice)
};

QString nameOf(const Token &token)
{
    return TokenText::name(token.name, MaxName);
}

NoticeText noticeOfOne(const RotationRow &row, const QString &server, bool showsNames)
{
    const bool isDue = row.standing.state == State::Due;
    if (!showsNames)
        return {isDue ? Words::tr("A rotation is due") : Words::tr("A rotation has failed"),
                Words::tr("On one server.")};
    const QString old = nameOf(row.rotation.old);
    if (!isDue)
        return {Words::tr("The rotation of %1 has failed").arg(old),
                //: the server, then the reason, a sentence
                Words::tr("%1. %2").arg(server, rotationReason(row))};
    return {Words::tr("%1 is still to be revoked").arg(old),
            //: the server, then the name of the new token
            Words::tr("%1. Its successor is %2.").arg(server, nameOf(row.rotation.successor()))};
}

} // namespace

NoticeText rotationNotice(const QList<RotationRow> &rows, const QString &server, bool showsNames)
{
    const QString shown = shownName(server);
    if (rows.size() == 1)
        return noticeOfOne(rows.constFirst(), shown, showsNames);
    const int count = int(rows.size());
    if (!showsNames)
        return {Words::tr("%Ln rotation(s) wait for you", nullptr, count),
                Words::tr("On one server.")};
    return {Words::tr("%Ln rotation(s) on %1 wait for you", nullptr, count).arg(shown),
            //: how many are due or failed, then the name of the first old token
            Words::tr("%1. First %2.")
                .arg(rotationsDue(countsOf(rows)), nameOf(rows.constFirst().rotation.old))};
}

QString rotationSentence(const QList<RotationRow> &rows)
{
    //: "Rotations: 1 due, 1 failed."
    return Words::tr("Rotations: %1.").arg(rotationsDue(countsOf(rows)));
}

} // namespace rox
