// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include <map>

namespace rox {

using namespace Qt::StringLiterals;

/// When each different list was read: when the first of equal ones had arrived, and when the last
/// was asked for.
struct CentralHistory::Moments
{
    struct Span
    {
        UtcMs arrived, asked;
    };
    std::map<qint64, Span> spans;

    explicit Moments(Sql &sql)
    {
        QSqlQuery rows =
            sql.run(u"SELECT listing, first_at, last_at FROM listing WHERE central = 1"_s);
        while (rows.next())
            spans[rows.value(0).toLongLong()] = {rows.value(1).toLongLong(),
                                                 rows.value(2).toLongLong()};
    }
    [[nodiscard]] UtcMs arrived(qint64 listing) const
    {
        const auto found = spans.find(listing);
        return found == spans.end() ? NoTime : found->second.arrived;
    }
    [[nodiscard]] UtcMs asked(qint64 listing) const
    {
        const auto found = spans.find(listing);
        return found == spans.end() ? NoTime : found->second.asked;
    }
};

/// The lives of the tokens that not every list had in the same state.
void CentralHistory::readLives(TokenHistory &history, QList<Token> &remembered)
{
    Sql &sql = m_file.sql();
    const Moments moments(sql);
    if (moments.spans.empty())
        return;
    history.since = moments.spans.begin()->second.arrived;
    QHash<qint64, QStringList> roles;
    QSqlQuery sets = sql.run(u"SELECT role_set, roles FROM role_set WHERE central = 1"_s);
    while (sets.next())
        roles.insert(sets.value(0).toLongLong(), rolesOfText(sets.value(1).toString()));
    QSqlQuery rows = sql.run(
        u"SELECT id, first_listing, revoked_listing, last_listing, name, role_set, issued_at, "
        "expires_at FROM token WHERE central = 1 AND (first_listing > 1 OR "
        "revoked_listing IS NOT NULL OR last_listing IS NOT NULL)"_s);
    while (rows.next()) {
        TokenLife life;
        const qint64 first = rows.value(1).toLongLong();
        const bool isGone = !rows.isNull(3);
        const qint64 last = rows.value(3).toLongLong();
        const UtcMs expiresAt = rows.isNull(7) ? NoTime : rows.value(7).toLongLong();
        life.firstSeen = moments.arrived(first);
        life.firstList = first;
        if (isGone) {
            life.lastListed = moments.asked(last);
            life.goneBy = moments.arrived(last + 1);
            life.endList = last + 1;
        }
        if (!rows.isNull(2)) {
            const qint64 revoked = rows.value(2).toLongLong();
            life.revokedBy = moments.arrived(revoked);
            life.endList = revoked;
            life.lastActive = revoked > first ? moments.asked(revoked - 1) : NoTime;
        } else if (isGone && (expiresAt == NoTime || expiresAt + DayMs > life.goneBy)) {
            // Central deletes what is revoked, and what expired a day before.
            life.revokedBy = life.goneBy;
            life.lastActive = life.lastListed;
        }
        life.isRemembered = isGone && life.revokedBy != NoTime;
        const QString id = rows.value(0).toString();
        if (life.isRemembered)
            remembered.append(
                {id, rows.value(4).toString(), roles.value(rows.value(5).toLongLong()),
                 rows.isNull(6) ? NoTime : rows.value(6).toLongLong(), expiresAt, true});
        history.lives.insert(id, life);
    }
}

} // namespace rox
