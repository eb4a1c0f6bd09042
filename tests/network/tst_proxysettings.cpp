// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "network/proxylookup.h"
#include "network/proxysettings.h"
#include "network/signin/certificateprobe.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QNetworkProxyFactory>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Type = QNetworkProxy::ProxyType;

namespace {

const QUrl Somewhere(u"https://central.example:8443"_s);

QString textOf(const QNetworkProxy &proxy)
{
    QString text = proxy.hostName() + u':' + QString::number(proxy.port());
    if (!proxy.user().isEmpty())
        text = proxy.user() + u':' + proxy.password() + u'@' + text;
    return text;
}

} // namespace

/// The variables that name proxies, as curl reads them.
class TestProxySettings : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void variableNamesAProxy_data();
    void variableNamesAProxy();
    void unusableValueIsNamed_data();
    void unusableValueIsNamed();
    void firstVariableCounts_data();
    void firstVariableCounts();
    void noProxyNamesHosts_data();
    void noProxyNamesHosts();
    void proxyWithoutSchemeIsUsed_data();
    void proxyWithoutSchemeIsUsed();
    void requestsSayThatTheProxyCannotBeUsed();
};

void TestProxySettings::variableNamesAProxy_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("text");
    QTest::newRow("without a scheme")
        << u"127.0.0.1:3128"_s << Type::HttpProxy << u"127.0.0.1:3128"_s;
    QTest::newRow("name without a scheme") << u"proxy:3128"_s << Type::HttpProxy << u"proxy:3128"_s;
    QTest::newRow("without a port")
        << u"proxy.example"_s << Type::HttpProxy << u"proxy.example:80"_s;
    QTest::newRow("http") << u"http://proxy:3128/"_s << Type::HttpProxy << u"proxy:3128"_s;
    QTest::newRow("upper case") << u"HTTP://Proxy:3128"_s << Type::HttpProxy << u"proxy:3128"_s;
    QTest::newRow("blanks around")
        << u" http://proxy:3128 "_s << Type::HttpProxy << u"proxy:3128"_s;
    QTest::newRow("socks5") << u"socks5://proxy:1081"_s << Type::Socks5Proxy << u"proxy:1081"_s;
    QTest::newRow("socks5h") << u"socks5h://proxy"_s << Type::Socks5Proxy << u"proxy:1080"_s;
    QTest::newRow("GNOME's socks")
        << u"socks://proxy:9050/"_s << Type::Socks5Proxy << u"proxy:9050"_s;
    QTest::newRow("user") << u"http://me:p%40ss@proxy:3128"_s << Type::HttpProxy
                          << u"me:p@ss@proxy:3128"_s;
    QTest::newRow("user without a scheme")
        << u"me:pass@proxy:3128"_s << Type::HttpProxy << u"me:pass@proxy:3128"_s;
    QTest::newRow("IPv6") << u"[::1]:3128"_s << Type::HttpProxy << u"::1:3128"_s;
}

void TestProxySettings::variableNamesAProxy()
{
    QFETCH(QString, value);
    QFETCH(Type, type);
    QFETCH(QString, text);
    const auto proxy = proxyFrom({{u"https_proxy"_s, value}}, Somewhere);
    QVERIFY(proxy && *proxy);
    QCOMPARE((**proxy).type(), type);
    QCOMPARE(textOf(**proxy), text);
}

void TestProxySettings::unusableValueIsNamed_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &value, const QString &shown) {
        QTest::newRow(name) << value << shown;
    };
    row("https", u"https://proxy:3128"_s, u"https://proxy:3128"_s);
    row("socks4", u"socks4://proxy:1080"_s, u"socks4://proxy:1080"_s);
    row("password", u"https://me:secret@proxy:3128"_s, u"https://proxy:3128"_s);
    row("password with an @", u"ftp://me:se@cret@proxy"_s, u"ftp://proxy"_s);
    row("port", u"proxy:99999"_s, u"proxy:99999"_s);
    row("no host", u"http://"_s, u"http://"_s);
    row("only a port", u":3128"_s, u":3128"_s);
    row("words", u"use the proxy"_s, u"use the proxy"_s);
    row("quotes", u"\"http://proxy:3128\""_s, u"\"http://proxy:3128\""_s);
}

void TestProxySettings::unusableValueIsNamed()
{
    QFETCH(QString, value);
    QFETCH(QString, shown);
    const auto proxy = proxyFrom({{u"HTTPS_PROXY"_s, value}}, Somewhere);
    QVERIFY(proxy && !*proxy);
    QCOMPARE(proxy->error().kind, ApiError::Kind::BadProxy);
    QCOMPARE(proxy->error().about, u"HTTPS_PROXY"_s);
    QCOMPARE(proxy->error().detail, shown);
}

void TestProxySettings::firstVariableCounts_data()
{
    QTest::addColumn<Environment>("variables");
    QTest::addColumn<QString>("host"); // empty: none
    QTest::newRow("none") << Environment() << QString();
    QTest::newRow("of http alone") << Environment{{u"http_proxy"_s, u"a"_s}} << QString();
    QTest::newRow("lower case first")
        << Environment{{u"https_proxy"_s, u"a"_s}, {u"HTTPS_PROXY"_s, u"b"_s}} << u"a"_s;
    QTest::newRow("upper case") << Environment{{u"HTTPS_PROXY"_s, u"b"_s}} << u"b"_s;
    QTest::newRow("of all, last") << Environment{{u"HTTPS_PROXY"_s, u"b"_s},
                                                 {u"all_proxy"_s, u"c"_s}}
                                  << u"b"_s;
    QTest::newRow("of all") << Environment{{u"ALL_PROXY"_s, u"c"_s}} << u"c"_s;
    QTest::newRow("empty is not set")
        << Environment{{u"https_proxy"_s, u""_s}, {u"ALL_PROXY"_s, u"c"_s}} << u"c"_s;
}

void TestProxySettings::firstVariableCounts()
{
    QFETCH(Environment, variables);
    QFETCH(QString, host);
    const auto proxy = proxyFrom(variables, Somewhere);
    QCOMPARE(proxy ? (**proxy).hostName() : QString(), host);
}

void TestProxySettings::noProxyNamesHosts_data()
{
    QTest::addColumn<QString>("noProxy");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isNamed");
    const QString name = u"https://central.example.com:8443"_s;
    const QString address = u"https://10.1.2.3"_s;
    QTest::newRow("all") << u"*"_s << name << true;
    QTest::newRow("all, in a list") << u"a, *"_s << name << true;
    QTest::newRow("host") << u"central.example.com"_s << name << true;
    QTest::newRow("case") << u"CENTRAL.example.COM"_s << name << true;
    QTest::newRow("domain") << u"a.com,example.com"_s << name << true;
    QTest::newRow("with a dot") << u".example.com"_s << name << true;
    QTest::newRow("with a star") << u"*.example.com"_s << name << true;
    QTest::newRow("blanks between") << u"a.com example.com"_s << name << true;
    QTest::newRow("trailing dot") << u"example.com."_s << name << true;
    QTest::newRow("not the end of a word") << u"ample.com"_s << name << false;
    QTest::newRow("port") << u"example.com:8443"_s << name << true;
    QTest::newRow("another port") << u"example.com:443"_s << name << false;
    QTest::newRow("port of https") << u"10.1.2.3:443"_s << address << true;
    QTest::newRow("address") << u"10.1.2.3"_s << address << true;
    QTest::newRow("network") << u"10.0.0.0/8"_s << address << true;
    QTest::newRow("another network") << u"192.168.0.0/16"_s << address << false;
    QTest::newRow("not part of an address") << u"2.3"_s << address << false;
    QTest::newRow("IPv6") << u"2001:db8::1"_s << u"https://[2001:db8::1]:8443"_s << true;
    QTest::newRow("IPv6 in brackets")
        << u"[2001:db8::1]:8443"_s << u"https://[2001:db8::1]:8443"_s << true;
    QTest::newRow("IPv6 network") << u"2001:db8::/32"_s << u"https://[2001:db8::1]"_s << true;
    QTest::newRow("commas alone") << u",, "_s << name << false;
}

void TestProxySettings::noProxyNamesHosts()
{
    QFETCH(QString, noProxy);
    QFETCH(QString, url);
    QFETCH(bool, isNamed);
    QCOMPARE(isWithoutProxy(noProxy, QUrl(url)), isNamed);
    const auto proxy =
        proxyFrom({{u"https_proxy"_s, u"proxy:1"_s}, {u"NO_PROXY"_s, noProxy}}, QUrl(url));
    QVERIFY(proxy && *proxy);
    QCOMPARE((**proxy).type() == Type::NoProxy, isNamed);
}

void TestProxySettings::proxyWithoutSchemeIsUsed_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("without a scheme") << "https_proxy"_ba
                                      << ""_ba
                                      << "CONNECT central.example:8443 "_ba;
    QTest::newRow("upper case") << "HTTPS_PROXY"_ba
                                << ""_ba
                                << "CONNECT central.example:8443 "_ba;
    QTest::newRow("socks5h of all") << "all_proxy"_ba
                                    << "socks5h://"_ba
                                    << "\x05"_ba;
}

// The proxy sees the request: as the variable says, as the session and the probe use it.
void TestProxySettings::proxyWithoutSchemeIsUsed()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, scheme);
    QFETCH(QByteArray, begins);
    QTcpServer proxy;
    QVERIFY(proxy.listen(QHostAddress::LocalHost));
    QByteArrayList seen;
    connect(&proxy, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *socket = proxy.nextPendingConnection();
        connect(socket, &QIODevice::readyRead, this, [&seen, socket] {
            seen.append(socket->readAll());
            socket->close();
        });
    });
    qunsetenv("no_proxy");
    qunsetenv("NO_PROXY");
    const QByteArray value = scheme + "127.0.0.1:" + QByteArray::number(proxy.serverPort());
    qputenv(variable.constData(), value);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    forgetProxies();
    const auto reset = qScopeGuard([&] {
        qunsetenv(variable.constData());
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        forgetProxies();
    });
    CentralClient client(connectionTo(Somewhere));
    Caught<QString> version;
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 1);
    QCOMPARE(version.error().kind, ApiError::Kind::ProxyFailed);
    QVERIFY(!seen.isEmpty());
    QVERIFY2(seen.first().startsWith(begins), seen.first().constData());
    seen.clear();
    Caught<CertificateVerdict> verdict;
    new CertificateProbe({Somewhere}, {}, this, verdict.handler(), this);
    QTRY_COMPARE(verdict.calls, 1);
    QVERIFY(!seen.isEmpty() && seen.first().startsWith(begins));
}

void TestProxySettings::requestsSayThatTheProxyCannotBeUsed()
{
    qputenv("https_proxy", "https://me:secret@proxy.example:3128");
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    forgetProxies();
    const auto reset = qScopeGuard([] {
        qunsetenv("https_proxy");
        QNetworkProxyFactory::setUseSystemConfiguration(false);
        forgetProxies();
    });
    CentralClient client(connectionTo(Somewhere));
    Caught<QString> version;
    CaughtGenerate generate;
    CaughtRevoke revoke;
    Caught<CertificateVerdict> verdict;
    client.version(this, version.handler());
    client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    client.revoke(u"x"_s, this, revoke.handler());
    new CertificateProbe({Somewhere}, {}, this, verdict.handler(), this);
    QTRY_COMPARE(version.calls + generate.calls + revoke.calls + verdict.calls, 4);
    QCOMPARE(version.error().kind, ApiError::Kind::BadProxy);
    QCOMPARE(version.error().detail, u"https://proxy.example:3128"_s);
    QCOMPARE(verdict.error().kind, ApiError::Kind::BadProxy);
    QCOMPARE(generate.outcome->fate, GenerateOutcome::Outcome::NotSent);
    QCOMPARE(generate.outcome->error.kind, ApiError::Kind::BadProxy);
    QCOMPARE(revoke.verdict.fate, RevokeVerdict::Outcome::NotSent);
    QCOMPARE(revoke.verdict.error.kind, ApiError::Kind::BadProxy);
}

QTEST_GUILESS_MAIN(TestProxySettings)
#include "tst_proxysettings.moc"
