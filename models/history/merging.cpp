// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <vector>

// What is needed where two files turn out to be of one Central. SQLite only: one file is attached
// to the connection of the other.

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// One different list, of one of the two files.
struct Listing
{
    int side; ///< 0: of this file; 1: of the attached one
    qint64 number;
    UtcMs firstAt;
    QVariantList rest; ///< last_at, times, tokens, skew, viewer
};

std::vector<Listing> listingsOf(Sql &sql, int side)
{
    std::vector<Listing> listings;
    QSqlQuery rows = sql.run(u"SELECT listing, first_at, last_at, times, tokens, skew, viewer "
                             "FROM %1.listing WHERE central = 1 ORDER BY listing"_s.arg(
                                 side == 0 ? "main"_L1 : "other"_L1));
    while (rows.next()) {
        Listing one{side, rows.value(0).toLongLong(), rows.value(1).toLongLong(), {}};
        for (int column = 2; column < 7; ++column)
            one.rest.append(rows.value(column));
        listings.push_back(std::move(one));
    }
    return listings;
}

/// A random UUID, as Central gives to tokens.
bool isRandomId(const QString &id)
{
    const QUuid uuid(id);
    return uuid.version() == QUuid::Random && uuid.toString(QUuid::WithoutBraces) == id;
}

QString quoted(const QString &path)
{
    return u'\'' + QString(path).replace(u'\'', "''"_L1) + u'\'';
}

} // namespace

std::optional<QStringList> CentralHistory::keys()
{
    if (!ensureOpen())
        return std::nullopt;
    QStringList keys;
    QSqlQuery rows = m_file.sql().run(u"SELECT spki FROM identity ORDER BY spki"_s);
    while (rows.next())
        keys.append(rows.value(0).toString());
    if (const auto failure = m_file.sql().failure()) {
        m_file.takeFailure(*failure);
        return std::nullopt;
    }
    return keys;
}

bool CentralHistory::addKeys(const QStringList &keys)
{
    if (!ensureOpen() || !m_file.mayWrite())
        return false;
    Sql &sql = m_file.sql();
    const UtcMs now = inCentralsTime(QDateTime::currentMSecsSinceEpoch());
    sql.begin();
    for (const QString &key : keys)
        sql.run(u"INSERT INTO identity (spki, central, first_at, last_at) VALUES (?, 1, ?, ?) "
                "ON CONFLICT (spki) DO UPDATE SET last_at = excluded.last_at"_s,
                {key, now, now});
    const auto failure = sql.commit();
    if (failure)
        m_file.takeFailure(*failure);
    return !failure;
}

bool CentralHistory::hasLists()
{
    return ensureOpen()
           && m_file.sql().value(u"SELECT max(listing) FROM listing"_s).toLongLong() > 0;
}

bool CentralHistory::hasTokenOf(const TokenTable &table)
{
    if (!ensureOpen())
        return false;
    constexpr TokenTable::Row most = 1000;
    const TokenTable::Row step = std::max<TokenTable::Row>(1, table.size() / most);
    QSqlQuery find = m_file.sql().prepared(u"SELECT 1 FROM token WHERE central = 1 AND id = ?"_s);
    for (TokenTable::Row row = 0; row < table.size(); row += step) {
        const QString id = table.token(row).id;
        if (isRandomId(id) && m_file.sql().run(find, {id}) && find.next())
            return true;
    }
    if (const auto failure = m_file.sql().failure())
        m_file.takeFailure(*failure);
    return false;
}

void CentralHistory::takeUnwritten(CentralHistory &other)
{
    other.writeOperations();
    m_operations += std::exchange(other.m_operations, {});
    writeOperations();
}

/// Runs `work` in one transaction, in which the other file is the schema "other".
template <class Work>
bool CentralHistory::withAttached(const QString &path, Work work)
{
    if (!ensureOpen() || !m_file.mayWrite())
        return false;
    Sql &sql = m_file.sql();
    sql.run(u"ATTACH DATABASE %1 AS other"_s.arg(quoted(path)));
    auto failure = sql.failure();
    if (!failure) {
        if (sql.begin())
            work();
        failure = sql.commit();
        sql.run(u"DETACH DATABASE other"_s);
    }
    sql.forgetFailure();
    if (!failure)
        m_file.noteWritten();
    else if (!failure->isDamage()) // which may be of the other file
        m_file.takeFailure(*failure);
    // What was read before does not hold any more.
    m_newest.reset();
    m_listing = 0;
    m_roleSets.clear();
    m_mayLackCreators = true;
    return !failure;
}

bool CentralHistory::takeIn(const QString &path)
{
    return withAttached(path, [this] {
        mergeLists();
        mergeCoverage();
        copyRecords();
    });
}

bool CentralHistory::takeInRecords(const QString &path)
{
    return withAttached(path, [this] { copyRecords(); });
}

void CentralHistory::copyRecords()
{
    for (const auto table :
         {"operation"_L1, "annotation"_L1, "creator"_L1, "identity"_L1, "role_seen"_L1})
        m_file.sql().run(u"INSERT INTO main.%1 SELECT * FROM other.%1 WHERE true "
                         "ON CONFLICT DO NOTHING"_s.arg(table));
}

/// Puts the lists of both files into one order, by their times. A token then begins with the
/// earlier of both, was revoked by the earlier, and is gone after the later.
void CentralHistory::mergeLists()
{
    Sql &sql = m_file.sql();
    std::vector<Listing> all = listingsOf(sql, 0);
    const std::vector<Listing> others = listingsOf(sql, 1);
    if (others.empty())
        return;
    all.insert(all.end(), others.begin(), others.end());
    std::stable_sort(all.begin(), all.end(), [](const Listing &left, const Listing &right) {
        return left.firstAt < right.firstAt;
    });
    sql.run(u"CREATE TEMP TABLE moved (side INTEGER, old BIGINT, new BIGINT, "
            "PRIMARY KEY (side, old))"_s);
    sql.run(u"DELETE FROM main.listing"_s);
    std::array<qint64, 2> newest{};
    for (std::size_t at = 0; at < all.size(); ++at) {
        const auto number = qint64(at) + 1;
        const Listing &one = all[at];
        newest[std::size_t(one.side)] = number;
        sql.run(u"INSERT INTO moved (side, old, new) VALUES (?, ?, ?)"_s,
                {one.side, one.number, number});
        sql.run(u"INSERT INTO main.listing (central, listing, first_at, last_at, times, tokens, "
                "skew, viewer) VALUES (1, ?, ?, ?, ?, ?, ?, ?)"_s,
                QVariantList{number, one.firstAt} + one.rest);
    }
    sql.run(u"INSERT INTO main.role_set (central, role_set, roles) SELECT 1, "
            "(SELECT coalesce(max(role_set), 0) FROM main.role_set) "
            "+ row_number() OVER (ORDER BY role_set), roles FROM other.role_set "
            "WHERE roles NOT IN (SELECT roles FROM main.role_set)"_s);
    const QString number = u"(SELECT new FROM moved WHERE side = 0 AND old = %1)"_s;
    sql.run(u"UPDATE main.token SET first_listing = %1, revoked_listing = %2, "
            "last_listing = coalesce(%3, ?)"_s.arg(number.arg("first_listing"_L1),
                                                   number.arg("revoked_listing"_L1),
                                                   number.arg("last_listing"_L1)),
            {newest[0]});
    sql.run(u"INSERT INTO main.token (central, id, name, role_set, issued_at, expires_at, "
            "first_listing, revoked_listing, last_listing) SELECT 1, theirs.id, theirs.name, "
            "ours.role_set, issued_at, expires_at, begun.new, revoked.new, coalesce(ended.new, ?) "
            "FROM other.token theirs "
            "JOIN other.role_set named ON named.role_set = theirs.role_set "
            "JOIN main.role_set ours ON ours.roles = named.roles "
            "JOIN moved begun ON begun.side = 1 AND begun.old = first_listing "
            "LEFT JOIN moved revoked ON revoked.side = 1 AND revoked.old = revoked_listing "
            "LEFT JOIN moved ended ON ended.side = 1 AND ended.old = last_listing WHERE true "
            "ON CONFLICT (central, id) DO UPDATE SET "
            "first_listing = min(first_listing, excluded.first_listing), "
            "revoked_listing = min(coalesce(revoked_listing, excluded.revoked_listing), "
            "coalesce(excluded.revoked_listing, revoked_listing)), "
            "last_listing = max(last_listing, excluded.last_listing)"_s,
            {newest[1]});
    // The newest list of all has these.
    sql.run(u"UPDATE main.token SET last_listing = NULL WHERE last_listing = ?"_s,
            {qint64(all.size())});
    sql.run(u"DROP TABLE moved"_s);
}

/// Of both files, the one for which Central was asked later says what is not known.
void CentralHistory::mergeCoverage()
{
    const QString theirs = u"(SELECT %1 FROM other.central WHERE central = 1)"_s;
    m_file.sql().run(u"UPDATE main.central SET events_until = %1, events_gap = %2 "
                     "WHERE central = 1 AND events_until < %1"_s.arg(theirs.arg("events_until"_L1),
                                                                     theirs.arg("events_gap"_L1)));
}

} // namespace rox
