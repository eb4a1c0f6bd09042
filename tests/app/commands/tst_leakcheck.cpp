// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/leakcheck.h"
#include "tests/app/startedsession.h"
#include "tests/models/samplejwt.h"
#include "tests/support/gui/driver.h"
#include "tests/support/scriptedcentral.h"
#include "ui/review/leakchecktext.h"

#include <QSignalSpy>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Meaning = LeakVerdict::Meaning;

namespace {

const QString Id = u"id-of-leaked"_s;

/// A Central, a session on it, and a leaked token that it lists.
struct Desk
{
    Desk()
        : session(new StartedSession(u"prod-eu"_s, central.connection(), &clock, &owner))
        , check(&clock, {}, nullptr)
    {
        central.tokens = {tokenNamed(u"leaked"_s)};
        value = sampleJwt(Id, u"leaked"_s);
        central.instead = [this](const SeenRequest &request) -> std::optional<Fault> {
            if (request.headers.value("authorization") != "Bearer " + value)
                return std::nullopt;
            ++sent;
            target = request.target;
            return fault;
        };
        session->refresh();
        QTRY_VERIFY(session->table());
        leaked.place = LeakedToken::Place::Listed;
        leaked.token = central.tokens.first();
        leaked.server.name = u"prod-eu"_s;
    }
    /// Asks, and returns the verdict.
    LeakVerdict verdict()
    {
        std::vector<LeakCheck::Ask> asks;
        asks.push_back({leaked, session, Secret(value)});
        check.start(std::move(asks));
        if (!QTest::qWaitFor([this] { return !check.isRunning(); }, 20'000))
            qFatal("no verdict");
        return check.verdicts().value(0);
    }
    void refuse()
    {
        fault = Fault{.bytes = centralError(401, 16,
                                            "credentials not found: token-based: cannot extract "
                                            "identity: token validation failed")};
    }

    SystemClock clock;
    ScriptedCentral central;
    QObject owner;
    QPointer<Session> session;
    LeakCheck check;
    LeakedToken leaked;
    QByteArray value;
    std::optional<Fault> fault;
    int sent = 0;
    QByteArray target;
};

} // namespace

/// A leaked value is sent to the Central that lists it, once, and what is said of it was proven.
class TestLeakCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { gui::beginTest(); }
    void acceptedTokenStillWorks();
    void refusedTokenIsLookedUp();
    void refusedActiveTokenMayBeDamaged();
    void deletedTokenIsNotCalledRevoked();
    void errorIsNotARefusal();
    void redirectIsNotFollowed();
    void nothingIsSentWithoutASession();
};

void TestLeakCheck::acceptedTokenStillWorks()
{
    Desk desk;
    desk.central.signedInId = Id;
    const LeakVerdict verdict = desk.verdict();
    QCOMPARE(verdict.meaning(), Meaning::StillWorks);
    QCOMPARE(desk.sent, 1);
    QCOMPARE(desk.target, QByteArray("/v1/auth/status"));
    QVERIFY(leakchecktext::sentence(verdict).startsWith("prod-eu accepted it at "_L1));
    QVERIFY(desk.check.sentAt() != NoTime);
}

void TestLeakCheck::refusedTokenIsLookedUp()
{
    Desk desk;
    desk.central.signedInId = Id;
    QCOMPARE(desk.verdict().meaning(), Meaning::StillWorks);
    desk.central.tokens.first().revoked = true;
    desk.refuse();
    const LeakVerdict verdict = desk.verdict();
    QCOMPARE(verdict.meaning(), Meaning::RefusedAndRevoked);
    QCOMPARE(desk.check.verdicts().size(), 1);
    QCOMPARE(desk.sent, 2);
    const QString said = leakchecktext::sentence(verdict);
    QVERIFY2(said.contains("accepted it at "_L1), qPrintable(said)); // by the first check
    QVERIFY2(said.endsWith("and lists it as revoked."_L1), qPrintable(said));
}

void TestLeakCheck::refusedActiveTokenMayBeDamaged()
{
    Desk desk;
    desk.refuse();
    const LeakVerdict verdict = desk.verdict();
    QCOMPARE(verdict.meaning(), Meaning::RefusedButActive);
    QVERIFY(leakchecktext::sentence(verdict).endsWith("Revoke it."_L1));
    QCOMPARE(desk.sent, 1);
}

void TestLeakCheck::deletedTokenIsNotCalledRevoked()
{
    Desk desk;
    desk.central.tokens.clear();
    desk.refuse();
    const LeakVerdict verdict = desk.verdict();
    QCOMPARE(verdict.entry, LeakVerdict::Entry::Gone);
    QCOMPARE(verdict.meaning(), Meaning::RefusedAlone);
    QVERIFY(leakchecktext::sentence(verdict).contains("does not say why"_L1));
}

void TestLeakCheck::errorIsNotARefusal()
{
    Desk desk;
    desk.fault = Fault{.bytes = centralError(503, 14, "not ready")};
    const LeakVerdict verdict = desk.verdict();
    QCOMPARE(verdict.meaning(), Meaning::NotKnown);
    QVERIFY(verdict.wasSent);
    QVERIFY(leakchecktext::heading(verdict).endsWith("not known"_L1));
}

void TestLeakCheck::redirectIsNotFollowed()
{
    const ScriptedCentral other;
    Desk desk;
    const QByteArray where = other.connection().endpoint.base.toEncoded();
    desk.fault = Fault{.bytes = "HTTP/1.1 307 Temporary Redirect\r\nLocation: " + where
                                + "/v1/auth/status\r\nContent-Length: 0\r\n\r\n"};
    QCOMPARE(desk.verdict().meaning(), Meaning::NotKnown);
    QCOMPARE(desk.sent, 1);
    QCOMPARE(other.seen("GET", "/"), 0);
}

void TestLeakCheck::nothingIsSentWithoutASession()
{
    Desk desk;
    desk.session->retire();
    const LeakVerdict verdict = desk.verdict();
    QCOMPARE(verdict.meaning(), Meaning::NotKnown);
    QVERIFY(!verdict.wasSent);
    QCOMPARE(desk.sent, 0);
    QVERIFY(leakchecktext::sentence(verdict).startsWith("Nothing was sent"_L1));
    QCOMPARE(desk.check.sentAt(), NoTime);
}

QTEST_MAIN(TestLeakCheck)
#include "tst_leakcheck.moc"
