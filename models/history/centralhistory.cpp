// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"

#include "models/tokens/table/tokentablebuilder.h"

#include <utility>

namespace rox {

using namespace Qt::StringLiterals;

QString rolesAsText(const QStringList &roles)
{
    QString text;
    for (const QString &role : roles)
        text += storedText(role).replace(u'\n', QChar(0x240a)) + u'\n';
    return text;
}

QStringList rolesOfText(const QString &text)
{
    QStringList roles = text.split(u'\n');
    roles.removeLast(); // behind the last line
    return roles;
}

CentralHistory::CentralHistory(const HistoryFile::Place &place)
    : m_file(place)
    , m_snapshot(place.path.isEmpty() ? QString() : QString(place.path + u".list"_s))
    , m_history(place.uuid)
    , m_process(place.process)
{}

void CentralHistory::setRetention(UtcMs retention, UtcMs changedAt)
{
    m_retention = retention;
    if (changedAt != NoTime)
        m_oldForgottenAt = changedAt;
}

/// Whether the file can be read.
bool CentralHistory::ensureOpen()
{
    m_file.ensureOpen();
    if (std::exchange(m_generation, m_file.generation()) != m_file.generation()) {
        m_newest.reset();
        m_listing = 0;
        m_roleSets.clear();
        m_mayLackCreators = true;
    }
    return m_file.mayRead();
}

void CentralHistory::readAhead()
{
    if (!ensureOpen())
        return;
    readNewest();
    if (m_file.sql().failure()) {
        m_newest.reset(); // open() meets the failure too, and says it
        m_file.sql().forgetFailure();
    }
}

OpenedHistory CentralHistory::open(const QString &name, const QString &endpoint)
{
    OpenedHistory opened;
    if (ensureOpen()) {
        if (m_file.mayWrite())
            m_file.sql().run(u"INSERT INTO central (central, name, endpoint) VALUES (1, ?, ?) "
                             "ON CONFLICT (central) DO UPDATE SET name = excluded.name, "
                             "endpoint = excluded.endpoint"_s,
                             {name, endpoint});
        m_file.sql().forgetFailure(); // what follows may succeed on a full disk
        readNewest();
        if (m_listing > 0) {
            opened.table = m_newest;
            opened.asOf = m_file.sql()
                              .value(u"SELECT last_at FROM listing WHERE central = 1 "
                                     "AND listing = ?"_s,
                                     {m_listing})
                              .toLongLong();
        }
        if (const auto failure = m_file.sql().failure())
            m_file.takeFailure(*failure);
        else if (m_listing > 0 && m_file.mayWrite())
            beginSeen(m_listing, opened.asOf); // the file is of a program that did not note it
        if (m_file.mayRead())
            m_file.sql().forgetFailure();
    }
    opened.state = m_file.state();
    if (opened.state.loss == HistoryState::Loss::Damaged)
        opened.table.reset(); // the damage was found while reading
    return opened;
}

HistoryView CentralHistory::view()
{
    HistoryView view;
    if (ensureOpen()) {
        TokenHistory history;
        QList<Token> remembered;
        readLives(history, remembered);
        readOperations(history);
        readAnnotations(history);
        readCreators(history);
        readRoles(history);
        if (const auto failure = m_file.sql().failure()) {
            m_file.takeFailure(*failure);
        } else {
            view.history = std::make_shared<const TokenHistory>(std::move(history));
            view.remembered = std::move(remembered);
        }
        if (m_file.mayRead())
            m_file.sql().forgetFailure();
    }
    view.state = m_file.state();
    return view;
}

void CentralHistory::readRoleSets()
{
    m_roleSets.clear();
    QSqlQuery rows = m_file.sql().run(u"SELECT roles, role_set FROM role_set WHERE central = 1"_s);
    while (rows.next())
        m_roleSets.insert(rows.value(0).toString(), rows.value(1).toLongLong());
}

/// The newest list, from its snapshot or else from the rows.
void CentralHistory::readNewest()
{
    const qint64 newest =
        m_file.sql()
            .value(u"SELECT coalesce(max(listing), 0) FROM listing WHERE central = 1"_s)
            .toLongLong();
    if (std::exchange(m_listing, newest) == newest && m_newest)
        return;
    readRoleSets();
    m_newest = m_snapshot.read(snapshotKey());
    if (m_newest)
        (void)m_newest->find(QString()); // makes the index, so that the GUI thread need not
    else // SQLite uses the partial index token_here. By the primary key this takes nine times as
         // long.
        m_newest = readTokens(u"AND last_listing IS NULL"_s, {});
}

ListSnapshot::Key CentralHistory::snapshotKey()
{
    const QVariant firstAt = m_file.sql().value(
        u"SELECT first_at FROM listing WHERE central = 1 AND listing = ?"_s, {m_listing});
    return {m_history, m_listing, firstAt.isNull() ? NoTime : firstAt.toLongLong()};
}

/// After a commit.
void CentralHistory::keepSnapshot()
{
    const ListSnapshot::Key key = snapshotKey();
    if (!m_file.sql().failure() && m_newest && key.listing > 0)
        m_snapshot.keep(key, m_newest);
}

TokenTablePtr CentralHistory::readTokens(const QString &condition, const QSet<QString> &revoked)
{
    TokenTableBuilder builder;
    QHash<qint64, TokenTable::RoleSet> sets;
    for (auto it = m_roleSets.cbegin(); it != m_roleSets.cend(); ++it)
        sets.insert(it.value(), builder.roleSet(rolesOfText(it.key())));
    QSqlQuery rows =
        m_file.sql().run(u"SELECT id, name, role_set, issued_at, expires_at, revoked_listing "
                         "FROM token WHERE central = 1 "_s
                         + condition);
    const auto timeAt = [&](int column) {
        return rows.isNull(column) ? NoTime : rows.value(column).toLongLong();
    };
    while (rows.next()) {
        const QString idText = rows.value(0).toString();
        const QByteArray id = idText.toUtf8();
        const QByteArray name = rows.value(1).toString().toUtf8();
        builder.add({id.constData(), std::size_t(id.size())},
                    {name.constData(), std::size_t(name.size())},
                    sets.value(rows.value(2).toLongLong()), timeAt(3), timeAt(4),
                    !rows.isNull(5) || revoked.contains(idText));
    }
    TokenTablePtr table = builder.build();
    table->prepare();
    return table;
}

KeptTokens CentralHistory::keptTokens()
{
    KeptTokens all;
    const HistoryView seen = view(); // opens the file
    if (!seen.history)
        return all;
    QSet<QString> revoked;
    for (const Token &token : seen.remembered)
        revoked.insert(token.id);
    Sql &sql = m_file.sql();
    readRoleSets();
    all.table = readTokens({}, revoked);
    all.asOf = sql.value(u"SELECT coalesce(max(last_at), 0) FROM listing WHERE central = 1"_s)
                   .toLongLong();
    if (const auto failure = sql.failure()) {
        m_file.takeFailure(*failure);
        return {};
    }
    all.history = seen.history;
    return all;
}

qint64 CentralHistory::roleSet(const QStringList &roles)
{
    const QString text = rolesAsText(roles);
    const auto known = m_roleSets.constFind(text);
    if (known != m_roleSets.cend())
        return *known;
    const qint64 number = m_file.sql()
                              .value(u"SELECT coalesce(max(role_set), 0) + 1 FROM role_set "
                                     "WHERE central = 1"_s)
                              .toLongLong();
    m_file.sql().run(u"INSERT INTO role_set (central, role_set, roles) VALUES (1, ?, ?)"_s,
                     {number, text});
    m_roleSets.insert(text, number);
    return number;
}

} // namespace rox
