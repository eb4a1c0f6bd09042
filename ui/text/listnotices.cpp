// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/listnotices.h"

#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QCoreApplication>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ListNotices)
};

QString idsSentence(const QStringList &ids)
{
    constexpr qsizetype MaxIds = 3;
    if (ids.isEmpty())
        return Words::tr("No ID could be read either.");
    if (ids.size() == 1)
        return Words::tr("The ID is %1.").arg(ids.first());
    const QString first = ids.first(std::min(ids.size(), MaxIds)).join(", "_L1);
    if (ids.size() <= MaxIds)
        return Words::tr("The IDs are %1.").arg(first);
    return Words::tr("The IDs are %1 and %Ln more.", nullptr, int(ids.size() - MaxIds)).arg(first);
}

} // namespace

ListNotice unreadTokensNotice(const QList<UnreadToken> &unread)
{
    QStringList ids;
    for (const UnreadToken &token : unread) {
        if (!token.id.isEmpty())
            ids.append(shownName(token.id));
    }
    return {Words::tr("%Ln token(s) could not be read.", nullptr, int(unread.size())),
            idsSentence(ids) + u' '
                + Words::tr("Something between here and Central may have changed the answer. The "
                            "other tokens are listed.")};
}

QString unreadTokensDetails(const QList<UnreadToken> &unread)
{
    QStringList lines;
    for (const UnreadToken &token : unread)
        lines.append((token.id.isEmpty() ? u"–"_s : visibleText(token.id)) + ": "_L1
                     + visibleText(token.detail));
    return lines.join(u'\n');
}

ListNotice clockNotice(const QString &server, UtcMs ahead, UtcMs now)
{
    const QString name = shownName(server);
    const QString lead = ahead > 0 ? Words::tr("This computer's clock is %1 behind that of %2.")
                                   : Words::tr("This computer's clock is %1 ahead of that of %2.");
    //: %1 is a time with its date
    return {lead.arg(duration(qAbs(ahead)), name),
            Words::tr("By Central's clock it is %1, and what is expired in this list goes by that "
                      "clock. Set this computer's clock; if it is right, tell an administrator of "
                      "this Central.")
                .arg(longTime(now))};
}

} // namespace rox
