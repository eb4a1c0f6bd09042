// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/certificatetrust.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Outcome = rox::GenerateOutcome::Outcome;
using Kind = rox::ApiError::Kind;
using Problem = rox::CertificateFacts::Problem;

namespace {

Fault version()
{
    Fault fault;
    fault.bytes = httpReply(200, R"({"version":"4.11.2"})");
    return fault;
}

Fault versionThenClose()
{
    Fault fault = version();
    fault.then = Fault::Then::Close;
    return fault;
}

CertificateFacts shownWith(const Certified &certified, const QList<Problem> &problems)
{
    CertificateFacts facts = certificateFacts(certified.certificate, {});
    facts.problems = problems;
    return facts;
}

CertificatePlan loopback(int validFromDays = -1, int validDays = 30)
{
    return {"loopback", {}, loopbackNames(), validFromDays, validDays};
}

} // namespace

Q_DECLARE_METATYPE(rox::test::Certified)

class TestPinnedCertificate : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void pinnedCertificatePasses_data();
    void pinnedCertificatePasses();
    void newProblemIsRefused_data();
    void newProblemIsRefused();
    void otherCertificateIsRefused_data();
    void otherCertificateIsRefused();
    void otherCertificateIsRefusedForEveryCall();
    void otherCertificateIsRefusedOnNextConnection();
    void otherCertificateIsRefusedWithoutErrors();
    void servedCertificateIsKept();
    void rulesAreResolved();

private:
    [[nodiscard]] Connection pinned(const FaultServer &server, const CertificateFacts &facts) const
    {
        // The authority shows that a pin overrides it.
        Connection connection = connectionTo(server.url(), {m_authority.certificate()});
        connection.trust.pinned = facts;
        return connection;
    }

    TestAuthority m_authority;
    TestAuthority m_unknownCa{"Some Other Authority"};
    Certified m_known = m_authority.leaf(loopback());
};

void TestPinnedCertificate::pinnedCertificatePasses_data()
{
    QTest::addColumn<Certified>("certified");
    QTest::addColumn<QList<Problem>>("shown");
    const QList unknown{Problem::UnknownIssuer};
    QTest::newRow("unknown issuer") << m_unknownCa.leaf(loopback()) << unknown;
    QTest::newRow("issued by an authority") << m_known << QList<Problem>{};
    QTest::newRow("self-signed") << TestAuthority::selfSigned(loopback())
                                 << QList{Problem::SelfSigned};
    QTest::newRow("Central's own") << m_unknownCa.leaf(centralsDefaultCertificate())
                                   << QList{Problem::WrongName, Problem::UnknownIssuer};
    QTest::newRow("was expired when pinned")
        << m_unknownCa.leaf(loopback(-30, 10)) << QList{Problem::UnknownIssuer, Problem::Expired};
    QTest::newRow("former problems are gone")
        << m_known << QList{Problem::NotYetValid, Problem::WrongName};
}

void TestPinnedCertificate::pinnedCertificatePasses()
{
    QFETCH(Certified, certified);
    QFETCH(QList<Problem>, shown);
    FaultServer server(certified.serverConfiguration());
    server.play({version()});
    CentralClient client(pinned(server, shownWith(certified, shown)));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(caught.succeeded());
}

void TestPinnedCertificate::newProblemIsRefused_data()
{
    QTest::addColumn<Certified>("certified");
    QTest::addColumn<QList<Problem>>("shown");
    QTest::addColumn<QList<Problem>>("problems");
    const QList unknown{Problem::UnknownIssuer};
    QTest::newRow("expired since") << m_unknownCa.leaf(loopback(-30, 10)) << unknown
                                   << QList{Problem::Expired, Problem::UnknownIssuer};
    // An unknown issuer is not reported, because it is not a new problem.
    QTest::newRow("expired since, valid then")
        << m_authority.leaf(loopback(-30, 10)) << QList<Problem>{} << QList{Problem::Expired};
    QTest::newRow("not valid yet") << m_unknownCa.leaf(loopback(2, 10)) << unknown
                                   << QList{Problem::NotYetValid, Problem::UnknownIssuer};
    QTest::newRow("wrong name") << m_unknownCa.leaf(centralsDefaultCertificate()) << unknown
                                << QList{Problem::WrongName, Problem::UnknownIssuer};
    QTest::newRow("self-signed and expired since")
        << TestAuthority::selfSigned(loopback(-30, 10)) << QList{Problem::SelfSigned}
        << QList{Problem::SelfSigned, Problem::Expired};
}

void TestPinnedCertificate::newProblemIsRefused()
{
    QFETCH(Certified, certified);
    QFETCH(QList<Problem>, shown);
    QFETCH(QList<Problem>, problems);
    FaultServer server(certified.serverConfiguration());
    CentralClient client(pinned(server, shownWith(certified, shown)));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::CertificateRefused);
    auto found = caught.error().certificate.value_or(CertificateFacts{}).problems;
    std::sort(found.begin(), found.end());
    std::sort(problems.begin(), problems.end());
    QCOMPARE(found, problems);
    QCOMPARE(server.received(), QByteArray());
}

void TestPinnedCertificate::otherCertificateIsRefused_data()
{
    QTest::addColumn<Certified>("other");
    QTest::addColumn<bool>("systemKnowsIt");
    QTest::newRow("issued by the CA file") << m_authority.leaf(loopback()) << false;
    QTest::newRow("issued by the system's CA") << m_unknownCa.leaf(loopback()) << true;
    QTest::newRow("unknown issuer") << m_unknownCa.leaf(loopback()) << false;
    QTest::newRow("self-signed") << TestAuthority::selfSigned(loopback()) << false;
    QTest::newRow("issuer of the pinned certificate") << m_authority.itself() << false;
}

void TestPinnedCertificate::otherCertificateIsRefused()
{
    QFETCH(Certified, other);
    QFETCH(bool, systemKnowsIt);
    const auto before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
    if (systemKnowsIt) {
        auto system = before;
        system.addCaCertificate(m_unknownCa.certificate());
        QSslConfiguration::setDefaultConfiguration(system);
    }
    FaultServer server(other.serverConfiguration());
    server.play({version()});
    {
        // Without a pin the valid ones pass, so the refusal below is caused by the pin.
        CentralClient open(connectionTo(server.url(), {m_authority.certificate()}));
        Caught<QString> caught;
        open.version(this, caught.handler());
        QTRY_COMPARE(caught.calls, 1);
        const bool isOfTheFile =
            other.certificate.issuerInfo(QSslCertificate::CommonName)
            == m_authority.certificate().subjectInfo(QSslCertificate::CommonName);
        const bool hasName = !other.certificate.subjectAlternativeNames().isEmpty();
        QCOMPARE(caught.succeeded(), systemKnowsIt || (isOfTheFile && hasName));
    }
    const QByteArray receivedBefore = server.received();
    CentralClient client(
        pinned(server, shownWith(m_known, {Problem::WrongName, Problem::Expired})));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::CertificateChanged);
    const CertificateFacts facts = caught.error().certificate.value_or(CertificateFacts{});
    QCOMPARE(facts.sha256, certificateFacts(other.certificate, {}).sha256);
    QVERIFY(!facts.problems.contains(Problem::UnknownIssuer)); // not checked with a pin
    QCOMPARE(facts.problems.contains(Problem::SelfSigned), other.certificate.isSelfSigned());
    QCOMPARE(server.received(), receivedBefore);
    QCOMPARE(client.servedCertificate(), std::nullopt);
}

void TestPinnedCertificate::otherCertificateIsRefusedForEveryCall()
{
    FaultServer server(m_authority.leaf(loopback()).serverConfiguration());
    CentralClient client(pinned(server, shownWith(m_known, {})));
    Caught<TokenTablePtr> list;
    client.list(RevokedFilter::All, this, list.handler());
    CaughtRevoke revoke;
    client.revoke(u"0d8f6c1e"_s, this, revoke.handler());
    CaughtGenerate generate;
    client.generate({u"ci"_s, {u"Analyst"_s}, NoTime}, this, generate.handler());
    QTRY_COMPARE(list.calls + revoke.calls + generate.calls, 3);
    QCOMPARE(list.error().kind, Kind::CertificateChanged);
    QCOMPARE(revoke.verdict.fate, RevokeVerdict::Outcome::NotSent);
    QCOMPARE(revoke.verdict.error.kind, Kind::CertificateChanged);
    QCOMPARE(generate.outcome->fate, Outcome::NotSent);
    QCOMPARE(generate.outcome->error.kind, Kind::CertificateChanged);
    QVERIFY(generate.outcome->error.certificate);
    QCOMPARE(server.received(), QByteArray());
}

// The same client and port, but another certificate, even though a trusted CA issued it.
void TestPinnedCertificate::otherCertificateIsRefusedOnNextConnection()
{
    FaultServer good(m_known.serverConfiguration());
    good.play({versionThenClose()});
    CentralClient client(pinned(good, shownWith(m_known, {})));
    for (int i = 0; i < 2; ++i) {
        Caught<QString> passes;
        client.version(this, passes.handler());
        QTRY_COMPARE(passes.calls, 1);
        QVERIFY(passes.succeeded());
    }
    QCOMPARE(good.connections(), 2);

    const quint16 port = good.serverPort();
    good.close();
    FaultServer bad(m_authority.leaf(loopback()).serverConfiguration());
    bad.close();
    QTRY_VERIFY(bad.isListening() || bad.listen(QHostAddress::LocalHost, port));
    bad.play({version()});
    Caught<QString> refused;
    client.version(this, refused.handler());
    QTRY_COMPARE(refused.calls, 1);
    QCOMPARE(refused.error().kind, Kind::CertificateChanged);
    QCOMPARE(bad.received(), QByteArray());
}

void TestPinnedCertificate::otherCertificateIsRefusedWithoutErrors()
{
    const auto judge = [&](const QList<QSslCertificate> &chain, const CertificateFacts &pin) {
        Trust trust;
        trust.pinned = pin;
        return trustDecision(chain, {}, trust).verdict;
    };
    const QSslCertificate known = m_known.certificate;
    const QSslCertificate other = m_authority.leaf(loopback()).certificate;
    const CertificateFacts pin = shownWith(m_known, {});
    QCOMPARE(judge({known}, pin), TrustDecision::Verdict::Trusted);
    QCOMPARE(judge({other}, pin), TrustDecision::Verdict::Changed);
    QCOMPARE(judge({other, known}, pin), TrustDecision::Verdict::Changed);
    QCOMPARE(judge({}, pin), TrustDecision::Verdict::Refused);
    // An empty fingerprint in the pin must not match a missing certificate.
    QCOMPARE(judge({}, CertificateFacts{}), TrustDecision::Verdict::Refused);
    QCOMPARE(judge({known}, CertificateFacts{}), TrustDecision::Verdict::Changed);
    QVERIFY(tlsConfiguration({{m_authority.certificate()}, pin}).caCertificates().isEmpty());
}

void TestPinnedCertificate::servedCertificateIsKept()
{
    FaultServer server(m_known.serverConfiguration());
    server.play({versionThenClose()});
    CentralClient client(pinned(server, shownWith(m_known, {})));
    const QSignalSpy changes(&client, &CentralClient::servedCertificateChanged);
    QCOMPARE(client.servedCertificate(), std::nullopt);
    for (int i = 0; i < 2; ++i) {
        Caught<QString> caught;
        client.version(this, caught.handler());
        QTRY_VERIFY(caught.succeeded());
    }
    QTRY_COMPARE(changes.count(), 1); // two handshakes with the same certificate
    QCOMPARE(client.servedCertificate(), std::optional(shownWith(m_known, {})));

    FaultServer plain;
    plain.play({version()});
    CentralClient unencrypted(connectionTo(plain.url()));
    Caught<QString> caught;
    unencrypted.version(this, caught.handler());
    QTRY_VERIFY(caught.succeeded());
    QCOMPARE(unencrypted.servedCertificate(), std::nullopt);
}

void TestPinnedCertificate::rulesAreResolved()
{
    TrustRule rule;
    QVERIFY(trustFrom(rule)->authorities.isEmpty());
    QVERIFY(!trustFrom(rule)->pinned);
    rule.kind = TrustRule::Kind::CaFile;
    rule.caFile = u"/nowhere/ca.pem"_s;
    QCOMPARE(trustFrom(rule).error().kind, Kind::BadCaFile);
    rule.kind = TrustRule::Kind::Certificate;
    QCOMPARE(trustFrom(rule).error().kind, Kind::CertificateRefused);
    rule.certificate = CertificateFacts{};
    QCOMPARE(trustFrom(rule).error().kind, Kind::CertificateRefused);
    rule.certificate = shownWith(m_known, {Problem::SelfSigned});
    QCOMPARE(trustFrom(rule)->pinned, rule.certificate);
}

QTEST_GUILESS_MAIN(TestPinnedCertificate)
#include "tst_pinnedcertificate.moc"
