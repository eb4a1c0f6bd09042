// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/tokens/tokennote.h"
#include "models/tokens/tokenshape.h"

#include <algorithm>
#include <limits>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// In the table about: the number of the list and the time until which changes were seen.
const auto SeenKey = u"seen"_s;

QString seenText(qint64 listing, UtcMs until)
{
    return u"%1 %2"_s.arg(listing).arg(until);
}

} // namespace

/// Every text is a row of its own, so that nothing that was written is changed.
WriteOutcome CentralHistory::annotate(const Annotation &annotation)
{
    if (annotation.tokenId.isEmpty() || looksLikeToken(annotation.text) || !ensureOpen()
        || !m_file.mayWrite())
        return {false, m_file.state()};
    Sql &sql = m_file.sql();
    sql.begin();
    // A clock that was set back must not make an older text the newest.
    const UtcMs newest = sql.value(u"SELECT coalesce(max(at), 0) FROM annotation WHERE central = 1 "
                                   "AND id = ? AND kind = ?"_s,
                                   {annotation.tokenId, int(annotation.kind)})
                             .toLongLong();
    constexpr UtcMs Last = std::numeric_limits<UtcMs>::max();
    const UtcMs at = std::max(inCentralsTime(annotation.at), std::min(newest, Last - 1) + 1);
    sql.run(u"INSERT INTO annotation (annotation, central, id, at, who, kind, text) "
            "VALUES (?, 1, ?, ?, ?, ?, ?)"_s,
            {QUuid::createUuid().toString(QUuid::WithoutBraces), annotation.tokenId, at, m_viewer,
             int(annotation.kind), annotation.text});
    return committed();
}

WriteOutcome CentralHistory::markSeen(UtcMs now)
{
    if (!ensureOpen() || !m_file.mayWrite())
        return {false, m_file.state()};
    Sql &sql = m_file.sql();
    sql.begin();
    QSqlQuery newest = sql.run(u"SELECT coalesce(max(listing), 0), coalesce(max(last_at), 0) "
                               "FROM listing WHERE central = 1"_s);
    if (newest.next()) {
        const UtcMs until = std::max(newest.value(1).toLongLong(), inCentralsTime(now));
        const qint64 listing = newest.value(0).toLongLong();
        newest.finish();
        sql.run(u"INSERT INTO about (key, value) VALUES (?, ?) "
                "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                {SeenKey, seenText(listing, until)});
    }
    return committed();
}

WriteOutcome CentralHistory::committed()
{
    if (const auto failure = m_file.sql().commit())
        m_file.takeFailure(*failure);
    else {
        m_file.noteWritten();
        return {true, m_file.state()};
    }
    return {false, m_file.state()};
}

/// If nothing was marked as seen yet: the tokens of this list are no news.
void CentralHistory::beginSeen(qint64 listing, UtcMs at)
{
    m_file.sql().run(u"INSERT INTO about (key, value) VALUES (?, ?) ON CONFLICT (key) DO NOTHING"_s,
                     {SeenKey, seenText(listing, at)});
}

void CentralHistory::readAnnotations(TokenHistory &history)
{
    Sql &sql = m_file.sql();
    // The file may hold what another program wrote, so each text is cleaned again.
    QSqlQuery rows = sql.run(
        u"SELECT id, kind, text FROM annotation WHERE central = 1 ORDER BY at, annotation"_s);
    while (rows.next()) {
        const QString text = rows.value(2).toString();
        const auto kind = NoteKind(rows.value(1).toInt());
        if (looksLikeToken(text))
            continue;
        if (kind == NoteKind::Note)
            history.lives[rows.value(0).toString()].note = cleanedNote(text);
        else if (kind == NoteKind::Tags)
            history.lives[rows.value(0).toString()].tags = tagsOfText(text);
    }
    const QStringList seen =
        sql.value(u"SELECT value FROM about WHERE key = ?"_s, {SeenKey}).toString().split(u' ');
    if (seen.size() == 2) {
        history.seenList = seen.first().toLongLong();
        history.seenUntil = seen.last().toLongLong();
    }
}

} // namespace rox
