// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/revokejob.h"
#include "tests/app/tokens/writing.h"

#include <QSignalSpy>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = RevokeSummary::State;

namespace {

bool isRevoke(const SeenRequest &request)
{
    return request.method == "PATCH";
}

QByteArray refusal(int status, int code, const QByteArray &headers = {})
{
    return httpReply(status,
                     R"({"code":)" + QByteArray::number(code)
                         + R"(,"message":"rejected by rate limiter","details":[]})",
                     "application/json", headers);
}

} // namespace

/// Revokes several tokens without a window.
class TestRevokeJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_on.reset(); }
    void fourAreAskedAtATime();
    void tokenInUseGoesAloneAndLast();
    void busyCentralGetsAPauseAndThenEachToken_data();
    void busyCentralGetsAPauseAndThenEachToken();
    void retryAfterIsTheLengthOfThePause();
    void busyForTheTokenInUseAsksItAgain();
    void stopEndsThePause();
    void stopLetsThoseUnderWayFinish();
    void refusalOfAnotherKindIsAnAnswer();
    void retiredSessionStaysThroughAPause();
    void nothingIsAskedOfARetiredSession();
    void summaryIsOfEveryStart();
    void listSettlesAnUnknownRevokeWhileOthersAreAsked();

private:
    void addTokens(int count);
    [[nodiscard]] int patches() const { return m_on->central.seen("PATCH", ""); }
    /// The first `count` revokes are refused.
    void refuse(int count, const QByteArray &answer);

    std::unique_ptr<Writing> m_on;
};

void TestRevokeJob::init()
{
    m_on = std::make_unique<Writing>();
}

void TestRevokeJob::addTokens(int count)
{
    for (int i = 1; i <= count; ++i)
        m_on->central.tokens.append(tokenNamed(u"t-%1"_s.arg(i)));
}

void TestRevokeJob::refuse(int count, const QByteArray &answer)
{
    m_on->central.instead = [left = count, answer](const SeenRequest &request) mutable {
        const bool isRefused = isRevoke(request) && left-- > 0;
        return isRefused ? std::optional(Fault{.bytes = answer}) : std::nullopt;
    };
}

void TestRevokeJob::fourAreAskedAtATime()
{
    addTokens(9);
    m_on->central.instead = [](const SeenRequest &request) {
        return isRevoke(request) ? std::optional(Fault{.delay = 60s}) : std::nullopt;
    };
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy asked(&job, &RevokeJob::asked);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(patches(), 4);
    m_on->readList(); // time enough for a fifth
    QCOMPARE(patches(), 4);
    QCOMPARE(asked.count(), 4);
    QVERIFY(job.isRunning());
}

void TestRevokeJob::tokenInUseGoesAloneAndLast()
{
    addTokens(6);
    m_on->central.signedInId = u"id-of-t-1"_s;
    m_on->readList();
    QTRY_VERIFY(m_on->session->signedInTokenId() == u"id-of-t-1"_s);
    int underWay = 0;
    bool wasAlone = false;
    RevokeJob job(&m_on->writes, m_on->session);
    connect(&job, &RevokeJob::asked, this, [&](const QString &id) {
        wasAlone = id == "id-of-t-1"_L1 && underWay == 0;
        ++underWay;
    });
    connect(&job, &RevokeJob::answered, this, [&] { --underWay; });
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(wasAlone);
    QCOMPARE(job.summary().count(State::Revoked), 6);
    QCOMPARE(m_on->session->standing(), Standing::OwnTokenRevoked);
}

void TestRevokeJob::busyCentralGetsAPauseAndThenEachToken_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("429") << refusal(429, 8, "Retry-After: 1\r\n");
    QTest::newRow("503") << refusal(503, 14, "Retry-After: 1\r\n");
}

void TestRevokeJob::busyCentralGetsAPauseAndThenEachToken()
{
    QFETCH(QByteArray, answer);
    addTokens(9);
    refuse(4, answer);
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy answered(&job, &RevokeJob::answered);
    QSignalSpy requeued(&job, &RevokeJob::requeued);
    QSignalSpy finished(&job, &RevokeJob::finished);
    int patchesInPause = 0;
    connect(&job, &RevokeJob::pausedFor, this, [&](int seconds) {
        if (seconds == 0)
            patchesInPause = patches();
    });
    job.start(m_on->central.tokens);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(requeued.count(), 4);
    QCOMPARE(patchesInPause, 4);
    QCOMPARE(answered.count(), 9);
    QCOMPARE(patches(), 13);
    QCOMPARE(job.summary().count(State::Revoked), 9);
    QVERIFY(m_on->journal.open().isEmpty());
}

void TestRevokeJob::retryAfterIsTheLengthOfThePause()
{
    addTokens(1);
    refuse(1, refusal(429, 8, "Retry-After: 77\r\n"));
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy paused(&job, &RevokeJob::pausedFor);
    job.start(m_on->central.tokens);
    QTRY_VERIFY(!paused.isEmpty());
    QCOMPARE(paused.first().first().toInt(), 77);
    QTRY_COMPARE(paused.last().first().toInt(), 76); // a second later
}

void TestRevokeJob::busyForTheTokenInUseAsksItAgain()
{
    addTokens(2);
    m_on->central.signedInId = u"id-of-t-1"_s;
    m_on->readList();
    QTRY_VERIFY(m_on->session->signedInTokenId() == u"id-of-t-1"_s);
    m_on->central.instead = [isFirst = true](const SeenRequest &request) mutable {
        const bool isRefused =
            isRevoke(request) && request.target.endsWith("t-1") && std::exchange(isFirst, false);
        return isRefused ? std::optional(Fault{.bytes = refusal(429, 8, "Retry-After: 1\r\n")})
                         : std::nullopt;
    };
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(job.summary().count(State::Revoked), 2);
    QCOMPARE(patches(), 3);
}

void TestRevokeJob::stopEndsThePause()
{
    addTokens(6);
    refuse(4, refusal(429, 8, "Retry-After: 3600\r\n"));
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy requeued(&job, &RevokeJob::requeued);
    QSignalSpy stopped(&job, &RevokeJob::stopped);
    QSignalSpy paused(&job, &RevokeJob::pausedFor);
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(requeued.count(), 4);
    QCOMPARE(finished.count(), 0);
    job.stop();
    QCOMPARE(finished.count(), 1);
    QVERIFY(!job.isRunning());
    QCOMPARE(stopped.first().first().toStringList().size(), 6);
    QCOMPARE(paused.last().first().toInt(), 0);
    QCOMPARE(patches(), 4);
}

void TestRevokeJob::stopLetsThoseUnderWayFinish()
{
    addTokens(6);
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy answered(&job, &RevokeJob::answered);
    QSignalSpy stopped(&job, &RevokeJob::stopped);
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    job.stop();
    QCOMPARE(stopped.first().first().toStringList(), (QStringList{u"id-of-t-5"_s, u"id-of-t-6"_s}));
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(answered.count(), 4);
    QCOMPARE(patches(), 4);
}

void TestRevokeJob::refusalOfAnotherKindIsAnAnswer()
{
    addTokens(6);
    refuse(1, centralError(500, 13, "couldn't revoke token: locked"));
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy paused(&job, &RevokeJob::pausedFor);
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(paused.count(), 0);
    QCOMPARE(job.summary().count(State::NotRevoked), 1);
    QCOMPARE(job.summary().count(State::Revoked), 5);
}

void TestRevokeJob::retiredSessionStaysThroughAPause()
{
    addTokens(1);
    refuse(1, refusal(429, 8, "Retry-After: 1\r\n"));
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy requeued(&job, &RevokeJob::requeued);
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(requeued.count(), 1);
    m_on->session->retire();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(job.summary().count(State::Revoked), 1);
    QTRY_VERIFY(!m_on->session);
}

void TestRevokeJob::nothingIsAskedOfARetiredSession()
{
    addTokens(2);
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy stopped(&job, &RevokeJob::stopped);
    QSignalSpy finished(&job, &RevokeJob::finished);
    m_on->session->retire();
    job.start(m_on->central.tokens);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(stopped.first().first().toStringList().size(), 2);
    QCOMPARE(patches(), 0);
    QVERIFY(m_on->journal.open().isEmpty());
}

void TestRevokeJob::summaryIsOfEveryStart()
{
    addTokens(3);
    refuse(1, centralError(500, 13, "couldn't revoke token: locked"));
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy finished(&job, &RevokeJob::finished);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(finished.count(), 1);
    const QStringList left = job.summary().retryIds();
    QCOMPARE(left.size(), 1);
    Token again;
    again.id = left.first();
    job.start({again});
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(job.summary().count(State::Revoked), 3);
    QVERIFY(!job.summary().isOpen());
}

void TestRevokeJob::listSettlesAnUnknownRevokeWhileOthersAreAsked()
{
    addTokens(2);
    m_on->central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (!isRevoke(request))
            return std::nullopt;
        return request.target.endsWith("t-1")
                   ? Fault{.bytes = httpReply(502, "<html>", "text/html")}
                   : Fault{.delay = 60s};
    };
    RevokeJob job(&m_on->writes, m_on->session);
    QSignalSpy answered(&job, &RevokeJob::answered);
    QSignalSpy listed(&job, &RevokeJob::listed);
    job.start(m_on->central.tokens);
    QTRY_COMPARE(answered.count(), 1);
    QVERIFY(job.summary().isUnknown(u"id-of-t-1"_s));
    m_on->central.tokens.first().revoked = true;
    m_on->readList();
    QVERIFY(job.isRunning());
    QCOMPARE(listed.count(), 1);
    QCOMPARE(job.summary().ids(State::ListedRevoked), QStringList{u"id-of-t-1"_s});
    QCOMPARE(job.summary().count(State::Unknown), 0);
}

QTEST_GUILESS_MAIN(TestRevokeJob)
#include "tst_revokejob.moc"
