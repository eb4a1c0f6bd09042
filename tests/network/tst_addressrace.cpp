// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/addressrace.h"
#include "network/central/centralclient.h"
#include "network/signin/certificateprobe.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/fullbacklog.h"
#include "tests/support/nginx.h"
#include "tests/support/stricttest.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;

namespace {

struct Raced
{
    int calls = 0;
    QHostAddress winner;

    auto handler()
    {
        return [this](const QHostAddress &address) {
            ++calls;
            winner = address;
        };
    }
};

const QHostAddress First(u"127.0.0.1"_s);
const QHostAddress Second(u"127.0.0.2"_s);
const QHostAddress Third(u"127.0.0.3"_s);

} // namespace

/// A name with several addresses, some of which do not answer.
class TestAddressRace : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { forgetAddresses(); }
    void firstAddressWins();
    void hangingAddressLosesWithinASecond_data();
    void hangingAddressLosesWithinASecond();
    void refusedAddressLosesAtOnce();
    void noAddressAnswers_data();
    void noAddressAnswers();
    void destroyedRaceCallsNobody();
    void familiesTakeTurns_data();
    void familiesTakeTurns();
    void addressNeedsNoLookUp();
    void unknownNameIsLeftToQt();
    void requestsConnectToTheAddressUnderTheName();
    void probeConnectsToTheAddressUnderTheName();
    void certificateOfAnotherNameIsRefused();

private:
    /// Listens on this address at the port of the others.
    [[nodiscard]] static quint16 listenOn(QTcpServer *server, const QHostAddress &address,
                                          quint16 port = 0)
    {
        return server->listen(address, port) ? server->serverPort() : 0;
    }

    LoopbackTls m_tls;
};

void TestAddressRace::firstAddressWins()
{
    QTcpServer first;
    QTcpServer second;
    const quint16 port = listenOn(&first, First);
    QVERIFY(port != 0 && listenOn(&second, Second, port) == port);
    Raced raced;
    new AddressRace({First, Second}, port, raced.handler(), this);
    QCOMPARE(raced.calls, 0);
    QTRY_COMPARE(raced.calls, 1);
    QCOMPARE(raced.winner, First);
    QVERIFY(!second.hasPendingConnections());
}

void TestAddressRace::hangingAddressLosesWithinASecond_data()
{
    QTest::addColumn<QList<QHostAddress>>("addresses");
    QTest::newRow("the first of two") << QList{First, Second};
    QTest::newRow("two of three") << QList{First, Third, Second};
}

void TestAddressRace::hangingAddressLosesWithinASecond()
{
    QFETCH(QList<QHostAddress>, addresses);
    QTcpServer good;
    const quint16 port = listenOn(&good, Second);
    const FullBacklog first("127.0.0.1", port);
    const FullBacklog third("127.0.0.3", port);
    QVERIFY(first.isUp() && third.isUp());
    QElapsedTimer timer;
    timer.start();
    Raced raced;
    new AddressRace(addresses, port, raced.handler(), this);
    QTRY_COMPARE(raced.calls, 1);
    QCOMPARE(raced.winner, Second);
    QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
}

void TestAddressRace::refusedAddressLosesAtOnce()
{
    QTcpServer good;
    const quint16 port = listenOn(&good, Second);
    QElapsedTimer timer;
    timer.start();
    Raced raced;
    new AddressRace({First, Second}, port, raced.handler(), this);
    QTRY_COMPARE(raced.calls, 1);
    QCOMPARE(raced.winner, Second);
    QVERIFY2(timer.elapsed() < 200, QByteArray::number(timer.elapsed()));
}

void TestAddressRace::noAddressAnswers_data()
{
    QTest::addColumn<bool>("hang");
    QTest::newRow("all refuse") << false;
    QTest::newRow("all hang") << true;
}

void TestAddressRace::noAddressAnswers()
{
    QFETCH(bool, hang);
    QTcpServer other;
    const quint16 port = listenOn(&other, Third); // a port that is free on the others
    std::unique_ptr<FullBacklog> first;
    std::unique_ptr<FullBacklog> second;
    if (hang) {
        first = std::make_unique<FullBacklog>("127.0.0.1", port);
        second = std::make_unique<FullBacklog>("127.0.0.2", port);
    }
    Raced raced;
    new AddressRace({First, Second}, port, raced.handler(), this, 600ms);
    QTRY_COMPARE(raced.calls, 1);
    QVERIFY(raced.winner.isNull());
}

void TestAddressRace::destroyedRaceCallsNobody()
{
    QTcpServer good;
    const quint16 port = listenOn(&good, First);
    Raced raced;
    QObject context;
    auto *race = new AddressRace({First, Second}, port, raced.handler(), &context);
    delete race;
    Raced other;
    new AddressRace({First, Second}, port, other.handler(), &context);
    QTRY_COMPARE(other.calls, 1);
    QCOMPARE(raced.calls, 0);
}

void TestAddressRace::familiesTakeTurns_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("inTurn");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("IPv6 first") << QStringList{u"::1"_s, u"::2"_s, u"1.0.0.1"_s, u"1.0.0.2"_s}
                                << QStringList{u"::1"_s, u"1.0.0.1"_s, u"::2"_s, u"1.0.0.2"_s};
    QTest::newRow("IPv4 first") << QStringList{u"1.0.0.1"_s, u"::1"_s, u"::2"_s}
                                << QStringList{u"1.0.0.1"_s, u"::1"_s, u"::2"_s};
    QTest::newRow("one family") << QStringList{u"1.0.0.1"_s, u"1.0.0.2"_s}
                                << QStringList{u"1.0.0.1"_s, u"1.0.0.2"_s};
}

void TestAddressRace::familiesTakeTurns()
{
    QFETCH(QStringList, found);
    QFETCH(QStringList, inTurn);
    QList<QHostAddress> addresses;
    for (const QString &address : found)
        addresses.append(QHostAddress(address));
    QStringList got;
    const auto all = interleaved(addresses);
    for (const QHostAddress &address : all)
        got.append(address.toString());
    QCOMPARE(got, inTurn);
}

void TestAddressRace::addressNeedsNoLookUp()
{
    for (const auto &host : {u"127.0.0.1"_s, u"::1"_s}) {
        QUrl url(u"https://x"_s);
        url.setHost(host);
        Raced raced;
        whenAddressIsKnown(url, this, raced.handler());
        QCOMPARE(raced.calls, 1);
        QVERIFY(raced.winner.isNull());
    }
}

void TestAddressRace::unknownNameIsLeftToQt()
{
    Raced raced;
    whenAddressIsKnown(QUrl(u"https://central.invalid"_s), this, raced.handler());
    QCOMPARE(raced.calls, 0);
    QTRY_COMPARE(raced.calls, 1);
    QVERIFY(raced.winner.isNull());
}

// The name does not resolve, so only the address that is known can have been used.
void TestAddressRace::requestsConnectToTheAddressUnderTheName()
{
    FaultServer central;
    central.play([](const SeenRequest &request) {
        return Fault{.bytes = httpReply(200, request.method == "GET" ? R"({"version":"4.11.2"})"_ba
                                                                     : "{}"_ba),
                     .then = Fault::Then::Close};
    });
    const Nginx nginx(m_tls.authority.leaf({"central", {}, {u"DNS:central.invalid"_s}}),
                      central.serverPort());
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    QUrl url(u"https://central.invalid"_s);
    url.setPort(nginx.port());
    knowAddress(url, First);
    CentralClient client(connectionTo(url, {m_tls.authority.certificate()}));
    Caught<QString> version;
    CaughtRevoke revoke;
    CaughtGenerate generate;
    client.version(this, version.handler());
    client.revoke(u"x"_s, this, revoke.handler());
    client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    QTRY_COMPARE(version.calls + revoke.calls + generate.calls, 3);
    QVERIFY2(version.succeeded(), qPrintable(version.result->error().detail));
    QCOMPARE(revoke.verdict.fate, RevokeVerdict::Outcome::Revoked);
    QTRY_COMPARE(nginx.seen().size(), 3);
    const auto seen = nginx.seen();
    for (const QByteArray &line : seen)
        QVERIFY2(line.contains("sni=central.invalid host=central.invalid"), line.constData());
}

void TestAddressRace::probeConnectsToTheAddressUnderTheName()
{
    FaultServer central(
        m_tls.authority.leaf({"central", {}, {u"DNS:central.invalid"_s}}).serverConfiguration());
    QUrl url = central.url(u"central.invalid"_s);
    knowAddress(url, First);
    Trust trust;
    trust.authorities = {m_tls.authority.certificate()};
    Caught<CertificateVerdict> verdict;
    new CertificateProbe({url}, trust, this, verdict.handler(), this);
    QTRY_COMPARE(verdict.calls, 1);
    QVERIFY(verdict.succeeded());
    QVERIFY(std::holds_alternative<verdict::Trusted>(**verdict.result));
}

// The certificate is checked against the name, not against the address.
void TestAddressRace::certificateOfAnotherNameIsRefused()
{
    FaultServer central(m_tls.server()); // for 127.0.0.1 and localhost
    QUrl url = central.url(u"central.invalid"_s);
    knowAddress(url, First);
    CentralClient client(connectionTo(url, {m_tls.authority.certificate()}));
    Caught<QString> version;
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    QCOMPARE(version.error().kind, ApiError::Kind::CertificateRefused);
    QCOMPARE(central.wholeRequests(), 0);
}

QTEST_GUILESS_MAIN(TestAddressRace)
#include "tst_addressrace.moc"
