// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/values/worker.h"
#include "network/proxylookup.h"
#include "network/signin/certificateprobe.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QNetworkProxyFactory>
#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

const QUrl Somewhere(u"https://central.example:8443"_s);

/// A simulated PAC script: its duration, and counts of its calls and their threads.
struct Script
{
    std::atomic<int> asked = 0;
    std::atomic<int> askedByGui = 0;
    std::function<void()> work = [] {};
};

class ScriptedProxies : public QNetworkProxyFactory
{
public:
    explicit ScriptedProxies(std::shared_ptr<Script> script)
        : m_script(std::move(script))
    {}
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override
    {
        ++m_script->asked;
        if (QThread::currentThread() == QCoreApplication::instance()->thread())
            ++m_script->askedByGui;
        m_script->work();
        return {{QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 1}}; // no server listens there
    }

private:
    std::shared_ptr<Script> m_script;
};

} // namespace

/// Proxy look-ups with a PAC script that takes seconds, or never ends.
class TestProxyLookup : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lookUpDoesNotBlockEventLoop_data();
    void lookUpDoesNotBlockEventLoop();
    void lookUpIsCachedPerOrigin();
    void loopbackUsesNoProxy();
    void hangingScriptIsProxyFailed();
    void destroyedContextGetsNoResult();
    void hangingScriptDoesNotBlockWorkers();
    void usesSystemConfiguration();

private:
    std::shared_ptr<Script> m_script;
};

void TestProxyLookup::init()
{
    StrictTest::init();
    m_script = std::make_shared<Script>();
    QNetworkProxyFactory::setApplicationProxyFactory(new ScriptedProxies(m_script));
}

void TestProxyLookup::cleanup()
{
    QVERIFY(blockingPool()->waitForDone(10'000));
    QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    forgetProxies();
}

void TestProxyLookup::lookUpDoesNotBlockEventLoop_data()
{
    QTest::addColumn<QString>("call");
    for (const auto &call : {u"read"_s, u"generate"_s, u"revoke"_s, u"probe"_s})
        QTest::newRow(qPrintable(call)) << call;
}

void TestProxyLookup::lookUpDoesNotBlockEventLoop()
{
    QFETCH(QString, call);
    m_script->work = [] { QThread::msleep(1000); };
    CentralClient client(connectionTo(Somewhere));
    Caught<QString> version;
    CaughtRevoke revoke;
    CaughtGenerate generate;
    Caught<CertificateVerdict> verdict;
    QTimer timer;
    int ticks = 0;
    timer.callOnTimeout([&] { ++ticks; });
    timer.start(10ms);
    if (call == u"read")
        client.version(this, version.handler());
    else if (call == u"generate")
        client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    else if (call == u"revoke")
        client.revoke(u"x"_s, this, revoke.handler());
    else
        new CertificateProbe({Somewhere}, {}, this, verdict.handler(), this);
    QTRY_COMPARE(version.calls + revoke.calls + generate.calls + verdict.calls, 1);
    // The timer ticks a hundred times in the script's second, unless the event loop is blocked.
    QVERIFY2(ticks > 30, QByteArray::number(ticks));
    QCOMPARE(m_script->askedByGui, 0);
    QVERIFY(m_script->asked > 0);
    const auto kind = version.calls   ? version.error().kind
                      : revoke.calls  ? revoke.verdict.error.kind
                      : verdict.calls ? verdict.error().kind
                                      : generate.outcome->error.kind;
    QCOMPARE(kind, Kind::ProxyFailed);
}

void TestProxyLookup::lookUpIsCachedPerOrigin()
{
    CentralClient client(connectionTo(Somewhere));
    CentralClient again(connectionTo(Somewhere));
    Caught<QString> version;
    for (int i = 0; i < 3; ++i) {
        client.version(this, version.handler());
        again.version(this, version.handler());
    }
    QTRY_COMPARE(version.calls, 6);
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 7);
    QCOMPARE(m_script->asked, 1);
    CentralClient other(connectionTo(QUrl(u"https://central.example"_s)));
    other.version(this, version.handler());
    QTRY_COMPARE(version.calls, 8);
    QCOMPARE(m_script->asked, 2);
    forgetProxies();
    client.version(this, version.handler());
    QTRY_COMPARE(version.calls, 9);
    QCOMPARE(m_script->asked, 3);
}

void TestProxyLookup::loopbackUsesNoProxy()
{
    for (const auto &host : {u"localhost"_s, u"127.0.0.1"_s, u"127.1.2.3"_s, u"::1"_s}) {
        QUrl url = Somewhere;
        url.setHost(host);
        bool isKnown = false;
        whenProxyIsKnown(url, this, [&](const Result<QNetworkProxy> &proxy) {
            isKnown = true;
            QCOMPARE(proxy->type(), QNetworkProxy::NoProxy);
        });
        QVERIFY(isKnown);
    }
    QCOMPARE(m_script->asked, 0);
}

void TestProxyLookup::hangingScriptIsProxyFailed()
{
    QSemaphore comes;
    const auto atLast = qScopeGuard([&] {
        comes.release(100);
        blockingPool()->waitForDone();
    });
    m_script->work = [&] { comes.acquire(); };
    Limits limits;
    limits.transferTimeout = 200ms;
    CentralClient client(connectionTo(Somewhere), limits);
    Caught<QString> version;
    CaughtGenerate generate;
    Caught<CertificateVerdict> verdict;
    client.version(this, version.handler());
    client.generate({u"ci"_s, {}, NoTime}, this, generate.handler());
    new CertificateProbe({Somewhere}, {}, this, verdict.handler(), this, 200ms);
    QTRY_COMPARE(version.calls + generate.calls + verdict.calls, 3);
    QCOMPARE(version.error().kind, Kind::ProxyFailed);
    QVERIFY(version.error().detail.contains(u"in time"_s));
    QCOMPARE(verdict.error().kind, Kind::ProxyFailed);
    QCOMPARE(generate.outcome->fate, GenerateOutcome::Outcome::NotSent);
    QCOMPARE(generate.outcome->error.kind, Kind::ProxyFailed);
}

void TestProxyLookup::destroyedContextGetsNoResult()
{
    QSemaphore comes;
    m_script->work = [&] { comes.acquire(); };
    auto context = std::make_unique<QObject>();
    int calls = 0;
    whenProxyIsKnown(Somewhere, context.get(), [&](const Result<QNetworkProxy> &) { ++calls; });
    context.reset();
    comes.release();
    QVERIFY(blockingPool()->waitForDone(10'000));
    QCoreApplication::processEvents();
    QCOMPARE(calls, 0);
}

// The list is decoded in the global pool, and the program waits for that pool at exit.
void TestProxyLookup::hangingScriptDoesNotBlockWorkers()
{
    QSemaphore comes;
    const auto atLast = qScopeGuard([&] {
        comes.release(100);
        blockingPool()->waitForDone();
    });
    m_script->work = [&] { comes.acquire(); };
    whenProxyIsKnown(Somewhere, this, [](const Result<QNetworkProxy> &) {});
    QTRY_COMPARE(m_script->asked, 1);
    QVERIFY(QThreadPool::globalInstance()->waitForDone(0));
}

// Like in main().
void TestProxyLookup::usesSystemConfiguration()
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    qputenv("https_proxy", "http://proxy.example:3128");
    qunsetenv("no_proxy");
    const auto reset = qScopeGuard([] { qunsetenv("https_proxy"); });
    QNetworkProxy found;
    whenProxyIsKnown(Somewhere, this, [&](const Result<QNetworkProxy> &proxy) { found = *proxy; });
    QTRY_COMPARE(found.hostName(), u"proxy.example"_s);
    QCOMPARE(found.port(), quint16(3128));
    QCOMPARE(found.type(), QNetworkProxy::HttpProxy);
}

QTEST_GUILESS_MAIN(TestProxyLookup)
#include "tst_proxylookup.moc"
