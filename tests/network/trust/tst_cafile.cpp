// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/worker.h"
#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>
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
    void unusualFormIsRead_data();
    void unusualFormIsRead();
    void fileIsReadOnAnotherThread();

private:
    QString file(const QByteArray &bytes);
    /// The certificate of m_one.
    QString pemFile();
    /// What OpenSSL's program writes.
    QByteArray made(const QStringList &arguments);
    static QByteArray armoured(const QByteArray &label, const QByteArray &body)
    {
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

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

QString TestCaFile::pemFile()
{
    QFile out(m_folder.filePath(u"one.pem"_s));
    out.open(QIODevice::WriteOnly);
    out.write(m_one.certificate().toPem());
    return out.fileName();
}

QByteArray TestCaFile::made(const QStringList &arguments)
{
    QProcess openssl;
    openssl.start(u"openssl"_s, arguments);
    openssl.waitForFinished();
    return openssl.readAllStandardOutput();
}

void TestCaFile::badContentIsRefused_data()
{
    using Fault = CaFileFault;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CaFileFault>("fault");
    const auto row = [](const char *name, const QByteArray &bytes, Fault fault) {
        QTest::newRow(name) << bytes << fault;
    };
    const QByteArray pem = m_one.certificate().toPem();
    const QByteArray der = m_one.certificate().toDer();
    row("empty", "", Fault::Empty);
    row("blank", " \r\n\t", Fault::Empty);
    row("byte order mark alone", "\xef\xbb\xbf", Fault::Empty);
    row("text", "this is no certificate\n", Fault::NoCertificate);
    row("a word", "certificate", Fault::NoCertificate);
    row("a page", "<html>\n<body>Sign in</body>\n</html>\n", Fault::NoCertificate);
    row("digits", "0123456789", Fault::NoCertificate);
    row("public key", armoured("PUBLIC KEY", "AAAA"), Fault::NoCertificate);
    row("empty certificate", armoured("CERTIFICATE", ""), Fault::Broken);
    row("not base64", armoured("CERTIFICATE", "!!!!"), Fault::Broken);
    row("base64 of something else", armoured("CERTIFICATE", "AAAA"), Fault::Broken);
    row("two certificates in one", armoured("CERTIFICATE", QByteArray(der + der).toBase64()),
        Fault::Broken);
    row("cut", pem.left(pem.size() / 2), Fault::Broken);
    row("without its END", pem.left(pem.indexOf("-----END")), Fault::Broken);
    row("first certificate without its END", pem.left(pem.indexOf("-----END")) + pem,
        Fault::Broken);
    row("second certificate is broken", pem + armoured("CERTIFICATE", "AAAA"), Fault::Broken);
    row("cut DER", der.chopped(1), Fault::Broken);
    row("a key", m_one.leaf({}).key.toPem(), Fault::PrivateKey);
    row("a key as DER", m_one.leaf({}).key.toDer(), Fault::PrivateKey);
    row("a request", armoured("CERTIFICATE REQUEST", "AAAA"), Fault::CertificateRequest);
    row("PKCS #7", armoured("PKCS7", "AAAA"), Fault::Pkcs7);
    row("PKCS #7 as DER",
        made({u"crl2pkcs7"_s, u"-nocrl"_s, u"-certfile"_s, pemFile(), u"-outform"_s, u"DER"_s}),
        Fault::Pkcs7);
    row("PKCS #12",
        made({u"pkcs12"_s, u"-export"_s, u"-nokeys"_s, u"-in"_s, pemFile(), u"-passout"_s,
              u"pass:x"_s}),
        Fault::Pkcs12);
    row("certificate of a server", m_one.leaf({}).pem(), Fault::NotAnAuthority);
    row("certificate of a server as DER", m_one.leaf({}).certificate.toDer(),
        Fault::NotAnAuthority);
    row("too big", QByteArray((16 << 20) + 1, '\n'), Fault::TooBig);
}

void TestCaFile::badContentIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(CaFileFault, fault);
    const QString path = file(bytes);
    const auto trust = trustFromCaFile(path);
    QVERIFY(!trust);
    QCOMPARE(trust.error().kind, ApiError::Kind::BadCaFile);
    QCOMPARE(trust.error().about, path);
    QCOMPARE(trust.error().caFileFault, fault);
    // checkCaFile() refuses the same files.
    const auto fine = checkCaFile(path);
    QVERIFY(!fine);
    QCOMPARE(fine.error().kind, ApiError::Kind::BadCaFile);
    QCOMPARE(fine.error(), trust.error());
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

void TestCaFile::unusualFormIsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("count");
    const QByteArray one = m_one.certificate().toPem();
    const QByteArray two = m_two.certificate().toPem();
    const QByteArray body = m_one.certificate().toDer().toBase64();
    QTest::newRow("text around") << "# the CA of our Central\n" + one + "# end" << 1;
    QTest::newRow("joined without a line end") << one.trimmed() + two << 2;
    QTest::newRow("CRLF") << QByteArray("# text\n" + one).replace('\n', "\r\n") << 1;
    QTest::newRow("CR") << QByteArray(one).replace('\n', '\r') << 1;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + one << 1;
    const QString text = QString::fromLatin1(one);
    QTest::newRow("UTF-16") << "\xff\xfe"
                                   + QByteArray(reinterpret_cast<const char *>(text.utf16()),
                                                text.size() * 2)
                            << 1;
    QTest::newRow("indented") << "  " + QByteArray(one).replace('\n', "\n  ") << 1;
    QTest::newRow("on one line") << armoured("CERTIFICATE", body).replace('\n', ' ') << 1;
    QTest::newRow("line ends of JSON")
        << "{\"ca\":\"" + QByteArray(one).replace('\n', "\\n") + "\"}" << 1;
    QTest::newRow("beside a key") << m_one.leaf({}).key.toPem() + one << 1;
    QTest::newRow("beside the server's") << m_one.leaf({}).pem() + one << 2;
    QTest::newRow("old label") << armoured("X509 CERTIFICATE", body) << 1;
    QTest::newRow("DER") << m_one.certificate().toDer() << 1;
    QTest::newRow("two of DER") << m_one.certificate().toDer() + m_two.certificate().toDer() << 2;
    QTest::newRow("base64 of DER") << body << 1;
    QTest::newRow("base64 of PEM, as in a secret") << QByteArray(one + two).toBase64() + '\n' << 2;
    QTest::newRow("TRUSTED CERTIFICATE")
        << made({u"x509"_s, u"-in"_s, pemFile(), u"-addtrust"_s, u"serverAuth"_s, u"-trustout"_s})
        << 1;
    QTest::newRow("self-signed server") << TestAuthority::selfSigned({}).pem() << 1;
}

void TestCaFile::unusualFormIsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, count);
    const QString path = file(bytes);
    const auto trust = trustFromCaFile(path);
    QVERIFY2(trust, trust ? "" : QByteArray::number(int(trust.error().caFileFault)).constData());
    QCOMPARE(trust->authorities.size(), count);
    QVERIFY(checkCaFile(path));
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
