// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// Each resource with access a line: "w Image", "r Detection".
QString grantLines(const AccessMap &access)
{
    QStringList lines;
    for (auto it = access.cbegin(); it != access.cend(); ++it) {
        if (it.value() != Access::None)
            lines.append((it.value() == Access::ReadWrite ? "w "_L1 : "r "_L1) + it.key());
    }
    return rolesAsText(lines);
}

AccessMap grantsOfText(const QString &text)
{
    AccessMap access;
    for (const QString &line : rolesOfText(text))
        access.insert(line.mid(2), line.startsWith(u'w') ? Access::ReadWrite : Access::Read);
    return access;
}

} // namespace

HistoryView CentralHistory::recordRoles(const QList<RoleGrant> &roles, UtcMs at)
{
    HistoryView result;
    const bool isNew = roles != m_rolesSeen;
    if ((isNew || at >= m_rolesSeenAt + RolesAgainAfter) && ensureOpen() && m_file.mayWrite()) {
        Sql &sql = m_file.sql();
        sql.begin();
        const bool isChanged = writeRoles(roles, at);
        if (const auto failure = sql.commit()) {
            m_file.takeFailure(*failure);
        } else {
            m_file.noteWritten();
            m_rolesSeen = roles;
            m_rolesSeenAt = at;
            if (isChanged)
                return view();
        }
    }
    result.state = m_file.state();
    return result;
}

/// Another window may have written some of them. Returns whether a role is new or has changed.
bool CentralHistory::writeRoles(const QList<RoleGrant> &roles, UtcMs at)
{
    struct Newest
    {
        UtcMs firstAt, lastAt;
        QString scope, grants;
    };
    Sql &sql = m_file.sql();
    QHash<QString, Newest> known;
    QSqlQuery rows = sql.run(u"SELECT name, first_at, last_at, scope, grants FROM role_seen "
                             "WHERE central = 1 ORDER BY first_at"_s);
    while (rows.next())
        known.insert(rows.value(0).toString(),
                     {rows.value(1).toLongLong(), rows.value(2).toLongLong(),
                      rows.value(3).toString(), rows.value(4).toString()});
    bool isChanged = false;
    for (const RoleGrant &role : roles) {
        const QString name = storedText(role.name);
        const QString scope = storedText(role.scopeId);
        const QString grants = grantLines(role.access);
        const auto before = known.constFind(name);
        if (before != known.cend() && before->scope == scope && before->grants == grants) {
            sql.run(u"UPDATE role_seen SET last_at = ? WHERE central = 1 AND name = ? AND "
                    "first_at = ? AND last_at < ?"_s,
                    {at, name, before->firstAt, at});
            continue;
        }
        // A clock that was set back must not put the new state before the old one.
        const UtcMs first = before == known.cend()
                                ? at
                                : std::max(at, std::max(before->lastAt, before->firstAt + 1));
        sql.run(u"INSERT INTO role_seen (central, name, first_at, last_at, scope, grants) "
                "VALUES (1, ?, ?, ?, ?, ?)"_s,
                {name, first, first, scope, grants});
        isChanged = true;
    }
    return isChanged;
}

void CentralHistory::readRoles(TokenHistory &history)
{
    QSqlQuery rows = m_file.sql().run(
        u"SELECT name, first_at, last_at, scope, grants FROM role_seen WHERE central = 1 "
        "ORDER BY first_at"_s);
    while (rows.next())
        history.roles[rows.value(0).toString()].append(
            {rows.value(1).toLongLong(), rows.value(2).toLongLong(), rows.value(3).toString(),
             grantsOfText(rows.value(4).toString())});
}

} // namespace rox
