// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/tokens/tokentext.h"

#include "models/values/visibletext.h"

#include <QDateTime>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

QString localTime(UtcMs time)
{
    return QDateTime::fromMSecsSinceEpoch(time).toString(u"yyyy-MM-dd HH:mm");
}

} // namespace

QString TokenText::name(const QString &name, qsizetype most)
{
    return hasVisibleCharacter(name) ? shownText(withVisibleEnds(name), most) : tr("(no name)");
}

QString TokenText::shortId(const QString &id)
{
    constexpr int characters = 8;
    return visibleText(id.left(characters));
}

QString TokenText::status(TokenStatus status)
{
    switch (status) {
    case TokenStatus::Active:
        return tr("Active");
    case TokenStatus::Expiring:
        return tr("Expiring");
    case TokenStatus::Expired:
        return tr("Expired");
    case TokenStatus::Revoked:
        return tr("Revoked");
    }
    return {};
}

QString TokenText::openRevoke()
{
    return tr("Unknown");
}

QString TokenText::spokenOpenRevoke()
{
    return tr("Unknown: it may or may not be revoked");
}

QString TokenText::roles(const QStringList &roles)
{
    return roles.isEmpty() ? tr("no roles") : visibleText(roles.join(", "_L1));
}

QString TokenText::expires(UtcMs time)
{
    if (time == NoTime)
        return tr("no expiration");
    return time >= NeverMs ? tr("never") : localTime(time);
}

QString TokenText::issued(UtcMs time)
{
    return time == NoTime ? tr("not known") : localTime(time);
}

QString TokenText::revoked(const TokenLife *life)
{
    if (!life || life->latestRevoke() == NoTime)
        return tr("not known");
    if (life->isByUs())
        return localTime(life->revokedAt);
    if (life->lastActive == NoTime)
        return tr("before %1").arg(localTime(life->revokedBy));
    //: two times, between which it was revoked
    return tr("%1 to %2").arg(localTime(life->lastActive), localTime(life->revokedBy));
}

QString TokenText::revoker(const TokenLife *life)
{
    return life && life->isByUs() ? tr("you") : tr("not known");
}

QString TokenText::change(TokenChange::Kind kind)
{
    switch (kind) {
    case TokenChange::Kind::New:
        //: What became of a token: it was generated
        return tr("New");
    case TokenChange::Kind::Revoked:
        return tr("Revoked");
    case TokenChange::Kind::Expired:
        return tr("Expired");
    case TokenChange::Kind::Gone:
        //: What became of a token: Central does not list it any more
        return tr("Gone");
    case TokenChange::Kind::None:
        break;
    }
    return {};
}

QString TokenText::changeTime(const TokenChange &change)
{
    if (change.latest() == NoTime)
        return {};
    if (change.until == NoTime)
        return localTime(change.from);
    return change.from == NoTime
               ? tr("before %1").arg(localTime(change.until))
               : tr("%1 to %2").arg(localTime(change.from), localTime(change.until));
}

QString TokenText::creator(const TokenLife *life)
{
    constexpr qsizetype most = 100;
    if (!life || !life->creator.isKnown())
        return tr("not known");
    const TokenCreator &by = life->creator;
    if (!by.isToken())
        return name(by.userName(), most);
    //: the token that generated another one: its name, or the beginning of its id
    return tr("token %1")
        .arg(by.tokenName.isEmpty() ? shortId(by.tokenId()) : name(by.tokenName, most));
}

QString TokenText::spokenRoles(const QStringList &list)
{
    return list.isEmpty() ? tr("No roles")
                          : tr("%Ln role(s): %1", nullptr, int(list.size())).arg(roles(list));
}

QString TokenText::spokenExpiry(UtcMs time, UtcMs now)
{
    if (time == NoTime)
        return tr("No expiration");
    if (time >= NeverMs)
        return tr("Never expires");
    return (time <= now ? tr("Expired %1") : tr("Expires %1")).arg(localTime(time));
}

QString TokenText::spokenIssue(UtcMs time)
{
    return time == NoTime ? tr("Issue time not known") : tr("Issued %1").arg(localTime(time));
}

} // namespace rox
