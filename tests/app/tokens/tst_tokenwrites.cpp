// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/tokens/writing.h"

#include <QSignalSpy>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Outcome = RevokeVerdict::Outcome;

namespace {

/// Records an intent when the test says so.
class SlowJournal final : public Journal
{
public:
    void append(const Intent &intent, QObject *context,
                std::function<void(Recorded)> recorded) override
    {
        m_memory.append(intent, context, [this, recorded = std::move(recorded)](Recorded) {
            m_recorded.append(recorded);
        });
    }
    void settle(const IntentId &id, const Settled &settled) override
    {
        m_memory.settle(id, settled);
        outcomes.append(settled.outcome);
    }
    [[nodiscard]] QList<Intent> open() const override { return m_memory.open(); }
    void load(const QString &server, const QString &address, QObject *context,
              std::function<void()> loaded) override
    {
        m_memory.load(server, address, context, std::move(loaded));
    }
    [[nodiscard]] int waiting() const { return int(m_recorded.size()); }
    void recordAll(Recorded how = Recorded::Durably)
    {
        for (const auto &recorded : std::exchange(m_recorded, {}))
            recorded(how);
    }

    QList<IntentOutcome> outcomes;

private:
    MemoryJournal m_memory;
    QList<std::function<void(Recorded)>> m_recorded;
};

RevokeEvent eventIn(const QSignalSpy &spy)
{
    return spy.isEmpty() ? RevokeEvent() : spy.last().first().value<RevokeEvent>();
}

/// Answers each revoke with this after the delay.
void answerRevokes(ScriptedCentral &central, const QByteArray &bytes,
                   std::chrono::milliseconds delay = 0ms)
{
    central.instead = [bytes, delay](const SeenRequest &request) {
        return request.method == "PATCH" ? std::optional(Fault{.bytes = bytes, .delay = delay})
                                         : std::nullopt;
    };
}

QByteArray badGateway()
{
    return httpReply(502, "<html>", "text/html");
}

} // namespace

/// What leaves this computer is in the journal before, and what became of it afterwards.
class TestTokenWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestLeavesOnceItsIntentIsDurable();
    void revokeLeavesEvenIfItCannotBeRecorded();
    void generateThatCannotBeRecordedIsAskedFor_data();
    void generateThatCannotBeRecordedIsAskedFor();
    void sessionThatGoesFirstSendsNothing();
    void intentOfAGenerateHasTheIdsOfItsName();
    void factAndJournalPrecedeTheEvent();
    void madeTokenIsAFactBeforeTheValueArrives();
    void lostRevokeIsOpenUntilAListSettlesIt_data();
    void lostRevokeIsOpenUntilAListSettlesIt();
    void answeredRevokeClosesTheLostOneBefore();
    void refusedRevokeLeavesTheLostOneOpen();
    void lostGenerateIsOpenUntilDismissed();
    void retiredSessionStaysUntilTheAnswer();
    void nextSessionSettlesALostRevoke();
    void nextSessionSettlesALostGenerate();
    void sessionOnAnotherCentralSettlesNothing();
    void revokeLostAfterTheNextSessionIsSettledThere();
    void factOfARetiredSessionReachesTheNext();
    void factIsNotedWhileAnotherRevokeIsSlow();
    void sixthCandidateIsOfferedOnceFiveAreKept();
};

void TestTokenWrites::requestLeavesOnceItsIntentIsDurable()
{
    Writing on;
    SlowJournal journal;
    TokenWrites writes(&journal, &on.clock);
    on.central.tokens = {tokenNamed(u"one"_s)};
    QSignalSpy answered(&writes, &TokenWrites::revokeAnswered);
    int outcomes = 0;
    writes.revoke(on.session, on.central.tokens.first());
    writes.generate(on.session, {u"two"_s, {u"Analyst"_s}, NoTime}, this,
                    [&](GenerateOutcome &&) { ++outcomes; });
    on.readList(); // the way to Central is open
    QTRY_COMPARE(journal.waiting(), 2);
    QCOMPARE(journal.open().size(), 2);
    QCOMPARE(on.central.seen("PATCH", ""), 0);
    QCOMPARE(on.central.seen("POST", ""), 0);
    journal.recordAll();
    QTRY_COMPARE(answered.count(), 1);
    QTRY_COMPARE(outcomes, 1);
    QCOMPARE(on.central.seen("PATCH", ""), 1);
    QCOMPARE(on.central.seen("POST", ""), 1);
    QVERIFY(journal.open().isEmpty());
    QCOMPARE(journal.outcomes, (QList{IntentOutcome::Done, IntentOutcome::Done}));
}

void TestTokenWrites::revokeLeavesEvenIfItCannotBeRecorded()
{
    Writing on;
    SlowJournal journal;
    TokenWrites writes(&journal, &on.clock);
    on.central.tokens = {tokenNamed(u"one"_s)};
    QSignalSpy answered(&writes, &TokenWrites::revokeAnswered);
    QSignalSpy unrecorded(&writes, &TokenWrites::revokeNotRecorded);
    writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(journal.waiting(), 1);
    journal.recordAll(Recorded::NotAtAll);
    QCOMPARE(unrecorded.count(), 1);
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Revoked);
}

void TestTokenWrites::generateThatCannotBeRecordedIsAskedFor_data()
{
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("goes on") << true;
    QTest::newRow("does not") << false;
}

void TestTokenWrites::generateThatCannotBeRecordedIsAskedFor()
{
    QFETCH(bool, goesOn);
    Writing on;
    SlowJournal journal;
    TokenWrites writes(&journal, &on.clock);
    std::function<void(bool)> answer;
    writes.setAskUnrecorded([&](const QString &server, QObject *, std::function<void(bool)> take) {
        QCOMPARE(server, on.session->name());
        answer = std::move(take);
    });
    std::optional<GenerateOutcome::Outcome> fate;
    writes.generate(on.session, {u"two"_s, {u"Analyst"_s}, NoTime}, this,
                    [&](GenerateOutcome &&outcome) { fate = outcome.fate; });
    QTRY_COMPARE(journal.waiting(), 1);
    journal.recordAll(Recorded::NotAtAll);
    QVERIFY(answer);
    QCOMPARE(on.central.seen("POST", ""), 0);
    answer(goesOn);
    QTRY_VERIFY(fate.has_value());
    QCOMPARE(fate, goesOn ? GenerateOutcome::Outcome::Made : GenerateOutcome::Outcome::NotSent);
    QCOMPARE(on.central.seen("POST", ""), goesOn ? 1 : 0);
    QVERIFY(journal.open().isEmpty());
}

void TestTokenWrites::sessionThatGoesFirstSendsNothing()
{
    Writing on;
    SlowJournal journal;
    TokenWrites writes(&journal, &on.clock);
    QSignalSpy answered(&writes, &TokenWrites::revokeAnswered);
    std::optional<GenerateOutcome::Outcome> fate;
    writes.revoke(on.session, tokenNamed(u"one"_s));
    writes.generate(on.session, {u"two"_s, {u"Analyst"_s}, NoTime}, this,
                    [&](GenerateOutcome &&outcome) { fate = outcome.fate; });
    QTRY_COMPARE(journal.waiting(), 2);
    delete on.session;
    journal.recordAll();
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::NotSent);
    QCOMPARE(fate, GenerateOutcome::Outcome::NotSent);
    QCOMPARE(journal.outcomes, (QList{IntentOutcome::NotSent, IntentOutcome::NotSent}));
}

void TestTokenWrites::intentOfAGenerateHasTheIdsOfItsName()
{
    Writing on;
    SlowJournal journal;
    TokenWrites writes(&journal, &on.clock);
    on.central.tokens = {tokenNamed(u"ci"_s), tokenNamed(u"other"_s)};
    on.readList();
    const TokenDraft draft{u"ci"_s, {u"Analyst"_s}, NoTime};
    const IntentId id = writes.generate(on.session, draft, this, [](GenerateOutcome &&) {});
    const Intent intent = journal.open().constFirst();
    QCOMPARE(intent.id, id);
    QCOMPARE(intent.server, on.session->key());
    QCOMPARE(intent.draft, draft);
    QCOMPARE(intent.idsBefore, QStringList{u"id-of-ci"_s});
    QVERIFY(intent.askedAt != NoTime);
}

void TestTokenWrites::factAndJournalPrecedeTheEvent()
{
    Writing on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    on.readList();
    bool isLate = false;
    connect(&on.writes, &TokenWrites::revokeAnswered, this, [&](const RevokeEvent &event) {
        isLate = event.verdict.fate != Outcome::Revoked || !on.journal.open().isEmpty()
                 || !on.session->tokens().isRevoked(event.token.id);
    });
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    const IntentId id = on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 1);
    QVERIFY(!isLate);
    QCOMPARE(eventIn(answered).intent, id);
    QCOMPARE(eventIn(answered).server, on.session->key());
    QCOMPARE(eventIn(answered).token.name, u"one"_s);
}

void TestTokenWrites::madeTokenIsAFactBeforeTheValueArrives()
{
    Writing on;
    on.readList();
    bool isListed = false;
    Secret value;
    on.writes.generate(on.session, {u"ci"_s, {u"Analyst"_s}, NoTime}, this,
                       [&](GenerateOutcome &&outcome) {
                           isListed = on.session->table()->find(outcome.token.id).has_value()
                                      && on.journal.open().isEmpty();
                           value = std::move(outcome.value);
                       });
    QTRY_VERIFY(!value.isEmpty());
    QVERIFY(isListed);
}

void TestTokenWrites::lostRevokeIsOpenUntilAListSettlesIt_data()
{
    QTest::addColumn<QString>("became");
    QTest::addColumn<Outcome>("fate");
    QTest::newRow("revoked") << u"revoked"_s << Outcome::Revoked;
    QTest::newRow("gone") << u"gone"_s << Outcome::AlreadyGone;
    QTest::newRow("active") << u"active"_s << Outcome::StillActive;
}

void TestTokenWrites::lostRevokeIsOpenUntilAListSettlesIt()
{
    QFETCH(QString, became);
    QFETCH(Outcome, fate);
    Writing on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    on.readList();
    on.loseRevokes();
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    QSignalSpy listed(&on.writes, &TokenWrites::revokesListed);
    const IntentId id = on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Unknown);
    QCOMPARE(on.journal.open().size(), 1);
    if (became == "gone"_L1)
        on.central.tokens.clear();
    else
        on.central.tokens.first().revoked = became == "revoked"_L1;
    on.readList();
    QCOMPARE(listed.count(), 1);
    QCOMPARE(listed.first().first().toString(), on.session->key());
    const auto events = listed.first().last().value<QList<RevokeEvent>>();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().intent, id);
    QCOMPARE(events.first().verdict.fate, fate);
    QVERIFY(events.first().isListed);
    QVERIFY(on.journal.open().isEmpty());
}

void TestTokenWrites::answeredRevokeClosesTheLostOneBefore()
{
    Writing on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    on.loseRevokes();
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 1);
    on.central.instead = {};
    on.writes.revoke(on.session, on.central.tokens.first());
    QCOMPARE(on.journal.open().size(), 2);
    QTRY_COMPARE(answered.count(), 2);
    QVERIFY(on.journal.open().isEmpty());
    QVERIFY(on.session->openRevokes()->isEmpty());
}

void TestTokenWrites::refusedRevokeLeavesTheLostOneOpen()
{
    Writing on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    on.loseRevokes();
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    const IntentId lost = on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 1);
    on.central.instead = [](const SeenRequest &) {
        return Fault{.bytes = centralError(403, 7, "not authorized")};
    };
    on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 2);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Refused);
    QCOMPARE(on.journal.open().size(), 1);
    QCOMPARE(on.journal.open().constFirst().id, lost);
    QVERIFY(!on.session->openRevokes()->isEmpty());
}

void TestTokenWrites::lostGenerateIsOpenUntilDismissed()
{
    Writing on;
    on.readList();
    on.central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        on.central.tokens.append(tokenNamed(u"ci"_s));
        return Fault{.then = Fault::Then::Close};
    };
    std::optional<GenerateOutcome::Outcome> fate;
    const IntentId id = on.writes.generate(on.session, {u"ci"_s, {u"Analyst"_s}, NoTime}, this,
                                           [&](GenerateOutcome &&outcome) { fate = outcome.fate; });
    QTRY_VERIFY(fate.has_value());
    QCOMPARE(fate, GenerateOutcome::Outcome::MayBeCreated);
    OpenGenerates *open = on.writes.openGenerates();
    QVERIFY(open->find(id));
    QTRY_COMPARE(open->find(id)->search, OpenGenerate::Search::Found); // without another refresh
    QCOMPARE(open->find(id)->candidates.first().token.id, u"id-of-ci"_s);
    QCOMPARE(on.journal.open().size(), 1);
    open->keep(id, u"id-of-ci"_s);
    QVERIFY(!open->find(id));
    QVERIFY(on.journal.open().isEmpty());
}

void TestTokenWrites::retiredSessionStaysUntilTheAnswer()
{
    Writing on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    on.writes.revoke(on.session, on.central.tokens.first());
    on.session->retire();
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Revoked);
    QTRY_VERIFY(!on.session);
}

void TestTokenWrites::nextSessionSettlesALostRevoke()
{
    Reopening on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    answerRevokes(on.central, badGateway());
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    QSignalSpy listed(&on.writes, &TokenWrites::revokesListed);
    const IntentId id = on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Unknown);
    on.session->retire();
    on.central.tokens.first().revoked = true;
    on.open(on.central);
    QCOMPARE(listed.count(), 1);
    const auto events = listed.first().last().value<QList<RevokeEvent>>();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().intent, id);
    QCOMPARE(events.first().verdict.fate, Outcome::Revoked);
    QVERIFY(on.journal.open().isEmpty());
}

void TestTokenWrites::nextSessionSettlesALostGenerate()
{
    Reopening on;
    bool isDown = false;
    on.central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method == "POST") {
            isDown = true;
            on.central.tokens.append(tokenNamed(u"ci"_s));
            return Fault{.then = Fault::Then::Close};
        }
        return isDown ? std::optional(Fault{.delay = 60s}) : std::nullopt;
    };
    const IntentId id = on.writes.generate(on.session, {u"ci"_s, {u"Analyst"_s}, NoTime}, this,
                                           [](GenerateOutcome &&) {});
    OpenGenerates *open = on.writes.openGenerates();
    QTRY_VERIFY(open->find(id));
    on.session->retire();
    QCOMPARE(open->find(id)->search, OpenGenerate::Search::Left);
    isDown = false;
    on.open(on.central);
    QCOMPARE(open->find(id)->search, OpenGenerate::Search::Found);
    QCOMPARE(open->find(id)->session, on.session);
    QCOMPARE(open->find(id)->candidates.first().token.id, u"id-of-ci"_s);
    open->keep(id, u"id-of-ci"_s);
    QVERIFY(on.journal.open().isEmpty());
}

/// The server was edited: its key stays, its address is another one.
void TestTokenWrites::sessionOnAnotherCentralSettlesNothing()
{
    Reopening on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    answerRevokes(on.central, badGateway());
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    QSignalSpy listed(&on.writes, &TokenWrites::revokesListed);
    on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(answered.count(), 1);
    const ScriptedCentral other;
    on.open(other);
    QVERIFY(on.session->openRevokes()->isEmpty());
    QCOMPARE(listed.count(), 0);
    QCOMPARE(on.journal.open().size(), 1);
}

void TestTokenWrites::revokeLostAfterTheNextSessionIsSettledThere()
{
    Reopening on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    answerRevokes(on.central, badGateway(), 1s);
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    QSignalSpy listed(&on.writes, &TokenWrites::revokesListed);
    on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(on.central.seen("PATCH", ""), 1);
    on.open(on.central);
    QCOMPARE(answered.count(), 0);
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Unknown);
    QTRY_COMPARE(listed.count(), 1); // without another refresh
    QVERIFY(on.journal.open().isEmpty());
}

void TestTokenWrites::factOfARetiredSessionReachesTheNext()
{
    Reopening on;
    on.central.tokens = {tokenNamed(u"one"_s)};
    answerRevokes(on.central, httpReply(200, "{}"), 1s);
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    on.writes.revoke(on.session, on.central.tokens.first());
    QTRY_COMPARE(on.central.seen("PATCH", ""), 1);
    on.open(on.central);
    QVERIFY(!on.session->tokens().isRevoked(u"id-of-one"_s));
    QTRY_COMPARE(answered.count(), 1);
    QCOMPARE(eventIn(answered).verdict.fate, Outcome::Revoked);
    QVERIFY(on.session->tokens().isRevoked(u"id-of-one"_s));
}

void TestTokenWrites::factIsNotedWhileAnotherRevokeIsSlow()
{
    Writing on;
    on.central.tokens = {tokenNamed(u"fast"_s), tokenNamed(u"slow"_s)};
    on.readList();
    on.central.instead = [](const SeenRequest &request) {
        return request.target.endsWith("slow") ? std::optional(Fault{.delay = 60s}) : std::nullopt;
    };
    QSignalSpy answered(&on.writes, &TokenWrites::revokeAnswered);
    on.writes.revoke(on.session, on.central.tokens.first());
    on.writes.revoke(on.session, on.central.tokens.last());
    QTRY_COMPARE(answered.count(), 1);
    QTRY_VERIFY(on.session->tokens().isRevoked(u"id-of-fast"_s));
    QVERIFY(on.session->isWriting());
}

void TestTokenWrites::sixthCandidateIsOfferedOnceFiveAreKept()
{
    Writing on;
    on.readList();
    on.central.instead = [&](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        for (int i = 1; i <= 6; ++i) {
            Token token = tokenNamed(u"ci"_s);
            token.id = u"id-%1"_s.arg(i);
            on.central.tokens.append(token);
        }
        return Fault{.then = Fault::Then::Close};
    };
    const IntentId id = on.writes.generate(on.session, {u"ci"_s, {u"Analyst"_s}, NoTime}, this,
                                           [](GenerateOutcome &&) {});
    OpenGenerates *open = on.writes.openGenerates();
    QTRY_VERIFY(open->find(id) && open->find(id)->search == OpenGenerate::Search::Found);
    const QList<Candidate> shown = open->find(id)->candidates;
    QCOMPARE(shown.size(), 5);
    for (const Candidate &candidate : shown)
        open->keep(id, candidate.token.id);
    QVERIFY(open->find(id));
    QCOMPARE(open->find(id)->candidates.size(), 1);
    open->keep(id, open->find(id)->candidates.first().token.id);
    QVERIFY(!open->find(id));
}

QTEST_GUILESS_MAIN(TestTokenWrites)
#include "tst_tokenwrites.moc"
