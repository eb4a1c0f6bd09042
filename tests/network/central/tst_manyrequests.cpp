// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/nginx.h"
#include "tests/support/stricttest.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;

/// nginx closes a connection after a number of requests, as gateways do.
class TestManyRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void gatewayLimitFailsNoRevoke_data();
    void gatewayLimitFailsNoRevoke();
    void gatewayLimitFailsNoRead_data();
    void gatewayLimitFailsNoRead();

private:
    [[nodiscard]] Connection connectionTo(const Nginx &nginx) const
    {
        QUrl url(u"https://127.0.0.1"_s);
        url.setPort(nginx.port());
        return rox::test::connectionTo(url, {m_tls.authority.certificate()});
    }

    LoopbackTls m_tls;
    std::unique_ptr<FaultServer> m_central;
};

void TestManyRequests::init()
{
    m_central = std::make_unique<FaultServer>();
    m_central->play([](const SeenRequest &request) {
        Fault fault;
        fault.bytes =
            httpReply(200, request.method == "GET" ? R"({"version":"4.11.2"})"_ba : "{}"_ba);
        fault.then = Fault::Then::Close;
        return fault;
    });
}

void TestManyRequests::gatewayLimitFailsNoRevoke_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QByteArray>("directives");
    QTest::newRow("as nginx ships") << 1500 << ""_ba;
    QTest::newRow("as nginx shipped until 2021") << 450 << "keepalive_requests 100;"_ba;
    QTest::newRow("20 on each connection") << 300 << "keepalive_requests 20;"_ba;
    QTest::newRow("one on each connection") << 60 << "keepalive_requests 1;"_ba;
    QTest::newRow("closed after a second") << 300 << "keepalive_time 1s;"_ba;
}

void TestManyRequests::gatewayLimitFailsNoRevoke()
{
    failOnWarning();
    QFETCH(int, count);
    QFETCH(QByteArray, directives);
    const Nginx nginx(m_tls.certified, m_central->serverPort(), directives);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    CentralClient client(connectionTo(nginx));
    int sent = 0;
    int done = 0;
    QStringList failed;
    const std::function<void()> next = [&] {
        if (sent >= count)
            return;
        const QString id = QString::number(sent++);
        client.revoke(id, this, [&, id](const RevokeVerdict &verdict) {
            ++done;
            if (!verdict.isDone())
                failed.append(id + u": "_s + verdict.error.detail);
            next();
        });
    };
    for (int at = 0; at < 4; ++at)
        next();
    QTRY_COMPARE_WITH_TIMEOUT(done, count, 120'000);
    QCOMPARE(failed, QStringList());
    // No revoke had to be read back.
    QCOMPARE(m_central->wholeRequests("GET"), 0);
}

void TestManyRequests::gatewayLimitFailsNoRead_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("atATime");
    QTest::addColumn<QByteArray>("directives");
    QTest::newRow("as nginx ships") << 1200 << 4 << ""_ba;
    QTest::newRow("as nginx shipped until 2021") << 300 << 4 << "keepalive_requests 100;"_ba;
    QTest::newRow("20 on each connection") << 100 << 1 << "keepalive_requests 20;"_ba;
}

void TestManyRequests::gatewayLimitFailsNoRead()
{
    failOnWarning();
    QFETCH(int, count);
    QFETCH(int, atATime);
    QFETCH(QByteArray, directives);
    const Nginx nginx(m_tls.certified, m_central->serverPort(), directives);
    QVERIFY2(nginx.isUp(), qPrintable(nginx.why()));
    Limits limits;
    limits.transferTimeout = std::chrono::seconds(60); // a stall fails the test
    CentralClient client(connectionTo(nginx), limits);
    int sent = 0;
    int done = 0;
    QStringList failed;
    const std::function<void()> next = [&] {
        if (sent++ >= count)
            return;
        client.version(this, [&](const Result<QString> &version) {
            ++done;
            if (!version)
                failed.append(version.error().detail);
            next();
        });
    };
    for (int at = 0; at < atATime; ++at)
        next();
    QTRY_COMPARE_WITH_TIMEOUT(done, count, 30'000);
    QCOMPARE(failed, QStringList());
}

QTEST_GUILESS_MAIN(TestManyRequests)
#include "tst_manyrequests.moc"
