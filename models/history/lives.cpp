// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include <map>
#include <optional>

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

namespace {

/// Of a row of the table token: revoked_listing, last_listing and expires_at from `column` on.
struct Ending
{
    bool isGone;
    qint64 last;
    UtcMs expiresAt;
    std::optional<qint64> revoked;

    Ending(const QSqlQuery &row, int column)
        : isGone(!row.isNull(column + 1))
        , last(row.value(column + 1).toLongLong())
        , expiresAt(row.isNull(column + 2) ? NoTime : row.value(column + 2).toLongLong())
    {
        if (!row.isNull(column))
            revoked = row.value(column).toLongLong();
    }
    /// Central deletes what is revoked, and what expired a day before.
    [[nodiscard]] bool isDeletedAsRevoked(UtcMs goneBy) const
    {
        return isGone && (expiresAt == NoTime || expiresAt + DayMs > goneBy);
    }
};

} // namespace

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
    // The plus keeps SQLite from the primary key, by which this takes twenty times as long.
    QSqlQuery rows = sql.run(
        u"SELECT id, first_listing, revoked_listing, last_listing, expires_at, name, role_set, "
        "issued_at FROM token WHERE +central = 1 AND (first_listing > 1 OR "
        "revoked_listing IS NOT NULL OR last_listing IS NOT NULL)"_s);
    while (rows.next()) {
        TokenLife life;
        const qint64 first = rows.value(1).toLongLong();
        const Ending end(rows, 2);
        life.firstSeen = moments.arrived(first);
        life.firstList = first;
        if (end.isGone) {
            life.lastListed = moments.asked(end.last);
            life.goneBy = moments.arrived(end.last + 1);
            life.endList = end.last + 1;
        }
        if (end.revoked) {
            life.revokedBy = moments.arrived(*end.revoked);
            life.endList = *end.revoked;
            life.lastActive = *end.revoked > first ? moments.asked(*end.revoked - 1) : NoTime;
        } else if (end.isDeletedAsRevoked(life.goneBy)) {
            life.revokedBy = life.goneBy;
            life.lastActive = life.lastListed;
        }
        life.isRemembered = end.isGone && life.revokedBy != NoTime;
        const QString id = rows.value(0).toString();
        if (life.isRemembered)
            remembered.append(
                {id, rows.value(5).toString(), roles.value(rows.value(6).toLongLong()),
                 rows.isNull(7) ? NoTime : rows.value(7).toLongLong(), end.expiresAt, true});
        history.lives.insert(id, life);
    }
}

void CentralHistory::findToken(const QString &id, const Moments &moments, RememberedTokens &found)
{
    QSqlQuery row = m_file.sql().run(
        u"SELECT name, roles, issued_at, revoked_listing, last_listing, expires_at FROM token "
        "JOIN role_set ON role_set.central = 1 AND role_set.role_set = token.role_set "
        "WHERE token.central = 1 AND id = ?"_s,
        {id});
    if (!row.next())
        return;
    const Ending end(row, 3);
    const bool isRevoked =
        end.revoked || end.isDeletedAsRevoked(end.isGone ? moments.arrived(end.last + 1) : NoTime);
    found.tokens.append({id, row.value(0).toString(), rolesOfText(row.value(1).toString()),
                         row.isNull(2) ? NoTime : row.value(2).toLongLong(), end.expiresAt,
                         isRevoked});
    if (end.isGone)
        found.gone.append(id);
}

RememberedTokens CentralHistory::find(const QStringList &ids)
{
    RememberedTokens found;
    if (!ensureOpen())
        return found;
    Sql &sql = m_file.sql();
    const Moments moments(sql);
    if (!moments.spans.empty())
        found.asOf = moments.spans.rbegin()->second.asked;
    found.server = sql.value(u"SELECT name FROM central WHERE central = 1"_s).toString();
    QStringList wanted = ids;
    for (qsizetype at = 0; at < wanted.size(); ++at) { // grows by what a token has generated
        const QString id = wanted.at(at);
        const auto before = found.tokens.size();
        findToken(id, moments, found);
        const QString name =
            found.tokens.size() > before ? found.tokens.constLast().name : QString();
        QSqlQuery made = sql.run(
            u"SELECT id, provider FROM creator WHERE central = 1 AND user_id = ? ORDER BY created_at"_s,
            {userIdOfToken(id)});
        while (made.next()) {
            const QString madeId = made.value(0).toString();
            if (found.creators.contains(madeId))
                continue;
            found.creators.insert(madeId, {userIdOfToken(id), made.value(1).toString(), name});
            if (!wanted.contains(madeId))
                wanted.append(madeId);
        }
        QSqlQuery maker =
            sql.run(u"SELECT user_id, provider FROM creator WHERE central = 1 AND id = ?"_s, {id});
        if (maker.next() && !found.creators.contains(id))
            found.creators.insert(id, {maker.value(0).toString(), maker.value(1).toString(), {}});
    }
    if (const auto failure = sql.failure())
        m_file.takeFailure(*failure);
    return found;
}

} // namespace rox
