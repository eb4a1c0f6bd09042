// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/trust/certificatetrust.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QCryptographicHash>
#include <QSslCipher>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;
using Problem = rox::CertificateFacts::Problem;

namespace {

const QByteArray StackRox = "StackRox Certificate Authority"_ba;

Fault version()
{
    Fault fault;
    fault.bytes = httpReply(200, R"({"version":"4.11.2"})");
    return fault;
}

} // namespace

Q_DECLARE_METATYPE(rox::test::Certified)

class TestCertificateTrust : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void certificatesAreJudged_data();
    void certificatesAreJudged();
    void factsDescribeTheCertificate();
    void acceptedLeafDoesNotAllowAnother();
    void otherProblemsAreComparedByNumber();
    void serverNameIsTheHost();
    void oldTlsIsRefused();
    void plainServerIsTlsFailed();
    void tlsServerOverHttpIsReported();

private:
    TestAuthority m_stackrox{StackRox};
    TestAuthority m_other{"Some Other Authority"};
    TestAuthority m_impostor{StackRox};
};

void TestCertificateTrust::certificatesAreJudged_data()
{
    QTest::addColumn<Certified>("certified");
    QTest::addColumn<QList<QSslCertificate>>("authorities");
    QTest::addColumn<bool>("passes");
    QTest::addColumn<QList<Problem>>("problems");
    const QList ours{m_stackrox.certificate()};
    const QList others{m_other.certificate()};
    const QList<QSslCertificate> none;
    const QList<Problem> fine;
    const QList wrongName{Problem::WrongName};
    const CertificatePlan right{"loopback", {}, loopbackNames()};
    const auto plan = [](auto change) {
        CertificatePlan central = centralsDefaultCertificate();
        change(central);
        return central;
    };

    QTest::newRow("right name, known issuer") << m_other.leaf(right) << others << true << fine;
    QTest::newRow("right name, unknown issuer")
        << m_other.leaf(right) << none << false << QList{Problem::UnknownIssuer};
    QTest::newRow("right name, another issuer")
        << m_other.leaf(right) << ours << false << QList{Problem::UnknownIssuer};
    QTest::newRow("self-signed") << TestAuthority::selfSigned(right) << none << false
                                 << QList{Problem::SelfSigned};
    QTest::newRow("expired") << m_other.leaf({"x", {}, loopbackNames(), -30, 10}) << others << false
                             << QList{Problem::Expired};
    QTest::newRow("not yet valid") << m_other.leaf({"x", {}, loopbackNames(), 2, 10}) << others
                                   << false << QList{Problem::NotYetValid};
    QTest::newRow("wrong name") << m_other.leaf({"x", {}, {u"DNS:x.example"_s}}) << others << false
                                << wrongName;
    QTest::newRow("no name at all") << m_other.leaf({"x", {}, {}}) << others << false << wrongName;

    QTest::newRow("as roxctl: Central's own")
        << m_stackrox.leaf(centralsDefaultCertificate()) << ours << true << fine;
    QTest::newRow("as roxctl: known by its unit")
        << m_stackrox.leaf(plan([](auto &p) { p.commonName = "other"; })) << ours << true << fine;
    QTest::newRow("as roxctl: known by its name")
        << m_stackrox.leaf(plan([](auto &p) { p.organizationalUnit.clear(); })) << ours << true
        << fine;
    QTest::newRow("Central's own without the CA")
        << m_stackrox.leaf(centralsDefaultCertificate()) << none << false
        << QList{Problem::WrongName, Problem::UnknownIssuer};
    QTest::newRow("Central's own, CA with the same name")
        << m_impostor.leaf(centralsDefaultCertificate()) << ours << false
        << QList{Problem::WrongName, Problem::UnknownIssuer};
    QTest::newRow("Central's names, another CA of the file")
        << m_other.leaf(centralsDefaultCertificate()) << (ours + others) << false << wrongName;
    QTest::newRow("another service's certificate") << m_stackrox.leaf(plan([](auto &p) {
        p.commonName = "SENSOR_SERVICE: Sensor";
        p.organizationalUnit = "SENSOR_SERVICE";
    })) << ours << false << wrongName;
    QTest::newRow("does not name central.stackrox")
        << m_stackrox.leaf(plan([](auto &p) { p.names = QStringList{u"DNS:sensor.stackrox"_s}; }))
        << ours << false << wrongName;
    QTest::newRow("Central's own, expired") << m_stackrox.leaf(plan([](auto &p) {
        p.validFromDays = -30;
        p.validDays = 10;
    })) << ours << false << QList{Problem::WrongName, Problem::Expired};
}

void TestCertificateTrust::certificatesAreJudged()
{
    QFETCH(Certified, certified);
    QFETCH(QList<QSslCertificate>, authorities);
    QFETCH(bool, passes);
    QFETCH(QList<Problem>, problems);
    FaultServer server(certified.serverConfiguration());
    server.play({version()});
    CentralClient client(connectionTo(server.url(), authorities));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.succeeded(), passes);
    if (passes) {
        QVERIFY(server.received().contains(SignInToken));
        return;
    }
    QCOMPARE(caught.error().kind, Kind::CertificateRefused);
    QVERIFY(caught.error().certificate);
    auto found = caught.error().certificate->problems;
    std::sort(found.begin(), found.end());
    std::sort(problems.begin(), problems.end());
    QCOMPARE(found, problems);
    QCOMPARE(caught.error().certificate->sha256,
             certified.certificate.digest(QCryptographicHash::Sha256));
    // No request was sent, so no credential either.
    QCOMPARE(server.received(), QByteArray());
}

void TestCertificateTrust::factsDescribeTheCertificate()
{
    const auto certified = m_stackrox.leaf(centralsDefaultCertificate());
    FaultServer server(certified.serverConfiguration());
    CentralClient client(connectionTo(server.url()));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    const CertificateFacts facts = caught.error().certificate.value_or(CertificateFacts{});
    QCOMPARE(facts.subject, u"CENTRAL_SERVICE: Central"_s);
    QCOMPARE(facts.issuer, QString::fromLatin1(StackRox));
    QCOMPARE(facts.names, (QStringList{u"central.stackrox"_s, u"central.stackrox.svc"_s}));
    QCOMPARE(facts.notBefore, certified.certificate.effectiveDate().toMSecsSinceEpoch());
    QCOMPARE(facts.notAfter - facts.notBefore, 30 * DayMs);
    QCOMPARE(facts.sha256.size(), 32);
    QCOMPARE(facts.fingerprint().size(), 95);
}

// ignoreSslErrors() was called for one leaf; the next connection is judged again.
void TestCertificateTrust::acceptedLeafDoesNotAllowAnother()
{
    const QList ours{m_stackrox.certificate(), m_other.certificate()};
    FaultServer good(m_stackrox.leaf(centralsDefaultCertificate()).serverConfiguration());
    Fault once = version();
    once.then = Fault::Then::Close;
    good.play({once});
    CentralClient client(connectionTo(good.url(), ours));
    Caught<QString> first;
    client.version(this, first.handler());
    QTRY_VERIFY(first.succeeded());

    const quint16 port = good.serverPort();
    good.close();
    FaultServer bad(m_other.leaf(centralsDefaultCertificate()).serverConfiguration());
    bad.close();
    QTRY_VERIFY(bad.isListening() || bad.listen(QHostAddress::LocalHost, port));
    bad.play({version()});
    Caught<QString> second;
    client.version(this, second.handler());
    QTRY_COMPARE(second.calls, 1);
    QCOMPARE(second.error().kind, Kind::CertificateRefused);
    QCOMPARE(bad.received(), QByteArray());
}

/// QSslError's text is translated: it changes with the desktop's language.
void TestCertificateTrust::otherProblemsAreComparedByNumber()
{
    using Verdict = TrustDecision::Verdict;
    const QSslCertificate leaf = m_other.leaf({}).certificate;
    const QList errors{QSslError(QSslError::PathLengthExceeded, leaf)};
    Trust trust;
    trust.pinned = certificateFacts(leaf, errors);
    trust.pinned->otherProblem = u"the same in another language"_s;
    QVERIFY(trustDecision({leaf}, errors, trust).verdict == Verdict::Trusted);
    const QList more = errors + QList{QSslError(QSslError::InvalidPurpose, leaf)};
    QVERIFY(trustDecision({leaf}, more, trust).verdict != Verdict::Trusted);
    // A profile of an earlier version has the text alone.
    trust.pinned = certificateFacts(leaf, errors);
    trust.pinned->otherCodes.clear();
    QVERIFY(trustDecision({leaf}, errors, trust).verdict == Verdict::Trusted);
    QVERIFY(trustDecision({leaf}, more, trust).verdict != Verdict::Trusted);
}

void TestCertificateTrust::serverNameIsTheHost()
{
    // With HTTP/2 Central answers 421 if SNI and Host differ.
    FaultServer server(m_stackrox.leaf(centralsDefaultCertificate()).serverConfiguration());
    server.play({version()});
    CentralClient client(connectionTo(server.url(u"localhost"_s), {m_stackrox.certificate()}));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(caught.succeeded());
    QCOMPARE(server.requests().constFirst().headers.value("host"),
             "localhost:" + QByteArray::number(server.serverPort()));
    QCOMPARE(tlsConfiguration({}).protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(tlsConfiguration({}).peerVerifyMode(), QSslSocket::VerifyPeer);
}

void TestCertificateTrust::oldTlsIsRefused()
{
    auto old = m_other.leaf({"loopback", {}, loopbackNames()}).serverConfiguration();
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    old.setProtocol(QSsl::TlsV1_1);
    QT_WARNING_POP
    FaultServer server(old);
    server.play({version()});
    CentralClient client(connectionTo(server.url(), {m_other.certificate()}));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::TlsFailed);
    QCOMPARE(server.received(), QByteArray());
}

void TestCertificateTrust::plainServerIsTlsFailed()
{
    FaultServer plain;
    Fault fault;
    fault.after = Fault::After::Accept;
    fault.bytes = "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.";
    fault.then = Fault::Then::Close;
    plain.play({fault});
    QUrl url = plain.url();
    url.setScheme(u"https"_s);
    CentralClient client(connectionTo(url));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::TlsFailed);
    QVERIFY(!plain.received().contains(SignInToken));
}

void TestCertificateTrust::tlsServerOverHttpIsReported()
{
    // The answer of Go's server to plain HTTP on a TLS port.
    FaultServer plain;
    Fault fault;
    fault.bytes =
        "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n";
    fault.then = Fault::Then::Close;
    plain.play({fault});
    CentralClient client(connectionTo(plain.url()));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::TlsFailed);
}

QTEST_GUILESS_MAIN(TestCertificateTrust)
#include "tst_certificatetrust.moc"
