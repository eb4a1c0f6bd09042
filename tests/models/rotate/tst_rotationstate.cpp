// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/rotate/rotationstate.h"
#include "models/tokens/table/tokentablebuilder.h"
#include "tests/models/randomtokens.h"

#include <QTest>

#include <functional>

using namespace rox;
using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;
using Found = RotationFacts::Found;
using How = SuccessorHandOver::How;
using Making = Rotation::Making;
using Next = RotationStanding::Next;
using Revoking = Rotation::Revoking;
using State = RotationStanding::State;
using Way = OldTokenPlan::Way;
using Why = RotationStanding::Why;

namespace {

constexpr UtcMs Now = RandomNow;

Rotation handedOverAndChecked()
{
    Rotation rotation;
    rotation.chain = QUuid::createUuid();
    rotation.old = {u"old"_s, u"ci"_s, {u"Analyst"_s}, Now - 80 * DayMs, Now + 10 * DayMs, false};
    rotation.plannedAt = rotation.begunAt = Now - HourMs;
    rotation.plan = {Way::ByHand, Now + 8 * DayMs};
    rotation.draft = {u"ci-2"_s, {u"Analyst"_s}, Now + 90 * DayMs};
    rotation.making = Making::Made;
    rotation.madeAt = Now - HourMs + 1;
    rotation.newId = u"new"_s;
    rotation.handOver = {How::Copied, HandoverForm::Value, Now - HourMs + 2};
    rotation.checks = {{.answer = Answer::Known, .at = Now - HourMs + 3}};
    return rotation;
}

RotationFacts bothLive()
{
    return {
        .now = Now, .oldToken = Found::Live, .newToken = Found::Live, .listedAt = Now - MinuteMs};
}

/// Calls it with each rotation and facts that differ in what the state depends on.
void forAll(const std::function<void(const Rotation &, const RotationFacts &)> &check)
{
    for (int number = 0; number < 6 * 6 * 5 * 5 * 3 * 3 * 2 * 2 * 4 * 2 * 2; ++number) {
        int rest = number;
        const auto take = [&rest](int count) {
            const int value = rest % count;
            rest /= count;
            return value;
        };
        Rotation rotation = handedOverAndChecked();
        RotationFacts facts = bothLive();
        rotation.making = Making(take(6));
        rotation.revoking = Revoking(take(6));
        rotation.revokingAt = Now - 5 * MinuteMs;
        facts.oldToken = Found(take(5));
        facts.newToken = Found(take(5));
        rotation.plan.way = Way(take(3));
        rotation.plan.at = std::array{NoTime, Now - 1, Now + 1}.at(std::size_t(take(3)));
        facts.isSignedInWithOld = take(2) == 1;
        if (take(2) == 1)
            rotation.handOver = {};
        const int answer = take(4);
        if (answer == 3)
            rotation.checks.clear();
        else
            rotation.checks.first().answer = Answer(answer == 2 ? int(Answer::Refused) : answer);
        rotation.givenUpAt = take(2) == 1 ? Now - 1 : NoTime;
        rotation.plannedAt = take(2) == 1 ? Now - 2 : Now - HourMs;
        check(rotation, facts);
    }
}

QByteArray numberOf(const RotationStanding &standing)
{
    return "state " + QByteArray::number(int(standing.state)) + ", why "
           + QByteArray::number(int(standing.why)) + ", next "
           + QByteArray::number(int(standing.next));
}

using Change = std::function<void(Rotation &, RotationFacts &)>;

void row(const char *name, State state, Why why, Next next, const Change &change)
{
    QTest::newRow(name) << change << RotationStanding{state, why, next};
}

void addUntilTheHandOver()
{
    row("planned", State::NotBegun, Why::NothingMade, Next::Nothing,
        [](Rotation &r, RotationFacts &) { r.making = Making::NotAsked; });
    row("refused", State::NotBegun, Why::NothingMade, Next::Nothing,
        [](Rotation &r, RotationFacts &) { r.making = Making::NotMade; });
    row("asked", State::Waiting, Why::BeingMade, Next::Nothing,
        [](Rotation &r, RotationFacts &) { r.making = Making::UnderWay; });
    row("generate lost", State::Failed, Why::MayBeCreated, Next::LookForIt,
        [](Rotation &r, RotationFacts &) { r.making = Making::Lost; });
    row("value lost", State::Failed, Why::ValueLost, Next::LookForIt,
        [](Rotation &r, RotationFacts &) { r.making = Making::ValueLost; });
    row("made", State::Waiting, Why::NotHandedOver, Next::Check, [](Rotation &r, RotationFacts &) {
        r.handOver = {};
        r.checks.clear();
    });
    row("handed over", State::Waiting, Why::NotChecked, Next::Check,
        [](Rotation &r, RotationFacts &) { r.checks.clear(); });
    row("checked, not handed over", State::Waiting, Why::NotHandedOver, Next::Check,
        [](Rotation &r, RotationFacts &) { r.handOver = {}; });
    row("checked from its store", State::Waiting, Why::ForTheUser, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) {
            r.handOver = {};
            r.checks.first().isFromStore = true;
        });
    row("ready", State::Waiting, Why::ForTheUser, Next::RevokeOld,
        [](Rotation &, RotationFacts &) {});
    row("ready for a date", State::Waiting, Why::ForTheDate, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) { r.plan.way = Way::OnDate; });
    row("kept", State::Waiting, Why::ForTheEnd, Next::Nothing, [](Rotation &r, RotationFacts &) {
        r.plan = {Way::Keep, NoTime};
    });
}

void addWhatNeedsAPerson()
{
    row("reminder", State::Due, Why::ReminderPassed, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) { r.plan.at = Now; });
    row("date passed", State::Due, Why::DatePassed, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) {
            r.plan = {Way::OnDate, Now};
        });
    row("date passed without a check", State::Due, Why::DatePassed, Next::Check,
        [](Rotation &r, RotationFacts &) {
            r.plan = {Way::OnDate, Now};
            r.checks.clear();
        });
    row("in use", State::Blocked, Why::SignedInWithOld, Next::SignInWithNew,
        [](Rotation &r, RotationFacts &f) {
            r.plan.at = Now;
            f.isSignedInWithOld = true;
        });
    row("in use and kept", State::Waiting, Why::ForTheEnd, Next::Nothing,
        [](Rotation &r, RotationFacts &f) {
            r.plan = {Way::Keep, NoTime};
            f.isSignedInWithOld = true;
        });
    row("refused value", State::Failed, Why::NewRefused, Next::Check,
        [](Rotation &r, RotationFacts &) { r.checks.first().answer = Answer::Refused; });
    row("new one revoked", State::Failed, Why::NewRevoked, Next::RotateAgain,
        [](Rotation &, RotationFacts &f) { f.newToken = Found::Revoked; });
    row("new one gone", State::Failed, Why::NewRevoked, Next::RotateAgain,
        [](Rotation &, RotationFacts &f) { f.newToken = Found::NotListed; });
    row("new one expired", State::Failed, Why::NewExpired, Next::RotateAgain,
        [](Rotation &, RotationFacts &f) { f.newToken = Found::Expired; });
}

void addTheRevoke()
{
    row("being revoked", State::Waiting, Why::BeingRevoked, Next::Nothing,
        [](Rotation &r, RotationFacts &) {
            r.revoking = Revoking::UnderWay;
            r.revokingAt = Now;
        });
    row("revoke refused", State::Failed, Why::RevokeRefused, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) {
            r.revoking = Revoking::NotDone;
            r.revokingAt = Now;
        });
    row("revoke unknown", State::Failed, Why::RevokeUnknown, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) {
            r.revoking = Revoking::Unknown;
            r.revokingAt = Now;
        });
    row("planned anew after a failure", State::Waiting, Why::ForTheDate, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) {
            r.revoking = Revoking::NotDone;
            r.revokingAt = Now - 2;
            r.plannedAt = Now - 1;
            r.plan.way = Way::OnDate;
        });
    row("revoked", State::Done, Why::RevokedByUs, Next::Nothing, [](Rotation &r, RotationFacts &f) {
        r.revoking = Revoking::Done;
        r.revokingAt = Now;
        f.oldToken = Found::Revoked;
    });
    row("revoked, by a list from before", State::Done, Why::RevokedByUs, Next::Nothing,
        [](Rotation &r, RotationFacts &) {
            r.revoking = Revoking::Done;
            r.revokingAt = Now;
        });
    row("revoked on its date", State::Done, Why::RevokedOnDate, Next::Nothing,
        [](Rotation &r, RotationFacts &f) {
            r.revoking = Revoking::Done;
            r.isRevokedOnDate = true;
            r.revokingAt = Now;
            f.oldToken = Found::Revoked;
        });
    row("active again", State::Failed, Why::ActiveAgain, Next::RevokeOld,
        [](Rotation &r, RotationFacts &) {
            r.revoking = Revoking::Done;
            r.revokingAt = Now - HourMs;
        });
}

void addOtherEnds()
{
    row("gone already", State::Done, Why::RevokedByOthers, Next::Nothing,
        [](Rotation &r, RotationFacts &f) {
            r.revoking = Revoking::Gone;
            r.revokingAt = Now;
            f.oldToken = Found::NotKnown;
        });
    row("revoked by others", State::Done, Why::RevokedByOthers, Next::Nothing,
        [](Rotation &, RotationFacts &f) { f.oldToken = Found::Revoked; });
    row("revoked by others and deleted", State::Done, Why::RevokedByOthers, Next::Nothing,
        [](Rotation &, RotationFacts &f) { f.oldToken = Found::NotListed; });
    row("expired", State::Done, Why::Expired, Next::Nothing, [](Rotation &r, RotationFacts &f) {
        r.old.expiresAt = Now - 1;
        f.oldToken = Found::Expired;
    });
    row("expired, no list yet", State::Done, Why::Expired, Next::Nothing,
        [](Rotation &r, RotationFacts &f) {
            r.old.expiresAt = Now - 1;
            f.oldToken = Found::NotKnown;
        });
    row("expired and deleted", State::Done, Why::Expired, Next::Nothing,
        [](Rotation &r, RotationFacts &f) {
            r.old.expiresAt = Now - 1;
            f.oldToken = Found::NotListed;
        });
    row("given up", State::GivenUp, Why::BothKept, Next::Nothing,
        [](Rotation &r, RotationFacts &) { r.givenUpAt = Now; });
}

} // namespace

class TestRotationState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStepHasItsStateAndTheNext_data();
    void eachStepHasItsStateAndTheNext();
    void revokeIsOfferedOnlyWhileBothWorkAndTheOldIsNotInUse();
    void onlyACheckedAndHandedOverOneIsRevokedOnItsDate();
    void doneMeansThatTheOldOneDoesNotWork();
    void whatIsUnderWayHasAWayOn();
    void givenUpRotationStaysSo();
    void tokenIsFoundInTheList();
    void unreadTokenIsNotKnown();
    void numberAtTheEndOfANameIsNotRaised();
    void dateStaysBeforeTheEndOfTheToken();
    void failureAfterAProofOutranksIt();
    void noAnswerLeavesTheProof();
};

void TestRotationState::eachStepHasItsStateAndTheNext_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<RotationStanding>("expected");
    addUntilTheHandOver();
    addWhatNeedsAPerson();
    addTheRevoke();
    addOtherEnds();
}

void TestRotationState::eachStepHasItsStateAndTheNext()
{
    QFETCH(Change, change);
    QFETCH(RotationStanding, expected);
    Rotation rotation = handedOverAndChecked();
    RotationFacts facts = bothLive();
    change(rotation, facts);
    const RotationStanding standing = standingOf(rotation, facts);
    QVERIFY2(standing == expected, numberOf(standing));
}

void TestRotationState::revokeIsOfferedOnlyWhileBothWorkAndTheOldIsNotInUse()
{
    int offered = 0;
    forAll([&](const Rotation &rotation, const RotationFacts &facts) {
        if (standingOf(rotation, facts).next != Next::RevokeOld)
            return;
        ++offered;
        QVERIFY(!facts.isSignedInWithOld);
        QCOMPARE(rotation.making, Making::Made);
        QVERIFY(facts.oldToken == Found::Live || facts.oldToken == Found::NotKnown);
        const bool isTried = rotation.revoking != Revoking::NotAsked;
        QVERIFY(isTried || rotation.isProven());
        QVERIFY(isTried || facts.newToken == Found::Live || facts.newToken == Found::NotKnown);
        QCOMPARE(rotation.givenUpAt, NoTime);
    });
    QVERIFY(offered > 0);
}

void TestRotationState::onlyACheckedAndHandedOverOneIsRevokedOnItsDate()
{
    int revoked = 0;
    forAll([&](const Rotation &rotation, const RotationFacts &facts) {
        if (!mayRevokeOnDate(rotation, facts))
            return;
        ++revoked;
        QCOMPARE(rotation.plan.way, Way::OnDate);
        QVERIFY(rotation.plan.at != NoTime && rotation.plan.at <= facts.now);
        QVERIFY(rotation.isProven());
        QVERIFY(rotation.isHandedOver());
        QVERIFY(!facts.isSignedInWithOld);
        QCOMPARE(facts.oldToken, Found::Live);
        QCOMPARE(facts.newToken, Found::Live);
        QCOMPARE(rotation.givenUpAt, NoTime);
    });
    QVERIFY(revoked > 0);
}

void TestRotationState::doneMeansThatTheOldOneDoesNotWork()
{
    forAll([&](const Rotation &rotation, const RotationFacts &facts) {
        const bool isDone = standingOf(rotation, facts).state == State::Done;
        if (isDone)
            QVERIFY(facts.oldToken != Found::Live && rotation.making == Making::Made);
        else if (rotation.making == Making::Made && rotation.givenUpAt == NoTime)
            QVERIFY(facts.oldToken == Found::Live || facts.oldToken == Found::NotKnown);
    });
}

void TestRotationState::whatIsUnderWayHasAWayOn()
{
    forAll([&](const Rotation &rotation, const RotationFacts &facts) {
        const RotationStanding standing = standingOf(rotation, facts);
        const bool waitsByItself = standing.why == Why::BeingMade
                                   || standing.why == Why::BeingRevoked
                                   || standing.why == Why::ForTheEnd;
        QVERIFY2(!standing.isUnderWay() || waitsByItself || standing.next != Next::Nothing,
                 numberOf(standing));
        QVERIFY2(standing.isUnderWay() || standing.next == Next::Nothing, numberOf(standing));
    });
}

void TestRotationState::givenUpRotationStaysSo()
{
    forAll([&](const Rotation &rotation, const RotationFacts &facts) {
        QCOMPARE(standingOf(rotation, facts).state == State::GivenUp, rotation.givenUpAt != NoTime);
    });
}

void TestRotationState::tokenIsFoundInTheList()
{
    const TokenTablePtr table =
        tableOf({{u"live"_s, u"a"_s, {}, Now - DayMs, Now + DayMs, false},
                 {u"expired"_s, u"b"_s, {}, Now - DayMs, Now - 1, false},
                 {u"revoked"_s, u"c"_s, {}, Now - DayMs, Now + DayMs, true}});
    QCOMPARE(foundIn(table.get(), u"live"_s, Now), Found::Live);
    QCOMPARE(foundIn(table.get(), u"expired"_s, Now), Found::Expired);
    QCOMPARE(foundIn(table.get(), u"revoked"_s, Now), Found::Revoked);
    QCOMPARE(foundIn(table.get(), u"other"_s, Now), Found::NotListed);
    QCOMPARE(foundIn(nullptr, u"live"_s, Now), Found::NotKnown);
}

void TestRotationState::unreadTokenIsNotKnown()
{
    TokenTableBuilder builder;
    builder.addUnread({u"broken"_s, u"name"_s});
    const TokenTablePtr table = builder.build();
    QCOMPARE(foundIn(table.get(), u"broken"_s, Now), Found::NotKnown);
    QCOMPARE(foundIn(table.get(), u"other"_s, Now), Found::NotListed);
}

void TestRotationState::numberAtTheEndOfANameIsNotRaised()
{
    QCOMPARE(successorName(u"gitlab-runner-07"_s), u"gitlab-runner-07-2"_s);
    QCOMPARE(successorName(u"ci-2"_s), u"ci-2-2"_s);
}

void TestRotationState::dateStaysBeforeTheEndOfTheToken()
{
    Token token;
    token.expiresAt = Now + 10 * DayMs;
    QCOMPARE(latestDateFor(token, Now), Now + 9 * DayMs);
    QCOMPARE(reminderFor(token, Now), Now + 8 * DayMs);
    token.expiresAt = Now + DayMs;
    QCOMPARE(latestDateFor(token, Now), Now + DayMs / 2);
    QCOMPARE(reminderFor(token, Now), Now + DayMs / 2);
    for (const UtcMs never : {NoTime, NeverMs}) {
        token.expiresAt = never;
        QCOMPARE(latestDateFor(token, Now), NoTime);
        QCOMPARE(reminderFor(token, Now), NoTime);
    }
}

void TestRotationState::failureAfterAProofOutranksIt()
{
    Rotation rotation = handedOverAndChecked();
    rotation.checks.append({.answer = Answer::Refused, .at = Now});
    QVERIFY(!rotation.isProven());
    QCOMPARE(concernOf(rotation), RevokeConcern::NotChecked);
}

void TestRotationState::noAnswerLeavesTheProof()
{
    Rotation rotation = handedOverAndChecked();
    rotation.checks.append({.answer = Answer::NoAnswer, .at = Now});
    QVERIFY(rotation.isProven());
    QCOMPARE(concernOf(rotation), RevokeConcern::None);
    rotation.handOver = {};
    QCOMPARE(concernOf(rotation), RevokeConcern::NotHandedOver);
}

QTEST_GUILESS_MAIN(TestRotationState)
#include "tst_rotationstate.moc"
