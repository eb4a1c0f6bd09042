// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/text/expirynoticetext.h"

#include "models/tokens/tokentext.h"
#include "models/values/visibletext.h"
#include "ui/text/times.h"

#include <QLocale>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxName = 60; // a notification has few lines
constexpr qsizetype MaxRoles = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(rox::ExpiryNotice)
};

QString nameOf(const TokenTable &table, const ExpiryDigest::Due &due)
{
    return TokenText::name(table.name(due.row), MaxName);
}

QString rolesOf(const TokenTable &table, TokenTable::Row row)
{
    const QStringList &roles = table.roles(row);
    if (roles.isEmpty())
        return Words::tr("no role");
    QStringList shown;
    for (const QString &role : roles.first(std::min(roles.size(), MaxRoles)))
        shown.append(shownText(role, MaxName));
    if (roles.size() > MaxRoles)
        shown.append(u"+%1"_s.arg(QLocale().toString(roles.size() - MaxRoles)));
    return shown.join(", "_L1);
}

QString titleOfOne(const ExpiryDigest &digest, const TokenTable &table, bool showsNames, UtcMs now)
{
    const ExpiryDigest::Due &due = digest.due.constFirst();
    const QString when = relativeTime(table.expiresAt(due.row), now);
    if (digest.expired > 0)
        return showsNames ? Words::tr("%1 has expired").arg(nameOf(table, due))
                          : Words::tr("A token has expired");
    //: "tekton-image-check-9 expires in 14 days"
    return showsNames ? Words::tr("%1 expires %2").arg(nameOf(table, due), when)
                      //: "A token expires in 14 days"
                      : Words::tr("A token expires %1").arg(when);
}

QString titleOfMany(const ExpiryDigest &digest, const QString &server, bool showsNames)
{
    const int count = int(digest.due.size());
    const QString within = QLocale().toString(digest.days);
    if (digest.expiring() == 0)
        return showsNames ? Words::tr("%Ln token(s) on %1 have expired", nullptr, count).arg(server)
                          : Words::tr("%Ln token(s) have expired", nullptr, count);
    if (digest.expired > 0)
        return showsNames
                   ? Words::tr("%Ln token(s) on %1 expire within %2 days or have expired", nullptr,
                               count)
                         .arg(server, within)
                   : Words::tr("%Ln token(s) expire within %1 days or have expired", nullptr, count)
                         .arg(within);
    if (digest.days == 1)
        return showsNames
                   ? Words::tr("%Ln token(s) on %1 expire within a day", nullptr, count).arg(server)
                   : Words::tr("%Ln token(s) expire within a day", nullptr, count);
    return showsNames ? Words::tr("%Ln token(s) on %1 expire within %2 days", nullptr, count)
                            .arg(server, within)
                      : Words::tr("%Ln token(s) expire within %1 days", nullptr, count).arg(within);
}

QString bodyOfOne(const ExpiryDigest &digest, const TokenTable &table, const QString &server,
                  UtcMs now)
{
    const TokenTable::Row row = digest.due.constFirst().row;
    const UtcMs expiresAt = table.expiresAt(row);
    if (digest.expired > 0)
        //: Server, roles and when: "prod-eu, Analyst, yesterday, 15:40. Central soon deletes it."
        return Words::tr("%1, %2, %3. Central soon deletes it.")
            .arg(server, rolesOf(table, row), momentText(expiresAt, now));
    //: Server, roles and date: "prod-us, Continuous Integration, on 8 Sep."
    return Words::tr("%1, %2, on %3.").arg(server, rolesOf(table, row), shortDate(expiresAt, now));
}

QString bodyOfMany(const ExpiryDigest &digest, const TokenTable &table, UtcMs now)
{
    const auto &due = digest.due;
    const QString first = nameOf(table, due.at(0));
    const QString when = relativeTime(table.expiresAt(due.at(0).row), now);
    const QString roles = rolesOf(table, due.at(0).row);
    const QString second = nameOf(table, due.at(1));
    if (due.size() == 2)
        //: "First jenkins-prod-eu (Analyst), in 2 days. Then desktop-mkeller."
        return Words::tr("First %1 (%2), %3. Then %4.").arg(first, roles, when, second);
    const QString third = nameOf(table, due.at(2));
    const int more = int(due.size()) - 3;
    if (more == 0)
        return Words::tr("First %1 (%2), %3. Then %4 and %5.")
            .arg(first, roles, when, second, third);
    return Words::tr("First %1 (%2), %3. Then %4, %5 and %Ln more.", nullptr, more)
        .arg(first, roles, when, second, third);
}

} // namespace

NoticeText expiryNotice(const ExpiryDigest &digest, const TokenTable &table, const QString &server,
                        bool showsNames, UtcMs now, UtcMs asOf)
{
    if (digest.isEmpty())
        return {};
    const QString shown = shownName(server);
    const bool isOne = digest.due.size() == 1;
    NoticeText text;
    text.title =
        isOne ? titleOfOne(digest, table, showsNames, now) : titleOfMany(digest, shown, showsNames);
    if (!showsNames)
        text.body = Words::tr("On one server.");
    else
        text.body = isOne ? bodyOfOne(digest, table, shown, now) : bodyOfMany(digest, table, now);
    if (asOf != NoTime)
        text.body += u' ' + Words::tr("As Central listed it: %1.").arg(momentText(asOf, now));
    return text;
}

} // namespace rox
