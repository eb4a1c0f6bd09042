// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/centralclient.h"
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

private slots:
    void refuses_data();
    void refuses();
    void refusesADirectory();
    void refusesWhatIsNotThere();
    void refusesWhatMayNotBeRead();
    void readsEveryCertificate();
    void readsCarriageReturnsAndWordsBetween();

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

void TestCaFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray pem = m_one.certificate().toPem();
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("words") << "this is no certificate\n"_ba;
    QTest::newRow("nothing inside")
        << "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"_ba;
    QTest::newRow("not base64")
        << "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n"_ba;
    QTest::newRow("cut") << pem.left(pem.size() / 2);
    QTest::newRow("a good one and a broken one")
        << pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    QTest::newRow("DER") << m_one.certificate().toDer();
    QTest::newRow("a key") << m_one.leaf({}).key.toPem();
    QTest::newRow("too big") << QByteArray((16 << 20) + 1, '\n');
}

void TestCaFile::refuses()
{
    QFETCH(QByteArray, bytes);
    const QString path = file(bytes);
    const auto trust = trustFromCaFile(path);
    QVERIFY(!trust);
    QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    QVERIFY(trust.error().detail.startsWith(path + u": "_s));
    // The quick look finds all of these too.
    const auto fine = checkCaFile(path);
    QVERIFY(!fine);
    QCOMPARE(fine.error().kind, ApiError::Kind::BadCaFile);
    QVERIFY(fine.error().detail.startsWith(path + u": "_s));
}

void TestCaFile::refusesADirectory()
{
    const auto trust = trustFromCaFile(m_folder.path());
    QVERIFY(!trust);
    QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    QVERIFY(trust.error().detail.contains(u"directory"_s));
}

void TestCaFile::refusesWhatIsNotThere()
{
    for (const QString &path : {m_folder.filePath(u"missing.pem"_s), QString()}) {
        const auto trust = trustFromCaFile(path);
        QVERIFY(!trust);
        QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    }
}

void TestCaFile::refusesWhatMayNotBeRead()
{
    // Nobody may read this one, root neither: reading it fails as a bad disk does.
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

void TestCaFile::readsCarriageReturnsAndWordsBetween()
{
    const QByteArray pem = "# the CA of our Central\n" + m_one.certificate().toPem();
    const auto trust = trustFromCaFile(file(QByteArray(pem).replace('\n', "\r\n")));
    QVERIFY(trust);
    QCOMPARE(trust->authorities, QList{m_one.certificate()});
    QVERIFY(checkCaFile(file(QByteArray(pem).replace('\n', "\r\n"))));
}

QTEST_GUILESS_MAIN(TestCaFile)
#include "tst_cafile.moc"
