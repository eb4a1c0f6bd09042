// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/worker.h"
#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/certificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;

class TestCaFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badContentIsRefused_data();
    void badContentIsRefused();
    void directoryIsRefused();
    void missingFileIsRefused();
    void unreadableFileIsRefused();
    void readsEveryCertificate();
    void crlfAndTextBetweenAreRead();
    void fileIsReadOnAnotherThread();

private:
    QString file(const QByteArray &bytes);

    QTemporaryDir m_folder;
    TestAuthority m_one;
    TestAuthority m_two{"Another Authority"};
};

QString TestCaFile::file(const QByteArray &bytes)
{
    QFile out(m_folder.filePath(u"ca.pem"_s));
    out.open(QIODevice::WriteOnly);
    out.write(bytes);
    return out.fileName();
}

void TestCaFile::badContentIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray pem = m_one.certificate().toPem();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("text") << "this is no certificate\n"_ba;
    QTest::newRow("empty certificate")
        << "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"_ba;
    QTest::newRow("not base64")
        << "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n"_ba;
    QTest::newRow("cut") << pem.left(pem.size() / 2);
    QTest::newRow("second certificate is broken")
        << pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    QTest::newRow("DER") << m_one.certificate().toDer();
    QTest::newRow("a key") << m_one.leaf({}).key.toPem();
    QTest::newRow("too big") << QByteArray((16 << 20) + 1, '\n');
}

void TestCaFile::badContentIsRefused()
{
    QFETCH(QByteArray, bytes);
    const QString path = file(bytes);
    const auto trust = trustFromCaFile(path);
    QVERIFY(!trust);
    QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    QVERIFY(trust.error().detail.startsWith(path + u": "_s));
    // checkCaFile() refuses the same files.
    const auto fine = checkCaFile(path);
    QVERIFY(!fine);
    QCOMPARE(fine.error().kind, ApiError::Kind::BadCaFile);
    QVERIFY(fine.error().detail.startsWith(path + u": "_s));
}

void TestCaFile::directoryIsRefused()
{
    const auto trust = trustFromCaFile(m_folder.path());
    QVERIFY(!trust);
    QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    QVERIFY(trust.error().detail.contains(u"directory"_s));
}

void TestCaFile::missingFileIsRefused()
{
    for (const QString &path : {m_folder.filePath(u"missing.pem"_s), QString()}) {
        const auto trust = trustFromCaFile(path);
        QVERIFY(!trust);
        QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    }
}

void TestCaFile::unreadableFileIsRefused()
{
    // Reading this file fails even for root, like on a bad disk.
    const auto trust = trustFromCaFile(u"/proc/self/mem"_s);
    QVERIFY(!trust);
    QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
}

void TestCaFile::readsEveryCertificate()
{
    const QString path = file(m_one.certificate().toPem() + m_two.certificate().toPem());
    const auto trust = trustFromCaFile(path);
    QVERIFY(trust);
    QCOMPARE(trust->authorities, (QList{m_one.certificate(), m_two.certificate()}));
    QVERIFY(checkCaFile(path));
}

void TestCaFile::crlfAndTextBetweenAreRead()
{
    const QByteArray pem = "# the CA of our Central\n" + m_one.certificate().toPem();
    const auto trust = trustFromCaFile(file(QByteArray(pem).replace('\n', "\r\n")));
    QVERIFY(trust);
    QCOMPARE(trust->authorities, QList{m_one.certificate()});
    QVERIFY(checkCaFile(file(QByteArray(pem).replace('\n', "\r\n"))));
}

void TestCaFile::fileIsReadOnAnotherThread()
{
    TrustRule rule;
    rule.kind = TrustRule::Kind::CaFile;
    rule.caFile = file(m_one.certificate().toPem());
    Caught<Trust> trust;
    whenTrustIsRead(rule, this, trust.handler());
    QCOMPARE(trust.calls, 0);
    QTRY_COMPARE(trust.calls, 1);
    QVERIFY(trust.succeeded());
    QCOMPARE((*trust.result)->authorities, QList{m_one.certificate()});
    rule.caFile = u"/nonexistent/ca.pem"_s;
    Caught<Trust> missing;
    whenTrustIsRead(rule, this, missing.handler());
    QTRY_COMPARE(missing.calls, 1);
    QCOMPARE(missing.error().kind, ApiError::Kind::BadCaFile);
    // Without a CA file the handler is called at once.
    Caught<Trust> system;
    whenTrustIsRead({}, this, system.handler());
    QVERIFY(system.succeeded());
    // The handler is not called after its context was destroyed.
    auto gone = std::make_unique<QObject>();
    Caught<Trust> gotNone;
    whenTrustIsRead(rule, gone.get(), gotNone.handler());
    gone.reset();
    QVERIFY(blockingPool()->waitForDone(10'000));
    QCoreApplication::processEvents();
    QCOMPARE(gotNone.calls, 0);
}

QTEST_GUILESS_MAIN(TestCaFile)
#include "tst_cafile.moc"
