// SPDX-FileCopyrightText: 2026 The Rox Tokens authors
// SPDX-License-Identifier: Apache-2.0

#include "app/tokens/generateflow.h"
#include "tests/app/tokens/writing.h"

#include <QSignalSpy>

using namespace rox;
using namespace rox::test;
using namespace Qt::StringLiterals;
using Outcome = GenerateOutcome::Outcome;

/// Generates without a window, from the draft until the value was handed over.
class TestGenerateFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rolesAreRead();
    void madeTokenHasAValueToHandOver();
    void refusedDraftMayBeAskedAgain();
    void lostAnswerLeavesAnOpenGenerate();
    void secondCallWhileAskingAsksNothing();
    void retiredSessionEndsAFlowThatDoesNotAsk();
    void retiredSessionStillBringsTheOutcome();

private:
    [[nodiscard]] GenerateEvent lastEvent() const
    {
        return m_settled->last().first().value<GenerateEvent>();
    }

    const TokenDraft m_draft{u"ci"_s, {u"Analyst"_s}, NoTime};
    std::unique_ptr<Writing> m_on;
    std::unique_ptr<GenerateFlow> m_flow;
    std::unique_ptr<QSignalSpy> m_settled;
};

void TestGenerateFlow::init()
{
    m_on = std::make_unique<Writing>();
    m_flow = std::make_unique<GenerateFlow>(&m_on->writes, m_on->session);
    m_settled = std::make_unique<QSignalSpy>(m_flow.get(), &GenerateFlow::settled);
}

void TestGenerateFlow::cleanup()
{
    m_flow.reset();
    m_on.reset();
}

void TestGenerateFlow::rolesAreRead()
{
    QSignalSpy roles(m_flow.get(), &GenerateFlow::rolesRead);
    m_flow->askForRoles();
    QTRY_COMPARE(roles.count(), 1);
    QCOMPARE(roles.first().first().value<AllowedRoles>().names, m_on->central.allowedRoles);
}

void TestGenerateFlow::madeTokenHasAValueToHandOver()
{
    QSignalSpy handedOver(m_flow.get(), &GenerateFlow::handedOver);
    m_flow->generate(m_draft);
    QVERIFY(m_flow->isAsking());
    QTRY_COMPARE(m_settled->count(), 1);
    QVERIFY(!m_flow->isAsking());
    QCOMPARE(lastEvent().fate, Outcome::Made);
    QCOMPARE(lastEvent().token.name, u"ci"_s);
    QCOMPARE(lastEvent().server, m_on->session->key());
    QVERIFY(m_flow->takeValue().view().startsWith("eyJ"));
    QVERIFY(m_flow->takeValue().isEmpty());
    m_flow->setHandOver(GenerateFlow::HandOver::Copied);
    QCOMPARE(handedOver.count(), 0);
    m_flow->endHandOver();
    QCOMPARE(handedOver.count(), 1);
    QCOMPARE(handedOver.first().first().value<GenerateFlow::HandOver>(),
             GenerateFlow::HandOver::Copied);
}

void TestGenerateFlow::refusedDraftMayBeAskedAgain()
{
    m_on->central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        return Fault{.bytes = centralError(400, 3, "no such role")};
    };
    m_flow->generate(m_draft);
    QTRY_COMPARE(m_settled->count(), 1);
    QCOMPARE(lastEvent().fate, Outcome::Refused);
    QCOMPARE(lastEvent().error.serverText, u"no such role"_s);
    QCOMPARE(lastEvent().draft, m_draft);
    QVERIFY(m_on->journal.open().isEmpty());
    m_on->central.instead = {};
    m_flow->generate(m_draft);
    QTRY_COMPARE(m_settled->count(), 2);
    QCOMPARE(lastEvent().fate, Outcome::Made);
}

void TestGenerateFlow::lostAnswerLeavesAnOpenGenerate()
{
    m_on->central.instead = [](const SeenRequest &request) -> std::optional<Fault> {
        if (request.method != "POST")
            return std::nullopt;
        return Fault{.then = Fault::Then::Close};
    };
    m_flow->generate(m_draft);
    QTRY_COMPARE(m_settled->count(), 1);
    QCOMPARE(lastEvent().fate, Outcome::MayBeCreated);
    const IntentId id = lastEvent().intent;
    QVERIFY(m_on->writes.openGenerates()->find(id));
    m_flow.reset(); // the search goes on without it
    QTRY_COMPARE(m_on->writes.openGenerates()->find(id)->search, OpenGenerate::Search::NotListed);
}

void TestGenerateFlow::secondCallWhileAskingAsksNothing()
{
    m_flow->generate(m_draft);
    m_flow->generate(m_draft);
    QTRY_COMPARE(m_settled->count(), 1);
    QCOMPARE(m_on->central.seen("POST", "generate"), 1);
}

void TestGenerateFlow::retiredSessionEndsAFlowThatDoesNotAsk()
{
    QSignalSpy left(m_flow.get(), &GenerateFlow::left);
    m_on->session->retire();
    QCOMPARE(left.count(), 1);
    m_flow->generate(m_draft);
    QVERIFY(!m_flow->isAsking());
    QVERIFY(m_on->journal.open().isEmpty());
}

void TestGenerateFlow::retiredSessionStillBringsTheOutcome()
{
    QSignalSpy left(m_flow.get(), &GenerateFlow::left);
    m_flow->generate(m_draft);
    m_on->session->retire();
    QTRY_COMPARE(m_settled->count(), 1);
    QCOMPARE(lastEvent().fate, Outcome::Made);
    QCOMPARE(left.count(), 0);
    QVERIFY(!m_flow->takeValue().isEmpty());
    QTRY_VERIFY(!m_on->session);
}

QTEST_GUILESS_MAIN(TestGenerateFlow)
#include "tst_generateflow.moc"
