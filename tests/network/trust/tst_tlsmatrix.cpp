// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/certificateprobe.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/opensslserver.h"
#include "tests/support/stricttest.h"
#include "ui/text/errortext.h"

#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;
using Problem = rox::CertificateFacts::Problem;

namespace {

const QString NothingSent = u"No credential was sent with this request."_s;

/// The expected result of both the probe and a client.
struct Unknown
{
    QList<Problem> problems;
};
struct Changed
{};
using Expected = std::variant<TrustedBy, Unknown, Changed>;

CertificatePlan loopback(int validFromDays = -1, int validDays = 30)
{
    return {"loopback", {}, loopbackNames(), validFromDays, validDays};
}

QStringList weakly(const QStringList &more = {})
{
    return QStringList{u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s} + more;
}

QUrl urlOf(quint16 port)
{
    QUrl url(u"https://127.0.0.1"_s);
    url.setPort(port);
    return url;
}

QList<Problem> sorted(QList<Problem> problems)
{
    std::sort(problems.begin(), problems.end());
    return problems;
}

Trust pinTo(const Certified &certified, const QList<QSslCertificate> &authorities)
{
    return {authorities, certificateFacts(certified.certificate, {})};
}

} // namespace

Q_DECLARE_METATYPE(rox::test::Certified)
Q_DECLARE_METATYPE(rox::Trust)
Q_DECLARE_METATYPE(Expected)

/// Checks for many kinds of servers the probe's verdict, the client's error, the shown sentence,
/// and the bytes that the server decrypted.
class TestTlsMatrix : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void certificatesAreJudged_data();
    void certificatesAreJudged();
    void weakCertificatesAreRefused_data();
    void weakCertificatesAreRefused();
    void oldTlsIsRefused();
    void serverWithoutTls_data();
    void serverWithoutTls();
    void plainHttpToATlsPort();
    void lostAfterTheHandshake();

private:
    struct Outcome
    {
        Result<CertificateVerdict> verdict = CertificateVerdict{};
        Result<QString> version = QString();
        QString said; ///< the sentence for the client's error
    };
    /// Runs a probe, then a client with a credential.
    void ask(const QUrl &url, const Trust &trust, Outcome *outcome,
             std::chrono::milliseconds patience = CertificateProbe::DefaultTimeout);

    TestAuthority m_stackrox{"StackRox Certificate Authority"};
    TestAuthority m_known{"Known Authority"};
    TestAuthority m_other{"Some Other Authority"};
    TestAuthority m_between{"Between Authority", m_known};
};

void TestTlsMatrix::ask(const QUrl &url, const Trust &trust, Outcome *outcome,
                        std::chrono::milliseconds patience)
{
    Caught<CertificateVerdict> probed;
    new CertificateProbe({url}, trust, this, probed.handler(), this, patience);
    QCOMPARE(probed.calls, 0);
    QTRY_COMPARE(probed.calls, 1);
    outcome->verdict = *probed.result;

    Limits limits;
    limits.transferTimeout = patience;
    Connection connection = connectionTo(url);
    connection.trust = trust;
    CentralClient client(std::move(connection), limits);
    Caught<QString> version;
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    outcome->version = *version.result;
    if (!version.succeeded())
        outcome->said = sentenceFor(version.error(), Operation::Connect, u"prod-us"_s).plain();
    QCOMPARE(probed.calls, 1);
}

// NOLINTNEXTLINE(readability-function-size): one table
void TestTlsMatrix::certificatesAreJudged_data()
{
    QTest::addColumn<Certified>("certified");
    QTest::addColumn<Trust>("trust");
    QTest::addColumn<Expected>("expected");
    QTest::addColumn<QString>("said");
    const Trust known{{m_known.certificate()}, {}};
    const Trust stackrox{{m_stackrox.certificate()}, {}};
    const auto refused = [](const QList<Problem> &problems) { return Expected(Unknown{problems}); };
    const auto row = [](const char *name, const Certified &certified, const Trust &trust,
                        const Expected &expected, const QString &said) {
        QTest::newRow(name) << certified << trust << expected << said;
    };
    row("valid, issued by the CA file", m_known.leaf(loopback()), known, TrustedBy::CaFile, {});
    row("valid, issued by a system CA", m_other.leaf(loopback()), {}, TrustedBy::System, {});
    row("valid, issued by a system CA, with a CA file", m_other.leaf(loopback()), known,
        TrustedBy::System, {});
    row("self-signed", TestAuthority::selfSigned(loopback()), known, refused({Problem::SelfSigned}),
        u"It is self-signed."_s);
    row("wrong name", m_known.leaf({"x", {}, {u"DNS:x.example"_s}}), known,
        refused({Problem::WrongName}), u"It names x.example, not 127.0.0.1."_s);
    row("expired", m_known.leaf(loopback(-30, 10)), known, refused({Problem::Expired}),
        u"It expired on "_s);
    row("not yet valid", m_known.leaf(loopback(2, 10)), known, refused({Problem::NotYetValid}),
        u"by the clock of this computer: check it."_s);
    row("unknown CA", m_stackrox.leaf(loopback()), known, refused({Problem::UnknownIssuer}),
        u"It is signed by “StackRox Certificate Authority”, which this computer does not know."_s);
    row("missing intermediate", m_between.leaf(loopback()), known,
        refused({Problem::UnknownIssuer}),
        u"It is signed by “Between Authority”, which this computer does not know. If it is a "
        u"public "
        "authority, the server may not be sending an intermediate certificate."_s);
    Certified whole = m_between.leaf(loopback());
    whole.intermediates = {m_between.certificate()};
    row("intermediate sent", whole, known, TrustedBy::CaFile, {});
    // The leaf is valid, so the error must not be reported as an expired certificate.
    const TestAuthority late("Late Authority", m_known, -60);
    Certified below = late.leaf(loopback());
    below.intermediates = {late.certificate()};
    row("expired intermediate", below, known, refused({Problem::Other}),
        u"It did not pass the check: Late Authority: The certificate has expired."_s);
    row("Central's own, with its CA", m_stackrox.leaf(centralsDefaultCertificate()), stackrox,
        TrustedBy::CentralDefault, {});
    row("Central's own, without its CA", m_stackrox.leaf(centralsDefaultCertificate()), {},
        refused({Problem::WrongName, Problem::UnknownIssuer}),
        u"It names central.stackrox and central.stackrox.svc, not 127.0.0.1.|"
        "It is signed by “StackRox Certificate Authority”, which this computer does not know."_s);
    const Certified old = m_known.leaf(loopback());
    row("pinned", old, pinTo(old, {}), TrustedBy::Pin, {});
    row("changed leaf, same CA", m_known.leaf(loopback()), pinTo(old, {m_known.certificate()}),
        Changed{}, u"prod-us shows another certificate than the one you trusted."_s);
    row("changed leaf, another CA", m_other.leaf(loopback()), pinTo(old, {m_known.certificate()}),
        Changed{}, u"Compare the fingerprint with whoever runs this Central"_s);
    // OpenSSL checks an intermediate's dates only if another intermediate issued it.
    const TestAuthority lower("Lower Authority", m_between, -60);
    Certified deep = lower.leaf(loopback());
    deep.intermediates = {lower.certificate(), m_between.certificate()};
    row("pinned, intermediate expired later", deep, pinTo(deep, {}), TrustedBy::Pin, {});
    const Certified gone = m_known.leaf(loopback(-30, 10));
    row("pinned, expired later", gone, pinTo(gone, {m_known.certificate()}),
        refused({Problem::Expired}), u"It expired on "_s);
}

void TestTlsMatrix::certificatesAreJudged()
{
    QFETCH(Certified, certified);
    QFETCH(Trust, trust);
    QFETCH(Expected, expected);
    QFETCH(QString, said);
    const auto before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&] { QSslConfiguration::setDefaultConfiguration(before); });
    auto system = before;
    system.addCaCertificate(m_other.certificate()); // now an authority of this computer
    QSslConfiguration::setDefaultConfiguration(system);

    FaultServer server(certified.serverConfiguration());
    Fault version;
    version.bytes = httpReply(200, R"({"version":"4.11.2"})");
    server.play({version});
    Outcome outcome;
    ask(server.url(), trust, &outcome);
    QVERIFY(outcome.verdict);
    const QByteArray sha256 = certificateFacts(certified.certificate, {}).sha256;

    if (const auto *by = std::get_if<TrustedBy>(&expected)) {
        const auto *trusted = std::get_if<verdict::Trusted>(&*outcome.verdict);
        QVERIFY(trusted);
        QCOMPARE(trusted->by, *by);
        QCOMPARE(trusted->facts, certificateFacts(certified.certificate, {}));
        QCOMPARE(outcome.version, Result<QString>(u"4.11.2"_s));
        QCOMPARE(server.wholeRequests(), 1); // sent by the client; the probe sends none
        QVERIFY(server.received().startsWith("GET /v1/metadata HTTP/1.1\r\n"));
        QVERIFY(server.received().contains(SignInToken));
        return;
    }
    QCOMPARE(server.received(), QByteArray());
    QVERIFY(!outcome.version);
    const ApiError error = outcome.version.error();
    for (const QString &part : said.split(u'|'))
        QVERIFY2(outcome.said.contains(part), qPrintable(outcome.said));
    QVERIFY2(outcome.said.contains(NothingSent), qPrintable(outcome.said));
    if (const auto *refused = std::get_if<Unknown>(&expected)) {
        const auto *unknown = std::get_if<verdict::Unknown>(&*outcome.verdict);
        QVERIFY(unknown);
        QCOMPARE(sorted(unknown->facts.problems), sorted(refused->problems));
        QCOMPARE(unknown->facts.sha256, sha256);
        QCOMPARE(error.kind, Kind::CertificateRefused);
        QCOMPARE(error.certificate, std::optional(unknown->facts));
        return;
    }
    const auto *changed = std::get_if<verdict::Changed>(&*outcome.verdict);
    QVERIFY(changed);
    QCOMPARE(changed->known, *trust.pinned);
    QCOMPARE(changed->shown.sha256, sha256);
    QCOMPARE(error.kind, Kind::CertificateChanged);
    QCOMPARE(error.certificate, std::optional(changed->shown));
}

void TestTlsMatrix::weakCertificatesAreRefused_data()
{
    QTest::addColumn<Certified>("certified");
    QTest::addColumn<bool>("isAskedUnderPin");
    CertificatePlan shortKey = loopback();
    shortKey.rsaBits = 1024;
    QTest::newRow("RSA of 1,024 bits") << m_known.leaf(shortKey) << true;
    CertificatePlan oldSignature = loopback();
    oldSignature.isSignedWithSha1 = true;
    QTest::newRow("signed with SHA-1") << m_known.leaf(oldSignature) << false;
}

void TestTlsMatrix::weakCertificatesAreRefused()
{
    QFETCH(Certified, certified);
    QFETCH(bool, isAskedUnderPin);
    OpensslServer server(certified, weakly());
    QVERIFY2(server.isUp(), qPrintable(server.why()));
    Outcome outcome;
    ask(urlOf(server.port()), {{m_known.certificate()}, {}}, &outcome);
    const auto *unknown = std::get_if<verdict::Unknown>(&outcome.verdict.value());
    QVERIFY(unknown);
    QCOMPARE(unknown->facts.problems, QList{Problem::Weak});
    QCOMPARE(outcome.version.error().kind, Kind::CertificateRefused);
    QVERIFY2(outcome.said.contains(u"Its key or its signature is too weak to be safe."_s),
             qPrintable(outcome.said));
    QVERIFY2(outcome.said.contains(NothingSent), qPrintable(outcome.said));
    QCOMPARE(server.received(), QByteArray());

    // A pin covers a weak key only if that problem was shown. A weak signature does not matter with
    // a pin, because the issuer is not checked.
    Trust trust = pinTo(certified, {});
    if (isAskedUnderPin) {
        ask(urlOf(server.port()), trust, &outcome);
        QVERIFY(std::holds_alternative<verdict::Unknown>(outcome.verdict.value()));
        QCOMPARE(outcome.version.error().kind, Kind::CertificateRefused);
        QVERIFY2(outcome.said.contains(u"is too weak to be safe. " + NothingSent),
                 qPrintable(outcome.said));
        QCOMPARE(server.received(), QByteArray());
    }
    trust.pinned->problems = {Problem::Weak};
    Caught<CertificateVerdict> shown;
    new CertificateProbe({urlOf(server.port())}, trust, this, shown.handler(), this);
    QTRY_COMPARE(shown.calls, 1);
    QVERIFY(std::holds_alternative<verdict::Trusted>(shown.result->value()));
    Connection connection = connectionTo(urlOf(server.port()));
    connection.trust = trust;
    CentralClient client(std::move(connection));
    Caught<QString> version; // this server never answers
    client.version(this, version.handler());
    QTRY_VERIFY(server.received().contains(SignInToken));
}

void TestTlsMatrix::oldTlsIsRefused()
{
    OpensslServer server(m_known.leaf(loopback()), weakly({u"-tls1_1"_s}));
    QVERIFY2(server.isUp(), qPrintable(server.why()));
    QVERIFY(server.isReachedWith(weakly({u"-tls1_1"_s})));
    Outcome outcome;
    ask(urlOf(server.port()), {{m_known.certificate()}, {}}, &outcome);
    QVERIFY(!outcome.verdict);
    QCOMPARE(outcome.verdict.error().kind, Kind::TlsFailed);
    QCOMPARE(outcome.version.error().kind, Kind::TlsFailed);
    QVERIFY2(outcome.said.contains(u"only versions before 1.2"_s), qPrintable(outcome.said));
    QVERIFY2(outcome.said.contains(NothingSent), qPrintable(outcome.said));
    QCOMPARE(server.received(), QByteArray());
}

void TestTlsMatrix::serverWithoutTls_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Fault::Then>("then");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("plain HTTP") << "HTTP/1.0 400 Bad Request\r\n\r\nplain\n"_ba
                                << Fault::Then::Close << Kind::TlsFailed
                                << u"it may speak no TLS"_s;
    QTest::newRow("closes at once") << QByteArray() << Fault::Then::Close << Kind::ConnectionLost
                                    << u"broke before the answer was complete"_s;
    QTest::newRow("resets at once") << QByteArray() << Fault::Then::Reset << Kind::ConnectionLost
                                    << u"broke before the answer was complete"_s;
    QTest::newRow("never answers")
        << QByteArray() << Fault::Then::KeepOpen << Kind::TimedOut << u"did not answer in time"_s;
}

void TestTlsMatrix::serverWithoutTls()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Fault::Then, then);
    QFETCH(Kind, kind);
    QFETCH(QString, said);
    FaultServer server;
    Fault fault;
    fault.after = Fault::After::Accept;
    fault.bytes = bytes;
    fault.then = then;
    server.play({fault});
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    Outcome outcome;
    ask(url, {}, &outcome, kind == Kind::TimedOut ? 500ms : CertificateProbe::DefaultTimeout);
    QVERIFY(!outcome.verdict);
    QCOMPARE(outcome.verdict.error().kind, kind);
    QCOMPARE(outcome.version.error().kind, kind);
    QVERIFY2(outcome.said.contains(said), qPrintable(outcome.said));
    // After a timeout it is not known whether the request was sent, so it is not claimed.
    QCOMPARE(outcome.said.contains(NothingSent), kind != Kind::TimedOut);
    // The server received handshakes only.
    QVERIFY(!server.received().contains("Authorization"));
    QVERIFY(!server.received().contains(SignInToken));
    QVERIFY(!server.received().contains("GET "));
}

// Plain HTTP to a TLS port, with the answer of Go's server: the credential was sent.
void TestTlsMatrix::plainHttpToATlsPort()
{
    FaultServer server;
    Fault refusal;
    refusal.bytes = "HTTP/1.0 400 Bad Request\r\n\r\n"
                    "Client sent an HTTP request to an HTTPS server.\n";
    refusal.then = Fault::Then::Close;
    server.play({refusal});
    CentralClient client(connectionTo(server.url()));
    Caught<QString> version;
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    QCOMPARE(version.error().kind, Kind::TlsFailed);
    QVERIFY(server.received().contains(SignInToken));
    const QString said = sentenceFor(version.error(), Operation::Connect, u"prod-us"_s).plain();
    QVERIFY2(!said.contains(u"No credential"_s), qPrintable(said));
}

void TestTlsMatrix::lostAfterTheHandshake()
{
    FaultServer server(m_known.leaf(loopback()).serverConfiguration());
    Fault answer;
    answer.bytes = httpReply(200, R"({"version":"4.11.2"})");
    Fault cut;
    cut.then = Fault::Then::Close;
    server.play({answer, cut, cut, cut, cut, cut});
    CentralClient client(connectionTo(server.url(), {m_known.certificate()}));
    // The second request uses the connection of the first.
    for (const bool isGood : {true, false}) {
        Caught<QString> version;
        client.version(this, version.handler());
        QTRY_COMPARE(version.calls, 1);
        QCOMPARE(version.succeeded(), isGood);
        const QString said = sentenceFor(version.error(), Operation::Connect, u"prod-us"_s).plain();
        QVERIFY2(!said.contains(u"No credential"_s), qPrintable(said));
    }
}

QTEST_GUILESS_MAIN(TestTlsMatrix)
#include "tst_tlsmatrix.moc"
