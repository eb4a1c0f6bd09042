// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/exportfile.h"
#include "models/review/exportjob.h"
#include "tests/models/review/reviewsamples.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <sys/stat.h>
#include <unistd.h>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

using End = ExportOutcome::End;
using Cause = ExportOutcome::Cause;

namespace {

/// Set for the process that runs inside a mount namespace: what it may write to.
constexpr auto MountedFolder = "ROX_TEST_MOUNTED_FOLDER";

Review manyRows()
{
    RandomTokens random(3);
    return reviewOf(random.list(20'000));
}

bool goOn(qsizetype)
{
    return true;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A user that may not write into a folder of root's.
class OtherUser
{
public:
    OtherUser()
    {
        constexpr uid_t Nobody = 65534;
        if (::geteuid() == 0)
            (void)!::seteuid(Nobody);
    }
    ~OtherUser() { (void)!::seteuid(::getuid()); }
    Q_DISABLE_COPY_MOVE(OtherUser)
};

} // namespace

class TestExportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fileIsWhole_data() { formats(); }
    void fileIsWhole();
    void cancelledExportLeavesNothing_data() { formats(); }
    void cancelledExportLeavesNothing();
    void cancelledExportLeavesTheOlderFile();
    void folderThatVanishesIsSaid();
    void folderThatIsNotThereIsSaid();
    void folderWithoutPermissionIsSaid();
    void fullDiskAndReadOnlyDiskAreSaid();
    void jobWritesInTheBackground();
    void deletedJobLeavesNothing();

private:
    static void formats();
    void onMountedFolder(const QString &folder);
    [[nodiscard]] QStringList files() const;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestExportFile::formats()
{
    QTest::addColumn<int>("format");
    for (const ExportFormatInfo &info : exportFormats())
        QTest::newRow(info.id.data()) << int(info.format);
}

void TestExportFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"tokens"_s);
}

QStringList TestExportFile::files() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TestExportFile::fileIsWhole()
{
    QFETCH(int, format);
    const Review review = reviewOf(hostileTokens());
    const ExportOutcome outcome = writeExport(m_path, review, ExportFormat(format), goOn);
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(outcome.rows, qsizetype(review.rows.size()));
    QCOMPARE(QFile(m_path).size(), outcome.bytes);
    if (ExportFormat(format) != ExportFormat::Report) // its time of making differs
        QCOMPARE(contentOf(m_path), written(review, ExportFormat(format)));
    QCOMPARE(files(), QStringList{u"tokens"_s});
}

void TestExportFile::cancelledExportLeavesNothing()
{
    QFETCH(int, format);
    const ExportOutcome outcome = writeExport(
        m_path,
        ExportFormat(format) == ExportFormat::Report ? reviewOf(RandomTokens(5).list(600))
                                                     : manyRows(),
        ExportFormat(format), [](qsizetype rows) { return rows < 400; });
    QCOMPARE(outcome.end, End::Cancelled);
    QCOMPARE(files(), QStringList());
}

void TestExportFile::cancelledExportLeavesTheOlderFile()
{
    QFile older(m_path);
    QVERIFY(older.open(QIODevice::WriteOnly));
    older.write("older");
    older.close();
    const ExportOutcome outcome = writeExport(m_path, manyRows(), ExportFormat::Csv,
                                              [](qsizetype rows) { return rows < 10'000; });
    QCOMPARE(outcome.end, End::Cancelled);
    QCOMPARE(files(), QStringList{u"tokens"_s});
    QCOMPARE(contentOf(m_path), QByteArray("older"));
}

void TestExportFile::folderThatVanishesIsSaid()
{
    const QString folder = m_folder->filePath(u"usb"_s);
    QVERIFY(QDir().mkdir(folder));
    const ExportOutcome outcome =
        writeExport(folder + u"/tokens"_s, manyRows(), ExportFormat::Csv, [&](qsizetype rows) {
            if (rows > 10'000)
                QDir(folder).removeRecursively();
            return true;
        });
    QCOMPARE(outcome.end, End::Failed);
    QCOMPARE(outcome.cause, Cause::FolderGone);
    QCOMPARE(files(), QStringList());
}

void TestExportFile::folderThatIsNotThereIsSaid()
{
    const ExportOutcome outcome =
        writeExport(m_folder->filePath(u"no/tokens"_s), reviewOf({}), ExportFormat::Csv, goOn);
    QCOMPARE(outcome.end, End::Failed);
    QCOMPARE(outcome.cause, Cause::FolderGone);
}

void TestExportFile::folderWithoutPermissionIsSaid()
{
    ::chmod(QFile::encodeName(m_folder->path()).constData(), 0555);
    ExportOutcome outcome;
    {
        const OtherUser user;
        outcome = writeExport(m_path, reviewOf({}), ExportFormat::Csv, goOn);
    }
    ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
    QCOMPARE(outcome.end, End::Failed);
    QCOMPARE(outcome.cause, Cause::NoPermission);
    QCOMPARE(files(), QStringList());
}

/// Runs this test again in a mount namespace of its own, where the folder is a small disk.
void TestExportFile::fullDiskAndReadOnlyDiskAreSaid()
{
    if (qEnvironmentVariableIsSet(MountedFolder)) {
        onMountedFolder(qEnvironmentVariable(MountedFolder));
        return;
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(MountedFolder), m_folder->path());
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(u"unshare"_s, {u"--map-root-user"_s, u"--mount"_s, u"sh"_s, u"-c"_s,
                               u"mount -t tmpfs -o size=256k tmpfs \"$1\" && exec \"$0\" "
                               "fullDiskAndReadOnlyDiskAreSaid"_s,
                               QCoreApplication::applicationFilePath(), m_folder->path()});
    QVERIFY(child.waitForFinished(120'000));
    QVERIFY2(child.exitCode() == 0, child.readAll().constData());
}

void TestExportFile::onMountedFolder(const QString &folder)
{
    const QString path = folder + u"/tokens"_s;
    const Review small = reviewOf({hostileTokens().first()});
    QCOMPARE(writeExport(path, small, ExportFormat::Csv, goOn).end, End::Written);
    const QByteArray before = contentOf(path);
    for (const ExportFormatInfo &info : exportFormats()) {
        const ExportOutcome outcome = writeExport(path, manyRows(), info.format, goOn);
        QCOMPARE(outcome.end, End::Failed);
        QVERIFY2(outcome.cause == Cause::DiskFull, qPrintable(outcome.systemText));
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList{u"tokens"_s});
        QCOMPARE(contentOf(path), before);
    }
    QCOMPARE(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,bind,ro"_s, folder}), 0);
    const ExportOutcome outcome = writeExport(path, small, ExportFormat::Csv, goOn);
    QCOMPARE(outcome.end, End::Failed);
    QCOMPARE(outcome.cause, Cause::NoPermission);
    QCOMPARE(contentOf(path), before);
}

void TestExportFile::jobWritesInTheBackground()
{
    ExportJob job;
    QSignalSpy finished(&job, &ExportJob::finished);
    const Review review = reviewOf(hostileTokens());
    job.start(m_path, review, ExportFormat::Report);
    QVERIFY(finished.wait());
    const auto outcome = finished.first().first().value<ExportOutcome>();
    QCOMPARE(outcome.end, End::Written);
    QCOMPARE(QFile(m_path).size(), outcome.bytes);
}

void TestExportFile::deletedJobLeavesNothing()
{
    auto job = std::make_unique<ExportJob>();
    job->start(m_path, manyRows(), ExportFormat::Report);
    job.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone());
    QCOMPARE(files(), QStringList());
}

QTEST_MAIN(TestExportFile)
#include "tst_exportfile.moc"
