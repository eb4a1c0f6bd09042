// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "network/central/connectionage.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QByteArray VersionReply = httpReply(200, R"({"version":"4.11.2"})");

Limits shortLimits()
{
    Limits limits;
    limits.transferTimeout = 1s;
    limits.generateTimeout = 1s;
    limits.readBackAfter = {100ms};
    return limits;
}

Fault answering(const QByteArray &bytes, Fault::Then then = Fault::Then::KeepOpen)
{
    Fault fault;
    fault.bytes = bytes;
    fault.then = then;
    return fault;
}

/// Answers the first request of the first connection, and does `fault` to the next ones on it.
FaultServer::Script afterTheFirst(const Fault &fault)
{
    return [fault, answered = 0](const SeenRequest &request) mutable {
        if (request.connection == 0 && answered++ > 0)
            return fault;
        return answering(request.method == "PATCH" ? httpReply(200, "{}") : VersionReply);
    };
}

} // namespace

/// Connections that are kept between requests, and dropped by a gateway or while asleep.
class TestKeptConnections : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void sleepAndIdlenessAreOld_data();
    void sleepAndIdlenessAreOld();
    void idleConnectionIsNotReused();
    void busyConnectionIsReused();
    void readThatDiedUnansweredIsRepeated_data();
    void readThatDiedUnansweredIsRepeated();
    void readIsRepeatedOnce();
    void partialAnswerIsNotRepeated();
    void writeIsNotRepeated();

private:
    LoopbackTls m_tls;
};

void TestKeptConnections::sleepAndIdlenessAreOld_data()
{
    QTest::addColumn<std::chrono::milliseconds>("steady");
    QTest::addColumn<std::chrono::milliseconds>("wall");
    QTest::addColumn<bool>("isOver");
    using ms = std::chrono::milliseconds;
    QTest::newRow("at once") << ms(0) << ms(0) << false;
    QTest::newRow("almost") << ms(29'999) << ms(29'999) << false;
    QTest::newRow("idle") << ms(30'000) << ms(30'000) << true;
    QTest::newRow("a clock that is kept right") << ms(10'000) << ms(11'500) << false;
    QTest::newRow("slept") << ms(1'000) << ms(3'600'000) << true;
    QTest::newRow("a short sleep") << ms(1'000) << ms(6'000) << true;
    QTest::newRow("set back") << ms(1'000) << ms(-3'600'000) << true;
}

void TestKeptConnections::sleepAndIdlenessAreOld()
{
    QFETCH(std::chrono::milliseconds, steady);
    QFETCH(std::chrono::milliseconds, wall);
    const ConnectionAge::Time start{5'000s, 1'790'000'000s};
    const ConnectionAge::Time later{start.steady + steady, start.wall + wall};
    ConnectionAge age;
    QVERIFY(!age.isOver(later, 30s));
    age.touch(start);
    QTEST(age.isOver(later, 30s), "isOver");
    age.touch(later);
    QVERIFY(!age.isOver(later, 30s));
}

void TestKeptConnections::idleConnectionIsNotReused()
{
    FaultServer server(m_tls.server());
    server.play(afterTheFirst({}));
    Limits limits = shortLimits();
    limits.transferTimeout = 60s; // a request on the old connection would time out
    limits.longestIdle = 0ms;
    CentralClient client(m_tls.connectionTo(server), limits);
    for (int connections = 1; connections <= 3; ++connections) {
        Caught<QString> version;
        client.version(this, version.handler());
        QTRY_VERIFY(version.succeeded());
        QCOMPARE(server.connections(), connections);
    }
    for (int writes = 0; writes < 2; ++writes) {
        CaughtRevoke revoke;
        client.revoke(u"x"_s, this, revoke.handler());
        QTRY_VERIFY(revoke.verdict.isDone());
    }
    QCOMPARE(server.connections(), 5);
}

void TestKeptConnections::busyConnectionIsReused()
{
    FaultServer server(m_tls.server());
    server.play({answering(VersionReply)});
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    for (int i = 0; i < 5; ++i) {
        Caught<QString> version;
        client.version(this, version.handler());
        QTRY_VERIFY(version.succeeded());
    }
    QCOMPARE(server.connections(), 1);
}

void TestKeptConnections::readThatDiedUnansweredIsRepeated_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("silence") << Fault{};
    QTest::newRow("closed") << answering({}, Fault::Then::Close);
    QTest::newRow("reset") << answering({}, Fault::Then::Reset);
}

void TestKeptConnections::readThatDiedUnansweredIsRepeated()
{
    QFETCH(Fault, fault);
    FaultServer server(m_tls.server());
    server.play(afterTheFirst(fault));
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<QString> first;
    client.version(this, first.handler());
    QTRY_VERIFY(first.succeeded());
    Caught<QString> second;
    client.version(this, second.handler());
    QTRY_COMPARE(second.calls, 1);
    QVERIFY2(second.succeeded(), qPrintable(second.error().detail));
    QCOMPARE(server.connections(), 2);
}

void TestKeptConnections::readIsRepeatedOnce()
{
    FaultServer server(m_tls.server());
    server.play([answered = 0](const SeenRequest &) mutable {
        return answered++ == 0 ? answering(VersionReply) : Fault{};
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<QString> first;
    client.version(this, first.handler());
    QTRY_VERIFY(first.succeeded());
    Caught<QString> second;
    client.version(this, second.handler());
    QTRY_COMPARE(second.calls, 1);
    QCOMPARE(second.error().kind, Kind::TimedOut);
    QCOMPARE(server.wholeRequests(), 3);
    QCOMPARE(server.connections(), 2);
}

void TestKeptConnections::partialAnswerIsNotRepeated()
{
    FaultServer server(m_tls.server());
    server.play(afterTheFirst(answering(VersionReply.chopped(5), Fault::Then::Close)));
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    Caught<QString> first;
    client.version(this, first.handler());
    QTRY_VERIFY(first.succeeded());
    Caught<QString> second;
    client.version(this, second.handler());
    QTRY_COMPARE(second.calls, 1);
    QCOMPARE(second.error().kind, Kind::ConnectionLost);
    QCOMPARE(server.wholeRequests(), 2);
}

// A revoke is read back, and a generate has its own connection: neither is sent again.
void TestKeptConnections::writeIsNotRepeated()
{
    FaultServer server(m_tls.server());
    server.play([patches = 0](const SeenRequest &request) mutable {
        if (request.method == "GET")
            return answering(VersionReply);
        return request.method == "PATCH" && patches++ == 0 ? answering(httpReply(200, "{}"))
                                                           : Fault{};
    });
    CentralClient client(m_tls.connectionTo(server), shortLimits());
    CaughtRevoke first;
    client.revoke(u"first"_s, this, first.handler());
    QTRY_VERIFY(first.verdict.isDone());
    CaughtRevoke second;
    CaughtGenerate generate;
    client.revoke(u"second"_s, this, second.handler());
    client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    QTRY_COMPARE_WITH_TIMEOUT(second.calls + generate.calls, 2, 60'000);
    QVERIFY(!second.verdict.isDone());
    QCOMPARE(server.wholeRequests("PATCH"), 2);
    QCOMPARE(server.wholeRequests("POST"), 1);
}

QTEST_GUILESS_MAIN(TestKeptConnections)
#include "tst_keptconnections.moc"
