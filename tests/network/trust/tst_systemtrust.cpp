// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/certificateprobe.h"
#include "network/trust/systemauthorities.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstdio>
#include <unistd.h>
#include <variant>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Problem = rox::CertificateFacts::Problem;

namespace {

constexpr char StoreVariable[] = "ROX_TEST_STORE";

QString store()
{
    return qEnvironmentVariable(StoreVariable);
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Executes this program again in a mount namespace in which /etc/ssl/certs is another folder. Qt
/// has that path compiled in; no variable or call changes it.
int startWithOwnStore(char *argv[])
{
    QTemporaryDir directory;
    directory.setAutoRemove(false);
    const QByteArray path = directory.path().toLocal8Bit();
    // A hashed file name makes Qt load authorities on demand; Qt checks that once.
    if (!write(directory.filePath(u"00000000.0"_s), "none\n") || !qputenv(StoreVariable, path))
        return 1;
    const char script[] = "mount --bind \"$ROX_TEST_STORE\" /etc/ssl/certs && exec \"$0\" \"$@\"";
    QList<const char *> arguments{"unshare", "--map-root-user", "--mount", "sh", "-c", script};
    while (*argv)
        arguments.append(*argv++);
    arguments.append(nullptr);
    execvp("unshare", const_cast<char **>(arguments.data()));
    std::perror("unshare");
    return 1;
}

} // namespace

Q_DECLARE_METATYPE(rox::test::Certified)
Q_DECLARE_METATYPE(rox::Trust)
Q_DECLARE_METATYPE(std::optional<TrustedBy>)

/// Trust in the system's authorities on Linux: a folder with hashed names, from which Qt loads the
/// one that it needs.
class TestSystemTrust : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cancelWhileAuthoritiesAreRead();
    void systemAndFileAuthoritiesAreTrusted_data();
    void systemAndFileAuthoritiesAreTrusted();

private:
    TestAuthority m_system{"System Authority"};
    TestAuthority m_file{"Authority of a file"};
    TestAuthority m_other{"Some Other Authority"};
};

void TestSystemTrust::initTestCase()
{
    QVERIFY(write(store() + u"/system.pem"_s, m_system.certificate().toPem()));
    QVERIFY(QFile::remove(store() + u"/00000000.0"_s));
    QCOMPARE(QProcess::execute(u"openssl"_s, {u"rehash"_s, store()}), 0);
    // Authorities are loaded on demand, so the default configuration has none.
    QVERIFY(QSslConfiguration::defaultConfiguration().caCertificates().isEmpty());
    QCOMPARE(QSslConfiguration::systemCaCertificates().value(0), m_system.certificate());
}

// Each call ends exactly once, whether or not the authorities are still being read.
void TestSystemTrust::cancelWhileAuthoritiesAreRead()
{
    FaultServer server(m_file.leaf({"loopback", {}, loopbackNames()}).serverConfiguration());
    const QList file{m_file.certificate()};
    Caught<QString> asked;
    Caught<CertificateVerdict> probed;
    auto *probe = new CertificateProbe({server.url()}, {file, {}}, this, probed.handler(), this);
    probe->cancel();
    { // a client that is destroyed
        CentralClient other(connectionTo(server.url(), file));
        other.version(this, asked.handler());
    }
    QTRY_COMPARE(probed.calls, 1);
    QCOMPARE(probed.result->error().kind, ApiError::Kind::Cancelled);
    QTRY_VERIFY(systemAuthorities().isFinished());
    QCOMPARE(asked.calls, 0);
    QCOMPARE(server.received(), QByteArray());
}

void TestSystemTrust::systemAndFileAuthoritiesAreTrusted_data()
{
    QTest::addColumn<Certified>("certified");
    QTest::addColumn<Trust>("trust");
    QTest::addColumn<std::optional<TrustedBy>>("expected");
    const CertificatePlan loopback{"loopback", {}, loopbackNames()};
    const Certified ofSystem = m_system.leaf(loopback);
    const Certified ofFile = m_file.leaf(loopback);
    const Certified ofOther = m_other.leaf(loopback);
    const Trust system;
    const Trust file{{m_file.certificate()}, {}};
    const Trust pin{{}, certificateFacts(ofOther.certificate, {})};
    const auto row = [](const char *name, const Certified &certified, const Trust &trust,
                        std::optional<TrustedBy> expected) {
        QTest::newRow(name) << certified << trust << expected;
    };
    row("system CA", ofSystem, system, TrustedBy::System);
    row("system CA, with a CA file", ofSystem, file, TrustedBy::System);
    row("CA file", ofFile, file, TrustedBy::CaFile);
    row("CA of the file, without the file", ofFile, system, std::nullopt);
    row("unknown CA", ofOther, system, std::nullopt);
    row("unknown CA, with a CA file", ofOther, file, std::nullopt);
    row("pinned", ofOther, pin, TrustedBy::Pin);
    row("system CA, another certificate pinned", ofSystem, pin, std::nullopt);
}

void TestSystemTrust::systemAndFileAuthoritiesAreTrusted()
{
    QFETCH(Certified, certified);
    QFETCH(Trust, trust);
    QFETCH(std::optional<TrustedBy>, expected);
    FaultServer server(certified.serverConfiguration());
    Fault version;
    version.bytes = httpReply(200, R"({"version":"4.11.2"})");
    server.play({version});

    Caught<CertificateVerdict> probed;
    new CertificateProbe({server.url()}, trust, this, probed.handler(), this);
    QTRY_COMPARE(probed.calls, 1);
    QVERIFY(*probed.result);
    const auto *trusted = std::get_if<verdict::Trusted>(&**probed.result);
    QCOMPARE(trusted ? std::optional(trusted->by) : std::nullopt, expected);

    Connection connection = connectionTo(server.url());
    connection.trust = trust;
    CentralClient client(std::move(connection));
    Caught<QString> asked;
    client.version(this, asked.handler());
    QTRY_COMPARE(asked.calls, 1);
    QCOMPARE(asked.succeeded(), expected.has_value());
    QCOMPARE(client.servedCertificateTrustedBy(), expected);
    QCOMPARE(server.received().contains(SignInToken), expected.has_value());
    if (!expected)
        QCOMPARE(asked.error().kind, trust.pinned ? ApiError::Kind::CertificateChanged
                                                  : ApiError::Kind::CertificateRefused);
}

int main(int argc, char *argv[])
{
    if (store().isEmpty())
        return startWithOwnStore(argv);
    const auto remove = qScopeGuard([] { QDir(store()).removeRecursively(); });
    QCoreApplication app(argc, argv);
    TestSystemTrust test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_systemtrust.moc"
