// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pages/sessionstate.h"
#include "tests/app/startedsession.h"
#include "tests/support/scriptedcentral.h"

#include <QSignalSpy>
#include <QTest>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;

namespace {

class SetClock final : public Clock
{
public:
    [[nodiscard]] UtcMs now() const override { return time; }
    UtcMs time = 0;
};

} // namespace

/// A session's knowledge of its Central: unknown stays unknown, and the newest read wins.
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void identityAndPermissionsAreRead();
    void expiryWithinADayShowsTime();
    void unknownStaysUnknown();
    void failedReadKeepsOldList();
    void theNewestReadWins();
    void provenFactsAreKept();
    void listIsDatedByItsRequest();
    void tokenIdIsReadFromClaims();
    void onlyUnknownFactsAreReadAgain();
    void factsThatFailedOnceAreAskedAgain();
    void busyCentralIsRetried_data();
    void busyCentralIsRetried();
    void pausesGrow();
    void retryAfterIsHonoured();
    void permanentErrorIsNotRetried();
    void certificateExpiryIsUpdated();
    void offlineStartsAtFirstFailure();
    void revokedOwnTokenIsKnown();

private:
    SystemClock m_clock;
};

void TestSession::identityAndPermissionsAreRead()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s), tokenNamed(u"two"_s)};
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    QVERIFY(!session.table());
    QVERIFY(factsOf(session).certificate.isEmpty()); // nothing was checked yet
    session.refresh();
    QVERIFY(session.isReading());
    QTRY_VERIFY(session.table() && session.identity() && session.permissions()
                && !factsOf(session).version.isEmpty());
    QVERIFY(!session.isReading());
    QCOMPARE(session.table()->size(), 2U);
    QCOMPARE(session.signedInTokenId(), u"own-id"_s);
    QVERIFY(session.permissions()->mayGenerate());
    QCOMPARE(factsOf(session).version, u"4.8.2"_s);
    QVERIFY2(factsOf(session).signedInAs.startsWith("desktop-test, until "_L1),
             qPrintable(factsOf(session).signedInAs));
    session.setRenewed(true); // its end is nobody's concern
    QCOMPARE(factsOf(session).signedInAs, u"desktop-test"_s);
    QVERIFY(!factsOf(session).certificate.isEmpty());
}

void TestSession::expiryWithinADayShowsTime()
{
    ScriptedCentral central;
    SetClock clock;
    clock.time = m_clock.now();
    StartedSession session(u"lab"_s, central.connection(), &clock);
    session.refresh();
    QTRY_VERIFY(session.identity());
    const UtcMs end = session.identity()->expiresAt;
    const QString time = QDateTime::fromMSecsSinceEpoch(end).toString(u"HH:mm"_s);
    clock.time = end - 3 * DayMs;
    QVERIFY2(!factsOf(session).signedInAs.contains(time), qPrintable(factsOf(session).signedInAs));
    for (const UtcMs left : {23 * HourMs, HourMs, MinuteMs}) {
        clock.time = end - left;
        QVERIFY2(factsOf(session).signedInAs.endsWith(time),
                 qPrintable(factsOf(session).signedInAs));
    }
    clock.time = QDateTime::fromMSecsSinceEpoch(end).date().startOfDay().toMSecsSinceEpoch() - 1;
    QVERIFY2(factsOf(session).signedInAs.endsWith(u", "_s + time),
             qPrintable(factsOf(session).signedInAs)); // tomorrow: with the day
}

void TestSession::unknownStaysUnknown()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target.startsWith("/v1/apitokens"))
            return std::nullopt;
        return Fault{.bytes = centralError(503, 14, "not yet")};
    };
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.table());
    QTRY_COMPARE(central.seen("GET", "/v1/metadata"), 1);
    QVERIFY(!session.identity());
    QVERIFY(!session.permissions());
    QVERIFY(factsOf(session).version.isEmpty());
    QVERIFY(session.signedInTokenId().isEmpty());
}

void TestSession::failedReadKeepsOldList()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.table());
    const UtcMs asOf = session.tableAsOf();
    central.instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Reset}; };
    QSignalSpy failed(&session, &Session::listFailed);
    session.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(session.listError());
    QCOMPARE(session.table()->size(), 1U);
    QCOMPARE(session.tableAsOf(), asOf);
    central.instead = {};
    session.refresh();
    QTRY_VERIFY(!session.listError());
}

void TestSession::theNewestReadWins()
{
    ScriptedCentral central;
    int lists = 0;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/apitokens" || ++lists > 1)
            return std::nullopt;
        // The first answer, an empty list, arrives after the second.
        return Fault{.bytes = httpReply(200, R"({"tokens":[]})"),
                     .delay = std::chrono::milliseconds(400)};
    };
    central.tokens = {tokenNamed(u"one"_s)};
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    QSignalSpy read(&session, &Session::listRead);
    session.refresh();
    QTRY_COMPARE(lists, 1);
    session.refresh();
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(session.table()->size(), 1U);
    QVERIFY(!read.wait(800)); // the older answer was dropped
    QCOMPARE(session.table()->size(), 1U);
}

void TestSession::provenFactsAreKept()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.table());
    QSignalSpy changed(&session, &Session::factAdded);
    QSignalSpy read(&session, &Session::listRead);
    session.noteGenerated(tokenNamed(u"new"_s));
    QCOMPARE(session.table()->size(), 2U);
    session.noteRevoked({u"id-of-one"_s});
    const auto row = session.table()->find(u"id-of-one"_s);
    QVERIFY(row && session.table()->revoked(*row));
    QCOMPARE(changed.count(), 2);
    session.noteRevoked({});
    QCOMPARE(changed.count(), 2);
    QCOMPARE(read.count(), 0);
    QCOMPARE(central.seen("GET", "/v1/apitokens"), 1);
}

void TestSession::listIsDatedByItsRequest()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    QSignalSpy read(&session, &Session::listRead);
    session.refresh();
    session.noteRevoked({u"id-of-one"_s}); // after the request was sent
    const KnownTokens::Moment between = session.tokens().now();
    QVERIFY(!session.table());
    QTRY_COMPARE(read.count(), 1);
    QVERIFY(read.at(0).at(0).toULongLong() < between);
    QVERIFY(session.table()->revoked(0));
    session.refresh();
    QTRY_COMPARE(read.count(), 2);
    QVERIFY(read.at(1).at(0).toULongLong() > between);
    QVERIFY(!session.table()->revoked(0)); // a later request returned it as active
}

void TestSession::tokenIdIsReadFromClaims()
{
    ScriptedCentral central;
    Connection connection = central.connection();
    connection.credential.secret = Secret(apiToken(u"of-the-claims"_s));
    StartedSession session(u"lab"_s, std::move(connection), &m_clock);
    QCOMPARE(session.signedInTokenId(), u"of-the-claims"_s);
    session.refresh();
    QTRY_VERIFY(session.identity());
    QCOMPARE(session.signedInTokenId(), u"own-id"_s);
    session.rereadIdentity();
    QCOMPARE(session.signedInTokenId(), u"of-the-claims"_s);
}

void TestSession::onlyUnknownFactsAreReadAgain()
{
    ScriptedCentral central;
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.table() && session.identity() && session.permissions());
    session.refresh();
    QTRY_COMPARE(central.seen("GET", "/v1/apitokens"), 2);
    QCOMPARE(central.seen("GET", "/v1/auth/status"), 1);
    QCOMPARE(central.seen("GET", "/v1/mypermissions"), 1);
}

void TestSession::factsThatFailedOnceAreAskedAgain()
{
    ScriptedCentral central;
    bool isFailing = true;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (!isFailing || (request.target != "/v1/metadata" && request.target != "/v1/roles"))
            return std::nullopt;
        return Fault{.bytes = centralError(500, 13, "database")};
    };
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.table() && session.identity() && session.permissions());
    QTRY_COMPARE(central.seen("GET", "/v1/metadata"), 1);
    QTRY_COMPARE(central.seen("GET", "/v1/roles"), 1);
    QVERIFY(session.version().isEmpty());
    isFailing = false;
    session.refresh();
    QTRY_COMPARE(session.version(), u"4.8.2"_s);
    QTRY_COMPARE(central.seen("GET", "/v1/roles"), 2);
    QTRY_VERIFY(!session.isReading());
    session.refresh();
    QTRY_COMPARE(central.seen("GET", "/v1/apitokens"), 3);
    QCOMPARE(central.seen("GET", "/v1/metadata"), 2);
    QTRY_COMPARE(central.seen("GET", "/v1/roles"), 3); // roles change while the program runs
}

void TestSession::busyCentralIsRetried_data()
{
    QTest::addColumn<int>("status");
    // During a rollout Central may answer with any of these.
    for (const int status : {429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestSession::busyCentralIsRetried()
{
    QFETCH(int, status);
    ScriptedCentral central;
    int refusals = 0;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.target != "/v1/apitokens" || ++refusals > 1)
            return std::nullopt;
        return Fault{.bytes = httpReply(status, R"({"code":8,"message":"busy"})",
                                        "application/json", "Retry-After: 1\r\n")};
    };
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.listError());
    const auto pause = session.nextTryIn();
    // The pause is Retry-After, not the default of two seconds; timers are coarse.
    QVERIFY(pause && *pause < std::chrono::milliseconds(1500));
    QTRY_VERIFY(session.table());
    QVERIFY(!session.nextTryIn());
    QCOMPARE(central.seen("GET", "/v1/apitokens"), 2);
}

void TestSession::permanentErrorIsNotRetried()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(401, 16, "credentials not found")};
    };
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.listError());
    QVERIFY(!session.nextTryIn());
}

void TestSession::pausesGrow()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(503, 14, "starting")};
    };
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    QSignalSpy failed(&session, &Session::listFailed);
    session.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(session.nextTryIn() > std::chrono::milliseconds(1500));
    QVERIFY(session.nextTryIn() <= std::chrono::milliseconds(2200));
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY(session.nextTryIn() > std::chrono::milliseconds(3500));
    QVERIFY(session.nextTryIn() <= std::chrono::milliseconds(4400));
}

void TestSession::retryAfterIsHonoured()
{
    ScriptedCentral central;
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = httpReply(503, R"({"code":14,"message":"maintenance"})",
                                        "application/json", "Retry-After: 3600\r\n")};
    };
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.listError());
    QVERIFY(!session.nextTryIn()); // no automatic retry after such a long pause
}

void TestSession::certificateExpiryIsUpdated()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    SetClock clock;
    clock.time = m_clock.now();
    StartedSession session(u"lab"_s, central.connection(), &clock);
    session.refresh();
    QTRY_VERIFY(session.reads()->servedCertificate());
    const UtcMs end = session.reads()->servedCertificate()->notAfter;
    const auto said = [&](UtcMs left) -> QString {
        clock.time = end - left;
        const ServerFacts facts = factsOf(session);
        return facts.certificate
               + (facts.certificateStyle.tone == StatusFact::Tone::Caution ? u"!"_s : QString());
    };
    QCOMPARE(said(31 * DayMs), u"Certificate checked by CA file"_s);
    QCOMPARE(said(29 * DayMs), u"Certificate expires in 29 day(s)!"_s);
    QCOMPARE(said(-3 * DayMs), u"Certificate expired 3 day(s) ago!"_s);
}

void TestSession::offlineStartsAtFirstFailure()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"one"_s)};
    SetClock clock;
    clock.time = m_clock.now();
    StartedSession session(u"lab"_s, central.connection(), &clock);
    session.refresh();
    QTRY_VERIFY(session.table());
    QCOMPARE(session.standing(), Standing::Connected);
    QCOMPARE(session.standingSince(), NoTime);
    central.instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Reset}; };
    QSignalSpy failed(&session, &Session::listFailed);
    QSignalSpy changed(&session, &Session::standingChanged);
    clock.time += 2 * MinuteMs; // the last read was long before
    const UtcMs first = clock.time;
    for (int failures = 1; failures <= 2; ++failures) {
        session.refresh();
        QTRY_COMPARE(failed.count(), failures);
        QCOMPARE(session.standing(), Standing::Unreachable);
        QCOMPARE(session.standingSince(), first);
        clock.time += MinuteMs;
    }
    QCOMPARE(changed.count(), 1);
    QVERIFY(session.tableAsOf() < first);
    central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(401, 16, "credentials not found")};
    };
    session.refresh();
    QTRY_COMPARE(session.standing(), Standing::CredentialRefused);
    QCOMPARE(session.standingSince(), clock.time);
    central.instead = {};
    session.refresh();
    QTRY_COMPARE(session.standing(), Standing::Connected);
}

void TestSession::revokedOwnTokenIsKnown()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"own"_s), tokenNamed(u"other"_s)};
    central.signedInId = u"id-of-own"_s;
    StartedSession session(u"lab"_s, central.connection(), &m_clock);
    session.refresh();
    QTRY_VERIFY(session.table() && session.identity());
    QSignalSpy revoked(&session, &Session::ownTokenRevoked);
    session.noteRevoked({u"id-of-other"_s});
    QCOMPARE(session.standing(), Standing::Connected);
    session.noteRevoked({u"id-of-other"_s, u"id-of-own"_s});
    QCOMPARE(session.standing(), Standing::OwnTokenRevoked);
    QCOMPARE(factsOf(session).credential, u"No credential"_s); // it was for this run
    session.setCredentialState(KeychainState::Stored);
    QCOMPARE(factsOf(session).credential, u"Credential in keychain"_s); // until it is proven gone
    session.noteRevoked({u"id-of-own"_s});
    QCOMPARE(revoked.count(), 1);
    // A later network error does not change that the token is revoked.
    central.instead = [](const SeenRequest &) { return Fault{.then = Fault::Then::Reset}; };
    QSignalSpy failed(&session, &Session::listFailed);
    session.refresh();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(session.standing(), Standing::OwnTokenRevoked);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
