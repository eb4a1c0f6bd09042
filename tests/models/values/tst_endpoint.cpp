// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/endpoint.h"

#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;

class TestEndpoint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
};

void TestEndpoint::accepted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("display");
    const auto row = [](const char *text, const char *url, const char *display) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(url)
                            << QString::fromUtf8(display);
    };
    row("central.example.com", "https://central.example.com:443", "central.example.com");
    row("central.example.com:8443", "https://central.example.com:8443", "central.example.com:8443");
    row("https://central.example.com", "https://central.example.com:443", "central.example.com");
    row("https://central.example.com/", "https://central.example.com:443", "central.example.com");
    row("HTTPS://Central.Example.COM:443", "https://central.example.com:443",
        "central.example.com");
    row("  central:443\n", "https://central:443", "central");
    row("10.0.0.7:8443", "https://10.0.0.7:8443", "10.0.0.7:8443");
    row("[2001:db8::1]:8443", "https://[2001:db8::1]:8443", "[2001:db8::1]:8443");
    row("[::1]", "https://[::1]:443", "[::1]");
    row("central.test.", "https://central.test:443", "central.test");
    row("https://Central.Test.:8443/", "https://central.test:8443", "central.test:8443");
    row("http://localhost.:8080", "http://localhost:8080", "localhost:8080");
    row("127.0.0.1.:8443", "https://127.0.0.1:8443", "127.0.0.1:8443");
    row("http://localhost:8080", "http://localhost:8080", "localhost:8080");
    row("http://127.0.0.1", "http://127.0.0.1:80", "127.0.0.1");
    row("http://127.9.8.7:8000/", "http://127.9.8.7:8000", "127.9.8.7:8000");
    row("http://[::1]:8000", "http://[::1]:8000", "[::1]:8000");
    row("http://localhost:443", "http://localhost:443", "localhost:443");
}

void TestEndpoint::accepted()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(endpoint.has_value());
    QTEST(endpoint->base.toString(), "url");
    QTEST(endpoint->display(), "display");
    QVERIFY(endpoint->base.userInfo().isEmpty());
    QVERIFY(endpoint->base.path().isEmpty());
    // The displayed text parses to the same endpoint.
    const QString again =
        (endpoint->isPlaintext() ? u"http://"_s : QString()) + endpoint->display();
    const auto reparsed = Endpoint::parse(again);
    QVERIFY(reparsed.has_value());
    QCOMPARE(*reparsed, *endpoint);
}

void TestEndpoint::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Endpoint::Fault>("fault");
    using Fault = Endpoint::Fault;
    const auto row = [](const char *text, Fault fault) {
        QTest::newRow(text) << QString::fromUtf8(text) << fault;
    };
    row("", Fault::Empty);
    row("  \t\n", Fault::Empty);
    row("https://", Fault::Malformed);
    row("https:///", Fault::Malformed);
    row("a b", Fault::Malformed);
    row(".", Fault::Malformed);
    row("central.test..", Fault::Malformed);
    row("::1", Fault::Malformed);
    row("[::1", Fault::Malformed);
    row("central:99999", Fault::Port);
    row("central:70000", Fault::Port);
    row("https://central.example.com:70000/", Fault::Port);
    row("[::1]:70000", Fault::Port);
    row("central:-1", Fault::Port);
    row("central:port", Fault::Port);
    row("central%00.example.com", Fault::Malformed);
    row("central:0", Fault::Port);
    row("admin@central", Fault::UserInfo);
    row("https://admin:secret@central", Fault::UserInfo);
    row("https://:@central", Fault::UserInfo);
    row("https://admin:p@ss@central", Fault::UserInfo);
    row("https://central/main/integrations", Fault::Path);
    row("central/v1", Fault::Path);
    row("central?x=1", Fault::Path);
    row("central#x", Fault::Path);
    row("central?", Fault::Path);
    row("http://central.example.com", Fault::Plaintext);
    row("http://10.0.0.7:80", Fault::Plaintext);
    row("http://localhost.example.com", Fault::Plaintext);
    row("http://127.0.0.1.example.com", Fault::Plaintext);
    row("http://127.example.com", Fault::Plaintext);
    row("http://0.0.0.0", Fault::Plaintext);
    row("ftp://central", Fault::Scheme);
    row("grpc://central:443", Fault::Scheme);
    row("file:///etc/passwd", Fault::Malformed);
}

void TestEndpoint::refused()
{
    QFETCH(QString, text);
    const auto endpoint = Endpoint::parse(text);
    QVERIFY(!endpoint.has_value());
    QTEST(endpoint.error(), "fault");
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
