// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include <QSet>

#include <algorithm>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

const QString GapFromKey = u"creators_gap_from"_s;
const QString ForbiddenKey = u"creators_forbidden"_s;

} // namespace

QString CentralHistory::about(const QString &key)
{
    return m_file.sql().value(u"SELECT value FROM about WHERE key = ?"_s, {key}).toString();
}

/// An empty value removes the row.
void CentralHistory::setAbout(const QString &key, const QString &value)
{
    if (value.isEmpty())
        m_file.sql().run(u"DELETE FROM about WHERE key = ?"_s, {key});
    else
        m_file.sql().run(u"INSERT INTO about (key, value) VALUES (?, ?) ON CONFLICT (key) "
                         "DO UPDATE SET value = excluded.value"_s,
                         {key, value});
}

CreatorCoverage CentralHistory::creatorCoverage()
{
    CreatorCoverage coverage;
    QSqlQuery row =
        m_file.sql().run(u"SELECT events_until, events_gap FROM central WHERE central = 1"_s);
    if (row.next()) {
        if (row.value(0).toLongLong() > 0)
            coverage.until = row.value(0).toLongLong();
        if (row.value(1).toLongLong() > 0)
            coverage.gapUntil = row.value(1).toLongLong();
    }
    row.finish();
    const QString gapFrom = about(GapFromKey);
    if (!gapFrom.isEmpty())
        coverage.gapFrom = gapFrom.toLongLong();
    coverage.isForbidden = !about(ForbiddenKey).isEmpty();
    return coverage;
}

void CentralHistory::readCreators(TokenHistory &history)
{
    history.creators = creatorCoverage();
    QSet<QString> texts; // many tokens have the same creator
    const auto shared = [&texts](const QString &text) { return *texts.insert(text); };
    QSqlQuery rows = m_file.sql().run(
        u"SELECT creator.id, user_id, provider, coalesce(maker.name, '') FROM creator "
        "LEFT JOIN token maker ON maker.central = 1 AND maker.id = "
        "CASE WHEN substr(user_id, 1, 11) = 'auth-token:' THEN substr(user_id, 12) END "
        "WHERE creator.central = 1"_s);
    while (rows.next())
        history.lives[rows.value(0).toString()].creator = {shared(rows.value(1).toString()),
                                                           shared(rows.value(2).toString()),
                                                           shared(rows.value(3).toString())};
}

/// An unchanged list that lacked none before lacks none now, so the rows are not read for it.
CreatorsWanted CentralHistory::creatorsWanted(UtcMs now)
{
    const UtcMs until = creatorCoverage().until;
    CreatorsWanted wanted{false, until == NoTime ? NoTime : until - CreatorsAreToldWithin};
    if (m_mayLackCreators) {
        m_mayLackCreators =
            until == NoTime
            || m_file.sql()
                       .value(u"SELECT count(*) FROM (SELECT 1 FROM token WHERE central = 1 "
                              "AND last_listing IS NULL AND issued_at >= ? AND NOT EXISTS "
                              "(SELECT 1 FROM creator WHERE creator.central = 1 "
                              "AND creator.id = token.id) LIMIT 1) AS lacking"_s,
                              {std::max(wanted.from, now - CreatorsAreToldFor)})
                       .toInt()
                   > 0;
    }
    wanted.isNow = m_mayLackCreators;
    if (const auto failure = m_file.sql().failure())
        m_file.takeFailure(*failure);
    return wanted;
}

/// A list without a token of unknown creator says that no event before it is of use.
void CentralHistory::noteAllCreatorsKnown(UtcMs asked)
{
    m_file.sql().run(u"UPDATE central SET events_until = ? WHERE central = 1 "
                     "AND events_until > 0 AND events_until < ?"_s,
                     {asked, asked});
}

void CentralHistory::writeCoverage(const CreatorCoverage &before, const CreatorsRead &read)
{
    const auto &all = read.creations.all;
    // Central may be set to tell it for longer.
    UtcMs toldFrom = read.askedAt - CreatorsAreToldFor;
    if (!all.isEmpty())
        toldFrom = std::min(toldFrom, all.constFirst().createdAt);
    UtcMs gapUntil = before.gapUntil;
    QString gapFrom = before.gapFrom == NoTime ? QString() : QString::number(before.gapFrom);
    if (before.until == NoTime) {
        gapUntil = toldFrom;
    } else if (toldFrom > before.until) {
        gapUntil = toldFrom;
        gapFrom = QString::number(before.until);
    }
    UtcMs until =
        read.creations.isComplete || all.isEmpty() ? read.askedAt : all.constLast().createdAt;
    until = std::max(until, before.until);
    m_file.sql().run(u"INSERT INTO central (central, name, endpoint, events_until, events_gap) "
                     "VALUES (1, '', '', ?, ?) ON CONFLICT (central) DO UPDATE SET "
                     "events_until = excluded.events_until, events_gap = excluded.events_gap"_s,
                     {until, gapUntil == NoTime ? 0 : gapUntil});
    setAbout(GapFromKey, gapFrom);
    setAbout(ForbiddenKey, {});
}

RecordedCreators CentralHistory::recordCreators(const CreatorsRead &read)
{
    RecordedCreators result;
    if (ensureOpen() && m_file.mayWrite()) {
        Sql &sql = m_file.sql();
        sql.begin();
        const CreatorCoverage before = creatorCoverage();
        QSqlQuery insert =
            sql.prepared(u"INSERT INTO creator (central, id, user_id, provider, created_at) "
                         "VALUES (1, ?, ?, ?, ?) ON CONFLICT (central, id) DO NOTHING"_s);
        for (const TokenCreation &one : read.creations.all) {
            if (sql.run(insert, {one.tokenId, one.userId, one.provider, one.createdAt}))
                result.isChanged |= insert.numRowsAffected() > 0;
        }
        insert.finish();
        writeCoverage(before, read);
        const CreatorCoverage after = creatorCoverage();
        result.isChanged |=
            before.until == NoTime || before.isForbidden || before.gapUntil != after.gapUntil;
        if (const auto failure = sql.commit()) {
            m_file.takeFailure(*failure);
            result.isChanged = false;
        } else {
            m_file.noteWritten();
            m_mayLackCreators = true;
            result.creators = creatorsWanted(read.askedAt);
            result.creators.isNow |= !read.creations.isComplete;
        }
    }
    static_cast<HistoryView &>(result) =
        result.isChanged ? view() : HistoryView{m_file.state(), nullptr};
    return result;
}

HistoryView CentralHistory::noteCreatorsForbidden()
{
    if (!ensureOpen() || !m_file.mayWrite() || !about(ForbiddenKey).isEmpty())
        return {m_file.state(), nullptr};
    m_file.sql().begin();
    setAbout(ForbiddenKey, u"1"_s);
    if (const auto failure = m_file.sql().commit())
        m_file.takeFailure(*failure);
    return view();
}

} // namespace rox
