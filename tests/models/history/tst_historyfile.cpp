// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/historyfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rox;
using namespace Qt::StringLiterals;
using Problem = HistoryState::Problem;
using Loss = HistoryState::Loss;

namespace {

const QString InsertOperation =
    u"INSERT INTO operation VALUES (?, 0, 1, 5, NULL, 2, 0, '', 'id', 'me', '')"_s;

/// A folder with one file of history.
class Files
{
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"history/file.sqlite"_s); }
    [[nodiscard]] HistoryFile::Place place(bool isKnown = false) const
    {
        return {.path = path(),
                .uuid = QUuid::createUuid(),
                .isKnown = isKnown,
                .process = QUuid::createUuid()};
    }
    /// Makes the file, writes an operation into it and closes it.
    void make() const
    {
        HistoryFile file(place());
        file.ensureOpen();
        file.sql().run(InsertOperation, {u"first"_s});
        QVERIFY(!file.sql().failure());
    }
    /// As after a crash: another process has it open.
    void leaveDirty() const
    {
        HistoryFile file(place(true));
        file.ensureOpen();
        file.sql().run(u"INSERT INTO about VALUES ('dirty:%1', '1')"_s.arg(
            QUuid::createUuid().toString(QUuid::WithoutBraces)));
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList aside() const
    {
        return QDir(m_folder.filePath(u"history"_s)).entryList({u"*.damaged-*"_s});
    }

private:
    QTemporaryDir m_folder;
};

int modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777)
                                                                     : -1;
}

int operationsIn(HistoryFile &file)
{
    return file.sql().value(u"SELECT count(*) FROM operation"_s).toInt();
}

} // namespace

class TestHistoryFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersCannotReadIt();
    void whatWasWrittenIsThereAgain();
    void whatIsNoHistoryIsSetAside_data();
    void whatIsNoHistoryIsSetAside();
    void emptyFileIsDamage();
    void missingFileIsSaid();
    void removedFileIsNoticedBeforeTheNextWrite();
    void damageIsFoundAfterAnUncleanEnd();
    void operationsAreSalvagedFromADamagedFile();
    void runningProcessIsNoUncleanEnd();
    void fileOfANewerProgramIsLeftAsItIs();
    void fileThatOnlyNewerProgramsWriteIsRead();
    void olderFileIsMigratedAndCopiedBefore();
    void failedMigrationChangesNothing();
    void lockedFileIsNotSetAside();
    void readOnlyFolderIsSaid();
    void fullDiskKeepsWhatWasWritten();
    void nullStringAndNulAreStored();
    void transactionWritesAfterAReadWhileAnotherWrites();
    void copyHasWhatIsStillInTheLog();
    void networkFileSystemsAreKnown_data();
    void networkFileSystemsAreKnown();
    void fileOnANetworkHasNoWal();
    void walFileThatMovedToANetworkLosesItsWal();
    void fileOfANetworkStaysWithoutWalElsewhere();
};

void TestHistoryFile::othersCannotReadIt()
{
    const mode_t before = ::umask(0);
    const Files files;
    HistoryFile file(files.place());
    file.ensureOpen();
    ::umask(before);
    QVERIFY(file.mayWrite());
    file.sql().run(InsertOperation, {u"first"_s});
    QCOMPARE(modeOf(files.path()), 0600);
    QCOMPARE(modeOf(files.path() + u"-wal"_s), 0600);
    QCOMPARE(modeOf(files.path() + u"-shm"_s), 0600);
    QCOMPARE(modeOf(QFileInfo(files.path()).path()), 0700);
}

void TestHistoryFile::whatWasWrittenIsThereAgain()
{
    const Files files;
    files.make();
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QCOMPARE(file.state(), (HistoryState{.path = files.path()}));
    QCOMPARE(operationsIn(file), 1);
    QCOMPARE(file.sql().value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(file.sql().value(u"PRAGMA synchronous"_s).toInt(), 2); // FULL
    QCOMPARE(file.sql().value(u"PRAGMA auto_vacuum"_s).toInt(), 2); // INCREMENTAL
}

void TestHistoryFile::whatIsNoHistoryIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("this is no database\n");
    QTest::newRow("garbage") << QByteArray(8192, '\xa5');
    QTest::newRow("cut off") << QByteArray("SQLite format 3\0", 16);
}

void TestHistoryFile::whatIsNoHistoryIsSetAside()
{
    QFETCH(QByteArray, bytes);
    const Files files;
    files.make();
    files.write(bytes);
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QVERIFY(file.mayWrite());
    QCOMPARE(file.state().loss, Loss::Damaged);
    QCOMPARE(files.aside().size(), 1);
    QFile kept(file.state().path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QCOMPARE(operationsIn(file), 0);
}

void TestHistoryFile::emptyFileIsDamage()
{
    const Files files;
    files.make();
    files.write({});
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QVERIFY(file.mayWrite());
    QCOMPARE(file.state().loss, Loss::Emptied);
    QCOMPARE(files.aside().size(), 1);
}

void TestHistoryFile::missingFileIsSaid()
{
    const Files files;
    HistoryFile fresh(files.place(false));
    fresh.ensureOpen();
    QCOMPARE(fresh.state().loss, Loss::None);
    fresh.close();
    QVERIFY(QFile::remove(files.path()));
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QVERIFY(file.mayWrite());
    QCOMPARE(file.state().loss, Loss::Removed);
}

void TestHistoryFile::removedFileIsNoticedBeforeTheNextWrite()
{
    const Files files;
    HistoryFile file(files.place());
    file.ensureOpen();
    const int before = file.generation();
    QVERIFY(QFile::remove(files.path()));
    file.ensureOpen();
    QCOMPARE(file.state().loss, Loss::Removed);
    QVERIFY(file.generation() > before);
    file.sql().run(InsertOperation, {u"second"_s});
    file.close();
    HistoryFile again(files.place(true));
    again.ensureOpen();
    QCOMPARE(operationsIn(again), 1);
}

void TestHistoryFile::damageIsFoundAfterAnUncleanEnd()
{
    const Files files;
    {
        HistoryFile file(files.place());
        file.ensureOpen();
        file.sql().begin();
        for (int i = 0; i < 2000; ++i)
            file.sql().run(InsertOperation, {QString::number(i)});
        QVERIFY(!file.sql().commit());
    }
    files.leaveDirty();
    QByteArray bytes = files.bytes();
    bytes.replace(bytes.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\x5a'));
    files.write(bytes);
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QCOMPARE(file.state().loss, Loss::Damaged);
    QVERIFY(file.mayWrite());
    QVERIFY(file.state().salvaged > 0);
    QCOMPARE(operationsIn(file), file.state().salvaged);
}

void TestHistoryFile::operationsAreSalvagedFromADamagedFile()
{
    const Files files;
    files.make();
    HistoryFile file(files.place(true));
    file.ensureOpen();
    file.sql().run(u"INSERT INTO annotation VALUES ('n', 1, 'id', 5, 'me', 1, 'note')"_s);
    file.sql().run(u"INSERT INTO creator VALUES (1, 'id', 'admin', 'basic', 5)"_s);
    file.takeFailure({.code = 11, .text = u"database disk image is malformed"_s});
    QVERIFY(file.mayWrite());
    QCOMPARE(file.state().loss, Loss::Damaged);
    QCOMPARE(file.state().salvaged, 3);
    QCOMPARE(operationsIn(file), 1);
    QCOMPARE(file.sql().value(u"SELECT text FROM annotation"_s).toString(), u"note"_s);
    QCOMPARE(file.sql().value(u"SELECT user_id FROM creator"_s).toString(), u"admin"_s);
    QCOMPARE(files.aside().filter(QRegularExpression(u"\\d$"_s)).size(), 1);
}

void TestHistoryFile::runningProcessIsNoUncleanEnd()
{
    const Files files;
    files.make();
    files.leaveDirty();
    HistoryFile::Place place = files.place(true);
    place.isRunning = [](const QUuid &) { return true; };
    HistoryFile file(place);
    file.ensureOpen();
    const QString count = u"SELECT count(*) FROM about WHERE key >= 'dirty:' AND key < 'dirty;'"_s;
    QCOMPARE(file.sql().value(count).toInt(), 2);
    file.close();
    HistoryFile next(files.place(true)); // that process runs no more
    next.ensureOpen();
    QCOMPARE(next.sql().value(count).toInt(), 1);
}

void TestHistoryFile::fileOfANewerProgramIsLeftAsItIs()
{
    const Files files;
    files.make();
    {
        HistoryFile file(files.place(true));
        file.ensureOpen();
        file.sql().run(u"UPDATE about SET value = '2'"_s);
    }
    const QByteArray before = files.bytes();
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QCOMPARE(file.state().problem, Problem::Newer);
    QVERIFY(!file.mayRead());
    QVERIFY(!file.mayWrite());
    QCOMPARE(files.bytes(), before);
    QVERIFY(files.aside().isEmpty());
}

void TestHistoryFile::fileThatOnlyNewerProgramsWriteIsRead()
{
    const Files files;
    files.make();
    {
        HistoryFile file(files.place(true));
        file.ensureOpen();
        file.sql().run(u"UPDATE about SET value = '2' WHERE key <> 'min_reader'"_s);
    }
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QCOMPARE(file.state().problem, Problem::Newer);
    QVERIFY(file.mayRead());
    QVERIFY(!file.mayWrite());
    QCOMPARE(operationsIn(file), 1);
}

void TestHistoryFile::olderFileIsMigratedAndCopiedBefore()
{
    const Files files;
    files.make();
    HistorySchema next = HistorySchema::current();
    next.version = 2;
    next.minWriter = 2;
    next.migrations = {{2, {u"ALTER TABLE operation ADD COLUMN extra TEXT NOT NULL DEFAULT ''"_s}}};
    {
        HistoryFile file(files.place(true), next);
        file.ensureOpen();
        QVERIFY(file.mayWrite());
        QCOMPARE(file.sql().value(u"SELECT count(extra) FROM operation"_s).toInt(), 1);
    }
    HistoryFile again(files.place(true), next);
    again.ensureOpen();
    QVERIFY(again.mayWrite());
    QCOMPARE(modeOf(files.path() + u"-before-2"_s), 0600);
    HistoryFile old(files.place(true)); // the older program again
    old.ensureOpen();
    QCOMPARE(old.state().problem, Problem::Newer);
    QVERIFY(old.mayRead());
}

void TestHistoryFile::failedMigrationChangesNothing()
{
    const Files files;
    files.make();
    HistorySchema next = HistorySchema::current();
    next.version = 2;
    next.migrations = {{2, {u"CREATE TABLE more (a TEXT)"_s, u"CREATE nonsense"_s}}};
    {
        HistoryFile file(files.place(true), next);
        file.ensureOpen();
        QCOMPARE(file.state().problem, Problem::Failed);
        QVERIFY(!file.mayWrite());
    }
    HistoryFile old(files.place(true));
    old.ensureOpen();
    QVERIFY(old.mayWrite());
    QCOMPARE(old.sql().value(u"SELECT count(*) FROM sqlite_master WHERE name = 'more'"_s).toInt(),
             0);
}

void TestHistoryFile::lockedFileIsNotSetAside()
{
    const Files files;
    files.make();
    HistoryFile holder(files.place(true));
    holder.ensureOpen();
    QVERIFY(holder.sql().begin());
    HistoryFile file(files.place(true));
    file.ensureOpen(); // waits for five seconds
    QCOMPARE(file.state().problem, Problem::Locked);
    QVERIFY(files.aside().isEmpty());
    QVERIFY(!holder.sql().commit());
    file.ensureOpen();
    QVERIFY(file.mayWrite());
    QVERIFY(file.state().isKept());
}

void TestHistoryFile::readOnlyFolderIsSaid()
{
    QTemporaryDir folder;
    QFile blocker(folder.filePath(u"history"_s)); // root may write into any folder
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    HistoryFile file({.path = folder.filePath(u"history/file.sqlite"_s),
                      .uuid = QUuid::createUuid(),
                      .process = QUuid::createUuid()});
    file.ensureOpen();
    QCOMPARE(file.state().problem, Problem::NoFolder);
    QVERIFY(!file.mayRead());
    QVERIFY(blocker.remove());
    file.ensureOpen();
    QVERIFY(file.mayWrite());
    QVERIFY(file.state().isKept());
}

void TestHistoryFile::fullDiskKeepsWhatWasWritten()
{
    const Files files;
    files.make();
    HistoryFile file(files.place(true));
    file.ensureOpen();
    Sql &sql = file.sql();
    sql.run(u"PRAGMA max_page_count=%1"_s.arg(sql.value(u"PRAGMA page_count"_s).toInt() + 2));
    sql.begin();
    for (int i = 0; i < 2000 && !sql.failure(); ++i)
        sql.run(InsertOperation, {QString::number(i)});
    const auto failure = sql.commit();
    QVERIFY(failure.has_value());
    file.takeFailure(*failure);
    QCOMPARE(file.state().problem, Problem::Full);
    QCOMPARE(operationsIn(file), 1);
    QVERIFY(file.mayWrite()); // the next one may succeed
    sql.run(u"PRAGMA max_page_count=1000000"_s);
    sql.begin();
    sql.run(InsertOperation, {u"second"_s});
    QVERIFY(!sql.commit());
    QCOMPARE(operationsIn(file), 2);
}

void TestHistoryFile::nullStringAndNulAreStored()
{
    const Files files;
    HistoryFile file(files.place());
    file.ensureOpen();
    Sql &sql = file.sql();
    const QString insert = u"INSERT INTO annotation VALUES (?, 1, 'id', 5, 'me', 1, ?)"_s;
    sql.run(insert, {u"a"_s, QString()});
    sql.run(insert, {u"b"_s, QString(u"x"_s + QChar(0) + u"y"_s)});
    QVERIFY(!sql.failure());
    QCOMPARE(sql.value(u"SELECT text FROM annotation WHERE annotation = 'a'"_s).toString(), u""_s);
    QCOMPARE(sql.value(u"SELECT length(text) FROM annotation WHERE annotation = 'b'"_s).toInt(), 3);
    QCOMPARE(sql.value(u"SELECT text FROM annotation WHERE annotation = 'b'"_s).toString(),
             u"x\u2400y"_s);
}

/// A transaction that began without a lock would fail at once.
void TestHistoryFile::transactionWritesAfterAReadWhileAnotherWrites()
{
    const Files files;
    files.make();
    HistoryFile one(files.place(true));
    HistoryFile other(files.place(true));
    one.ensureOpen();
    other.ensureOpen();
    other.sql().run(u"PRAGMA busy_timeout=0"_s);
    QVERIFY(one.sql().begin());
    QCOMPARE(operationsIn(one), 1);
    QCOMPARE(operationsIn(other), 1); // readers are not blocked
    other.sql().run(InsertOperation, {u"other"_s});
    QCOMPARE(other.sql().failure()->code, 5);
    one.sql().run(InsertOperation, {u"second"_s});
    QVERIFY(!one.sql().commit());
}

void TestHistoryFile::copyHasWhatIsStillInTheLog()
{
    const Files files;
    HistoryFile file(files.place());
    file.ensureOpen();
    file.sql().run(InsertOperation, {u"first"_s});
    const QString copy = files.path() + u".copy"_s;
    QVERIFY(file.backUp(copy));
    HistoryFile copied({.path = copy, .process = QUuid::createUuid()});
    copied.ensureOpen();
    QCOMPARE(operationsIn(copied), 1);
}

void TestHistoryFile::networkFileSystemsAreKnown_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isNetwork");
    for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "afs", "fuse.sshfs"})
        QTest::newRow(type) << QByteArray(type) << true;
    for (const char *type : {"ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "fuse.portal", ""})
        QTest::newRow(*type ? type : "unknown") << QByteArray(type) << false;
}

void TestHistoryFile::networkFileSystemsAreKnown()
{
    QFETCH(const QByteArray, type);
    QTEST(isNetworkFileSystem(type), "isNetwork");
}

void TestHistoryFile::fileOnANetworkHasNoWal()
{
    const Files files;
    HistoryFile::Place place = files.place();
    QString askedOf;
    place.fileSystem = [&](const QString &folder) {
        askedOf = folder;
        return "nfs4"_ba;
    };
    {
        HistoryFile file(place);
        file.ensureOpen();
        QVERIFY(file.mayWrite());
        QCOMPARE(askedOf, QFileInfo(files.path()).path());
        QCOMPARE(file.sql().value(u"PRAGMA journal_mode"_s).toString(), u"truncate"_s);
        QCOMPARE(file.sql().value(u"PRAGMA synchronous"_s).toInt(), 3); // EXTRA
        file.sql().run(InsertOperation, {u"first"_s});
        QVERIFY(!QFile::exists(files.path() + u"-wal"_s));
        QVERIFY(!QFile::exists(files.path() + u"-shm"_s));
    }
    place.isKnown = true;
    HistoryFile again(place);
    again.ensureOpen();
    QCOMPARE(operationsIn(again), 1);
    QCOMPARE(again.sql().value(u"PRAGMA synchronous"_s).toInt(), 3);
}

void TestHistoryFile::walFileThatMovedToANetworkLosesItsWal()
{
    const Files files;
    files.make();
    HistoryFile::Place place = files.place(true);
    place.fileSystem = [](const QString &) { return "cifs"_ba; };
    HistoryFile file(place);
    file.ensureOpen();
    QVERIFY(file.state().isKept());
    QCOMPARE(file.sql().value(u"PRAGMA journal_mode"_s).toString(), u"truncate"_s);
    QCOMPARE(operationsIn(file), 1);
    file.sql().run(InsertOperation, {u"second"_s});
    QVERIFY(!QFile::exists(files.path() + u"-wal"_s));
    QCOMPARE(operationsIn(file), 2);
}

void TestHistoryFile::fileOfANetworkStaysWithoutWalElsewhere()
{
    const Files files;
    HistoryFile::Place place = files.place();
    place.fileSystem = [](const QString &) { return "nfs"_ba; };
    {
        HistoryFile file(place);
        file.ensureOpen();
        QVERIFY(file.mayWrite());
    }
    HistoryFile file(files.place(true));
    file.ensureOpen();
    QVERIFY(file.mayWrite());
    QCOMPARE(file.sql().value(u"PRAGMA journal_mode"_s).toString(), u"delete"_s); // of SQLite
    QVERIFY(!QFile::exists(files.path() + u"-wal"_s));
}

QTEST_GUILESS_MAIN(TestHistoryFile)
#include "tst_historyfile.moc"
