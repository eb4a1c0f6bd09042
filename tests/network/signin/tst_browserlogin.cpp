// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/browserlogin.h"
#include "tests/support/browsing.h"
#include "tests/support/caught.h"
#include "tests/support/stricttest.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using namespace std::chrono_literals;
using Kind = rox::ApiError::Kind;

namespace {

const Endpoint Central{QUrl(u"https://central.example:8443"_s)};

/// A running login and its result.
struct Waiting
{
    explicit Waiting(BrowserLogin::Timeouts timeouts = {})
        : login(std::make_unique<BrowserLogin>(timeouts))
    {}

    bool start(const Endpoint &endpoint = Central, QObject *context = nullptr)
    {
        const auto page = login->start(endpoint, context, caught.handler());
        if (!page)
            return false;
        opened = *page;
        const QUrlQuery fragment(opened.fragment(QUrl::FullyEncoded));
        callback = QUrl(fragment.queryItemValue(u"authorizeCallback"_s, QUrl::FullyDecoded));
        return callback.isValid();
    }
    [[nodiscard]] quint16 port() const { return quint16(callback.port()); }
    [[nodiscard]] QByteArray host() const { return "127.0.0.1:" + QByteArray::number(port()); }
    [[nodiscard]] QByteArray path() const { return callback.path().toLatin1(); }
    [[nodiscard]] QByteArray target(const QByteArray &query) const { return path() + '?' + query; }

    Caught<SessionToken> caught;
    std::unique_ptr<BrowserLogin> login;
    QUrl opened;
    QUrl callback;
};

/// Sends bytes over a new connection and returns all bytes received until the listener closes it.
QByteArray exchange(quint16 port, const QByteArray &bytes, bool *wasClosed = nullptr)
{
    QTcpSocket socket;
    QByteArray answer;
    QObject::connect(&socket, &QIODevice::readyRead, &socket, [&] { answer += socket.readAll(); });
    socket.connectToHost(u"127.0.0.1"_s, port);
    socket.write(bytes);
    const bool isOver = QTest::qWaitFor(
        [&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
    if (wasClosed)
        *wasClosed = isOver;
    return answer + socket.readAll();
}

QByteArray request(const QByteArray &target, const QByteArray &host,
                   const QByteArray &method = "GET")
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

} // namespace

/// BrowserLogin's listener, tested with raw sockets and with the pages of a real demo Central.
class TestBrowserLogin : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void opensCentralsPage();
    void callbackPathIsRandom();
    void listensOnLoopbackOnly();
    void acceptsTokenOnce();
    void pageHasNoSecret();
    void centralsErrorIsReported();
    void otherRequestsDoNotEndTheWait_data();
    void otherRequestsDoNotEndTheWait();
    void oversizedHeadIsRefused();
    void slowRequestTimesOut();
    void sessionArrivesWithoutPageRequest();
    void timesOut();
    void cancels_data();
    void cancels();
    void lateSessionIsRefused_data();
    void lateSessionIsRefused();
    void handlerMayDeleteLogin();
    void destroyedContextGetsNoResult();
    void signsInToDemo_data();
    void signsInToDemo();
    void denialDoesNotReachTheProgram();
};

void TestBrowserLogin::opensCentralsPage()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    const QByteArray opened = waiting.opened.toEncoded();
    const QByteArray expected =
        "https://central.example:8443/authorize-roxctl#authorizeCallback=http%3A%2F%2F127.0.0.1%3A"
        + QByteArray::number(waiting.port()) + "%2Fcb%2F";
    QVERIFY2(opened.startsWith(expected), opened.constData());
    QVERIFY(waiting.login->remainingMs() > 290'000 && waiting.login->remainingMs() <= 300'000);
}

void TestBrowserLogin::callbackPathIsRandom()
{
    Waiting one;
    Waiting two;
    QVERIFY(one.start() && two.start());
    const QRegularExpression form(u"^/cb/[A-Za-z0-9_-]{43}$"_s); // base64url of 32 bytes
    QVERIFY(form.match(one.callback.path()).hasMatch());
    QVERIFY(one.path() != two.path());
}

void TestBrowserLogin::listensOnLoopbackOnly()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    QTcpSocket other;
    other.connectToHost(u"127.0.0.2"_s,
                        waiting.port()); // reaches a socket that is bound to 0.0.0.0
    QTRY_COMPARE(other.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(other.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestBrowserLogin::acceptsTokenOnce()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    const QByteArray query = "token=t.o.k&expiresAt=2027-08-22T10:15:30Z&refreshToken=c%3Dd";
    const QByteArray first =
        exchange(waiting.port(), request(waiting.target(query), waiting.host()));
    QCOMPARE(statusOf(first), 303);
    QVERIFY(first.contains("\r\nLocation: /done\r\n"));
    const QByteArray again =
        exchange(waiting.port(), request(waiting.target("token=other"), waiting.host()));
    QCOMPARE(statusOf(again), 404);
    const QByteArray done = exchange(waiting.port(), request("/done", waiting.host()));
    QCOMPARE(statusOf(done), 200);
    QTRY_COMPARE(waiting.caught.calls, 1);
    QVERIFY(waiting.caught.succeeded());
    const SessionToken &session = **waiting.caught.result;
    QCOMPARE(session.token.view(), "t.o.k"_ba);
    QCOMPARE(session.refreshCookie.view(), "c=d"_ba);
    QCOMPARE(session.expiresAt, 1818929730 * SecondMs);
    QCOMPARE(waiting.login->remainingMs(), 0);

    QTcpSocket late;
    late.connectToHost(u"127.0.0.1"_s, waiting.port());
    QTRY_COMPARE(late.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(late.error(), QAbstractSocket::ConnectionRefusedError);
}

void TestBrowserLogin::pageHasNoSecret()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    QByteArray answers =
        exchange(waiting.port(), request(waiting.target("token=t.o.k"), waiting.host()));
    answers += exchange(waiting.port(),
                        request("/done", "localhost:" + QByteArray::number(waiting.port())));
    QVERIFY(!answers.contains("t.o.k"));
    QVERIFY(!answers.contains(waiting.path()));
    QVERIFY(!answers.contains("<script"));
    QCOMPARE(answers.count("\r\nContent-Security-Policy: default-src 'none'"), 2);
    QCOMPARE(answers.count("\r\nCache-Control: no-store\r\n"), 2);
    QCOMPARE(answers.count("\r\nReferrer-Policy: no-referrer\r\n"), 2);
    QVERIFY(answers.contains("You may close this window"));
}

void TestBrowserLogin::centralsErrorIsReported()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    const QByteArray query = "error=access_denied&errorDescription=%3Cb%3Eno%3C%2Fb%3E";
    const QByteArray sent =
        exchange(waiting.port(), request(waiting.target(query), waiting.host()));
    QVERIFY(sent.contains("\r\nLocation: /failed\r\n"));
    QCOMPARE(statusOf(exchange(waiting.port(), request("/done", waiting.host()))), 404);
    const QByteArray page = exchange(waiting.port(), request("/failed", waiting.host()));
    QCOMPARE(statusOf(page), 200);
    QVERIFY(!page.contains("<b>"));
    QTRY_COMPARE(waiting.caught.calls, 1);
    QCOMPARE(waiting.caught.error().kind, Kind::Unauthenticated);
    QCOMPARE(waiting.caught.error().serverText, u"access_denied: <b>no</b>"_s);
}

void TestBrowserLogin::otherRequestsDoNotEndTheWait_data()
{
    QTest::addColumn<QByteArray>("bytes"); // PATH, HOST and PORT are replaced by the real ones
    QTest::addColumn<int>("status");
    const auto with = [](const QByteArray &host) { return request("PATH?token=t", host); };
    QTest::newRow("another path") << request("/cb/AAAA?token=t", "HOST") << 404;
    QTest::newRow("more path") << request("PATH/?token=t", "HOST") << 404;
    QTest::newRow("favicon") << request("/favicon.ico", "HOST") << 404;
    QTest::newRow("/done before the callback") << request("/done", "HOST") << 404;
    QTest::newRow("POST") << request("PATH?token=t", "HOST", "POST") << 405;
    QTest::newRow("HEAD") << request("PATH?token=t", "HOST", "HEAD") << 405;
    QTest::newRow("OPTIONS") << request("PATH?token=t", "HOST", "OPTIONS") << 405;
    QTest::newRow("method in lower case") << request("PATH?token=t", "HOST", "get") << 405;
    QTest::newRow("rebound name") << with("evil.example") << 404;
    QTest::newRow("rebound name with the port") << with("evil.example:PORT") << 404;
    QTest::newRow("no port") << with("127.0.0.1") << 404;
    QTest::newRow("another port") << with("127.0.0.1:1") << 404;
    QTest::newRow("another address") << with("127.0.0.2:PORT") << 404;
    QTest::newRow("no host") << "GET PATH?token=t HTTP/1.1\r\n\r\n"_ba << 404;
    QTest::newRow("two hosts") << "GET PATH?token=t HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n"_ba
                               << 404;
    QTest::newRow("garbage") << "\x16\x03\x01\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 400;
}

void TestBrowserLogin::otherRequestsDoNotEndTheWait()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    Waiting waiting;
    QVERIFY(waiting.start());
    bytes.replace("PATH", waiting.path()).replace("HOST", waiting.host());
    bytes.replace("PORT", QByteArray::number(waiting.port()));
    bool wasClosed = false;
    const QByteArray answer = exchange(waiting.port(), bytes, &wasClosed);
    QVERIFY(wasClosed);
    QCOMPARE(statusOf(answer), status);
    QVERIFY(answer.contains("\r\nContent-Type: text/plain"));
    QCOMPARE(waiting.caught.calls, 0);
    QVERIFY(waiting.login->remainingMs() > 0);
    const QByteArray right =
        exchange(waiting.port(), request(waiting.target("token=t"), waiting.host()));
    QCOMPARE(statusOf(right), 303);
}

void TestBrowserLogin::oversizedHeadIsRefused()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    const QByteArray start =
        "GET " + waiting.target("token=t") + " HTTP/1.1\r\nHost: " + waiting.host() + "\r\nX: ";
    const auto padded = [&start](qsizetype size) -> QByteArray {
        return start + QByteArray(size - start.size() - 4, 'x') + "\r\n\r\n";
    };
    QCOMPARE(statusOf(exchange(waiting.port(), padded(200 * 1024))), 431);
    QCOMPARE(statusOf(exchange(waiting.port(), padded(16 * 1024 + 2))), 431);
    QCOMPARE(waiting.caught.calls, 0);
    QCOMPARE(statusOf(exchange(waiting.port(), padded(16 * 1024))), 303);
}

void TestBrowserLogin::slowRequestTimesOut()
{
    Waiting waiting({.request = 200ms});
    QVERIFY(waiting.start());
    QTcpSocket slow;
    slow.connectToHost(u"127.0.0.1"_s, waiting.port());
    QTimer drip; // sends often, so that no inactivity timeout would end it
    drip.callOnTimeout(&slow, [&slow] { slow.write("x"); });
    drip.start(20ms);
    QTRY_VERIFY(slow.bytesAvailable() > 0);
    QCOMPARE(statusOf(slow.readAll()), 408);
    QTRY_COMPARE(slow.state(), QAbstractSocket::UnconnectedState);
    drip.stop();
    QCOMPARE(waiting.caught.calls, 0);
    QCOMPARE(statusOf(exchange(waiting.port(), request(waiting.target("token=t"), waiting.host()))),
             303);
}

void TestBrowserLogin::sessionArrivesWithoutPageRequest()
{
    Waiting waiting;
    QVERIFY(waiting.start());
    exchange(waiting.port(), request(waiting.target("token=t"), waiting.host()));
    QTRY_COMPARE(waiting.caught.calls, 1);
    QVERIFY(waiting.caught.succeeded());
}

void TestBrowserLogin::timesOut()
{
    Waiting waiting({.overall = 50ms});
    QVERIFY(waiting.start());
    QTRY_COMPARE(waiting.caught.calls, 1);
    QCOMPARE(waiting.caught.error().kind, Kind::BrowserTimedOut);
    QCOMPARE(waiting.login->remainingMs(), 0);
}

void TestBrowserLogin::cancels_data()
{
    QTest::addColumn<bool>("isLate");
    QTest::newRow("while waiting") << false;
    QTest::newRow("after the token arrived") << true;
}

void TestBrowserLogin::cancels()
{
    QFETCH(bool, isLate);
    Waiting waiting;
    QVERIFY(waiting.start());
    if (isLate)
        exchange(waiting.port(), request(waiting.target("token=t"), waiting.host()));
    waiting.login->cancel();
    waiting.login->cancel();
    QCOMPARE(waiting.caught.calls, 0); // the handler is called later
    QTRY_COMPARE(waiting.caught.calls, 1);
    QCOMPARE(waiting.caught.error().kind, Kind::Cancelled);
    waiting.login->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(waiting.caught.calls, 1);
}

void TestBrowserLogin::lateSessionIsRefused_data()
{
    QTest::addColumn<bool>("isCancelled");
    QTest::newRow("cancelled") << true;
    QTest::newRow("timed out") << false;
}

void TestBrowserLogin::lateSessionIsRefused()
{
    QFETCH(bool, isCancelled);
    Waiting waiting({.overall = isCancelled ? 1min : 500ms});
    QVERIFY(waiting.start());
    QTcpSocket open;
    QByteArray answer;
    connect(&open, &QIODevice::readyRead, this, [&] { answer += open.readAll(); });
    open.connectToHost(u"127.0.0.1"_s, waiting.port());
    QTRY_VERIFY(waiting.login->findChild<QTcpSocket *>());
    if (isCancelled)
        waiting.login->cancel();
    QTRY_COMPARE(waiting.caught.calls, 1);
    open.write(request(waiting.target("token=t"), waiting.host()));
    QTRY_COMPARE(open.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(statusOf(answer), 404);
    QCOMPARE(waiting.caught.calls, 1);
}

void TestBrowserLogin::handlerMayDeleteLogin()
{
    auto login = std::make_unique<BrowserLogin>();
    int calls = 0;
    const auto page = login->start(Central, nullptr, [&](const Result<SessionToken> &) {
        ++calls;
        login.reset();
    });
    QVERIFY(page);
    const QUrlQuery fragment(page->fragment(QUrl::FullyEncoded));
    const QUrl callback(fragment.queryItemValue(u"authorizeCallback"_s, QUrl::FullyDecoded));
    const QByteArray host = "127.0.0.1:" + QByteArray::number(callback.port());
    const auto port = quint16(callback.port());
    exchange(port, request(callback.path().toLatin1() + "?token=t", host));
    exchange(port, request("/done", host));
    QTRY_COMPARE(calls, 1);
    QVERIFY(!login);
}

void TestBrowserLogin::destroyedContextGetsNoResult()
{
    Waiting waiting;
    auto context = std::make_unique<QObject>();
    QVERIFY(waiting.start(Central, context.get()));
    context.reset();
    exchange(waiting.port(), request(waiting.target("token=t"), waiting.host()));
    exchange(waiting.port(), request("/done", waiting.host()));
    waiting.login->cancel();
    QCoreApplication::processEvents();
    QCOMPARE(waiting.caught.calls, 0);
}

void TestBrowserLogin::signsInToDemo_data()
{
    QTest::addColumn<QString>("role");
    QTest::newRow("Admin") << u"Admin"_s;
    QTest::newRow("Analyst") << u"Analyst"_s;
}

void TestBrowserLogin::signsInToDemo()
{
    QFETCH(QString, role);
    const DemoCentral demo;
    QVERIFY2(demo.isUp(), qPrintable(demo.why()));
    auto connection = demo.connection();
    Waiting waiting;
    QVERIFY(waiting.start(connection.endpoint));
    const Browsing browser(demo);
    const QUrl back = browser.logIn(waiting.opened, u"user="_s + role);
    QCOMPARE(back.adjusted(QUrl::RemoveQuery), waiting.callback);
    const auto sent = browser.get(back);
    QCOMPARE(sent.status, 303);
    const auto page = browser.get(sent.location);
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("You may close this window"));
    QTRY_COMPARE(waiting.caught.calls, 1);
    QVERIFY(waiting.caught.succeeded());

    SessionToken &session = **waiting.caught.result;
    connection.credential = {Credential::Kind::Session, {}, std::move(session.token)};
    CentralClient client(std::move(connection));
    Caught<Identity> who;
    client.identity(this, who.handler());
    QTRY_COMPARE(who.calls, 1);
    QVERIFY(who.succeeded());
    QCOMPARE((*who.result)->roles, QStringList{role});
    QCOMPARE((*who.result)->expiresAt, session.expiresAt);
    QVERIFY(!session.refreshCookie.isEmpty());
}

void TestBrowserLogin::denialDoesNotReachTheProgram()
{
    const DemoCentral demo;
    QVERIFY2(demo.isUp(), qPrintable(demo.why()));
    const auto connection = demo.connection();
    Waiting waiting;
    QVERIFY(waiting.start(connection.endpoint));
    const Browsing browser(demo);
    const QUrl end = browser.logIn(waiting.opened, u"error=access_denied"_s);
    QCOMPARE(end.path(), u"/auth/response/generic"_s);
    QCOMPARE(end.port(), connection.endpoint.base.port());
    QCOMPARE(browser.get(end.adjusted(QUrl::RemoveFragment)).status, 200);
    QCOMPARE(waiting.caught.calls, 0); // Central does not redirect after a denial
    waiting.login->cancel();
    QTRY_COMPARE(waiting.caught.calls, 1);
    QCOMPARE(waiting.caught.error().kind, Kind::Cancelled);
}

QTEST_GUILESS_MAIN(TestBrowserLogin)
#include "tst_browserlogin.moc"
