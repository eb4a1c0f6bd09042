// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "network/central/centralclient.h"
#include "network/signin/signin.h"
#include "tests/support/caught.h"
#include "tests/support/connecting.h"
#include "tests/support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rox;
using namespace rox::test;
using Kind = rox::ApiError::Kind;

namespace {

constexpr qsizetype KiB = 1024;
constexpr qsizetype MiB = 1024 * KiB;

enum class Call { Identity, Permissions, Version, OneToken, AllowedRoles, Roles };

const QByteArray TokenJson =
    R"({"id":"0d8f6c1e","name":"ci","roles":["Analyst"],"issuedAt":"2026-08-22T10:15:30Z",)"
    R"("expiration":"2027-08-22T10:15:30Z","revoked":false,"role":"Analyst"})"_ba;
const QByteArray ListJson = R"({"tokens":[)" + TokenJson + "]}";

/// JSON of this size that every decoder reads to its end.
QByteArray spaces(qsizetype size)
{
    return '{' + QByteArray(size - 2, ' ') + '}';
}

Fault answering(const QByteArray &bytes)
{
    Fault fault;
    fault.bytes = bytes;
    return fault;
}

template <class T>
std::optional<ApiError> errorOf(const Caught<T> &caught)
{
    return caught.succeeded() ? std::nullopt : std::optional(caught.error());
}

} // namespace

/// How much of an answer each call reads, with the default limits.
class TestReplyCaps : public StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void longAnswerIsTooBig_data();
    void longAnswerIsTooBig();
    void longProviderListIsTooBig();
    void longListIsNotTooBig();
    void endlessListIsTooBig();
    void longRefusalIsReadUpToTheCap();
    void endlessRefusalEnds();

private:
    std::optional<ApiError> errorAfter(CentralClient &client, Call call);

    LoopbackTls m_tls;
};

std::optional<ApiError> TestReplyCaps::errorAfter(CentralClient &client, Call call)
{
    const auto wait = [](auto &caught) -> std::optional<ApiError> {
        if (!QTest::qWaitFor([&] { return caught.calls > 0; }, 10'000))
            qFatal("the call did not end");
        return errorOf(caught);
    };
    const auto run = [&]<class T>(void (CentralClient::*method)(QObject *, Handler<T>)) {
        Caught<T> caught;
        (client.*method)(this, caught.handler());
        return wait(caught);
    };
    switch (call) {
    case Call::Identity:
        return run(&CentralClient::identity);
    case Call::Permissions:
        return run(&CentralClient::permissions);
    case Call::Version:
        return run(&CentralClient::version);
    case Call::AllowedRoles:
        return run(&CentralClient::allowedRoles);
    case Call::Roles:
        return run(&CentralClient::roles);
    case Call::OneToken: {
        Caught<Token> caught;
        client.token(u"x"_s, this, caught.handler());
        return wait(caught);
    }
    }
    Q_UNREACHABLE();
}

void TestReplyCaps::longAnswerIsTooBig_data()
{
    QTest::addColumn<Call>("call");
    QTest::addColumn<qsizetype>("most");
    QTest::newRow("identity") << Call::Identity << MiB;
    QTest::newRow("permissions") << Call::Permissions << MiB;
    QTest::newRow("version") << Call::Version << MiB;
    QTest::newRow("one token") << Call::OneToken << MiB;
    QTest::newRow("allowed roles") << Call::AllowedRoles << 16 * MiB;
    QTest::newRow("roles") << Call::Roles << 16 * MiB;
}

void TestReplyCaps::longAnswerIsTooBig()
{
    QFETCH(Call, call);
    QFETCH(qsizetype, most);
    FaultServer server(m_tls.server());
    CentralClient client(m_tls.connectionTo(server));
    // At the cap the body is read to its end, and refused for its missing fields.
    server.play({answering(httpReply(200, spaces(most)))});
    const auto fits = errorAfter(client, call);
    QVERIFY2(!fits || fits->kind == Kind::WrongShape, fits ? qPrintable(fits->detail) : "");
    server.play({answering(httpReply(200, spaces(most + 1)))});
    const auto tooBig = errorAfter(client, call);
    QVERIFY(tooBig);
    QCOMPARE(tooBig->kind, Kind::ReplyTooBig);
}

void TestReplyCaps::longProviderListIsTooBig()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, spaces(MiB + 1)))});
    const Connection connection = m_tls.connectionTo(server);
    SignIn signIn(connection.endpoint, connection.trust);
    Caught<QList<LoginProvider>> caught;
    signIn.providers(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1);
    QCOMPARE(caught.error().kind, Kind::ReplyTooBig);
}

// The list is decoded on a worker, and may be long.
void TestReplyCaps::longListIsNotTooBig()
{
    FaultServer server(m_tls.server());
    server.play({answering(httpReply(200, "{\"tokens\":[]" + QByteArray(17 * MiB, ' ') + '}'))});
    CentralClient client(m_tls.connectionTo(server));
    Caught<TokenTablePtr> caught;
    client.list(RevokedFilter::All, this, caught.handler());
    QTRY_VERIFY_WITH_TIMEOUT(caught.succeeded(), 10'000);
}

// The status of a refusal counts whatever its body; the text only up to the cap.
void TestReplyCaps::endlessListIsTooBig()
{
    Limits limits;
    limits.maxReplyBytes = 100'000;
    FaultServer server(m_tls.server());
    CentralClient client(m_tls.connectionTo(server), limits);
    const auto listOfSize = [](qsizetype size) -> QByteArray {
        return ListJson + QByteArray(size - ListJson.size(), ' ');
    };
    struct Case
    {
        QByteArray reply;
        bool fits;
    };
    const QByteArray open = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                            "Connection: close\r\n\r\n";
    for (const auto &[reply, fits] : {Case{httpReply(200, listOfSize(100'000)), true},
                                      Case{httpReply(200, listOfSize(100'001)), false},
                                      Case{httpReply(200, listOfSize(5'000'000)), false},
                                      Case{open + listOfSize(5'000'000), false}}) {
        Fault fault = answering(reply);
        fault.then = Fault::Then::Close;
        server.play({fault});
        Caught<TokenTablePtr> caught;
        client.list(RevokedFilter::All, this, caught.handler());
        QTRY_COMPARE(caught.calls, 1);
        QCOMPARE(caught.succeeded(), fits);
        if (!fits)
            QCOMPARE(caught.error().kind, Kind::ReplyTooBig);
    }
}

void TestReplyCaps::longRefusalIsReadUpToTheCap()
{
    FaultServer server(m_tls.server());
    CentralClient client(m_tls.connectionTo(server));
    for (const auto &[size, isRead] :
         {std::pair(60 * KiB, true), std::pair(65 * KiB, false), std::pair(8 * MiB, false)}) {
        server.play({answering(centralError(503, 14, QByteArray(size / 2, 'x')))});
        Caught<TokenTablePtr> list;
        client.list(RevokedFilter::All, this, list.handler());
        QTRY_COMPARE(list.calls, 1);
        QCOMPARE(list.error().kind, Kind::Unavailable);
        QCOMPARE(list.error().httpStatus, 503);
        QCOMPARE(list.error().grpcCode, isRead ? 14 : -1);
        QVERIFY(list.error().serverText.size() <= 4096);
    }
}

void TestReplyCaps::endlessRefusalEnds()
{
    FaultServer server(m_tls.server());
    server.play({answering("HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\n"
                           "Content-Length: 1073741824\r\n\r\n"
                           + QByteArray(65 * KiB, 'x'))});
    CentralClient client(m_tls.connectionTo(server));
    Caught<QString> caught;
    client.version(this, caught.handler());
    QTRY_COMPARE(caught.calls, 1); // long before the transfer timeout
    QCOMPARE(caught.error().kind, Kind::BadGateway);
}

QTEST_GUILESS_MAIN(TestReplyCaps)
#include "tst_replycaps.moc"
