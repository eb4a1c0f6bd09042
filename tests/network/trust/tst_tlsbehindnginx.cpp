// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/certificateprobe.h"
#include "network/trust/certificatetrust.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/nginx.h"
#include "ui/text/errortext.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;
using Problem = rox::CertificateFacts::Problem;

namespace {

/// Like Central, refuses a request whose Host differs from the SNI.
const QByteArray RefusesMisdirected = "if ($ssl_server_name != $host) { return 421; }"_ba;
const QByteArray OverHttp2 = "HTTP/2.0 200 sni=localhost host=localhost resumed=."_ba;
const QByteArray OneRequestEach = "keepalive_timeout 0; ssl_protocols "_ba;

} // namespace

/// Tests that need a real server: HTTP/2, SNI, TLS session resumption.
class TestTlsBehindNginx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void serverNameIsTheHost_data();
    void serverNameIsTheHost();
    void misdirectedRequestIsReported();
    void requestsOnOneConnectionPass();
    void requestsOnOneConnectionAreRefused();
    void qtResumesSessionsByDefault();
    void sessionsAreNotResumed_data();
    void sessionsAreNotResumed();

private:
    [[nodiscard]] static QUrl url(const Nginx &nginx, const QString &host)
    {
        QUrl url(u"https://host"_s);
        url.setHost(host);
        url.setPort(nginx.port());
        return url;
    }
    [[nodiscard]] Connection pinned(const QUrl &url) const
    {
        Connection connection = connectionTo(url);
        connection.trust.pinned = certificateFacts(m_own.certificate, {});
        connection.trust.pinned->problems = {Problem::WrongName};
        return connection;
    }

    FaultServer m_central;
    TestAuthority m_stackrox{"StackRox Certificate Authority"};
    Certified m_own = m_stackrox.leaf(centralsDefaultCertificate());
};

void TestTlsBehindNginx::initTestCase()
{
    Fault version;
    version.bytes = httpReply(200, R"({"version":"4.11.2"})");
    m_central.play({version});
}

void TestTlsBehindNginx::serverNameIsTheHost_data()
{
    QTest::addColumn<bool>("isPinned");
    QTest::newRow("Central's rule") << false;
    QTest::newRow("pin") << true;
}

void TestTlsBehindNginx::serverNameIsTheHost()
{
    QFETCH(bool, isPinned);
    const Nginx nginx(m_own, m_central.serverPort(), RefusesMisdirected);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    const QUrl address = url(nginx, u"localhost"_s);
    CentralClient client(isPinned ? pinned(address)
                                  : connectionTo(address, {m_stackrox.certificate()}));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY2(caught.succeeded(), qPrintable(caught.error().serverText));
    QTRY_COMPARE(nginx.seen(), QByteArrayList{OverHttp2});
    QCOMPARE(client.servedCertificate(), std::optional(certificateFacts(m_own.certificate, {})));
}

// An IP address has no SNI, so this nginx answers 421.
void TestTlsBehindNginx::misdirectedRequestIsReported()
{
    const Nginx nginx(m_own, m_central.serverPort(), RefusesMisdirected);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    CentralClient client(connectionTo(url(nginx, u"127.0.0.1"_s), {m_stackrox.certificate()}));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::Misdirected);
    QCOMPARE(caught.error().httpStatus, 421);
    QTRY_COMPARE(nginx.seen(), QByteArrayList{"HTTP/2.0 421 sni=- host=127.0.0.1 resumed=."});
    const ErrorSentence said = sentenceFor(caught.error(), Operation::Connect, u"prod-eu"_s);
    QCOMPARE(said.cause, u"Central answered 421, asked under another name."_s);
    QVERIFY(said.advice.contains(u"load balancer"_s));
}

// Requests over HTTP/2 share one handshake, and each handler gets its outcome.
void TestTlsBehindNginx::requestsOnOneConnectionPass()
{
    const Nginx nginx(m_own, m_central.serverPort(), RefusesMisdirected);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    CentralClient client(pinned(url(nginx, u"localhost"_s)));
    std::array<Caught<QString>, 8> caught;
    for (Caught<QString> &one : caught)
        client.version(this, one.handler());
    for (const Caught<QString> &one : caught) {
        QTRY_COMPARE(one.calls, 1);
        QVERIFY(one.succeeded());
    }
    QTRY_COMPARE(nginx.seen(), QByteArrayList(caught.size(), OverHttp2));
}

void TestTlsBehindNginx::requestsOnOneConnectionAreRefused()
{
    const Nginx nginx(m_stackrox.leaf(centralsDefaultCertificate()), m_central.serverPort(),
                      RefusesMisdirected);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    const QUrl address = url(nginx, u"localhost"_s);
    for (const auto &[trusting, kind] : {std::pair(pinned(address).trust, Kind::CertificateChanged),
                                         std::pair(Trust{}, Kind::CertificateRefused)}) {
        Connection connection = connectionTo(address);
        connection.trust = trusting;
        CentralClient client(std::move(connection));
        std::array<Caught<QString>, 8> caught;
        for (Caught<QString> &one : caught)
            client.version(this, one.handler());
        for (const Caught<QString> &one : caught) {
            QTRY_COMPARE(one.calls, 1);
            QCOMPARE(one.error().kind, kind);
            QVERIFY(one.error().certificate);
        }
    }
    QCOMPARE(nginx.seen(), QByteArrayList());
}

// Shows Qt's default, which tlsConfiguration() switches off: a resumed session has no chain, so
// HostNameMismatch is its only error, and Central's rule would accept it.
void TestTlsBehindNginx::qtResumesSessionsByDefault()
{
    // Qt resumes TLS 1.2 sessions; nginx enables 1.3 by default since 1.23.4.
    const Nginx nginx(m_own, m_central.serverPort(), OneRequestEach + "TLSv1.2;");
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    QNetworkAccessManager manager;
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates({});
    QList<QList<Problem>> found;
    for (int i = 0; i < 2; ++i) {
        QNetworkRequest request(url(nginx, u"localhost"_s));
        request.setSslConfiguration(tls);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        connect(reply.get(), &QNetworkReply::sslErrors, this, [&](const QList<QSslError> &errors) {
            found.append(certificateFacts(m_own.certificate, errors).problems);
            reply->ignoreSslErrors(errors);
        });
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
    QTRY_COMPARE(nginx.seen(),
                 (QByteArrayList{"HTTP/1.1 200 sni=localhost host=localhost resumed=.",
                                 "HTTP/1.1 200 sni=localhost host=localhost resumed=r"}));
    QCOMPARE(found, (QList<QList<Problem>>{{Problem::UnknownIssuer, Problem::WrongName},
                                           {Problem::WrongName}}));
}

void TestTlsBehindNginx::sessionsAreNotResumed_data()
{
    QTest::addColumn<QByteArray>("protocol");
    QTest::newRow("TLS 1.2") << "TLSv1.2;"_ba;
    QTest::newRow("TLS 1.3") << "TLSv1.3;"_ba;
}

void TestTlsBehindNginx::sessionsAreNotResumed()
{
    QFETCH(QByteArray, protocol);
    const Nginx nginx(m_own, m_central.serverPort(), OneRequestEach + protocol);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    CentralClient client(pinned(url(nginx, u"localhost"_s)));
    for (int i = 0; i < 3; ++i) {
        Caught<QString> caught;
        client.version(this, caught.handler());
        QTRY_COMPARE(caught.calls, 1);
        QVERIFY(caught.succeeded());
    }
    QTRY_COMPARE(nginx.seen(), QByteArrayList(3, OverHttp2));
}

QTEST_GUILESS_MAIN(TestTlsBehindNginx)
#include "tst_tlsbehindnginx.moc"
