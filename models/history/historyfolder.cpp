// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyfolder.h"

#include "models/history/historyindex.h"
#include "models/history/journal.h"
#include "models/history/networkfilesystem.h"
#include "models/history/sql.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <map>

namespace rox {

using namespace Qt::StringLiterals;

namespace {

/// A folder too: what has the name of a history is looked at.
constexpr auto AnyEntry = QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System;

QString nameOf(const QUuid &file)
{
    return file.toString(QUuid::WithoutBraces);
}

/// The database and each file beside it: -wal, -shm, copies, and what was set aside.
QFileInfoList filesOf(const QString &folder, const QUuid &file)
{
    return QDir(folder).entryInfoList({nameOf(file) + u".*"_s}, AnyEntry);
}

/// Every history that has a file in the folder.
QList<QUuid> filesIn(const QString &folder)
{
    QList<QUuid> found;
    const auto infos = QDir(folder).entryInfoList({u"*.sqlite*"_s}, AnyEntry);
    for (const QFileInfo &info : infos) {
        const QUuid file(info.fileName().section(u'.', 0, 0));
        if (!file.isNull() && !found.contains(file))
            found.append(file);
    }
    return found;
}

constexpr auto CountRevoked =
    "SELECT count(*) FROM token t WHERE revoked_listing IS NOT NULL OR (last_listing IS NOT NULL "
    "AND (expires_at IS NULL OR expires_at + %1 > (SELECT first_at FROM listing l WHERE "
    "l.central = t.central AND l.listing = t.last_listing + 1)))"_L1;

void count(Sql &sql, KeptHistory *kept)
{
    const auto number = [&](const QString &statement) { return sql.value(statement).toLongLong(); };
    const QString requests = u"(SELECT max(outcome) AS last FROM operation WHERE kind IN (1, 2) "
                             "GROUP BY operation)"_s;
    kept->address = sql.value(u"SELECT endpoint FROM central WHERE central = 1"_s).toString();
    kept->name = sql.value(u"SELECT name FROM central WHERE central = 1"_s).toString();
    const QVariant since = sql.value(u"SELECT min(first_at) FROM listing"_s);
    kept->since = since.isNull() ? NoTime : since.toLongLong();
    kept->tokens = number(u"SELECT count(*) FROM token"_s);
    kept->revoked = number(QString(CountRevoked).arg(DayMs));
    kept->annotated = number(u"SELECT count(DISTINCT id) FROM annotation"_s);
    kept->requests = number(u"SELECT count(*) FROM "_s + requests);
    kept->openRequests = number(
        u"SELECT count(*) FROM %1 WHERE last < %2"_s.arg(requests).arg(int(IntentOutcome::Done)));
    kept->rotations = number(u"SELECT count(DISTINCT chain) FROM operation WHERE chain <> ''"_s);
    kept->isReadable = !sql.failure();
}

/// Reads the file by a connection of its own: one that is open in another thread stays as it is.
KeptHistory readKept(const QString &folder, const QUuid &file)
{
    KeptHistory kept;
    const QString path = folder + u'/' + nameOf(file) + u".sqlite"_s;
    kept.isReadable = false;
    if (QFileInfo::exists(path)) {
        const QString connection = u"history-count-"_s + nameOf(file);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
            database.setDatabaseName(path);
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=1000"_s);
            Sql sql(database);
            if (database.open())
                count(sql, &kept);
        }
        QSqlDatabase::removeDatabase(connection);
    }
    const QFileInfoList files = filesOf(folder, file);
    for (const QFileInfo &info : files)
        kept.bytes += info.size();
    kept.files = int(files.size());
    return kept;
}

/// A history whose index was lost has a file that is not in use beside the one that is.
void add(const KeptHistory &other, KeptHistory *to)
{
    to->bytes += other.bytes;
    to->files += other.files;
    if (other.isInUse) {
        const qint64 bytes = to->bytes;
        const int files = to->files;
        *to = other;
        to->bytes = bytes;
        to->files = files;
    }
}

struct FileOfAddress
{
    QString address;
    KeptHistory kept;
    QUuid file;
};

QList<FileOfAddress> filesWithAddresses(const QString &folder, const HistoryIndex &index)
{
    QHash<QUuid, QString> addresses;
    const QStringList known = index.addresses();
    for (const QString &address : known)
        addresses.insert(index.find(address), address);
    QList<FileOfAddress> found;
    const QList<QUuid> files = filesIn(folder);
    for (const QUuid &file : files) {
        KeptHistory kept = readKept(folder, file);
        const QUuid central = index.leadsTo(file);
        kept.isInUse = addresses.contains(file);
        const QString unidentified = index.unidentifiedAt(central);
        if (addresses.contains(central)) // else its index was lost
            kept.address = addresses.value(central);
        else if (!unidentified.isEmpty())
            kept.address = unidentified;
        else if (kept.address.isEmpty())
            kept.address = nameOf(file);
        found.append({kept.address, kept, file});
    }
    return found;
}

/// Looks at the folder again afterwards.
void removeFiles(const QString &folder, const QUuid &history, ForgottenHistory &forgotten)
{
    const QFileInfoList before = filesOf(folder, history);
    for (const QFileInfo &info : before) {
        QFile file(info.filePath());
        const qint64 bytes = info.size();
        if (file.remove())
            forgotten.bytes += bytes;
        else if (forgotten.why.isEmpty())
            forgotten.why = file.errorString();
    }
    const QFileInfoList after = filesOf(folder, history);
    for (const QFileInfo &info : after)
        forgotten.left.append(info.filePath());
}

} // namespace

KeptHistories keptHistories(const QString &folder, const HistoryIndex &index)
{
    KeptHistories all;
    all.folder = folder;
    if (folder.isEmpty())
        return all;
    all.isOnNetwork = isNetworkFileSystem(fileSystemType(folder));
    std::map<QString, KeptHistory> byAddress;
    const auto files = filesWithAddresses(folder, index);
    for (const FileOfAddress &each : files) {
        const auto [place, isNew] = byAddress.emplace(each.address, each.kept);
        if (!isNew)
            add(each.kept, &place->second);
    }
    for (const auto &[address, kept] : byAddress)
        all.histories.append(kept);
    return all;
}

ForgottenHistory forgetFiles(const QString &folder, HistoryIndex *index, const QString &address)
{
    ForgottenHistory forgotten;
    const auto files = filesWithAddresses(folder, *index);
    for (const FileOfAddress &each : files) {
        if (each.address == address)
            removeFiles(folder, each.file, forgotten);
    }
    if (forgotten.isGone())
        index->remove(address);
    return forgotten;
}

ForgottenHistory forgetAllFiles(const QString &folder, HistoryIndex *index)
{
    ForgottenHistory forgotten;
    const QList<QUuid> files = filesIn(folder);
    for (const QUuid &file : files)
        removeFiles(folder, file, forgotten);
    if (forgotten.isGone())
        index->clear();
    return forgotten;
}

} // namespace rox
