// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlRecord>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rox {

using namespace Qt::StringLiterals;
using Problem = HistoryState::Problem;
using Loss = HistoryState::Loss;

namespace {

constexpr int OurApplicationId = 0x526f7854; // "RoxT"

QString quoted(const QString &path)
{
    return u'\'' + QString(path).replace(u'\'', "''"_L1) + u'\'';
}

Problem problemOf(const SqlFailure &failure)
{
    switch (failure.code) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Problem::Locked;
    case 13: // SQLITE_FULL
        return Problem::Full;
    case 3:  // SQLITE_PERM
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return Problem::NoFolder;
    default:
        return Problem::Failed;
    }
}

/// A new file that only this user may read. The files beside it take over its mode.
bool makePrivateFile(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(),
                            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return false;
    const bool isPrivate = ::fchmod(file, S_IRUSR | S_IWUSR) == 0; // whatever the umask
    ::close(file);
    return isPrivate;
}

bool makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    return QDir().mkpath(path)
           && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void moveWithCompanions(const QString &from, const QString &to)
{
    for (const auto end : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::rename(from + end, to + end);
}

} // namespace

HistoryFile::HistoryFile(Place place, const HistorySchema &schema)
    : m_place(std::move(place))
    , m_schema(schema)
    , m_connection(u"history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_state.path = m_place.path;
}

HistoryFile::~HistoryFile()
{
    close();
}

void HistoryFile::ensureOpen()
{
    if (m_isOpen && isStillThere())
        return;
    if (m_isOpen) {
        disconnect();
        m_place.isKnown = true;
    }
    open();
}

void HistoryFile::open()
{
    const auto loss = std::exchange(m_state, {}).loss;
    m_state.loss = loss;
    m_state.path = m_place.path;
    if (m_place.path.isEmpty()) {
        m_isOpen = makeTables({});
        ++m_generation;
        return;
    }
    const QString folder = QFileInfo(m_place.path).path();
    if (!makePrivateFolder(folder)) {
        m_state.problem = Problem::NoFolder;
        return;
    }
    m_isOnNetwork = isNetworkFileSystem(m_place.fileSystem(folder));
    const QFileInfo info(m_place.path);
    if (!info.exists()) {
        if (m_place.isKnown)
            m_state.loss = Loss::Removed;
        m_isOpen = make();
    } else if (info.size() == 0) {
        setAside(Loss::Emptied);
    } else if (connect(m_place.path)) {
        const Found found = look();
        if (found == Found::Damaged)
            setAside(Loss::Damaged);
        else if (found == Found::Failed)
            disconnect();
        else
            m_isOpen = true;
    }
    if (m_isOpen)
        noteFile();
    m_place.isKnown |= m_isOpen;
}

/// Makes the file under another name, so that a crash leaves no file without tables.
bool HistoryFile::make()
{
    const QString fresh = m_place.path + u".new"_s;
    QFile::remove(fresh);
    if (!makePrivateFile(fresh)) {
        m_state.problem = Problem::NoFolder;
        return false;
    }
    const bool isMade = makeTables(fresh);
    disconnect();
    if (!isMade || !QFile::rename(fresh, m_place.path)) {
        QFile::remove(fresh);
        if (m_state.isKept())
            m_state.problem = Problem::NoFolder;
        return false;
    }
    return connect(m_place.path) && look() == Found::Fine;
}

bool HistoryFile::makeTables(const QString &path)
{
    if (!connect(path))
        return false;
    Sql &sql = *m_sql;
    sql.run(u"PRAGMA auto_vacuum=INCREMENTAL"_s);
    sql.run(u"PRAGMA application_id=%1"_s.arg(OurApplicationId));
    sql.begin();
    for (const QString &statement : m_schema.tables)
        sql.run(statement);
    const QString insert = u"INSERT INTO about (key, value) VALUES (?, ?)"_s;
    sql.run(insert, {u"schema"_s, QString::number(m_schema.version)});
    sql.run(insert, {u"min_reader"_s, QString::number(m_schema.minReader)});
    sql.run(insert, {u"min_writer"_s, QString::number(m_schema.minWriter)});
    sql.run(insert, {u"file"_s, uuidText()});
    if (const auto failure = sql.commit()) {
        m_state.problem = problemOf(*failure);
        m_state.detail = failure->text;
        return false;
    }
    if (!path.isEmpty())
        applyPragmas(sql, m_isOnNetwork, true);
    return true;
}

/// open() of SQLite succeeds on any file: only a query tells.
HistoryFile::Found HistoryFile::look()
{
    Sql &sql = *m_sql;
    sql.run(u"PRAGMA busy_timeout=5000"_s);
    Found found = checkVersion();
    if (found != Found::Fine || !m_state.isKept())
        return found;
    found = checkAfterUncleanEnd();
    if (found != Found::Fine)
        return found;
    applyPragmas(sql, m_isOnNetwork, false);
    sql.run(u"INSERT INTO about (key, value) VALUES (?, '1') ON CONFLICT (key) DO NOTHING"_s,
            {dirtyKey()});
    return sql.failure() ? foundBy(*sql.failure()) : Found::Fine;
}

QString HistoryFile::dirtyKey() const
{
    return u"dirty:"_s + m_place.process.toString(QUuid::WithoutBraces);
}

HistoryFile::Found HistoryFile::foundBy(const SqlFailure &failure)
{
    m_state.detail = failure.text;
    const bool isDamage = failure.isDamage();
    if (!isDamage)
        m_state.problem = problemOf(failure);
    m_sql->forgetFailure(); // `failure` may be in there
    return isDamage ? Found::Damaged : Found::Failed;
}

HistoryFile::Found HistoryFile::checkVersion()
{
    Sql &sql = *m_sql;
    const auto number = [&](const QString &key) {
        return sql.value(u"SELECT value FROM about WHERE key = ?"_s, {key}).toInt();
    };
    const int version = number(u"schema"_s);
    const int reader = number(u"min_reader"_s);
    const int writer = number(u"min_writer"_s);
    if (sql.failure()) {
        constexpr int NoSuchTable = 1; // a database, and not one of ours
        const bool isOther = sql.failure()->code == NoSuchTable;
        const Found found = foundBy(*sql.failure());
        return isOther ? Found::Damaged : found;
    }
    if (version <= 0)
        return Found::Damaged;
    if (reader > m_schema.version) {
        m_state.problem = Problem::Newer;
        return Found::Failed;
    }
    if (writer > m_schema.version)
        m_state.problem = Problem::Newer; // read only
    else if (version < m_schema.version && !migrate(version))
        return Found::Failed;
    return Found::Fine;
}

bool HistoryFile::migrate(int from)
{
    Sql &sql = *m_sql;
    const QString copy = u"%1-before-%2"_s.arg(m_place.path).arg(m_schema.version);
    QFile::remove(copy);
    if (!backUp(copy))
        return false;
    sql.begin();
    const int now = sql.value(u"SELECT value FROM about WHERE key = 'schema'"_s).toInt();
    for (const HistorySchema::Migration &migration : m_schema.migrations) {
        if (migration.version <= std::max(now, from))
            continue;
        for (const QString &statement : migration.statements)
            sql.run(statement);
    }
    const QString update = u"UPDATE about SET value = ? WHERE key = ?"_s;
    sql.run(update, {QString::number(m_schema.version), u"schema"_s});
    sql.run(update, {QString::number(m_schema.minReader), u"min_reader"_s});
    sql.run(update, {QString::number(m_schema.minWriter), u"min_writer"_s});
    const auto failure = sql.commit();
    if (failure)
        (void)foundBy(*failure);
    return !failure;
}

bool HistoryFile::backUp(const QString &path)
{
    if (!makePrivateFile(path)) {
        m_state.problem = Problem::NoFolder;
        return false;
    }
    m_sql->run(u"VACUUM INTO "_s + quoted(path));
    if (!m_sql->failure())
        return true;
    (void)foundBy(*m_sql->failure());
    QFile::remove(path);
    return false;
}

/// A process that ended without closing the file has left its row. Look-ups and inserts do not
/// notice a damaged page elsewhere, so the whole file is checked.
HistoryFile::Found HistoryFile::checkAfterUncleanEnd()
{
    Sql &sql = *m_sql;
    QStringList left;
    QSqlQuery rows = sql.run(u"SELECT key FROM about WHERE key >= 'dirty:' AND key < 'dirty;'"_s);
    while (rows.next()) {
        const QString key = rows.value(0).toString();
        const QUuid process(key.section(u':', 1));
        if (process != m_place.process && !isRunning(process))
            left.append(key);
    }
    rows.finish();
    if (!left.isEmpty()) {
        const QString verdict = sql.value(u"PRAGMA quick_check(1)"_s).toString();
        if (!sql.failure() && verdict != "ok"_L1) {
            m_state.detail = verdict;
            return Found::Damaged;
        }
    }
    for (const QString &key : left)
        sql.run(u"DELETE FROM about WHERE key = ?"_s, {key});
    return sql.failure() ? foundBy(*sql.failure()) : Found::Fine;
}

void HistoryFile::setAside(Loss loss)
{
    const QString detail = m_state.detail;
    disconnect();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = u"%1.damaged-%2"_s.arg(m_place.path, stamp);
    moveWithCompanions(m_place.path, aside);
    m_state = {};
    m_isOpen = !QFileInfo::exists(m_place.path) && make();
    m_state.loss = loss;
    m_state.path = aside;
    m_state.detail = detail;
    if (m_isOpen) {
        noteFile();
        if (loss == Loss::Damaged)
            salvageFrom(aside);
    }
}

/// What no list can bring back. Reads each table until its first damaged page.
void HistoryFile::salvageFrom(const QString &path)
{
    static const QStringList Counted{u"operation"_s, u"annotation"_s, u"creator"_s};
    const QString connection = m_connection + u"-damaged"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open()) {
            Sql &sql = *m_sql;
            sql.begin();
            for (const QString &table : {u"operation"_s, u"annotation"_s, u"creator"_s,
                                         u"identity"_s, u"central"_s, u"role_seen"_s}) {
                QSqlQuery rows(database);
                rows.setForwardOnly(true);
                if (!rows.exec(u"SELECT * FROM "_s + table))
                    continue;
                while (rows.next()) {
                    QVariantList values;
                    QStringList marks;
                    for (int at = 0; at < rows.record().count(); ++at) {
                        values.append(rows.value(at));
                        marks.append(u"?"_s);
                    }
                    sql.run(u"INSERT INTO %1 VALUES (%2) ON CONFLICT DO NOTHING"_s.arg(
                                table, marks.join(u',')),
                            values);
                    m_state.salvaged += Counted.contains(table) ? 1 : 0;
                }
            }
            if (sql.commit())
                m_state.salvaged = 0;
        }
    }
    QSqlDatabase::removeDatabase(connection);
}

void HistoryFile::takeFailure(const SqlFailure &failure)
{
    m_state.detail = failure.text;
    if (failure.isDamage() && !m_place.path.isEmpty()) {
        setAside(Loss::Damaged);
        return;
    }
    m_state.problem = problemOf(failure);
}

bool HistoryFile::connect(const QString &path)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(path.isEmpty() ? u":memory:"_s : path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    m_sql.emplace(database);
    if (database.open())
        return true;
    m_state.detail = database.lastError().text();
    m_state.problem = database.lastError().nativeErrorCode().isEmpty()
                          ? Problem::Failed // no driver
                          : problemOf({database.lastError().nativeErrorCode().toInt() & 0xff, {}});
    database = {};
    disconnect();
    return false;
}

void HistoryFile::disconnect()
{
    m_isOpen = false;
    m_sql.reset();
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

void HistoryFile::close()
{
    if (m_isOpen && m_state.problem != Problem::Newer && isStillThere())
        m_sql->run(u"DELETE FROM about WHERE key = ?"_s, {dirtyKey()});
    disconnect();
}

void HistoryFile::noteFile()
{
    ++m_generation;
    struct stat status = {};
    if (::stat(QFile::encodeName(m_place.path).constData(), &status) == 0) {
        m_device = status.st_dev;
        m_inode = status.st_ino;
    }
}

/// Writes to a file that was removed succeed, and are lost.
bool HistoryFile::isStillThere() const
{
    if (m_place.path.isEmpty())
        return true;
    struct stat status = {};
    return ::stat(QFile::encodeName(m_place.path).constData(), &status) == 0
           && status.st_dev == m_device && status.st_ino == m_inode;
}

} // namespace rox
