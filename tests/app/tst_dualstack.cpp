// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/certificateprobe.h"
#include "tests/app/startedprogram.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/democentral.h"
#include "tests/support/fullbacklog.h"
#include "tests/support/relay.h"
#include "tests/support/stricttest.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QSslCertificate>
#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char HostsVariable[] = "ROX_TEST_HOSTS";

/// Executes this program again in a mount namespace in which /etc/hosts is a file of the test.
int startWithOwnHosts(char *argv[])
{
    QTemporaryFile hosts;
    hosts.setAutoRemove(false);
    if (!hosts.open() || hosts.write("127.0.0.1 localhost\n") < 0
        || !qputenv(HostsVariable, QFile::encodeName(hosts.fileName())))
        return 1;
    hosts.close();
    const char script[] = "mount --bind \"$ROX_TEST_HOSTS\" /etc/hosts && exec \"$0\" \"$@\"";
    QList<const char *> arguments{"unshare", "--map-root-user", "--mount", "sh", "-c", script};
    while (*argv)
        arguments.append(*argv++);
    arguments.append(nullptr);
    execvp("unshare", const_cast<char **>(arguments.data()));
    std::perror("unshare");
    return 1;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// The time of this event in the output of ROX_TOKENS_TRACE_START, in ms; -1: it is not there.
qint64 traced(const QByteArray &trace, const QByteArray &event)
{
    const qsizetype at = trace.indexOf(QByteArray(event + ' '));
    return at < 0 ? -1 : trace.mid(at + event.size() + 1).split('\n').value(0).toLongLong();
}

} // namespace

/// A Central whose name has two addresses, of which the first does not answer.
class TestDualStack : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { QFile::remove(m_hosts); }
    void init();
    void programListsTokensWithinSeconds_data() { addresses(); }
    void programListsTokensWithinSeconds();
    void probeEndsWithinSeconds_data() { addresses(); }
    void probeEndsWithinSeconds();

private:
    static void addresses();
    void giveAddresses();

    const QString m_hosts = qEnvironmentVariable(HostsVariable);
    DemoCentral m_central;
    std::unique_ptr<Relay> m_relay; ///< m_central listens on ::1 too, the relay does not
    std::unique_ptr<FullBacklog> m_dead;
};

void TestDualStack::initTestCase()
{
    QVERIFY2(m_central.isUp(), qPrintable(m_central.why()));
    m_relay = std::make_unique<Relay>(m_central.endpoint().section(u':', -1).toUShort());
    QVERIFY(m_relay->port() > 0);
}

void TestDualStack::init()
{
    m_dead.reset();
}

void TestDualStack::addresses()
{
    QTest::addColumn<QString>("name"); // of its own, because Qt caches addresses
    QTest::addColumn<QString>("first");
    QTest::addColumn<bool>("hangs");
    QTest::newRow("IPv6 hangs") << u"six.test"_s << u"::1"_s << true;
    QTest::newRow("IPv6 refuses") << u"refusing.test"_s << u"::1"_s << false;
    QTest::newRow("another IPv4 hangs") << u"four.test"_s << u"127.0.0.3"_s << true;
}

/// Gives the name of this row its addresses. The first one hangs or refuses.
void TestDualStack::giveAddresses()
{
    QFETCH(QString, name);
    QFETCH(QString, first);
    QFETCH(bool, hangs);
    const QString hosts = u"%1 %2\n127.0.0.1 %2\n"_s.arg(first, name);
    QVERIFY(write(m_hosts, hosts.toUtf8()));
    QCOMPARE(QHostInfo::fromName(name).addresses().size(), 2);
    if (hangs) {
        m_dead = std::make_unique<FullBacklog>(qPrintable(first), m_relay->port());
        QVERIFY(m_dead->isUp());
    }
}

void TestDualStack::programListsTokensWithinSeconds()
{
    giveAddresses();
    QFETCH(QString, name);
    const ProgramHome home;
    QVERIFY(write(home.filePath(u"token"_s), m_central.apiToken()));
    StartedProgram program(home, {u"--endpoint"_s, m_relay->endpoint(name), u"--token-file"_s,
                                  home.filePath(u"token"_s), u"--ca"_s, m_central.caFile()});
    QVERIFY2(program.says("list-painted"), program.errors().constData());
    const qint64 took =
        traced(program.errors(), "list-painted") - traced(program.errors(), "first-paint");
    qInfo("list %lld ms after the first paint", took);
    QVERIFY2(took < 3000, QByteArray::number(took));
}

void TestDualStack::probeEndsWithinSeconds()
{
    giveAddresses();
    QFETCH(QString, name);
    Trust trust;
    trust.authorities = QSslCertificate::fromPath(m_central.caFile());
    Caught<CertificateVerdict> verdict;
    QElapsedTimer timer;
    timer.start();
    const QUrl url(u"https://"_s + m_relay->endpoint(name));
    new CertificateProbe({url}, trust, this, verdict.handler(), this);
    QTRY_COMPARE_WITH_TIMEOUT(verdict.calls, 1, 20'000);
    QVERIFY(verdict.succeeded());
    qInfo("probe took %lld ms", timer.elapsed());
}

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty(HostsVariable))
        return startWithOwnHosts(argv);
    QCoreApplication app(argc, argv);
    TestDualStack test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_dualstack.moc"
