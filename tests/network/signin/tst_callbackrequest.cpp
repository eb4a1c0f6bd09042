// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/signin/callbackrequest.h"
#include "tests/support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using Kind = rox::ApiError::Kind;

class TestCallbackRequest : public rox::test::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void parsesHead();
    void exactlyOneHostIsRequired_data();
    void exactlyOneHostIsRequired();
    void invalidHeadsAreRefused_data();
    void invalidHeadsAreRefused();
    void readsSession();
    void expiryFromTheToken();
    void decodesGoQueries();
    void invalidCookieIsDropped();
    void centralsErrorIsReported();
    void missingTokenIsEmptyReply_data();
    void missingTokenIsEmptyReply();
};

void TestCallbackRequest::parsesHead()
{
    const auto head = callbackHead("GET /cb/x?a=b?c HTTP/1.1\r\nAccept: */*\r\nhOsT:  h:1 \r\n");
    QVERIFY(head);
    QCOMPARE(head->method, "GET"_ba);
    QCOMPARE(head->path, "/cb/x"_ba);
    QCOMPARE(head->query, "a=b?c"_ba);
    QCOMPARE(head->host, "h:1"_ba);
}

void TestCallbackRequest::exactlyOneHostIsRequired_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("none") << ""_ba;
    QTest::newRow("two") << "Host: a\r\nHost: a\r\n"_ba;
    QTest::newRow("empty") << "Host:\r\n"_ba;
    QTest::newRow("another name") << "X-Host: a\r\n"_ba;
    QTest::newRow("a space before the colon") << "Host : a\r\n"_ba;
}

void TestCallbackRequest::exactlyOneHostIsRequired()
{
    QFETCH(QByteArray, headers);
    const QByteArray bytes = "GET / HTTP/1.1\r\n" + headers;
    const auto head = callbackHead(bytes);
    QVERIFY(head);
    QVERIFY(head->host.isEmpty());
}

void TestCallbackRequest::invalidHeadsAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("TLS") << QByteArray::fromHex("16030100c8010000c40303");
    QTest::newRow("HTTP/0.9") << "GET /"_ba;
    QTest::newRow("HTTP/2") << "PRI * HTTP/2.0"_ba;
    QTest::newRow("absolute URL") << "GET http://127.0.0.1/cb HTTP/1.1"_ba;
    QTest::newRow("no method") << " / HTTP/1.1"_ba;
    QTest::newRow("text after the version") << "GET / HTTP/1.1 x"_ba;
}

void TestCallbackRequest::invalidHeadsAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!callbackHead(bytes));
}

void TestCallbackRequest::readsSession()
{
    const auto session =
        sessionInCallback("x=1&expiresAt=2027-08-22T10%3A15%3A30Z&token=t.o.k&token=second"
                          "&refreshToken=providerId%3Da%26refreshToken%3Db%252F");
    QVERIFY(session);
    QCOMPARE(session->token.view(), "t.o.k"_ba);
    QCOMPARE(session->expiresAt, 1818929730 * SecondMs);
    QCOMPARE(session->refreshCookie.view(), "providerId=a&refreshToken=b%2F"_ba);
}

void TestCallbackRequest::expiryFromTheToken() // the web console sends no expiresAt
{
    const QByteArray payload =
        QByteArray(R"({"exp":1787394930})")
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QByteArray query = "error=&errorDescription=&token=e30." + payload + ".e30";
    for (const auto *more : {"", "&expiresAt=", "&expiresAt=tomorrow"}) {
        const QByteArray whole = query + more;
        const auto session = sessionInCallback(whole);
        QVERIFY(session);
        QCOMPARE(session->expiresAt, 1787394930 * SecondMs);
        QVERIFY(session->refreshCookie.isEmpty());
    }
    QCOMPARE(sessionInCallback("token=opaque")->expiresAt, NoTime);
}

void TestCallbackRequest::decodesGoQueries()
{
    const auto error = sessionInCallback("error=a+b%2Bc%26%C3%A9").error();
    QCOMPARE(error.serverText, u"a b+c&é"_s);
}

void TestCallbackRequest::invalidCookieIsDropped()
{
    for (const auto *cookie : {"a%3Bb", "a%0D%0Ab", "a+b", ""}) {
        const QByteArray query = QByteArray("token=t&refreshToken=") + cookie;
        const auto session = sessionInCallback(query);
        QVERIFY(session);
        QVERIFY(session->refreshCookie.isEmpty());
    }
}

void TestCallbackRequest::centralsErrorIsReported()
{
    const auto refused =
        sessionInCallback("error=access_denied&errorDescription=not+you&token=t.o.k");
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Kind::Unauthenticated);
    QCOMPARE(refused.error().serverText, u"access_denied: not you"_s);
    const QByteArray longest = "error=" + QByteArray(9000, 'x') + "&errorDescription=y";
    QCOMPARE(sessionInCallback(longest).error().serverText.size(), 4096);
}

void TestCallbackRequest::missingTokenIsEmptyReply_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("empty") << "token=&expiresAt=2027-08-22T10:15:30Z"_ba;
    QTest::newRow("no value") << "token"_ba;
    QTest::newRow("another name") << "Token=t&xtoken=t"_ba;
    QTest::newRow("a line break") << "token=t%0D%0AX: y"_ba;
    QTest::newRow("a space") << "token=a+b"_ba;
    QTest::newRow("NUL") << "token=a%00"_ba;
}

void TestCallbackRequest::missingTokenIsEmptyReply()
{
    QFETCH(QByteArray, query);
    const auto session = sessionInCallback(query);
    QVERIFY(!session);
    QCOMPARE(session.error().kind, Kind::EmptyReply);
    QVERIFY(session.error().serverText.isEmpty());
}

QTEST_GUILESS_MAIN(TestCallbackRequest)
#include "tst_callbackrequest.moc"
