// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "models/history/centralhistory.h"
#include "models/rotate/rotationchain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace rox;
using namespace Qt::StringLiterals;
using Answer = SuccessorCheck::Answer;
using How = SuccessorHandOver::How;
using Making = Rotation::Making;
using Revoking = Rotation::Revoking;
using Way = OldTokenPlan::Way;

namespace {

constexpr UtcMs Noon = 1'790'000'000'000;

/// Records the steps of one rotation in a file, and reads it back.
class RotationFile
{
public:
    RotationFile() { reopen(); }
    /// As another process that runs while the first one does or does not.
    void reopen(bool isFirstRunning = false)
    {
        m_history.reset();
        m_history = std::make_unique<CentralHistory>(HistoryFile::Place{
            .path = m_folder.filePath(u"file.sqlite"_s),
            .uuid = QUuid::fromString("11111111-1111-4111-8111-111111111111"_L1),
            .isKnown = m_isMade,
            .process = QUuid::createUuid(),
            .isRunning = [isFirstRunning](const QUuid &) { return isFirstRunning; }});
        m_isMade = true;
        (void)m_history->open(u"lab"_s, u"lab:443"_s);
    }
    void plan(const OldTokenPlan &plan = {})
    {
        QVERIFY(m_history->note(plannedNote(m_chain, Old, plan, ++m_now)));
    }
    Intent generate()
    {
        Intent intent;
        intent.id = QUuid::createUuid();
        intent.chain = m_chain;
        intent.askedAt = ++m_now;
        intent.draft = Draft;
        append(intent);
        return intent;
    }
    Intent revoke()
    {
        Intent intent;
        intent.id = QUuid::createUuid();
        intent.kind = Intent::Kind::Revoke;
        intent.chain = m_chain;
        intent.askedAt = ++m_now;
        intent.tokenId = Old.id;
        append(intent);
        return intent;
    }
    void settle(const Intent &intent, Settled settled)
    {
        settled.at = ++m_now;
        m_history->settle(intent, settled);
    }
    void make() { settle(generate(), {.outcome = IntentOutcome::Done, .tokenId = u"new"_s}); }
    void note(const ChainNote &note) { QVERIFY(m_history->note(note)); }
    [[nodiscard]] Rotation rotation() const { return rotationsOf(m_history->chains()).value(0); }
    [[nodiscard]] CentralHistory &history() { return *m_history; }
    UtcMs now() { return ++m_now; }

    const Token Old{u"old"_s, u"ci"_s, {u"Analyst"_s}, Noon - DayMs, Noon + 9 * DayMs, false};
    const TokenDraft Draft{u"ci-2"_s, {u"Analyst"_s, u"None"_s}, Noon + 90 * DayMs};

private:
    void append(const Intent &intent) { QVERIFY(m_history->append(intent)); }

    QTemporaryDir m_folder;
    std::unique_ptr<CentralHistory> m_history;
    QUuid m_chain = QUuid::createUuid();
    UtcMs m_now = Noon;
    bool m_isMade = false;
};

} // namespace

/// What a file of history has of a rotation.
class TestRotationChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planIsKept();
    void newerPlanReplacesTheOlder();
    void generateHasItsFate_data();
    void generateHasItsFate();
    void secondGenerateAfterARefusalCounts();
    void handOverAndChecksAreKept();
    void formOfAHandOverIsKept();
    void storedNamesOfFormsStay();
    void revokeHasItsFate_data();
    void revokeHasItsFate();
    void revokeOnTheDateIsTold();
    void intentOfARunningProcessIsUnderWay();
    void revokeOfAnotherTokenIsNoStep();
    void stepOfANewerProgramIsLeftOut();
    void chainWithoutAPlanIsNoRotation();
    void notesAreNoOpenIntentsAndNoRevokes();
    void openIntentKeepsItsChain();
    void requestAloneIsInNoChain();
    void givenUpIsKept();
};

void TestRotationChain::planIsKept()
{
    RotationFile file;
    file.plan({Way::OnDate, Noon + DayMs});
    file.reopen();
    const Rotation rotation = file.rotation();
    QCOMPARE(rotation.old, file.Old);
    QCOMPARE(rotation.plan.way, Way::OnDate);
    QCOMPARE(rotation.plan.at, Noon + DayMs);
    QCOMPARE(rotation.plannedAt, Noon + 1);
    QCOMPARE(rotation.making, Making::NotAsked);
}

void TestRotationChain::newerPlanReplacesTheOlder()
{
    RotationFile file;
    file.plan({Way::OnDate, Noon + DayMs});
    file.plan({Way::Keep, NoTime});
    const Rotation rotation = file.rotation();
    QCOMPARE(rotation.plan, (OldTokenPlan{Way::Keep, NoTime}));
    QCOMPARE(rotation.begunAt, Noon + 1);
    QCOMPARE(rotation.plannedAt, Noon + 2);
}

void TestRotationChain::generateHasItsFate_data()
{
    QTest::addColumn<int>("outcome"); // 0: the process ended before
    QTest::addColumn<int>("making");
    QTest::newRow("killed") << 0 << int(Making::Lost);
    QTest::newRow("lost") << int(IntentOutcome::Unknown) << int(Making::Lost);
    QTest::newRow("value lost") << int(IntentOutcome::ValueLost) << int(Making::ValueLost);
    QTest::newRow("made") << int(IntentOutcome::Done) << int(Making::Made);
    QTest::newRow("refused") << int(IntentOutcome::NotDone) << int(Making::NotMade);
    QTest::newRow("not sent") << int(IntentOutcome::NotSent) << int(Making::NotMade);
    QTest::newRow("closed") << int(IntentOutcome::Dismissed) << int(Making::NotMade);
}

void TestRotationChain::generateHasItsFate()
{
    QFETCH(int, outcome);
    QFETCH(int, making);
    RotationFile file;
    file.plan();
    const Intent intent = file.generate();
    if (outcome != 0)
        file.settle(intent, {.outcome = IntentOutcome(outcome), .tokenId = u"new"_s});
    file.reopen();
    QCOMPARE(int(file.rotation().making), making);
    QCOMPARE(file.rotation().draft, file.Draft);
    QCOMPARE(file.rotation().newId, making == int(Making::Made) ? u"new"_s : QString());
}

void TestRotationChain::secondGenerateAfterARefusalCounts()
{
    RotationFile file;
    file.plan();
    file.settle(file.generate(), {.outcome = IntentOutcome::NotDone});
    file.plan();
    file.make();
    file.reopen();
    QCOMPARE(file.rotation().making, Making::Made);
    QCOMPARE(file.rotation().newId, u"new"_s);
}

void TestRotationChain::handOverAndChecksAreKept()
{
    RotationFile file;
    file.plan();
    file.make();
    const Rotation made = file.rotation();
    file.note(
        handedOverNote(made, {How::Saved, HandoverForm::KubernetesSecret, NoTime}, file.now()));
    const SuccessorCheck refused{.answer = Answer::Refused, .httpStatus = 401};
    file.note(checkedNote(made, refused, file.now()));
    const SuccessorCheck known{.answer = Answer::OtherRoles,
                               .isFromStore = true,
                               .roles = {u"Analyst"_s},
                               .expiresAt = Noon + DayMs};
    file.note(checkedNote(made, known, file.now()));
    file.reopen();
    const Rotation rotation = file.rotation();
    QCOMPARE(rotation.handOver.how, How::Saved);
    QCOMPARE(rotation.handOver.form, HandoverForm::KubernetesSecret);
    QCOMPARE(rotation.handOver.at, Noon + 4);
    QCOMPARE(rotation.checks.size(), 2);
    SuccessorCheck expected = refused;
    expected.at = Noon + 5;
    QCOMPARE(rotation.checks.first(), expected);
    expected = known;
    expected.at = Noon + 6;
    QCOMPARE(rotation.checks.last(), expected);
}

void TestRotationChain::formOfAHandOverIsKept()
{
    RotationFile file;
    file.plan();
    file.make();
    const Rotation made = file.rotation();
    for (const HandoverFormInfo &info : handoverForms()) {
        file.note(handedOverNote(made, {How::Copied, info.form, NoTime}, file.now()));
        file.reopen();
        QCOMPARE(file.rotation().handOver.form, info.form);
    }
}

/// Histories of earlier versions have them.
void TestRotationChain::storedNamesOfFormsStay()
{
    QStringList names;
    for (const HandoverFormInfo &info : handoverForms())
        names.append(info.storedAs);
    QCOMPARE(names.join(u' '), u"value environment kubernetes ci github gitlab jenkins tekton"_s);
    QCOMPARE(formStoredAs(u"ci"), HandoverForm::ShellScript);
    QCOMPARE(formStoredAs(u"of a newer version"), HandoverForm::Value);
}

void TestRotationChain::revokeHasItsFate_data()
{
    QTest::addColumn<int>("outcome"); // 0: the process ended before
    QTest::addColumn<int>("revoking");
    QTest::newRow("killed") << 0 << int(Revoking::Unknown);
    QTest::newRow("lost") << int(IntentOutcome::Unknown) << int(Revoking::Unknown);
    QTest::newRow("revoked") << int(IntentOutcome::Done) << int(Revoking::Done);
    QTest::newRow("gone") << int(IntentOutcome::Gone) << int(Revoking::Gone);
    QTest::newRow("refused") << int(IntentOutcome::NotDone) << int(Revoking::NotDone);
    QTest::newRow("not sent") << int(IntentOutcome::NotSent) << int(Revoking::NotDone);
}

void TestRotationChain::revokeHasItsFate()
{
    QFETCH(int, outcome);
    QFETCH(int, revoking);
    RotationFile file;
    file.plan();
    file.make();
    const Intent intent = file.revoke();
    if (outcome != 0)
        file.settle(
            intent,
            {.outcome = IntentOutcome(outcome), .httpStatus = 503, .lastSeenActiveAt = Noon + 100});
    file.reopen();
    const Rotation rotation = file.rotation();
    QCOMPARE(int(rotation.revoking), revoking);
    QCOMPARE(rotation.revokeStatus, outcome == 0 ? 0 : 503);
    QCOMPARE(rotation.seenActiveAt, outcome == 0 ? NoTime : Noon + 100);
    QVERIFY(!rotation.isRevokedOnDate);
}

void TestRotationChain::revokeOnTheDateIsTold()
{
    RotationFile file;
    file.plan({Way::OnDate, Noon});
    file.make();
    file.note(onDateNote(file.rotation(), file.now()));
    file.settle(file.revoke(), {.outcome = IntentOutcome::Done});
    QVERIFY(file.rotation().isRevokedOnDate);
    file.reopen();
    QVERIFY(file.rotation().isRevokedOnDate);
}

void TestRotationChain::intentOfARunningProcessIsUnderWay()
{
    RotationFile file;
    file.plan();
    (void)file.generate();
    QCOMPARE(file.rotation().making, Making::UnderWay);
    file.reopen(true);
    QCOMPARE(file.rotation().making, Making::UnderWay);
    file.reopen(false);
    QCOMPARE(file.rotation().making, Making::Lost);
}

void TestRotationChain::revokeOfAnotherTokenIsNoStep()
{
    RotationFile file;
    file.plan();
    file.make();
    Intent other;
    other.id = QUuid::createUuid();
    other.kind = Intent::Kind::Revoke;
    other.chain = file.rotation().chain;
    other.tokenId = u"new"_s;
    other.askedAt = file.now();
    QVERIFY(file.history().append(other));
    file.settle(other, {.outcome = IntentOutcome::Done});
    QCOMPARE(file.rotation().revoking, Revoking::NotAsked);
}

void TestRotationChain::stepOfANewerProgramIsLeftOut()
{
    RotationFile file;
    file.plan();
    file.make();
    const Rotation before = file.rotation();
    file.note({.chain = before.chain, .kind = 99, .at = file.now()});
    QCOMPARE(file.rotation(), before);
}

void TestRotationChain::chainWithoutAPlanIsNoRotation()
{
    RotationFile file;
    (void)file.generate();
    QCOMPARE(file.history().chains().size(), 1);
    QVERIFY(rotationsOf(file.history().chains()).isEmpty());
}

void TestRotationChain::notesAreNoOpenIntentsAndNoRevokes()
{
    RotationFile file;
    file.plan();
    file.make();
    file.note(putOffNote(file.rotation(), file.now()));
    file.reopen();
    QVERIFY(file.history().openIntents().isEmpty());
    const HistoryView view = file.history().view();
    QVERIFY(view.history);
    QVERIFY(!view.history->lives.value(u"old"_s).isByUs());
    QVERIFY(view.history->lives.value(u"new"_s).madeAt != NoTime);
}

void TestRotationChain::openIntentKeepsItsChain()
{
    RotationFile file;
    file.plan();
    const Intent intent = file.generate();
    file.reopen();
    const QList<Intent> open = file.history().openIntents();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.first().chain, intent.chain);
}

void TestRotationChain::requestAloneIsInNoChain()
{
    RotationFile file;
    Intent intent;
    intent.id = QUuid::createUuid();
    intent.kind = Intent::Kind::Revoke;
    intent.tokenId = u"x"_s;
    intent.askedAt = file.now();
    QVERIFY(file.history().append(intent));
    file.settle(intent, {.outcome = IntentOutcome::Done});
    QVERIFY(file.history().chains().isEmpty());
}

void TestRotationChain::givenUpIsKept()
{
    RotationFile file;
    file.plan();
    file.make();
    file.note(givenUpNote(file.rotation(), file.now()));
    file.reopen();
    QCOMPARE(file.rotation().givenUpAt, Noon + 4);
}

QTEST_GUILESS_MAIN(TestRotationChain)
#include "tst_rotationchain.moc"
