// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/review/leakscan.h"
#include "tests/models/samplejwt.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace rox;
using namespace Qt::StringLiterals;
using Fault = LeakFindings::Fault;
using Found = std::shared_ptr<LeakFindings>;

namespace {

const QString Id = u"0b5d92c6-7be4-4f0a-9c1e-5d208f43e6c1"_s;

Secret textWith(const QByteArray &before)
{
    const QByteArray text = before + sampleJwt(Id, u"ops-bot"_s) + '\n';
    return Secret(text);
}

/// Runs a scan to its end.
Found resultOf(LeakScan *scan)
{
    Found result;
    QObject::connect(scan, &LeakScan::finished, scan, [&](const Found &found) { result = found; });
    if (!QTest::qWaitFor([&] { return result != nullptr; }, 20'000))
        qFatal("the scan does not end");
    scan->disconnect(scan);
    return result;
}

} // namespace

/// Reads texts and files on a worker and tells what they hold, or why they cannot be read.
class TestLeakScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastedTextIsLookedThrough();
    void fileIsNamedWithoutItsFolder();
    void unreadableFileSaysWhy_data();
    void unreadableFileSaysWhy();
    void picturesAndArchivesAreNoText_data();
    void picturesAndArchivesAreNoText();
    void tokenInABinaryFileIsFound();
    void largeFileIsReadInPart();
    void stoppedScanSaysNothing();
    void nextScanEndsTheOneBefore();
    void scanMayBeDeletedWhileItRuns();

private:
    [[nodiscard]] QString written(const QString &name, const QByteArray &bytes) const;
    QTemporaryDir m_folder;
};

QString TestLeakScan::written(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

void TestLeakScan::pastedTextIsLookedThrough()
{
    LeakScan scan;
    QVERIFY(!scan.isRunning());
    scan.scanText(textWith("first\ntoken="));
    QVERIFY(scan.isRunning());
    const Found found = resultOf(&scan);
    QVERIFY(!scan.isRunning());
    QCOMPARE(found->fault, Fault::None);
    QVERIFY(found->isWhole && found->fileName.isEmpty());
    QCOMPARE(found->scan.lines, 2);
    QCOMPARE(found->scan.found.size(), 1);
    QCOMPARE(found->scan.found[0].claims.id, Id);
    QCOMPARE(found->scan.found[0].value.view(), sampleJwt(Id, u"ops-bot"_s));
}

void TestLeakScan::fileIsNamedWithoutItsFolder()
{
    LeakScan scan;
    scan.scanFile(written(u"build-4471.log"_s, "\n\n" + sampleJwt(Id, u"ops-bot"_s)));
    QCOMPARE(scan.fileName(), u"build-4471.log"_s);
    const Found found = resultOf(&scan);
    QCOMPARE(found->fileName, u"build-4471.log"_s);
    QCOMPARE(found->scan.found.size(), 1);
    QCOMPARE(found->scan.found[0].lines, std::vector<qsizetype>{3});
}

void TestLeakScan::unreadableFileSaysWhy_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("folder") << m_folder.path() << Fault::Folder;
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s) << Fault::CannotRead;
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QVERIFY(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    QTest::newRow("pipe, which would block for ever") << pipe << Fault::CannotRead;
}

void TestLeakScan::unreadableFileSaysWhy()
{
    QFETCH(const QString, path);
    QFETCH(const Fault, fault);
    LeakScan scan;
    scan.scanFile(path);
    const Found found = resultOf(&scan);
    QCOMPARE(found->fault, fault);
    QCOMPARE(found->reason.isEmpty(), !path.endsWith("missing"_L1));
    QVERIFY(found->scan.found.empty());
}

void TestLeakScan::picturesAndArchivesAreNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Fault>("fault");
    const QByteArray rest(200, '\x01');
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n", 8) + rest << Fault::Picture;
    QTest::newRow("jpeg") << QByteArray("\xff\xd8\xff\xe0", 4) + rest << Fault::Picture;
    QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
                         << Fault::None;
    QTest::newRow("gzip") << QByteArray("\x1f\x8b\x08\x00", 4) + rest << Fault::Compressed;
    QTest::newRow("zip") << QByteArray("PK\x03\x04", 4) + rest << Fault::Compressed;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") + rest << Fault::Compressed;
    QTest::newRow("text") << QByteArray("nothing here\n") << Fault::None;
    QTest::newRow("nothing") << QByteArray() << Fault::None;
}

void TestLeakScan::picturesAndArchivesAreNoText()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Fault, fault);
    LeakScan scan;
    scan.scanFile(written(u"file"_s, bytes));
    QCOMPARE(resultOf(&scan)->fault, fault);
}

void TestLeakScan::tokenInABinaryFileIsFound()
{
    LeakScan scan;
    scan.scanFile(written(u"dump"_s, QByteArray("PK\x03\x04\x00\x00", 6)
                                         + sampleJwt(Id, u"ops-bot"_s) + QByteArray(10, '\0')));
    const Found found = resultOf(&scan);
    QCOMPARE(found->fault, Fault::None);
    QCOMPARE(found->scan.found.size(), 1);
}

void TestLeakScan::largeFileIsReadInPart()
{
    const QString path = written(u"large.log"_s, sampleJwt(Id, u"ops-bot"_s) + '\n');
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(MaxScannedBytes)); // with zeros
    LeakScan scan;
    scan.scanFile(path);
    QVERIFY(resultOf(&scan)->isWhole);
    QVERIFY(file.resize(MaxScannedBytes + 1));
    scan.scanFile(path);
    const Found found = resultOf(&scan);
    QVERIFY(!found->isWhole);
    QCOMPARE(found->scan.found.size(), 1);
}

void TestLeakScan::stoppedScanSaysNothing()
{
    LeakScan scan;
    QSignalSpy finished(&scan, &LeakScan::finished);
    scan.scanText(textWith({}));
    scan.stop();
    QVERIFY(!scan.isRunning());
    // A second scan ends after the first, whose result is dropped.
    scan.scanText(Secret("nothing"));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.first().first().value<Found>()->scan.found.empty());
}

void TestLeakScan::nextScanEndsTheOneBefore()
{
    LeakScan scan;
    QSignalSpy finished(&scan, &LeakScan::finished);
    for (int i = 0; i < 20; ++i)
        scan.scanText(Secret(QByteArray(1 << 20, 'e')));
    scan.scanText(textWith("last "));
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<Found>()->scan.found.size(), 1);
}

void TestLeakScan::scanMayBeDeletedWhileItRuns()
{
    QByteArray text(16 << 20, 'e');
    for (qsizetype i = 0; i < text.size(); i += 100)
        text[i] = '\n';
    for (int i = 0; i < 4; ++i) {
        LeakScan scan;
        scan.scanText(Secret(text));
    }
    LeakScan scan;
    scan.scanText(textWith("after "));
    QCOMPARE(resultOf(&scan)->scan.found.size(), 1);
}

QTEST_GUILESS_MAIN(TestLeakScan)
#include "tst_leakscan.moc"
