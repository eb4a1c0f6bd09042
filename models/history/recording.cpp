// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/tokens/tokendiff.h"

namespace rox {

using namespace Qt::StringLiterals;

using Row = TokenTable::Row;

namespace {

QVariant timeOrNull(UtcMs time)
{
    return time == NoTime ? QVariant(QMetaType::fromType<qint64>()) : QVariant(time);
}

QString idOf(const TokenTable &table, Row row)
{
    const std::string_view id = table.id(row);
    return QString::fromUtf8(id.data(), qsizetype(id.size()));
}

bool isActive(const Token &token, UtcMs now)
{
    return isLive(statusAt(token, now));
}

/// What is stored of both differs, revocation aside.
bool differs(const Token &before, const Token &after)
{
    return storedText(before.name) != storedText(after.name)
           || rolesAsText(before.roles) != rolesAsText(after.roles)
           || before.issuedAt != after.issuedAt || before.expiresAt != after.expiresAt;
}

} // namespace

/// What became different from one list to the next.
struct CentralHistory::Changes
{
    std::vector<Row> added;                     ///< of after
    std::vector<Row> gone;                      ///< of before
    std::vector<std::pair<Token, Token>> other; ///< before and after

    Changes(const TokenTable &before, const TokenTable &after);
    [[nodiscard]] bool isEmpty() const { return added.empty() && gone.empty() && other.empty(); }
};

CentralHistory::Changes::Changes(const TokenTable &before, const TokenTable &after)
{
    const TokenDiff found = diff(before, after);
    std::vector<bool> matched(after.size());
    for (Row row = 0; row < before.size(); ++row) {
        const Row now = found.newRow[row];
        if (now == TokenDiff::Gone) {
            const QString id = idOf(before, row);
            if (!after.find(id) && !after.mayBeUnread(id)) // else an id that comes twice
                gone.push_back(row);
            continue;
        }
        matched[now] = true;
        if (!found.changed[now])
            continue;
        std::pair<Token, Token> pair{before.token(row), after.token(now)};
        if (pair.first.revoked != pair.second.revoked || differs(pair.first, pair.second))
            other.push_back(std::move(pair));
    }
    for (Row row = 0; row < after.size(); ++row) {
        if (!matched[row] && !before.find(idOf(after, row)))
            added.push_back(row);
    }
}

RecordedList CentralHistory::record(const ListRead &read)
{
    RecordedList result;
    m_skew = read.skew.value_or(0);
    m_viewer = read.viewer;
    if (ensureOpen() && m_file.mayWrite()) {
        writeOperations();
        Sql &sql = m_file.sql();
        sql.begin();
        // Another window may have written a list since.
        const qint64 newest =
            sql.value(u"SELECT coalesce(max(listing), 0) FROM listing WHERE central = 1"_s)
                .toLongLong();
        if (!sql.failure() && (!m_newest || newest != m_listing))
            readNewest();
        if (!sql.failure())
            write(read, result);
        if (const auto failure = sql.commit()) {
            m_file.takeFailure(*failure);
            m_newest.reset(); // read again with the next list
        } else {
            // A token that could not be read is not gone: the file still has it.
            if (read.table->unread().isEmpty())
                m_newest = read.table;
            else
                m_newest.reset();
            m_file.noteWritten();
            writeOperations(); // what was odd about the list
            keepSnapshot();
            result.creators = creatorsWanted(inCentralsTime(read.arrivedAt));
        }
    }
    static_cast<HistoryView &>(result) =
        result.isChanged ? view() : HistoryView{m_file.state(), nullptr};
    return result;
}

void CentralHistory::write(const ListRead &read, RecordedList &result)
{
    Sql &sql = m_file.sql();
    // The header Date has whole seconds: Central's clock may have been up to a second later.
    const UtcMs arrived = inCentralsTime(read.arrivedAt) + (read.skew ? SecondMs : 0);
    const UtcMs asked = inCentralsTime(read.askedAt);
    const Changes changes(*m_newest, *read.table);
    if (m_listing > 0 && changes.isEmpty()) {
        sql.run(u"UPDATE listing SET last_at = ?, times = times + 1, skew = ?, viewer = ? "
                "WHERE central = 1 AND listing = ?"_s,
                {asked, m_skew, m_viewer, m_listing});
        if (!m_mayLackCreators)
            noteAllCreatorsKnown(asked);
        forgetOld(arrived, read.arrivedAt);
        return;
    }
    m_mayLackCreators |= !changes.added.empty();
    result.isChanged = true;
    ++m_listing;
    sql.run(
        u"INSERT INTO listing (central, listing, first_at, last_at, times, tokens, skew, viewer) "
        "VALUES (1, ?, ?, ?, 1, ?, ?, ?)"_s,
        {m_listing, arrived, asked, qint64(read.table->size()), m_skew, m_viewer});
    if (m_listing == 1)
        beginSeen(m_listing, asked);
    writeAdded(changes, *read.table, arrived, result);
    QSqlQuery end =
        sql.prepared(u"UPDATE token SET last_listing = ? WHERE central = 1 AND id = ?"_s);
    for (const Row row : changes.gone)
        sql.run(end, {m_listing - 1, idOf(*m_newest, row)});
    end.finish();
    for (const auto &[before, after] : changes.other)
        writeChanged(before, after, arrived, result);
    forgetOld(arrived, read.arrivedAt);
}

void CentralHistory::writeAdded(const Changes &changes, const TokenTable &after, UtcMs arrived,
                                RecordedList &result)
{
    Sql &sql = m_file.sql();
    std::vector<qint64> sets(after.roleSetCount());
    QSqlQuery insert = sql.prepared(
        u"INSERT INTO token (central, id, name, role_set, issued_at, expires_at, first_listing, "
        "revoked_listing) VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (central, id) DO NOTHING"_s);
    for (const Row row : changes.added) {
        qint64 &set = sets[after.roleSet(row)];
        if (set == 0)
            set = roleSet(after.roles(row));
        const bool ran = sql.run(
            insert,
            {idOf(after, row), after.name(row), set, timeOrNull(after.issuedAt(row)),
             timeOrNull(after.expiresAt(row)), m_listing,
             after.revoked(row) ? QVariant(m_listing) : QVariant(QMetaType::fromType<qint64>())});
        if (ran && insert.numRowsAffected() == 0)
            takeBack(after.token(row), arrived, result);
    }
    insert.finish();
}

/// Central lists a token again that it did not list before: it was restored from a backup, or an id
/// came twice in one list.
void CentralHistory::takeBack(const Token &token, UtcMs arrived, RecordedList &result)
{
    Sql &sql = m_file.sql();
    QSqlQuery row = sql.run(u"SELECT revoked_listing, expires_at FROM token WHERE central = 1 "
                            "AND id = ? AND last_listing IS NOT NULL"_s,
                            {token.id});
    if (sql.failure() || !row.next())
        return;
    row.finish();
    // It was gone before its expiry, so it was revoked.
    if (isActive(token, arrived))
        result.activeAgain.append(token.id);
    sql.run(u"UPDATE token SET last_listing = NULL, revoked_listing = CASE WHEN ? = 1 THEN "
            "coalesce(revoked_listing, ?) ELSE NULL END WHERE central = 1 AND id = ?"_s,
            {token.revoked ? 1 : 0, m_listing, token.id});
    writeOddity(token.id, u"listed again"_s);
}

void CentralHistory::writeChanged(const Token &before, const Token &after, UtcMs arrived,
                                  RecordedList &result)
{
    Sql &sql = m_file.sql();
    if (before.revoked != after.revoked)
        sql.run(u"UPDATE token SET revoked_listing = ? WHERE central = 1 AND id = ?"_s,
                {after.revoked ? QVariant(m_listing) : QVariant(QMetaType::fromType<qint64>()),
                 after.id});
    if (before.revoked && !after.revoked) {
        if (isActive(after, arrived))
            result.activeAgain.append(after.id);
        writeOddity(after.id, u"not revoked any more"_s);
    }
    if (!differs(before, after))
        return;
    sql.run(u"UPDATE token SET name = ?, role_set = ?, issued_at = ?, expires_at = ? "
            "WHERE central = 1 AND id = ?"_s,
            {after.name, roleSet(after.roles), timeOrNull(after.issuedAt),
             timeOrNull(after.expiresAt), after.id});
    writeOddity(after.id, u"changed"_s);
}

/// A part at a time, so that no list waits long.
void CentralHistory::forgetOld(UtcMs now, UtcMs arrivedAt)
{
    if (arrivedAt < m_oldForgottenAt)
        m_oldForgottenAt = arrivedAt; // the clock was set back
    if (m_retention == NoTime
        || (m_oldForgottenAt != NoTime && arrivedAt < m_oldForgottenAt + DayMs))
        return;
    Sql &sql = m_file.sql();
    const QVariant old =
        sql.value(u"SELECT max(listing) FROM listing WHERE central = 1 AND last_at < ?"_s,
                  {now - m_retention});
    constexpr int Most = 5000;
    const int gone =
        old.isNull()
            ? 0
            : sql.run(u"DELETE FROM token WHERE central = 1 AND id IN (SELECT id FROM "
                      "token WHERE central = 1 AND last_listing <= ? LIMIT %1)"_s.arg(Most),
                      {old})
                  .numRowsAffected();
    if (gone < Most)
        m_oldForgottenAt = arrivedAt;
}

} // namespace rox
