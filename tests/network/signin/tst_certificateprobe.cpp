// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/proxylookup.h"
#include "network/signin/certificateprobe.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QNetworkProxyFactory>
#include <QPointer>
#include <QTest>

#include <variant>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

QUrl encrypted(const FaultServer &plain)
{
    QUrl url = plain.url();
    url.setScheme(u"https"_s);
    return url;
}

/// Uses the proxy for every https request; Qt excludes loopback itself.
class OneProxy : public QNetworkProxyFactory
{
public:
    explicit OneProxy(const QNetworkProxy &proxy)
        : m_proxy(proxy)
    {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // Answers URL queries only, like the system's factory, not queries by host and port.
        return {query.queryType() == QNetworkProxyQuery::UrlRequest
                        && query.url().scheme() == "https"_L1
                    ? m_proxy
                    : QNetworkProxy(QNetworkProxy::NoProxy)};
    }

private:
    QNetworkProxy m_proxy;
};

/// An HTTP proxy that connects every CONNECT request to one port.
class Tunnel : public QTcpServer
{
public:
    explicit Tunnel(quint16 port)
        : m_port(port)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { open(nextPendingConnection()); });
    }
    [[nodiscard]] const QByteArray &head() const { return m_head; }

private:
    void open(QTcpSocket *client)
    {
        auto *server = new QTcpSocket(client);
        connect(server, &QIODevice::readyRead, client,
                [client, server] { client->write(server->readAll()); });
        connect(client, &QIODevice::readyRead, server, [this, client, server] {
            if (m_head.contains("\r\n\r\n")) {
                server->write(client->readAll());
                return;
            }
            m_head += client->readAll();
            if (m_head.contains("\r\n\r\n")) {
                server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
                client->write("HTTP/1.1 200 Connected\r\n\r\n");
            }
        });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    }

    quint16 m_port;
    QByteArray m_head;
};

} // namespace

class TestCertificateProbe : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
        forgetProxies();
    }
    void handshakeHasAlpnAndServerName();
    void sendsNothingToTrustedServer();
    void plaintextNeedsNoCertificate();
    void connectionErrorsAreReported();
    void timesOut();
    void cancelIsReported();
    void cancelAfterVerdictIsIgnored();
    void endsWithItsContext();
    void endsWithItsParent();
    void handlerMayDeleteProbe();
    void usesTheProxy();
    void proxyErrorsAreReported_data();
    void proxyErrorsAreReported();

private:
    static void useProxy(const QNetworkProxy &proxy)
    {
        QNetworkProxyFactory::setApplicationProxyFactory(new OneProxy(proxy));
    }

    FaultServer m_silent; ///< accepts connections and never answers
    LoopbackTls m_tls;
    Trust m_trust{{m_tls.authority.certificate()}, {}};
};

// A server may select its certificate by ALPN and SNI, so they must equal those of a request.
void TestCertificateProbe::handshakeHasAlpnAndServerName()
{
    FaultServer server; // reads and never answers
    QUrl url = encrypted(server);
    url.setHost(u"localhost"_s);
    Caught<CertificateVerdict> caught;
    auto *probe = new CertificateProbe({url}, m_trust, this, caught.handler(), this);
    QTRY_VERIFY(server.received().contains("\x08http/1.1"));
    QVERIFY(server.received().contains("\x02h2"));
    QVERIFY(server.received().contains("localhost")); // SNI
    probe->cancel();
    QTRY_COMPARE(caught.calls, 1);
}

void TestCertificateProbe::sendsNothingToTrustedServer()
{
    FaultServer server(m_tls.server());
    Caught<CertificateVerdict> caught;
    QPointer probe = new CertificateProbe({server.url()}, m_trust, this, caught.handler(), this);
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(caught.succeeded());
    QVERIFY(std::holds_alternative<verdict::Trusted>(caught.result->value()));
    QTRY_VERIFY(!probe);
    QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty()); // the probe has disconnected
    QCOMPARE(server.received(), QByteArray());
    QCOMPARE(server.connections(), 1);
    QCOMPARE(caught.calls, 1);
}

void TestCertificateProbe::plaintextNeedsNoCertificate()
{
    FaultServer server;
    Caught<CertificateVerdict> caught;
    new CertificateProbe({server.url()}, {}, this, caught.handler(), this);
    QCOMPARE(caught.calls, 0);
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(std::holds_alternative<verdict::Plaintext>(caught.result->value()));
    QCOMPARE(server.connections(), 0);
}

void TestCertificateProbe::connectionErrorsAreReported()
{
    FaultServer server;
    const QUrl refusing = encrypted(server);
    server.close();
    Caught<CertificateVerdict> refused;
    new CertificateProbe({refusing}, {}, this, refused.handler(), this);
    QTRY_COMPARE(refused.calls, 1);
    QCOMPARE(refused.error().kind, Kind::ConnectionRefused);
    QVERIFY(!refused.error().detail.isEmpty());

    Caught<CertificateVerdict> unknown;
    new CertificateProbe({QUrl(u"https://unknown.invalid:443"_s)}, {}, this, unknown.handler(),
                         this);
    QTRY_COMPARE_WITH_TIMEOUT(unknown.calls, 1, 20'000);
    QCOMPARE(unknown.error().kind, Kind::HostNotFound);

    for (const QUrl &url : {QUrl(), QUrl(u"http://central.example:80"_s)}) {
        Caught<CertificateVerdict> nowhere;
        new CertificateProbe({url}, {}, this, nowhere.handler(), this);
        QTRY_COMPARE(nowhere.calls, 1);
        QCOMPARE(nowhere.error().kind, Kind::BadEndpoint);
    }
}

void TestCertificateProbe::timesOut()
{
    Caught<CertificateVerdict> caught;
    new CertificateProbe({encrypted(m_silent)}, {}, this, caught.handler(), this, 100ms);
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::TimedOut);
    QCOMPARE(CertificateProbe::DefaultTimeout, 15s);
}

void TestCertificateProbe::cancelIsReported()
{
    Caught<CertificateVerdict> caught;
    auto *probe = new CertificateProbe({encrypted(m_silent)}, {}, this, caught.handler(), this);
    probe->cancel();
    probe->cancel();
    QCOMPARE(caught.calls, 0);
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::Cancelled);
}

void TestCertificateProbe::cancelAfterVerdictIsIgnored()
{
    FaultServer server;
    Caught<CertificateVerdict> caught;
    auto *probe = new CertificateProbe({server.url()}, {}, this, caught.handler(), this);
    probe->cancel(); // a plaintext verdict is known at once
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(caught.succeeded());
}

void TestCertificateProbe::endsWithItsContext()
{
    FaultServer server(m_tls.server());
    auto context = std::make_unique<QObject>();
    Caught<CertificateVerdict> caught;
    const QPointer running =
        new CertificateProbe({encrypted(m_silent)}, {}, context.get(), caught.handler(), this);
    const QPointer decided = new CertificateProbe({QUrl(u"http://127.0.0.1:1"_s)}, {},
                                                  context.get(), caught.handler(), this);
    context.reset();
    QTRY_VERIFY(!running);
    QTRY_VERIFY(!decided);
    QCOMPARE(caught.calls, 0);
}

void TestCertificateProbe::endsWithItsParent()
{
    Caught<CertificateVerdict> caught;
    auto parent = std::make_unique<QObject>();
    const QPointer probe =
        new CertificateProbe({encrypted(m_silent)}, {}, nullptr, caught.handler(), parent.get());
    parent.reset();
    QVERIFY(!probe);
    QCoreApplication::processEvents();
    QCOMPARE(caught.calls, 0);
}

void TestCertificateProbe::handlerMayDeleteProbe()
{
    FaultServer server(m_tls.server());
    auto parent = std::make_unique<QObject>();
    int calls = 0;
    new CertificateProbe(
        {server.url()}, m_trust, this,
        [&](const Result<CertificateVerdict> &) {
            ++calls;
            parent.reset();
        },
        parent.get());
    QTRY_COMPARE(calls, 1);
    QVERIFY(!parent);
}

// The proxy is looked up by URL, and the handshake uses the host's name.
void TestCertificateProbe::usesTheProxy()
{
    const Certified certified = m_tls.authority.leaf({"central", {}, {u"DNS:central.example"_s}});
    FaultServer server(certified.serverConfiguration());
    Tunnel proxy(server.serverPort());
    useProxy({QNetworkProxy::HttpProxy, u"127.0.0.1"_s, proxy.serverPort()});
    Caught<CertificateVerdict> caught;
    new CertificateProbe({QUrl(u"https://central.example:8443"_s)}, m_trust, this, caught.handler(),
                         this);
    QTRY_COMPARE(caught.calls, 1);
    QVERIFY(caught.succeeded());
    QVERIFY(std::holds_alternative<verdict::Trusted>(caught.result->value()));
    QVERIFY(proxy.head().startsWith("CONNECT central.example:8443 HTTP/1.1\r\n"));
    QVERIFY(!proxy.head().contains("Authorization"));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.received(), QByteArray());
}

void TestCertificateProbe::proxyErrorsAreReported_data()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::addColumn<QByteArray>("says");
    const auto status = [](const char *line) -> QByteArray {
        return QByteArray("HTTP/1.1 ") + line + "\r\nContent-Length: 0\r\n\r\n";
    };
    QTest::newRow("unavailable") << QNetworkProxy::HttpProxy << status("503 Service Unavailable");
    QTest::newRow("bad gateway") << QNetworkProxy::HttpProxy << status("502 Bad Gateway");
    QTest::newRow("proxy authentication")
        << QNetworkProxy::HttpProxy
        << "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
           "Content-Length: 0\r\n\r\n"_ba;
    QTest::newRow("cannot tunnel") << QNetworkProxy::HttpCachingProxy << status("200 OK");
}

void TestCertificateProbe::proxyErrorsAreReported()
{
    QFETCH(QNetworkProxy::ProxyType, type);
    QFETCH(QByteArray, says);
    FaultServer proxy;
    Fault fault;
    fault.after = Fault::After::Head;
    fault.bytes = says;
    proxy.play({fault});
    useProxy({type, u"127.0.0.1"_s, proxy.serverPort()});
    Caught<CertificateVerdict> caught;
    new CertificateProbe({QUrl(u"https://central.example:443"_s)}, m_trust, this, caught.handler(),
                         this);
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::ProxyFailed);

    CentralClient client(connectionTo(QUrl(u"https://central.example:443"_s)));
    Caught<QString> version;
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    QCOMPARE(version.error().kind, Kind::ProxyFailed);
}

QTEST_GUILESS_MAIN(TestCertificateProbe)
#include "tst_certificateprobe.moc"
