// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/servers/credentialvault.h"
#include "app/servers/sessionpool.h"
#include "app/tokens/valuequestion.h"
#include "network/keychain/memorystore.h"
#include "tests/app/tokens/rotating.h"
#include "tests/support/democentral.h"
#include "tests/support/scriptedcentral.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;
using How = SuccessorHandOver::How;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;
using Why = RotationStanding::Why;

/// Rotations without a window, on the demo Central and on one that fails.
class TestRotationFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void stepsLeadToARevokedOldToken();
    void checkTellsWhoTheValueIs();
    void valueOfARevokedSuccessorIsRefused();
    void refusedDraftIsNoRotation();
    void secondRotationOfATokenIsToldOfTheFirst();
    void rotationOfAnotherProcessIsTold();
    void tokenThatOthersRevokedIsDoneWithoutARequest();
    void tokenThatOthersDeletedIsDone();
    void tokenInUseIsNotRevoked();
    void dateIsActedOnWhileTheProgramRuns();
    void uncheckedDateBecomesDue();
    void dateThatPassedBeforeTheStartBecomesDue();
    void givenUpRotationRevokesNothing();
    void changedPlanCounts();
    void putOffIsRemembered();
    void refusedRevokeIsFailedAndMayBeRepeated();
    void unreadableTokenIsNotRevoked();
    void lostGenerateIsLookedFor();
    void lostRevokeIsSettledByTheNextList();
    void checkOfAnotherIdProvesNothing();
    void serverThatIsNotOpenHasItsRotations();

private:
    /// Has a successor of `old` made, and returns its flow.
    RotationFlow *made(Rotating &on, const Token &old, const OldTokenPlan &plan = {});
    void handOverAndCheck(Rotating &on, RotationFlow *flow);

    const TokenDraft m_draft{u"ci-2"_s, {u"Analyst"_s}, NoTime};
    std::unique_ptr<DemoCentral> m_central;
    std::unique_ptr<Rotating> m_on;
    Token m_old;
    QObject m_flows;
    Secret m_value;
};

void TestRotationFlow::initTestCase()
{
    m_central = std::make_unique<DemoCentral>(QStringList{u"--tokens"_s, u"0"_s});
    QVERIFY2(m_central->isUp(), qPrintable(m_central->why()));
}

void TestRotationFlow::init()
{
    m_on = std::make_unique<Rotating>(QString(), m_central->connection());
    m_old = m_on->made({u"ci"_s, {u"Analyst"_s}, NoTime});
    QVERIFY(!m_old.id.isEmpty());
}

void TestRotationFlow::cleanup()
{
    qDeleteAll(m_flows.children());
    m_on.reset();
}

RotationFlow *TestRotationFlow::made(Rotating &on, const Token &old, const OldTokenPlan &plan)
{
    auto *flow = new RotationFlow(&on.rotations, &on.writes, &on.session, old, &m_flows);
    QSignalSpy settled(flow->generating(), &GenerateFlow::settled);
    flow->generate(m_draft, plan);
    [&] { QTRY_COMPARE(settled.count(), 1); }();
    m_value = flow->generating()->takeValue();
    [&] { QTRY_VERIFY(!on.row(flow->chain()).rotation.newId.isEmpty()); }();
    return flow;
}

void TestRotationFlow::handOverAndCheck(Rotating &on, RotationFlow *flow)
{
    QSignalSpy checked(flow, &RotationFlow::checked);
    flow->handOver(How::Copied, HandoverForm::EnvironmentLine);
    flow->check(m_value);
    QTRY_COMPARE(checked.count(), 1);
    QTRY_VERIFY(on.row(flow->chain()).rotation.isProven());
}

void TestRotationFlow::stepsLeadToARevokedOldToken()
{
    QSignalSpy ended(&m_on->rotations, &Rotations::oldTokenEnded);
    RotationFlow *flow = made(*m_on, m_old);
    flow->handOver(How::Copied, HandoverForm::EnvironmentLine);
    QTRY_COMPARE(m_on->why(flow->chain()), Why::NotChecked);
    handOverAndCheck(*m_on, flow);
    QTRY_COMPARE(m_on->why(flow->chain()), Why::ForTheUser);
    QVERIFY(!m_on->session.tokens().isRevoked(m_old.id));
    m_on->rotations.revokeOld(flow->chain());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().at(1).value<OldTokenEnd>().how, OldTokenEnd::How::Answered);
    QTRY_COMPARE(m_on->why(flow->chain()), Why::RevokedByUs);
    m_on->readList();
    QVERIFY(m_on->session.tokens().isRevoked(m_old.id));
    QCOMPARE(m_on->state(flow->chain()), State::Done);
    QCOMPARE(m_on->rotations.rows().size(), 1);
    QVERIFY(m_on->rotations.ofToken(m_on->session.address(), m_old.id).isEmpty());
}

void TestRotationFlow::checkTellsWhoTheValueIs()
{
    RotationFlow *flow = made(*m_on, m_old);
    handOverAndCheck(*m_on, flow);
    const SuccessorCheck check = flow->rotation().checks.last();
    QCOMPARE(check.answer, Answer::Known);
    QCOMPARE(check.roles, QStringList{u"Analyst"_s});
    QVERIFY(check.expiresAt > m_on->clock.now() + 300 * DayMs);
    QCOMPARE(m_on->row(flow->chain()).rotation.handOver.form, HandoverForm::EnvironmentLine);
}

void TestRotationFlow::valueOfARevokedSuccessorIsRefused()
{
    RotationFlow *flow = made(*m_on, m_old);
    QSignalSpy answered(&m_on->writes, &TokenWrites::revokeAnswered);
    Token successor;
    successor.id = flow->rotation().newId;
    m_on->writes.revoke(&m_on->session, successor);
    QTRY_COMPARE(answered.count(), 1);
    QSignalSpy checked(flow, &RotationFlow::checked);
    flow->check(m_value);
    QTRY_COMPARE(checked.count(), 1);
    const auto check = checked.first().first().value<SuccessorCheck>();
    QCOMPARE(check.answer, Answer::Refused);
    QCOMPARE(check.httpStatus, 401);
    QTRY_COMPARE(m_on->why(flow->chain()), Why::NewRevoked);
    QVERIFY(!m_on->session.tokens().isRevoked(m_old.id));
}

void TestRotationFlow::refusedDraftIsNoRotation()
{
    RotationFlow flow(&m_on->rotations, &m_on->writes, &m_on->session, m_old);
    QSignalSpy settled(flow.generating(), &GenerateFlow::settled);
    flow.generate({u"ci-2"_s, {u"No such role"_s}, NoTime}, {});
    QTRY_COMPARE(settled.count(), 1);
    QTRY_COMPARE(m_on->row(flow.chain()).rotation.making, Rotation::Making::NotMade);
    QVERIFY(m_on->rotations.rows().isEmpty());
    flow.generate(m_draft, {Way::Keep, NoTime}); // the same dialog
    QTRY_COMPARE(settled.count(), 2);
    QTRY_COMPARE(m_on->rotations.rows().size(), 1);
    QCOMPARE(m_on->row(flow.chain()).rotation.plan.way, Way::Keep);
}

void TestRotationFlow::secondRotationOfATokenIsToldOfTheFirst()
{
    const RotationFlow *first = made(*m_on, m_old);
    RotationFlow second(&m_on->rotations, &m_on->writes, &m_on->session, m_old);
    QSignalSpy others(&second, &RotationFlow::othersFound);
    QSignalSpy settled(second.generating(), &GenerateFlow::settled);
    second.generate(m_draft, {});
    QTRY_COMPARE(others.count(), 1);
    const auto found = others.first().first().value<QList<RotationRow>>();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().rotation.chain, first->chain());
    QVERIFY(!second.generating()->isAsking());
    second.ignoreOthers();
    second.generate(m_draft, {});
    QTRY_COMPARE(settled.count(), 1);
    QTRY_COMPARE(m_on->rotations.ofToken(m_on->session.address(), m_old.id).size(), 2);
}

void TestRotationFlow::rotationOfAnotherProcessIsTold()
{
    const QTemporaryDir home;
    Rotating one(home.path(), m_central->connection());
    Rotating two(home.path(), m_central->connection());
    (void)made(one, m_old);
    QVERIFY(two.rotations.rows().isEmpty());
    RotationFlow second(&two.rotations, &two.writes, &two.session, m_old);
    QSignalSpy others(&second, &RotationFlow::othersFound);
    second.generate(m_draft, {});
    QTRY_COMPARE(others.count(), 1);
    QCOMPARE(two.rotations.rows().size(), 1);
}

void TestRotationFlow::tokenThatOthersRevokedIsDoneWithoutARequest()
{
    RotationFlow *flow = made(*m_on, m_old);
    handOverAndCheck(*m_on, flow);
    Rotating other(QString(), m_central->connection());
    QSignalSpy answered(&other.writes, &TokenWrites::revokeAnswered);
    other.writes.revoke(&other.session, m_old);
    QTRY_COMPARE(answered.count(), 1);

    QSignalSpy ended(&m_on->rotations, &Rotations::oldTokenEnded);
    m_on->rotations.revokeOld(flow->chain());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().at(1).value<OldTokenEnd>().how, OldTokenEnd::How::RevokedBefore);
    QCOMPARE(m_on->why(flow->chain()), Why::RevokedByOthers);
    QCOMPARE(m_on->row(flow->chain()).rotation.revoking, Rotation::Revoking::NotAsked);
}

void TestRotationFlow::tokenThatOthersDeletedIsDone()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci"_s)};
    const Token old = central.tokens.first();
    Rotating on(QString(), central.connection());
    const RotationFlow *flow = made(on, old);
    central.tokens.removeFirst();
    on.rotations.revokeOld(flow->chain());
    QTRY_COMPARE(on.why(flow->chain()), Why::RevokedByOthers);
    QCOMPARE(central.seen("PATCH", "revoke"), 0);
}

void TestRotationFlow::tokenInUseIsNotRevoked()
{
    const QString own = m_on->session.signedInTokenId();
    QVERIFY(!own.isEmpty());
    const Token old = m_on->session.tokens().token(own).value();
    RotationFlow *flow = made(*m_on, old);
    handOverAndCheck(*m_on, flow);
    QTRY_COMPARE(m_on->why(flow->chain()), Why::SignedInWithOld);
    QSignalSpy ended(&m_on->rotations, &Rotations::oldTokenEnded);
    m_on->rotations.revokeOld(flow->chain());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().at(1).value<OldTokenEnd>().how, OldTokenEnd::How::InUse);
    m_on->readList();
    QVERIFY(!m_on->session.tokens().isRevoked(own));

    // With the new one signed in, the old one may go.
    Rotating next(QString(), m_central->connection(m_value.view().toByteArray()));
    QVERIFY(next.session.signedInTokenId() == flow->rotation().newId);
}

void TestRotationFlow::dateIsActedOnWhileTheProgramRuns()
{
    RotationFlow *flow = made(*m_on, m_old);
    handOverAndCheck(*m_on, flow);
    m_on->rotations.changePlan(flow->chain(), {Way::OnDate, m_on->clock.now() + 400});
    QTRY_COMPARE(m_on->why(flow->chain()), Why::RevokedOnDate);
    m_on->readList();
    QVERIFY(m_on->session.tokens().isRevoked(m_old.id));
}

void TestRotationFlow::uncheckedDateBecomesDue()
{
    RotationFlow *flow = made(*m_on, m_old);
    flow->handOver(How::Saved, HandoverForm::Value);
    QSignalSpy ended(&m_on->rotations, &Rotations::oldTokenEnded);
    m_on->rotations.changePlan(flow->chain(), {Way::OnDate, m_on->clock.now() + 300});
    QTRY_COMPARE(m_on->why(flow->chain()), Why::DatePassed);
    QCOMPARE(m_on->row(flow->chain()).standing.next, RotationStanding::Next::Check);
    m_on->readList();
    QVERIFY(!m_on->session.tokens().isRevoked(m_old.id));
    QCOMPARE(ended.count(), 0);
}

void TestRotationFlow::dateThatPassedBeforeTheStartBecomesDue()
{
    const QTemporaryDir home;
    QUuid chain;
    UtcMs date = NoTime;
    {
        Rotating before(home.path(), m_central->connection());
        RotationFlow *flow = made(before, m_old);
        handOverAndCheck(before, flow);
        chain = flow->chain();
        date = before.clock.now() + 300;
        before.rotations.changePlan(chain, {Way::OnDate, date});
        QTRY_COMPARE(before.why(chain), Why::ForTheDate);
        qDeleteAll(m_flows.children());
    }
    SystemClock clock;
    QTRY_VERIFY(clock.now() > date);
    Rotating after(home.path(), m_central->connection());
    QTRY_COMPARE(after.why(chain), Why::DatePassed);
    QSignalSpy changed(&after.rotations, &Rotations::changed);
    after.readList();
    QTRY_VERIFY(changed.count() > 0);
    QCOMPARE(after.state(chain), State::Due);
    QVERIFY(!after.session.tokens().isRevoked(m_old.id));
}

void TestRotationFlow::givenUpRotationRevokesNothing()
{
    RotationFlow *flow = made(*m_on, m_old);
    m_on->rotations.giveUp(flow->chain());
    QTRY_COMPARE(m_on->state(flow->chain()), State::GivenUp);
    m_on->readList();
    QVERIFY(!m_on->session.tokens().isRevoked(m_old.id));
    QVERIFY(!m_on->session.tokens().isRevoked(flow->rotation().newId));
    QVERIFY(m_on->rotations.ofToken(m_on->session.address(), m_old.id).isEmpty());
}

void TestRotationFlow::changedPlanCounts()
{
    RotationFlow *flow = made(*m_on, m_old);
    handOverAndCheck(*m_on, flow);
    m_on->rotations.changePlan(flow->chain(), {Way::Keep, NoTime});
    QTRY_COMPARE(m_on->why(flow->chain()), Why::ForTheEnd);
}

void TestRotationFlow::putOffIsRemembered()
{
    RotationFlow *flow = made(*m_on, m_old, {Way::ByHand, m_on->clock.now() - 1});
    QCOMPARE(m_on->row(flow->chain()).rotation.putOffAt, NoTime);
    m_on->rotations.putOff(flow->chain());
    QTRY_VERIFY(m_on->row(flow->chain()).rotation.putOffAt != NoTime);
}

void TestRotationFlow::refusedRevokeIsFailedAndMayBeRepeated()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci"_s)};
    const Token old = central.tokens.first();
    Rotating on(QString(), central.connection());
    const RotationFlow *flow = made(on, old);
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "PATCH")
            return std::nullopt;
        return Fault{.bytes = centralError(503, 14, "busy")};
    };
    on.rotations.revokeOld(flow->chain());
    QTRY_COMPARE(on.why(flow->chain()), Why::RevokeRefused);
    QCOMPARE(on.row(flow->chain()).rotation.revokeStatus, 503);
    QVERIFY(on.row(flow->chain()).rotation.seenActiveAt != NoTime);
    central.instead = {};
    on.rotations.revokeOld(flow->chain());
    QTRY_COMPARE(on.why(flow->chain()), Why::RevokedByUs);
}

void TestRotationFlow::unreadableTokenIsNotRevoked()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci"_s)};
    const Token old = central.tokens.first();
    Rotating on(QString(), central.connection());
    const RotationFlow *flow = made(on, old);
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "GET")
            return std::nullopt;
        return Fault{.bytes = centralError(503, 14, "busy")};
    };
    QSignalSpy ended(&on.rotations, &Rotations::oldTokenEnded);
    on.rotations.revokeOld(flow->chain());
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(ended.first().at(1).value<OldTokenEnd>().how, OldTokenEnd::How::NotRead);
    QCOMPARE(central.seen("PATCH", "revoke"), 0);
}

void TestRotationFlow::lostGenerateIsLookedFor()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci"_s)};
    const Token old = central.tokens.first();
    Rotating on(QString(), central.connection());
    central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        return Fault{.then = Fault::Then::Close};
    };
    RotationFlow flow(&on.rotations, &on.writes, &on.session, old);
    QSignalSpy settled(flow.generating(), &GenerateFlow::settled);
    flow.generate(m_draft, {});
    QTRY_COMPARE(settled.count(), 1);
    QTRY_COMPARE(on.why(flow.chain()), Why::MayBeCreated);
    QCOMPARE(on.row(flow.chain()).standing.next, RotationStanding::Next::LookForIt);
    QCOMPARE(on.writes.openGenerates()->ids().size(), 1);
    on.writes.openGenerates()->close(on.writes.openGenerates()->ids().first());
    QTRY_COMPARE(on.state(flow.chain()), State::NotBegun);
}

void TestRotationFlow::lostRevokeIsSettledByTheNextList()
{
    ScriptedCentral central;
    central.tokens = {tokenNamed(u"ci"_s)};
    const Token old = central.tokens.first();
    Rotating on(QString(), central.connection());
    const RotationFlow *flow = made(on, old);
    bool isReadable = true;
    central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "PATCH") {
            isReadable = false;
            return Fault{.bytes = httpReply(502, "<html>", "text/html")};
        }
        if (isReadable)
            return std::nullopt;
        return Fault{.bytes = httpReply(502, "<html>", "text/html")};
    };
    on.rotations.revokeOld(flow->chain());
    QTRY_COMPARE(on.why(flow->chain()), Why::RevokeUnknown);
    central.instead = {};
    central.tokens.first().revoked = true;
    on.readList();
    QTRY_COMPARE(on.state(flow->chain()), State::Done);
}

void TestRotationFlow::checkOfAnotherIdProvesNothing()
{
    Token successor;
    successor.id = u"new"_s;
    successor.roles = {u"Analyst"_s, u"None"_s};
    successor.expiresAt = 5'000;
    Identity who;
    who.tokenId = u"other"_s;
    QCOMPARE(checkOf(who, successor, 1).answer, Answer::NoAnswer);
    who.tokenId = u"new"_s;
    who.expiresAt = 5'400;
    who.roles = QStringList{u"None"_s, u"Analyst"_s};
    QCOMPARE(checkOf(who, successor, 1).answer, Answer::Known);
    who.expiresAt = 50'000;
    QCOMPARE(checkOf(who, successor, 1).answer, Answer::OtherRoles);
    who.expiresAt = 5'000;
    who.roles.removeLast();
    QCOMPARE(checkOf(who, successor, 1).answer, Answer::OtherRoles);
    const Result<Identity> lost = tl::make_unexpected(errorOf(ApiError::Kind::ConnectionLost));
    QCOMPARE(checkOf(lost, successor, 1).answer, Answer::NoAnswer);
}

void TestRotationFlow::serverThatIsNotOpenHasItsRotations()
{
    const QTemporaryDir home;
    {
        Rotating before(home.path(), m_central->connection());
        (void)made(before, m_old);
        qDeleteAll(m_flows.children());
    }
    ProfileStore profiles(home.filePath(u"servers.ini"_s));
    ServerDirectory directory(&profiles);
    ServerProfile profile = directory.freshProfile(u"prod"_s);
    profile.endpoint = m_central->connection().endpoint;
    (void)directory.keep(profile);
    CredentialVault vault(std::make_unique<MemoryStore>(), profiles.file());
    SystemClock clock;
    SessionPool pool(&directory, &vault, &clock);
    HistoryStore store(home.path());
    DurableJournal journal(&store);
    TokenWrites writes(&journal, &clock);
    Rotations rotations(&store, &journal, &writes);
    rotations.follow(&pool, &directory);
    QVERIFY(rotations.rows().isEmpty());
    rotations.readProfiles();
    QTRY_COMPARE(rotations.rows().size(), 1);
    const RotationRow row = rotations.rows().first();
    QCOMPARE(row.server.name, u"prod"_s);
    QCOMPARE(row.key, ServerId(profile.id).toString());
    QCOMPARE(row.standing.why, Why::NotHandedOver);
    QCOMPARE(row.facts.oldToken, RotationFacts::Found::NotKnown);
}

QTEST_GUILESS_MAIN(TestRotationFlow)
#include "tst_rotationflow.moc"
